package banshi.local.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The recorded exchanges, one file an operation: for each language the request's body, the answer
 * to it and a refusal. They become the named examples {@code zh} and {@code en} of the API
 * document; what has no body, or none in JSON, gets none.
 */
final class ApiExamples {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LANGUAGES = List.of("zh", "en");
  private static final String BODY = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final Path folder;

  /**
   * @param folder where the files lie, each with its operation's name; it need not exist
   */
  ApiExamples(Path folder) {
    this.folder = folder;
  }

  void addTo(JsonNode paths) throws IOException {
    for (JsonNode path : paths) {
      for (JsonNode operation : path) {
        Path file = folder.resolve(operation.path("operationId").asText() + ".json");
        if (Files.exists(file)) {
          add(operation, JSON.readTree(file.toFile()));
        }
      }
    }
  }

  private static void add(JsonNode operation, JsonNode recorded) {
    for (String language : LANGUAGES) {
      JsonNode exchange = recorded.path(language);
      put(operation.path("requestBody"), BODY, language, exchange.path("request"));
      answer(operation, BODY, language, exchange);
      answer(operation, PROBLEM, language, exchange.path("problem"));
    }
  }

  private static void answer(JsonNode operation, String type, String language, JsonNode answer) {
    JsonNode response = operation.path("responses").path(answer.path("status").asText());
    put(response, type, language, answer.path("body"));
  }

  private static void put(JsonNode body, String type, String language, JsonNode value) {
    Optional.of(body.path("content").path(type))
        .filter(ObjectNode.class::isInstance)
        .filter(media -> !value.isMissingNode())
        .map(ObjectNode.class::cast)
        .ifPresent(
            media -> media.withObjectProperty("examples").putObject(language).set("value", value));
  }
}
