package banshi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The API document as a judge of every exchange: the operation must be documented, so must the
 * status and the kind of body, and JSON must fit its schema.
 */
final class ApiDocument {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  /**
   * What may be done.
   *
   * @param document the document that says so, and what its references lead to
   */
  record Operation(
      JsonNode document,
      Pattern path,
      int parameters,
      String template,
      String method,
      JsonNode node) {
    /** Whether it asks for a token. */
    boolean secured() {
      return !node.path("security").isEmpty();
    }
  }

  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  /** What one document says, or several with different operations, such as each function's. */
  ApiDocument(List<String> documents) {
    for (String json : documents) {
      try {
        add(JSON.readTree(json));
      } catch (IOException e) {
        throw new IllegalArgumentException("an API document is not JSON: " + e.getMessage(), e);
      }
    }
  }

  List<Operation> operations() {
    return operations;
  }

  private void add(JsonNode document) {
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                operation(
                                    document, path.getKey(), method.getKey(), method.getValue()))));
  }

  private static Operation operation(
      JsonNode document, String template, String method, JsonNode node) {
    String regex = template.replaceAll("\\{[^}]+}", "[^/]+");
    int parameters = template.split("\\{", -1).length - 1;
    return new Operation(document, Pattern.compile(regex), parameters, template, method, node);
  }

  /** What the exchange does that the document does not say; empty when it fits. */
  List<String> faults(
      String method,
      String path,
      Optional<String> request,
      int status,
      String contentType,
      String answer)
      throws IOException {
    Optional<Operation> operation = find(method, path);
    if (operation.isEmpty()) {
      return status == 404 || status == 405
          ? List.of()
          : List.of("undocumented operation " + method + " " + path + " answered " + status);
    }
    String where = method + " " + operation.get().template() + " " + status;
    JsonNode document = operation.get().document();
    JsonNode documented = operation.get().node().path("responses").path(Integer.toString(status));
    if (documented.isMissingNode()) {
      return List.of("undocumented status: " + where);
    }
    List<String> faults = new ArrayList<>();
    if (status < 300 && request.isPresent()) {
      JsonNode body = resolved(document, operation.get().node().path("requestBody"));
      faults.addAll(
          fit(
              document,
              "request " + where,
              body.path("content").path("application/json").path("schema"),
              request.get()));
    }
    JsonNode content = resolved(document, documented).path("content");
    if (answer.isEmpty()) {
      if (!content.isEmpty()) {
        faults.add("no body: " + where);
      }
    } else {
      String type = contentType.split(";")[0].trim();
      JsonNode schema = content.path(type).path("schema");
      if (schema.isMissingNode()) {
        faults.add("undocumented body " + type + ": " + where);
      } else if (type.endsWith("json")) {
        faults.addAll(fit(document, "answer " + where, schema, answer));
      }
    }
    return faults;
  }

  private Optional<Operation> find(String method, String path) {
    return operations.stream()
        .filter(op -> op.method().equalsIgnoreCase(method))
        .filter(op -> op.path().matcher(path).matches())
        .min((a, b) -> Integer.compare(a.parameters(), b.parameters()));
  }

  private Operation known(String method, String path) {
    return find(method, path.replaceAll("\\?.*", "")).orElseThrow();
  }

  /** What the document calls an operation that it knows. */
  String operationId(String method, String path) {
    return known(method, path).node().path("operationId").asText();
  }

  /** The path of an operation that the document knows, with its parameters. */
  String template(String method, String path) {
    return known(method, path).template();
  }

  /** Every operation's name. */
  List<String> operationIds() {
    return operations.stream().map(op -> op.node().path("operationId").asText()).toList();
  }

  /** How JSON does not fit a schema of the one document; empty when it does. */
  List<String> fit(String where, JsonNode schema, String body) throws IOException {
    return fit(operations.getFirst().document(), where, schema, body);
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private List<String> fit(JsonNode document, String where, JsonNode schema, String body)
      throws IOException {
    if (schema.isMissingNode()) {
      return List.of("no schema for " + where);
    }
    JsonSchema judge =
        schemas.computeIfAbsent(
            where + schema,
            ignored -> {
              ObjectNode whole = JSON.createObjectNode();
              whole.set("components", document.path("components"));
              whole.setAll((ObjectNode) schema);
              return SCHEMAS.getSchema(whole);
            });
    List<String> faults = new ArrayList<>();
    for (ValidationMessage message : judge.validate(JSON.readTree(body))) {
      faults.add(where + ": " + message);
    }
    return faults;
  }
}
