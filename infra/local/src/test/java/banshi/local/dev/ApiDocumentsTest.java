package banshi.local.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiDocumentsTest {
  private static final String STRING = "{\"type\":\"string\"}";
  private static final String INTEGER = "{\"type\":\"integer\"}";

  @TempDir Path root;

  private void packaged(String function, String document) throws IOException {
    Path target = root.resolve("functions/" + function + "/target");
    Files.createDirectories(target.resolve("openapi"));
    Files.createFile(target.resolve("function.zip"));
    Files.writeString(target.resolve("openapi/openapi.json"), document);
  }

  /** An operation at {@code path} that answers with {@code schema}, and the schemas there are. */
  private static String document(String path, String schema, String... schemas) {
    List<String> components = new ArrayList<>();
    for (int i = 0; i < schemas.length; i += 2) {
      components.add("\"" + schemas[i] + "\":" + schemas[i + 1]);
    }
    return """
    {"openapi":"3.1.0","info":{"title":"A","version":"1.0.0"},"tags":[{"name":"z"},{"name":"a"}],
     "paths":{"%s":{"get":{"security":[{"bearer":[]}],"responses":{"200":{"content":
       {"application/json":{"schema":%s}}}}}}},
     "components":{"schemas":{%s},"securitySchemes":{"bearer":{"type":"http"},"basic":{}}}}
    """
        .formatted(path, ref(schema), String.join(",", components));
  }

  private static String ref(String schema) {
    return "{\"$ref\":\"#/components/schemas/" + schema + "\"}";
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(property -> property.getKey()).toList();
  }

  private JsonNode joined() throws IOException {
    return ApiDocuments.built(root).joined();
  }

  private static String answer(JsonNode document, String path) {
    return document
        .path("paths")
        .path(path)
        .at("/get/responses/200/content/application~1json/schema/$ref")
        .asText();
  }

  @Test
  void tagsPathsAndComponentsAreInOrderAndThereOnce() throws IOException {
    packaged("intake", document("/v1/b", "X", "X", STRING));
    packaged("audit", document("/v1/c", "X", "X", STRING));

    JsonNode joined = joined();

    assertThat(names(joined))
        .containsExactly("openapi", "info", "servers", "tags", "paths", "components");
    assertThat(joined.path("tags"))
        .extracting(tag -> tag.path("name").asText())
        .containsExactly("a", "z");
    assertThat(names(joined.path("paths"))).containsExactly("/v1/b", "/v1/c");
    assertThat(names(joined.at("/components/schemas"))).containsExactly("X");
  }

  /** Methods of one path that several classes answer come in an order that no build promises. */
  @Test
  void methodsAreInOrderHoweverTheBuildHasThem() throws IOException {
    packaged(
        "intake",
        document("/v1/b", "X", "X", STRING)
            .replace(
                "\"get\":{", "\"put\":{\"responses\":{}},\"delete\":{\"responses\":{}},\"get\":{"));

    assertThat(names(joined().path("paths").path("/v1/b"))).containsExactly("delete", "get", "put");
  }

  @Test
  void whatDiffersAndWhatRefersToItHasItsFunctionsName() throws IOException {
    String page = "{\"items\":" + ref("Line") + "}";
    packaged("intake", document("/v1/b", "Page", "Page", page, "Line", STRING));
    packaged("audit", document("/v1/a", "Page", "Page", page, "Line", INTEGER));

    JsonNode joined = joined();

    assertThat(names(joined.at("/components/schemas")))
        .containsExactly("AuditLine", "AuditPage", "IntakeLine", "IntakePage");
    assertThat(answer(joined, "/v1/a")).endsWith("/AuditPage");
    assertThat(answer(joined, "/v1/b")).endsWith("/IntakePage");
    assertThat(joined.at("/components/schemas/IntakePage/items/$ref").asText())
        .endsWith("/IntakeLine");
    assertThat(joined.at("/components/schemas/IntakeLine/type").asText()).isEqualTo("string");
  }

  @Test
  void whatNothingRefersToIsLeftOut() throws IOException {
    packaged("intake", document("/v1/b", "X", "X", STRING, "Unused", STRING));

    assertThat(names(joined().at("/components/schemas"))).containsExactly("X");
    assertThat(names(joined().at("/components/securitySchemes"))).containsExactly("bearer");
  }

  @Test
  void aReferenceToNothingIsRefused() throws IOException {
    packaged("intake", document("/v1/b", "Gone"));

    assertThatThrownBy(this::joined).hasMessage("nothing is at #/components/schemas/Gone");
  }

  @Test
  void aPathOfTwoFunctionsIsRefused() throws IOException {
    packaged("intake", document("/v1/b", "X", "X", STRING));
    packaged("audit", document("/v1/b", "X", "X", STRING));

    assertThatThrownBy(this::joined).hasMessage("/v1/b is of two functions");
  }

  @Test
  void aNameThatAnotherComponentHasIsRefused() throws IOException {
    packaged("intake", document("/v1/b", "X", "X", STRING));
    packaged("audit", document("/v1/a", "X", "X", INTEGER, "IntakeX", "{\"type\":\"boolean\"}"));

    assertThatThrownBy(this::joined)
        .hasMessage("#/components/schemas/IntakeX would be two components");
  }

  @Test
  void aFunctionThatIsNotPackagedIsNamed() throws IOException {
    packaged("intake", document("/v1/b", "X", "X", STRING));
    Files.createDirectories(root.resolve("functions/audit"));

    assertThatThrownBy(this::joined).hasMessageEndingWith("audit has not been packaged");
  }

  @Test
  void theTextIsIndentedAndEndsWithANewline() throws IOException {
    packaged("intake", document("/v1/b", "X", "X", STRING));

    assertThat(new String(ApiDocuments.text(joined()), StandardCharsets.UTF_8))
        .startsWith("{\n  \"openapi\" : \"3.1.0\",\n")
        .endsWith("\n}\n");
  }

  @Test
  void recordedExchangesAreExamplesOfRequestAnswerAndProblem() throws IOException {
    packaged(
        "intake",
        document("/v1/b", "X", "X", STRING)
            .replace("{\"security", "{\"operationId\":\"b\",\"security"));
    Files.createDirectories(root.resolve(ApiDocuments.EXAMPLES));
    Files.writeString(
        root.resolve(ApiDocuments.EXAMPLES).resolve("b.json"),
        """
        {"zh":{"request":{"not":"taken"},"status":200,"body":"好","problem":{"status":404,"body":{}}},
         "en":{"status":200,"body":"good"}}
        """);

    JsonNode media = joined().at("/paths/~1v1~1b/get/responses/200/content/application~1json");

    assertThat(media.at("/examples/zh/value").asText()).isEqualTo("好");
    assertThat(media.at("/examples/en/value").asText()).isEqualTo("good");
    assertThat(joined().at("/paths/~1v1~1b/get").has("requestBody")).isFalse();
  }

  @Test
  void aReleasedVersionIsNotReplacedByAnotherDocument() throws IOException {
    packaged("intake", document("/v1/b", "X", "X", STRING));
    Path released = root.resolve(ApiDocumentCommand.RELEASED);
    ApiDocumentCommand.run(root, List.of("release"));
    assertThat(released).hasSameBinaryContentAs(root.resolve(ApiDocumentCommand.COMMITTED));
    ApiDocumentCommand.run(root, List.of("release"));

    String changed = document("/v1/b", "X", "X", INTEGER);
    Path document = root.resolve("functions/intake/target/openapi/openapi.json");
    Files.writeString(document, changed);
    assertThatThrownBy(() -> ApiDocumentCommand.run(root, List.of("release")))
        .hasMessageContaining("Version 1.0.0 has been released");
    assertThat(Files.readString(released)).doesNotContain("integer");

    Files.writeString(document, changed.replace("1.0.0", "2.0.0"));
    ApiDocumentCommand.run(root, List.of("release"));
    assertThat(Files.readString(released)).contains("integer", "2.0.0");
  }
}
