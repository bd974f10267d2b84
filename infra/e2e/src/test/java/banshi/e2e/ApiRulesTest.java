package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.dev.ApiDocumentCommand;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Of the linters' recommended rules those that a change of the code breaks most easily. */
class ApiRulesTest {
  private static final Pattern NAMED = Pattern.compile("\\{([^}]+)}");

  private final JsonNode document =
      Hall.JSON.readTree(TheHall.root().resolve(ApiDocumentCommand.COMMITTED).toFile());

  ApiRulesTest() throws IOException {}

  private List<ApiDocument.Operation> operations() {
    List<ApiDocument.Operation> operations =
        new ApiDocument(List.of(document.toString())).operations();
    assertThat(operations).hasSizeGreaterThan(100);
    return operations;
  }

  private static String name(ApiDocument.Operation operation) {
    return operation.method() + " " + operation.template();
  }

  @Test
  void operationsHaveNamesOfTheirOwnWordsAndARefusal() {
    assertThat(operations())
        .extracting(operation -> operation.node().path("operationId").asText())
        .doesNotContain("")
        .doesNotHaveDuplicates();
    assertThat(operations())
        .allSatisfy(
            operation -> {
              assertThat(operation.node().path("summary").asText())
                  .as(name(operation))
                  .isNotBlank();
              assertThat(operation.node().path("description").asText())
                  .as(name(operation))
                  .isNotBlank();
              assertThat(names(operation.node().path("responses")))
                  .as(name(operation))
                  .anyMatch(status -> status.startsWith("2"))
                  .anyMatch(status -> status.startsWith("4"));
            });
  }

  @Test
  void tagsAreDeclaredAndDeclaredOnesUsed() {
    Set<String> declared = new HashSet<>(texts(document.path("tags"), "name"));
    Set<String> used = new HashSet<>();
    operations()
        .forEach(operation -> operation.node().path("tags").forEach(tag -> used.add(tag.asText())));

    assertThat(used).isEqualTo(declared);
    assertThat(texts(document.path("tags"), "description")).noneMatch(String::isBlank);
  }

  @Test
  void whatAPathNamesIsAParameterAndTheReverse() {
    assertThat(operations())
        .allSatisfy(
            operation -> {
              Set<String> named = new HashSet<>();
              Matcher names = NAMED.matcher(operation.template());
              while (names.find()) {
                named.add(names.group(1));
              }
              Set<String> parameters = new HashSet<>();
              operation
                  .node()
                  .path("parameters")
                  .forEach(
                      parameter -> {
                        JsonNode known = resolved(parameter);
                        if (known.path("in").asText().equals("path")) {
                          assertThat(known.path("required").asBoolean()).isTrue();
                          parameters.add(known.path("name").asText());
                        }
                      });
              assertThat(parameters).as(name(operation)).isEqualTo(named);
            });
  }

  @Test
  void pathsEndInNoSlashAndNoTwoMeanTheSame() {
    assertThat(names(document.path("paths")))
        .noneMatch(path -> path.endsWith("/") || path.contains("?"));
    assertThat(names(document.path("paths")))
        .extracting(path -> NAMED.matcher(path).replaceAll("{}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyReferenceLeadsSomewhereAndNoComponentIsLeftOver() {
    Set<String> references = new HashSet<>();
    document.findValues("$ref").forEach(reference -> references.add(reference.asText()));
    assertThat(references)
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
    for (Map.Entry<String, JsonNode> section : document.path("components").properties()) {
      if (!section.getKey().equals("securitySchemes")) {
        assertThat(names(section.getValue()))
            .allMatch(name -> references.contains("#/components/" + section.getKey() + "/" + name));
      }
    }
  }

  @Test
  void whoAnswersForItAndWhereItIsAreSaid() {
    for (String pointer :
        List.of(
            "/info/title",
            "/info/version",
            "/info/description",
            "/info/contact",
            "/info/license/name",
            "/servers/0/url")) {
      assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
    assertThat(document.path("openapi").asText()).startsWith("3.1.");
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> texts(JsonNode list, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(name).asText())
        .toList();
  }
}
