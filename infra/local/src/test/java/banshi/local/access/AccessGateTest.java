package banshi.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.dynamodb.DynamoDbLocal;
import banshi.local.table.Tables;
import banshi.local.template.Template.Index;
import banshi.local.template.Template.KeySchema;
import banshi.local.template.Template.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The SDK's own requests, through the gate to the engine. */
class AccessGateTest {
  private static final String TABLE = "banshi-Data";
  private static final String ARN =
      "arn:aws-cn:dynamodb:cn-northwest-1:000000000000:table/banshi-Data";
  private static final Table DATA =
      new Table(
          "Data",
          TABLE,
          Map.of("pk", "S", "sk", "S", "list", "S"),
          new KeySchema("pk", Optional.of("sk")),
          List.of(new Index("byList", new KeySchema("list", Optional.of("sk")), "ALL", List.of())),
          Optional.empty());

  private static final List<Need> NEEDS = Collections.synchronizedList(new ArrayList<>());
  private static DynamoDbLocal engine;
  private static Tables tables;
  private static AccessGate gate;
  private static DynamoDbClient function;

  @BeforeAll
  static void open() throws IOException {
    engine = DynamoDbLocal.inMemory(Path.of(System.getProperty("banshi.root")));
    tables = new Tables(engine.endpoint(), List.of(DATA));
    tables.makeMissing();
    gate = AccessGate.before(engine.endpoint(), List.of(DATA), AccessGateTest::objection);
    function = client(gate.endpoint());
  }

  @AfterAll
  static void close() throws Exception {
    function.close();
    gate.close();
    tables.close();
    engine.close();
  }

  @BeforeEach
  void forget() {
    NEEDS.clear();
  }

  private static Optional<String> objection(String caller, Need need) {
    assertThat(caller).isEqualTo("Hello");
    NEEDS.add(need);
    return need.leadingKeys().stream().anyMatch(key -> key.startsWith("SECRET#"))
        ? Optional.of("it is a secret")
        : Optional.empty();
  }

  private static DynamoDbClient client(URI address) {
    return DynamoDbClient.builder()
        .endpointOverride(address)
        .region(Region.of("cn-northwest-1"))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("Hello", "x")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static Map<String, AttributeValue> key(String pk) {
    return Map.of("pk", text(pk), "sk", text("HEAD"));
  }

  private static Need need(String action, String... keys) {
    return new Need("dynamodb:" + action, ARN, Set.of(keys));
  }

  @Test
  void whatIsAllowedReachesTheEngineAndItsAnswerComesBack() {
    function.putItem(
        request ->
            request
                .tableName(TABLE)
                .item(Map.of("pk", text("A#1"), "sk", text("HEAD"), "said", text("你好"))));

    assertThat(
            function
                .getItem(request -> request.tableName(TABLE).key(key("A#1")))
                .item()
                .get("said"))
        .isEqualTo(text("你好"));
    assertThat(NEEDS).containsExactly(need("PutItem", "A#1"), need("GetItem", "A#1"));
  }

  @Test
  void aTransactionNeedsWhatTheActionsInItNeed() {
    function.transactWriteItems(
        request ->
            request.transactItems(
                TransactWriteItem.builder()
                    .put(put -> put.tableName(TABLE).item(key("A#2")))
                    .build(),
                TransactWriteItem.builder()
                    .update(
                        update ->
                            update
                                .tableName(TABLE)
                                .key(key("B#2"))
                                .updateExpression("SET n = :n")
                                .expressionAttributeValues(Map.of(":n", text("1"))))
                    .build(),
                TransactWriteItem.builder()
                    .delete(delete -> delete.tableName(TABLE).key(key("C#2")))
                    .build(),
                TransactWriteItem.builder()
                    .conditionCheck(
                        check ->
                            check
                                .tableName(TABLE)
                                .key(key("D#2"))
                                .conditionExpression("attribute_not_exists(pk)"))
                    .build()));

    assertThat(NEEDS)
        .containsExactly(
            need("PutItem", "A#2"),
            need("UpdateItem", "B#2"),
            need("DeleteItem", "C#2"),
            need("ConditionCheckItem", "D#2"));
  }

  @Test
  void oneForbiddenItemRefusesTheWholeTransaction() {
    assertThatThrownBy(
            () ->
                function.transactWriteItems(
                    request ->
                        request.transactItems(
                            TransactWriteItem.builder()
                                .put(put -> put.tableName(TABLE).item(key("A#3")))
                                .build(),
                            TransactWriteItem.builder()
                                .put(put -> put.tableName(TABLE).item(key("SECRET#of-somebody")))
                                .build())))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            denied -> {
              assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
              assertThat(denied.statusCode()).isEqualTo(400);
              assertThat(denied)
                  .hasMessageContaining("dynamodb:PutItem")
                  .hasMessageContaining("SECRET#…")
                  .hasMessageContaining("it is a secret")
                  .hasMessageNotContaining("somebody");
            });
    assertThat(
            tables.client().getItem(request -> request.tableName(TABLE).key(key("A#3"))).hasItem())
        .isFalse();
  }

  @Test
  void aQueryNeedsTheKeyThatItAsksForOnTheTableOrTheIndexThatItAsks() {
    function.query(
        request ->
            request
                .tableName(TABLE)
                .keyConditionExpression("sk > :pk AND pk = :it")
                .expressionAttributeValues(Map.of(":it", text("A#4"), ":pk", text("a"))));
    function.query(
        request ->
            request
                .tableName(TABLE)
                .indexName("byList")
                .keyConditionExpression("#l = :it")
                .expressionAttributeNames(Map.of("#l", "list"))
                .expressionAttributeValues(Map.of(":it", text("LIST#4"))));

    assertThat(NEEDS)
        .containsExactly(
            need("Query", "A#4"),
            new Need("dynamodb:Query", ARN + "/index/byList", Set.of("LIST#4")));
  }

  @Test
  void aBatchNeedsAllItsKeysAtOnce() {
    function.batchGetItem(
        request ->
            request.requestItems(
                Map.of(
                    TABLE,
                    KeysAndAttributes.builder().keys(List.of(key("A#5"), key("B#5"))).build())));

    assertThat(NEEDS).containsExactly(need("BatchGetItem", "A#5", "B#5"));
  }

  @Test
  void aScanHasNoKeys() {
    function.scan(request -> request.tableName(TABLE));

    assertThat(NEEDS).containsExactly(need("Scan"));
  }

  @Test
  void whatIsNotUnderstoodIsNotAllowed() {
    assertThatThrownBy(() -> function.describeTable(request -> request.tableName(TABLE)))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("DescribeTable is not understood here");
    assertThatThrownBy(
            () -> function.getItem(request -> request.tableName("other").key(key("A#6"))))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("there is no table other");
    assertThat(NEEDS).isEmpty();
  }
}
