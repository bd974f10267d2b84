package banshi.startup;

import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.testing.RawEvents;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the start-up function promises to whoever writes a front end for it. */
@QuarkusTest
@TestProfile(RawEvents.class)
class ApiDocumentTest {
  private static final String ROOT = "/v1/startups";
  private static final String LICENCES = "/v1/licences/verification";

  /** Queries by POST: they store nothing, and need neither token nor key. */
  private static final Set<String> QUERIES =
      Set.of(ROOT + "/name-checks", ROOT + "/validation", LICENCES);

  /** What makes or gives up something that is no case of its own yet. */
  private static final Set<String> WITHOUT_VERSION =
      Set.of(
          ROOT,
          ROOT + "/tasks/actions/claim",
          ROOT + "/names",
          ROOT + "/names/{reservation}/actions/release",
          ROOT + "/{number}/notes",
          ROOT + "/{number}/messages",
          ROOT + "/{number}/actions/hurry");

  private record Operation(String method, String path, JsonNode stated) {
    boolean isWrite() {
      return method.equals("post") && !QUERIES.contains(path);
    }

    List<String> statuses() {
      return stated.path("responses").propertyStream().map(entry -> entry.getKey()).toList();
    }

    List<String> parameters() {
      return stated.path("parameters").findValuesAsText("name");
    }

    String schema(String status, String type) {
      return stated
          .at("/responses/" + status + "/content/" + type.replace("/", "~1") + "/schema/$ref")
          .asText();
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

  private static Operation operation(String method, String path) {
    return operations().stream()
        .filter(each -> each.method().equals(method) && each.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyOperationOfTheContractIsThereAndNoOther() {
    List<String> expected = new ArrayList<>();
    List.of(
            "sign",
            "amend",
            "withdraw",
            "disclose",
            "request-correction",
            "deny",
            "rate",
            "contact-rater",
            "rectify",
            "call-back",
            "appeal-rating",
            "uphold-appeal",
            "reject-appeal",
            "correct-result",
            "hurry")
        .forEach(action -> expected.add("post " + ROOT + "/{number}/actions/" + action));
    List.of("claim", "release", "complete", "hand-over", "share", "take-back")
        .forEach(
            action -> expected.add("post " + ROOT + "/{number}/tasks/{taskId}/actions/" + action));
    List.of(
            "",
            "/tasks/actions/claim",
            "/name-checks",
            "/names",
            "/names/{reservation}/actions/release",
            "/validation")
        .forEach(path -> expected.add("post " + ROOT + path));
    List.of(
            "/options",
            "/names",
            "/{number}",
            "/{number}/timeline",
            "/{number}/timeline/verification",
            "/{number}/ledger",
            "/{number}/licence")
        .forEach(path -> expected.add("get " + ROOT + path));
    for (String words : List.of("/notes", "/messages")) {
      expected.add("post " + ROOT + "/{number}" + words);
      expected.add("get " + ROOT + "/{number}" + words);
    }
    expected.add("post " + LICENCES);
    expected.add("get " + LICENCES);
    assertThat(operations())
        .extracting(operation -> operation.method() + " " + operation.path())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theDocumentSaysWhoReadsAReviewersWords() {
    JsonNode sent = document().at("/components/schemas/Complete/properties");
    assertThat(sent.at("/comment/description").asText())
        .contains("申请人永远看不到", "applicants never do");
    assertThat(sent.at("/remark/description").asText()).contains("给申请人看", "For the applicant");
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

  @Test
  void everyWriteStatesItsTermsAndEveryRefusalThatItMayGive() {
    List<Operation> writes = operations().stream().filter(Operation::isWrite).toList();
    assertThat(writes)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            write -> {
              assertThat(write.parameters()).as(write.path()).contains("Idempotency-Key");
              assertThat(write.statuses())
                  .as(write.path())
                  .contains("400", "401", "403", "409", "413", "415", "422");
              if (!WITHOUT_VERSION.contains(write.path())) {
                assertThat(write.parameters()).as(write.path()).contains("If-Match");
                assertThat(write.statuses()).as(write.path()).contains("404", "412", "428");
              }
            });
  }

  @Test
  void whatStoresNothingNeedsNeitherTokenNorKey() {
    assertThat(operations())
        .filteredOn(operation -> QUERIES.contains(operation.path()))
        .hasSize(QUERIES.size() + 1)
        .allSatisfy(
            query -> {
              assertThat(query.parameters())
                  .as(query.path())
                  .doesNotContain("Idempotency-Key", "If-Match");
              assertThat(query.statuses()).as(query.path()).contains("200").doesNotContain("401");
            });
  }

  @Test
  void everythingThatShowsAStartUpShowsItByItsSchema() {
    assertThat(operations())
        .filteredOn(Operation::isWrite)
        .filteredOn(operation -> !operation.path().startsWith(ROOT + "/names"))
        .filteredOn(operation -> !operation.path().equals(ROOT + "/tasks/actions/claim"))
        .filteredOn(operation -> !operation.path().matches(".*/(notes|messages)"))
        .allSatisfy(
            operation ->
                assertThat(
                        operation.schema(
                            operation.path().equals(ROOT) ? "201" : "200", "application/json"))
                    .as(operation.path())
                    .isEqualTo("#/components/schemas/StartupView"));
    assertThat(document().at("/components/schemas/StartupView/required"))
        .extracting(JsonNode::asText)
        .contains("number", "stage", "formHash", "signatories", "tasks", "allowedActions")
        .doesNotContain("licence", "denial", "rating", "receipt");
  }

  @Test
  void aLicenceIsGivenAsJsonAndAsAPdf() {
    Operation licence = operation("get", ROOT + "/{number}/licence");
    assertThat(licence.schema("200", "application/json"))
        .isEqualTo("#/components/schemas/LicenceView");
    assertThat(
            licence.stated().at("/responses/200/content/application~1pdf/schema/format").asText())
        .isEqualTo("binary");
  }

  /** What is missing of the form is told with everything else that is wrong, not refused first. */
  @Test
  void nothingOfTheFormIsRequiredButTheReservation() {
    JsonNode schemas = document().at("/components/schemas");
    assertThat(schemas.at("/Startup/required"))
        .extracting(JsonNode::asText)
        .containsExactly("nameReservation");
    for (String part : List.of("Company", "Address", "Person", "Contribution")) {
      assertThat(schemas.path(part).path("properties").size()).as(part).isPositive();
      assertThat(schemas.path(part).path("required").size()).as(part).isZero();
    }
  }

  @Test
  void theBoundsOfWordsListsAndNumbersAreStatedOfWhatMayBeLeftOutToo() {
    JsonNode schemas = document().at("/components/schemas");
    assertThat(schemas.at("/Deny/properties/reason/maxLength").intValue()).isEqualTo(1000);
    assertThat(schemas.at("/Deny/properties/remedy/maxLength").intValue()).isEqualTo(500);
    assertThat(schemas.at("/Deny/properties/remedy/pattern").asText()).isEqualTo("\\S");
    assertThat(schemas.at("/Sign/properties/formHash/pattern").asText()).isEqualTo("[0-9a-f]{64}");
    assertThat(schemas.at("/RequestCorrection/properties/days/minimum").intValue()).isEqualTo(1);
    assertThat(schemas.at("/RequestCorrection/properties/days/maximum").intValue()).isEqualTo(30);
    assertThat(schemas.at("/Startup/properties/people/maxItems").intValue()).isEqualTo(250);
    assertThat(schemas.at("/Company/properties/businessScope/maxItems").intValue()).isEqualTo(50);
  }
}
