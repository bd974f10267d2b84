package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.dev.ApiDocumentCommand;
import banshi.local.dev.ApiDocuments;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation is shown in both languages, and what is shown is what it says of itself. */
class ApiExamplesTest {
  private final String text =
      Files.readString(TheHall.root().resolve(ApiDocumentCommand.COMMITTED));
  private final ApiDocument document = new ApiDocument(List.of(text));
  private final JsonNode paths = Hall.JSON.readTree(text).path("paths");

  ApiExamplesTest() throws IOException {}

  private static List<String> faults(
      ApiDocument document, String operation, String place, JsonNode media) throws IOException {
    List<String> faults = new ArrayList<>();
    for (String language : List.of("zh", "en")) {
      JsonNode example = media.path("examples").path(language).path("value");
      if (example.isMissingNode()) {
        faults.add(operation + " has no example " + language + " of its " + place);
      } else {
        faults.addAll(
            document.fit(
                operation + " " + place + " " + language,
                media.path("schema"),
                example.toString()));
      }
    }
    return faults;
  }

  @Test
  void everyOperationHasExamplesThatFitInBothLanguages() throws IOException {
    List<String> faults = new ArrayList<>();
    for (JsonNode path : paths) {
      for (JsonNode operation : path) {
        String id = operation.path("operationId").asText();
        if (operation.has("requestBody")) {
          faults.addAll(faults(document, id, "request", json(operation.path("requestBody"))));
        }
        Stream<JsonNode> successes =
            answers(operation, "2")
                .map(ApiExamplesTest::json)
                .filter(media -> !media.isMissingNode());
        for (JsonNode media : successes.toList()) {
          faults.addAll(faults(document, id, "answer", media));
        }
        List<JsonNode> problems =
            answers(operation, "4")
                .map(answer -> answer.path("content").path("application/problem+json"))
                .filter(media -> media.has("examples"))
                .toList();
        if (problems.isEmpty()) {
          faults.add(id + " has no example of a problem");
        }
        for (JsonNode media : problems) {
          faults.addAll(faults(document, id, "problem", media));
        }
      }
    }
    assertThat(faults).as("run ./dev docs examples · 请运行 ./dev docs examples").isEmpty();
  }

  private static JsonNode json(JsonNode body) {
    return body.path("content").path("application/json");
  }

  private static Stream<JsonNode> answers(JsonNode operation, String begin) {
    return operation
        .path("responses")
        .propertyStream()
        .filter(answer -> answer.getKey().startsWith(begin))
        .map(answer -> answer.getValue());
  }

  @Test
  void everyFileIsOfAnOperation() throws IOException {
    try (Stream<java.nio.file.Path> files =
        Files.list(TheHall.root().resolve(ApiDocuments.EXAMPLES))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(document.operationIds());
    }
  }
}
