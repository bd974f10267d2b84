package banshi.local.table;

import banshi.local.template.Template;
import banshi.local.template.Template.Index;
import banshi.local.template.Template.KeySchema;
import banshi.local.template.Template.Table;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The template's tables, in one engine. */
public final class Tables implements AutoCloseable {
  private final DynamoDbClient client;
  private final List<Table> tables;

  /** The tables of a template in the engine at an address. Nothing is made yet. */
  public Tables(URI engine, List<Table> tables) {
    this.tables = List.copyOf(tables);
    this.client =
        DynamoDbClient.builder()
            .endpointOverride(engine)
            .region(Region.of(Template.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /**
   * Makes the tables that are missing.
   *
   * @throws IllegalStateException when one is there and is not as the template wants it
   */
  public void makeMissing() {
    for (Table table : tables) {
      try {
        check(table, client.describeTable(request -> request.tableName(table.name())).table());
      } catch (ResourceNotFoundException missing) {
        make(table);
      }
    }
  }

  /** Deletes the tables with all that is in them and makes them anew. */
  public void makeAnew() {
    for (Table table : tables) {
      try {
        client.deleteTable(request -> request.tableName(table.name()));
      } catch (ResourceNotFoundException missing) {
        // What was to be reached is so already.
      }
      make(table);
    }
  }

  /** The engine's client, for those who look at what is stored. */
  public DynamoDbClient client() {
    return client;
  }

  /** The physical name of the table with a logical id. */
  public String name(String logicalId) {
    return tables.stream()
        .filter(table -> table.logicalId().equals(logicalId))
        .findFirst()
        .map(Table::name)
        .orElseThrow(() -> new IllegalArgumentException("no table " + logicalId));
  }

  private void make(Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(definitions(table))
            .keySchema(schema(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    client.createTable(request.build());
    client.waiter().waitUntilTableExists(wait -> wait.tableName(table.name()));
    table
        .timeToLive()
        .ifPresent(
            attribute ->
                client.updateTimeToLive(
                    update ->
                        update
                            .tableName(table.name())
                            .timeToLiveSpecification(
                                spec -> spec.attributeName(attribute).enabled(true))));
  }

  private static void check(Table wanted, TableDescription found) {
    Set<String> wantedShape = new HashSet<>();
    wantedShape.add("table " + schema(wanted.key()));
    for (Index index : wanted.indexes()) {
      wantedShape.add(index.name() + " " + schema(index.key()) + " " + projection(index));
    }
    Set<String> foundShape = new HashSet<>();
    foundShape.add("table " + found.keySchema());
    for (GlobalSecondaryIndexDescription index : found.globalSecondaryIndexes()) {
      foundShape.add(index.indexName() + " " + index.keySchema() + " " + index.projection());
    }
    if (!wantedShape.equals(foundShape)
        || !new HashSet<>(definitions(wanted))
            .equals(new HashSet<>(found.attributeDefinitions()))) {
      throw new IllegalStateException(
          "the data kept from before has another shape of table "
              + wanted.logicalId()
              + " than the template; start with --fresh to forget it");
    }
  }

  private static List<AttributeDefinition> definitions(Table table) {
    return table.attributes().entrySet().stream()
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(attribute.getKey())
                    .attributeType(attribute.getValue())
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> schema(KeySchema key) {
    List<KeySchemaElement> elements = new ArrayList<>();
    elements.add(element(key.partition(), KeyType.HASH));
    key.sort().ifPresent(sort -> elements.add(element(sort, KeyType.RANGE)));
    return elements;
  }

  private static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }

  private static GlobalSecondaryIndex index(Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(projection(index))
        .build();
  }

  private static Projection projection(Index index) {
    Projection.Builder projection =
        Projection.builder().projectionType(ProjectionType.fromValue(index.projection()));
    if (!index.included().isEmpty()) {
      projection.nonKeyAttributes(index.included());
    }
    return projection.build();
  }

  @Override
  public void close() {
    client.close();
  }
}
