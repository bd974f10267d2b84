package banshi.local.access;

import banshi.local.template.Template;
import banshi.local.template.Template.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which permissions a request to DynamoDB needs, as its documentation has it: a transaction needs
 * those of the single actions in it, a batch is an action of its own, and the leading keys are the
 * values of the partition key of the table or the index that is reached.
 */
final class TableNeeds {
  private static final String TARGET = "DynamoDB_20120810.";
  private static final Map<String, String> IN_A_TRANSACTION =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  private final Map<String, Table> tables = new LinkedHashMap<>();

  TableNeeds(List<Table> tables) {
    tables.forEach(table -> this.tables.put(table.name(), table));
  }

  /**
   * @param target the request's {@code X-Amz-Target}
   * @throws IllegalArgumentException where the request is of a kind that is not understood here
   */
  List<Need> of(String target, JsonNode body) {
    if (!target.startsWith(TARGET)) {
      throw new IllegalArgumentException("not a request to DynamoDB: " + target);
    }
    String action = target.substring(TARGET.length());
    return switch (action) {
      case "GetItem", "DeleteItem", "UpdateItem" -> List.of(onItem(action, body, body.path("Key")));
      case "PutItem" -> List.of(onItem(action, body, body.path("Item")));
      case "Query" -> List.of(query(body));
      case "Scan" -> List.of(new Need(named(action), reached(body), Set.of()));
      case "TransactWriteItems", "TransactGetItems" -> transaction(body);
      case "BatchGetItem" -> batch(body);
      default -> throw new IllegalArgumentException(action + " is not understood here");
    };
  }

  private Need onItem(String action, JsonNode request, JsonNode attributes) {
    Table table = table(request);
    return new Need(
        named(action), arn(table), Set.of(text(attributes.path(table.key().partition()))));
  }

  private List<Need> transaction(JsonNode body) {
    List<Need> needs = new ArrayList<>();
    for (JsonNode part : body.path("TransactItems")) {
      part.properties()
          .forEach(
              one ->
                  needs.add(
                      onItem(
                          known(one.getKey()),
                          one.getValue(),
                          one.getValue().path(one.getKey().equals("Put") ? "Item" : "Key"))));
    }
    return needs;
  }

  /** One need for each table, with the keys of all that is read of it. */
  private List<Need> batch(JsonNode body) {
    List<Need> needs = new ArrayList<>();
    body.path("RequestItems")
        .properties()
        .forEach(
            request -> {
              Table table = table(request.getKey());
              Set<String> keys = new LinkedHashSet<>();
              for (JsonNode key : request.getValue().path("Keys")) {
                keys.add(text(key.path(table.key().partition())));
              }
              needs.add(new Need(named("BatchGetItem"), arn(table), keys));
            });
    return needs;
  }

  private static String known(String part) {
    String action = IN_A_TRANSACTION.get(part);
    if (action == null) {
      throw new IllegalArgumentException("a transaction's " + part + " is not understood here");
    }
    return action;
  }

  private Need query(JsonNode request) {
    Table table = table(request);
    String partition =
        table.indexes().stream()
            .filter(index -> index.name().equals(index(request)))
            .map(index -> index.key().partition())
            .findFirst()
            .orElse(table.key().partition());
    return new Need(named("Query"), reached(request), Set.of(keyOf(partition, request)));
  }

  /** The table, or the index of it that a request names. */
  private String reached(JsonNode request) {
    String index = index(request);
    return arn(table(request)) + (index.isEmpty() ? "" : "/index/" + index);
  }

  private static String index(JsonNode request) {
    return request.path("IndexName").asText("");
  }

  /** The value that the key condition demands of the partition key. */
  private static String keyOf(String partition, JsonNode request) {
    List<String> names = new ArrayList<>(List.of(Pattern.quote(partition)));
    request
        .path("ExpressionAttributeNames")
        .properties()
        .forEach(
            name -> {
              if (name.getValue().asText().equals(partition)) {
                names.add(Pattern.quote(name.getKey()));
              }
            });
    Matcher equal =
        Pattern.compile("(?<![\\w#])(" + String.join("|", names) + ")\\s*=\\s*(:\\w+)")
            .matcher(request.path("KeyConditionExpression").asText());
    if (!equal.find()) {
      throw new IllegalArgumentException("a query without a value for " + partition);
    }
    return text(request.path("ExpressionAttributeValues").path(equal.group(2)));
  }

  private Table table(JsonNode request) {
    return table(request.path("TableName").asText());
  }

  private Table table(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("there is no table " + name);
    }
    return table;
  }

  private static String text(JsonNode attribute) {
    if (!attribute.path("S").isTextual()) {
      throw new IllegalArgumentException("a request without a partition key");
    }
    return attribute.path("S").textValue();
  }

  private static String named(String action) {
    return "dynamodb:" + action;
  }

  private static String arn(Table table) {
    return "arn:aws-cn:dynamodb:"
        + Template.REGION
        + ":"
        + Template.ACCOUNT
        + ":table/"
        + table.name();
  }
}
