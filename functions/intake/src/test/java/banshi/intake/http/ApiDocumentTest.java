package banshi.intake.http;

import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What annotations promise, the API document states. */
@QuarkusTest
@TestProfile(HttpLayer.class)
class ApiDocumentTest {

  private static JsonNode document() {
    return request("GET", "/q/openapi?format=json").send().json();
  }

  private static JsonNode operation(String method, String path) {
    return document().get("paths").get(path).get(method);
  }

  private static List<String> statuses(JsonNode operation) {
    return operation.get("responses").propertyStream().map(entry -> entry.getKey()).toList();
  }

  private static JsonNode parameter(JsonNode operation, String name) {
    return StreamSupport.stream(operation.get("parameters").spliterator(), false)
        .filter(parameter -> parameter.get("name").textValue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void it_is_openapi_3_1() {
    assertThat(document().get("openapi").textValue()).startsWith("3.1");
  }

  @Test
  void a_bearer_token_is_needed_but_for_public_operations() {
    assertThat(operation("get", "/test/open").get("security")).isEmpty();
    assertThat(operation("get", "/test/refused").at("/security/0/bearer").isArray()).isTrue();
    assertThat(document().at("/components/securitySchemes/bearer/scheme").textValue())
        .isEqualTo("bearer");
  }

  @Test
  void every_refusal_that_an_operation_may_give_is_stated_as_a_problem() {
    JsonNode accept = operation("post", "/test/cases/{number}/actions/accept");

    assertThat(statuses(accept))
        .contains(
            "400", "401", "403", "404", "406", "409", "412", "413", "415", "422", "428", "500",
            "503");
    assertThat(statuses(operation("get", "/test/open")))
        .contains("400", "406", "500", "503")
        .doesNotContain("401", "403", "409", "412", "413", "415", "422", "428");
    accept
        .get("responses")
        .propertyStream()
        .filter(response -> !response.getKey().startsWith("2"))
        .forEach(
            response ->
                assertThat(
                        response
                            .getValue()
                            .at("/content/application~1problem+json/schema/$ref")
                            .textValue())
                    .as(response.getKey())
                    .isEqualTo("#/components/schemas/Problem"));
  }

  @Test
  void the_headers_of_a_write_are_stated() {
    JsonNode accept = operation("post", "/test/cases/{number}/actions/accept");

    assertThat(parameter(accept, "Idempotency-Key").get("required").booleanValue()).isTrue();
    assertThat(parameter(accept, "If-Match").get("required").booleanValue()).isFalse();
    assertThat(parameter(accept, "Accept-Language").get("in").textValue()).isEqualTo("header");
    assertThat(accept.at("/responses/201/headers").propertyStream().map(e -> e.getKey()))
        .contains("ETag", "Idempotent-Replayed");
  }

  @Test
  void an_operation_s_description_says_on_which_terms_it_is_called() {
    assertThat(description("get", "/test/open")).isEqualTo("无需登录。 Needs no token.");
    assertThat(description("post", "/test/cases/{number}/actions/accept"))
        .contains("申请人", "applicant", "须带 Idempotency-Key", "Needs an Idempotency-Key")
        .contains("If-Match", "申请人可省略", "may be left out by: applicant");
  }

  private static String description(String method, String path) {
    return operation(method, path).get("description").textValue();
  }

  @Test
  void what_a_response_shows_is_stated_in_its_only_success() {
    JsonNode accept = operation("post", "/test/cases/{number}/actions/accept");

    assertThat(statuses(accept))
        .filteredOn(status -> status.startsWith("2"))
        .containsExactly("201");
    assertThat(accept.at("/responses/201/description").textValue()).isEqualTo("条件 · The terms");
    assertThat(accept.at("/responses/201/content/application~1json/schema/$ref").textValue())
        .isEqualTo("#/components/schemas/Terms");
  }

  @Test
  void a_page_s_parameters_are_single_values_with_bounds() {
    JsonNode open = operation("get", "/test/open");

    assertThat(parameter(open, "limit").at("/schema/type").textValue()).isEqualTo("integer");
    assertThat(parameter(open, "limit").at("/schema/maximum").intValue()).isEqualTo(100);
    assertThat(parameter(open, "cursor").at("/schema/type").textValue()).isEqualTo("string");
  }

  @Test
  void a_request_s_schema_states_what_the_binder_refuses() {
    JsonNode filing = document().at("/components/schemas/Filing");

    assertThat(filing.get("additionalProperties").booleanValue()).isFalse();
    assertThat(filing.get("required"))
        .extracting(JsonNode::textValue)
        .containsExactly("title", "score", "lines", "form");
    assertThat(filing.at("/properties/title/maxLength").intValue()).isEqualTo(10);
    assertThat(filing.at("/properties/score/maximum").intValue()).isEqualTo(5);
    assertThat(filing.at("/properties/lines/maxItems").intValue()).isEqualTo(3);
    assertThat(document().at("/components/schemas/Line/properties/code/maxLength").intValue())
        .isEqualTo(1000);
    assertThat(document().at("/components/schemas/JsonNode").has("properties")).isFalse();
  }

  @Test
  void a_personal_value_is_a_string() {
    JsonNode owner = document().at("/components/schemas/Filing/properties/owner");

    assertThat(owner.toString()).contains("PersonName");
    assertThat(document().at("/components/schemas/PersonName/type").textValue())
        .isEqualTo("string");
  }

  @Test
  void an_answer_s_schema_states_what_is_always_there_and_may_grow() {
    JsonNode receipt = document().at("/components/schemas/Receipt");

    assertThat(receipt.get("required"))
        .extracting(JsonNode::textValue)
        .containsExactly("title", "receivedAt", "subject", "notice");
    assertThat(receipt.has("additionalProperties")).isFalse();
    assertThat(document().at("/components/schemas/Text/type").textValue()).isEqualTo("string");
  }

  @Test
  void a_body_is_needed_only_where_it_has_required_members() {
    assertThat(operation("put", "/test/drafts").at("/requestBody/required").booleanValue())
        .isTrue();
    assertThat(operation("post", "/test/withdrawals").at("/requestBody/required").booleanValue())
        .isFalse();
  }
}
