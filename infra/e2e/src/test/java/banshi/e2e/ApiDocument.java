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

  private record Operation(
      Pattern path, int parameters, String template, String method, JsonNode node) {}

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  ApiDocument(String json) throws IOException {
    this.document = JSON.readTree(json);
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
                                operation(path.getKey(), method.getKey(), method.getValue()))));
  }

  private static Operation operation(String template, String method, JsonNode node) {
    String regex = template.replaceAll("\\{[^}]+}", "[^/]+");
    int parameters = template.split("\\{", -1).length - 1;
    return new Operation(Pattern.compile(regex), parameters, template, method, node);
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
    Optional<Operation> operation =
        operations.stream()
            .filter(op -> op.method().equalsIgnoreCase(method))
            .filter(op -> op.path().matcher(path).matches())
            .min((a, b) -> Integer.compare(a.parameters(), b.parameters()));
    if (operation.isEmpty()) {
      return status == 404 || status == 405
          ? List.of()
          : List.of("undocumented operation " + method + " " + path + " answered " + status);
    }
    String where = method + " " + operation.get().template() + " " + status;
    JsonNode documented = operation.get().node().path("responses").path(Integer.toString(status));
    if (documented.isMissingNode()) {
      return List.of("undocumented status: " + where);
    }
    List<String> faults = new ArrayList<>();
    if (status < 300 && request.isPresent()) {
      JsonNode body = resolved(operation.get().node().path("requestBody"));
      faults.addAll(
          fit(
              "request " + where,
              body.path("content").path("application/json").path("schema"),
              request.get()));
    }
    JsonNode content = resolved(documented).path("content");
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
        faults.addAll(fit("answer " + where, schema, answer));
      }
    }
    return faults;
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private List<String> fit(String where, JsonNode schema, String body) throws IOException {
    if (schema.isMissingNode()) {
      return List.of("no schema for " + where);
    }
    JsonSchema judge =
        schemas.computeIfAbsent(
            schema.toString(),
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
