package banshi.consultation;

import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.testing.RawEvents;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What consultations promise to whoever writes a front end for it. */
@QuarkusTest
@TestProfile(RawEvents.class)
class ApiDocumentTest {
  private static final String ROOT = "/v1/consultations";

  private record Operation(String method, String path, JsonNode stated) {
    List<String> statuses() {
      return stated.path("responses").propertyStream().map(entry -> entry.getKey()).toList();
    }

    List<String> parameters() {
      return stated.path("parameters").findValuesAsText("name");
    }
  }

  private static JsonNode document() {
    return request("GET", "/q/openapi?format=json").send().json();
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(method.getKey(), path.getKey(), method.getValue()))));
    return operations;
  }

  @Test
  void everyOperationOfTheContractIsThere() {
    List<String> actions =
        List.of(
            "assign",
            "answer",
            "extend",
            "redirect",
            "publish",
            "unpublish",
            "follow-up",
            "accept-answer",
            "convert",
            "withdraw",
            "rate",
            "disclose",
            "contact-rater",
            "rectify",
            "call-back",
            "appeal-rating",
            "uphold-appeal",
            "reject-appeal",
            "approve-extension",
            "reject-extension",
            "correct-answer",
            "hurry");
    List<String> expected = new ArrayList<>();
    actions.forEach(action -> expected.add("post " + ROOT + "/{number}/actions/" + action));
    List.of("claim", "release", "hand-over", "share", "take-back")
        .forEach(
            action -> expected.add("post " + ROOT + "/{number}/tasks/{taskId}/actions/" + action));
    List.of("", "/validation", "/tasks/actions/claim")
        .forEach(path -> expected.add("post " + ROOT + path));
    for (String words : List.of("/notes", "/messages")) {
      expected.add("post " + ROOT + "/{number}" + words);
      expected.add("get " + ROOT + "/{number}" + words);
    }
    List.of("/{number}", "/{number}/timeline", "/{number}/timeline/verification")
        .forEach(path -> expected.add("get " + ROOT + path));
    expected.add("get /v1/knowledge");
    expected.add("get /v1/knowledge/{knowledgeId}");
    assertThat(operations())
        .extracting(operation -> operation.method() + " " + operation.path())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyOperationIsNamedInBothLanguages() {
    assertThat(operations())
        .allSatisfy(
            operation ->
                assertThat(operation.stated().path("summary").asText())
                    .as(operation.path())
                    .matches(".*\\p{IsHan}.* · .*[A-Za-z].*"));
  }

  /** What is said beside it takes no version: it makes none. */
  private static boolean isBeside(Operation operation) {
    return operation.path().matches(".*/(notes|messages|actions/hurry)");
  }

  @Test
  void whatIsSaidBesideItTakesNoVersionAndHasItsBounds() {
    assertThat(operations())
        .filteredOn(operation -> operation.method().equals("post") && isBeside(operation))
        .hasSize(3)
        .allSatisfy(
            operation -> {
              assertThat(operation.parameters()).doesNotContain("If-Match");
              assertThat(operation.statuses()).contains("404", "409", "422", "429");
            });
  }

  @Test
  void everyWriteStatesItsTermsAndEveryRefusalThatItMayGive() {
    List<Operation> writes =
        operations().stream()
            .filter(operation -> operation.method().equals("post"))
            .filter(operation -> !operation.path().endsWith("/validation"))
            .toList();
    assertThat(writes)
        .isNotEmpty()
        .allSatisfy(
            write -> {
              assertThat(write.parameters()).as(write.path()).contains("Idempotency-Key");
              assertThat(write.statuses())
                  .as(write.path())
                  .contains("400", "401", "403", "413", "415", "422");
              if (write.path().contains("{number}") && !isBeside(write)) {
                assertThat(write.parameters()).as(write.path()).contains("If-Match");
                assertThat(write.statuses()).as(write.path()).contains("404", "409", "412", "428");
              }
            });
  }

  @Test
  void everythingThatShowsAConsultationShowsItByItsSchema() {
    String success = "/content/application~1json/schema/$ref";
    assertThat(operations())
        .filteredOn(operation -> operation.method().equals("post"))
        .filteredOn(operation -> !operation.path().equals(ROOT + "/tasks/actions/claim"))
        .filteredOn(operation -> !operation.path().matches(".*/(validation|notes|messages)"))
        .allSatisfy(
            operation ->
                assertThat(
                        operation
                            .stated()
                            .at(
                                "/responses/"
                                    + (operation.path().equals(ROOT) ? "201" : "200")
                                    + success)
                            .asText())
                    .as(operation.path())
                    .isEqualTo("#/components/schemas/ConsultationView"));
    assertThat(document().at("/components/schemas/ConsultationView/required"))
        .extracting(JsonNode::asText)
        .contains("number", "stage", "topic", "allowedActions", "answers", "suggestions")
        .doesNotContain("redirection", "conversion", "publication", "receipt");
  }

  @Test
  void theBoundsOfWordsAreStated() {
    JsonNode question = document().at("/components/schemas/Ask/properties");
    assertThat(question.at("/topic/maxLength").intValue()).isEqualTo(100);
    assertThat(question.at("/question/maxLength").intValue()).isEqualTo(2000);
    assertThat(question.at("/suggestions/maxItems").intValue()).isEqualTo(10);
    assertThat(document().at("/components/schemas/Publish/properties/text/maxLength").intValue())
        .isEqualTo(4000);
  }

  @Test
  void knowledgeIsForEverybody() {
    assertThat(operations())
        .filteredOn(operation -> operation.path().startsWith("/v1/knowledge"))
        .hasSize(2)
        .allSatisfy(
            operation ->
                assertThat(operation.statuses()).as(operation.path()).doesNotContain("401", "403"));
  }
}
