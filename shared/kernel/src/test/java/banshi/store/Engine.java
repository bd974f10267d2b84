package banshi.store;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Clocks;
import banshi.cases.Sample;
import banshi.crypto.FieldCipher;
import banshi.crypto.FieldKeys;
import banshi.crypto.KeyedHash;
import banshi.dynamodb.DynamoDbLocal;
import banshi.identity.Contact;
import banshi.notices.Notice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The real engine with the table in it, and a meter of what requests cost while it is asked. */
public final class Engine implements AutoCloseable {
  static final String TABLE = "banshi-test";

  private final DynamoDbLocal engine =
      DynamoDbLocal.inMemory(Path.of(System.getProperty("banshi.root")));
  private final Meter meter = new Meter();
  public final KeyedHash index = KeyedHash.of(new byte[32]);
  public final FieldCipher cipher = FieldCipher.of(FieldKeys.generate());
  final DynamoDbClient client =
      DynamoDbClient.builder()
          .endpointOverride(engine.endpoint())
          .region(Region.CN_NORTHWEST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();
  public final TableClient table = new TableClient(client, TABLE, meter);

  /** Starts the engine and makes the table. */
  public Engine() {
    TableModel model = TableModel.ofTheHall();
    client.createTable(
        request ->
            request
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    Stream.concat(
                            Stream.of(model.key()),
                            model.indexes().stream().map(TableModel.Index::key))
                        .flatMap(key -> Stream.of(key.partition(), key.sort()))
                        .map(
                            name ->
                                AttributeDefinition.builder()
                                    .attributeName(name)
                                    .attributeType(ScalarAttributeType.S)
                                    .build())
                        .toList())
                .keySchema(key(model.key()))
                .globalSecondaryIndexes(model.indexes().stream().map(Engine::index).toList()));
  }

  private static List<KeySchemaElement> key(TableModel.Key key) {
    return List.of(
        KeySchemaElement.builder().attributeName(key.partition()).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(key.sort()).keyType(KeyType.RANGE).build());
  }

  private static GlobalSecondaryIndex index(TableModel.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(key(index.key()))
        .projection(
            index
                .included()
                .map(
                    attribute ->
                        Projection.builder()
                            .projectionType(ProjectionType.INCLUDE)
                            .nonKeyAttributes(attribute)
                            .build())
                .orElseGet(
                    () -> Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()))
        .build();
  }

  /** Puts a notice into its recipient's inbox, as the write that causes it does. */
  public void tell(Notice notice) {
    Map<String, AttributeValue> item =
        new NoticeCodec(cipher).of(notice, Contact.of(Sample.applicant()), notice.at());
    client.putItem(request -> request.tableName(TABLE).item(item));
  }

  /** A store of applications whose content is a string. */
  CaseStore<String> store() {
    return store(table, CaseKind.APPLICATION);
  }

  /** A store of cases of a kind whose content is a string, over the table as a client shows it. */
  public CaseStore<String> store(TableClient shown, CaseKind kind) {
    return new CaseStore<>(
        shown,
        cipher,
        index,
        Sample.clocks(),
        kind,
        new DetailsCodec<>() {
          @Override
          public JsonNode encode(String details) {
            return TextNode.valueOf(details);
          }

          @Override
          public String decode(JsonNode stored) {
            return stored.asText();
          }
        });
  }

  /** Writes companions with nothing else; whether their conditions held. */
  public boolean write(Companion... companions) {
    Transaction transaction = table.transaction();
    List.of(companions).forEach(companion -> companion.join(transaction));
    return transaction.commit().isEmpty();
  }

  /** The same table through a client that a test has put something around. */
  public TableClient through(UnaryOperator<DynamoDbClient> around) {
    return new TableClient(around.apply(client), TABLE, meter);
  }

  /** The sort keys of an item collection, in order. */
  public List<String> sortKeys(String pk) {
    return table
        .queryAll(
            request ->
                request
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Attributes.text(pk))))
        .stream()
        .map(item -> Attributes.text(item, Keys.SK))
        .toList();
  }

  /** An item as it is stored. */
  public Map<String, AttributeValue> item(String pk, String sk) {
    return table.get(pk, sk).orElseThrow();
  }

  /** Spoils one attribute of an item. */
  public void spoil(String pk, String sk, String attribute) {
    table.update(
        request ->
            request
                .key(Attributes.key(pk, sk))
                .updateExpression("SET #a = :nonsense")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":nonsense", Attributes.text("nonsense"))));
  }

  /** Puts one item's attribute into another item of the same collection. */
  public void swap(String pk, String from, String to, String attribute) {
    AttributeValue other = item(pk, from).get(attribute);
    table.update(
        request ->
            request
                .key(Attributes.key(pk, to))
                .updateExpression("SET #a = :other")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":other", other)));
  }

  /** Puts in cases as they were opened, many at a time and so without their conditions. */
  public void file(List<Change<JsonNode>> opened) {
    Clocks clocks = Sample.clocks();
    CaseCodec<JsonNode> codec = new CaseCodec<>(cipher, clocks, new OpaqueDetails());
    TimelineCodec timelineCodec = new TimelineCodec(cipher);
    NoticeCodec noticeCodec = new NoticeCodec(cipher);
    write(
        opened.stream()
            .flatMap(
                change -> {
                  Case<JsonNode> c = change.after();
                  return Stream.of(
                          Stream.of(codec.head(c, c.receivedAt()), codec.details(c)),
                          c.tasks().stream().map(task -> codec.task(c, task)),
                          change.entries().stream()
                              .map(entry -> timelineCodec.encode(c.number(), entry)),
                          change.notices().stream()
                              .map(notice -> noticeCodec.of(notice, c, notice.at())))
                      .flatMap(items -> items);
                })
            .toList());
  }

  /** Puts cases that were put in so on the lists by which they are found. */
  public void list(List<Change<JsonNode>> opened) {
    Listings<JsonNode> listings = new Listings<>(details -> Set.of());
    write(
        opened.stream()
            .map(Change::after)
            .flatMap(
                c ->
                    listings.of(c, index).stream()
                        .map(
                            list ->
                                Attributes.key(
                                    list.pk(), Keys.listedSk(c.receivedAt(), c.number()))))
            .toList());
  }

  /** The lists on which a case is found, by their keys. */
  List<String> listsOf(CaseNumber number) {
    return client.scanPaginator(request -> request.tableName(TABLE)).items().stream()
        .filter(item -> Attributes.text(item, Keys.PK).startsWith(Keys.LISTED_PREFIX))
        .filter(item -> Keys.listed(Attributes.text(item, Keys.SK)).equals(number))
        .map(item -> Attributes.text(item, Keys.PK))
        .toList();
  }

  private void write(List<Map<String, AttributeValue>> items) {
    List<WriteRequest> requests =
        items.stream()
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    IntStream.iterate(0, i -> i < requests.size(), i -> i + 25)
        .parallel()
        .forEach(
            i ->
                client.batchWriteItem(
                    request ->
                        request.requestItems(
                            Map.of(
                                TABLE, requests.subList(i, Math.min(i + 25, requests.size()))))));
  }

  /** Puts in many cases' heads, each due on some day after {@code from}, without their content. */
  public void fill(int cases, Instant from) {
    Random random = new Random(cases);
    write(
        IntStream.range(0, cases)
            .mapToObj(
                i -> {
                  CaseNumber number =
                      CaseNumber.draw(CaseKind.APPLICATION, LocalDate.of(2026, 11, 23), random);
                  Instant due = from.plus(Duration.ofMinutes(1 + random.nextInt(100_000)));
                  Map<String, AttributeValue> head =
                      new HashMap<>(Attributes.key(Keys.casePk(number), Keys.HEAD));
                  head.put(
                      Keys.DUE_BUCKET,
                      Attributes.text(Keys.dueBucket(Keys.DueList.DUE, due, from, number.value())));
                  head.put(Keys.DUE_SORT, Attributes.text(Keys.dueSort(due, number.value())));
                  return head;
                })
            .toList());
  }

  /** What each request of the work costs, in their order. */
  public List<ConsumedCapacity> costs(Runnable work) {
    return meter.read(work);
  }

  /** What the work costs, in capacity units. */
  public double cost(Runnable work) {
    return costs(work).stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }

  /** Asks the engine for costs only while somebody wants to know them: the answer is work too. */
  private static final class Meter implements Capacity {
    private final Queue<ConsumedCapacity> consumed = new ConcurrentLinkedQueue<>();
    private volatile boolean reading;

    @Override
    public ReturnConsumedCapacity asked() {
      return reading ? Capacity.super.asked() : UNHEARD.asked();
    }

    @Override
    public void consumed(List<ConsumedCapacity> cost) {
      consumed.addAll(cost);
    }

    private List<ConsumedCapacity> read(Runnable work) {
      consumed.clear();
      reading = true;
      try {
        work.run();
      } finally {
        reading = false;
      }
      return List.copyOf(consumed);
    }
  }

  /** No test may leave a key behind that the table's model knows nothing of. */
  @Override
  public void close() {
    try {
      TableModel model = TableModel.ofTheHall();
      client.scanPaginator(request -> request.tableName(TABLE)).items().stream()
          .forEach(
              item -> {
                known(item, model.key(), model.collections());
                model.indexes().forEach(index -> known(item, index.key(), index.collections()));
              });
    } finally {
      client.close();
      engine.close();
    }
  }

  private static void known(
      Map<String, AttributeValue> item, TableModel.Key key, List<String> collections) {
    AttributeValue value = item.get(key.partition());
    if (value != null && collections.stream().noneMatch(value.s()::startsWith)) {
      throw new AssertionError(
          "%s of an item is %s and begins with none of %s"
              .formatted(key.partition(), value.s(), collections));
    }
  }
}
