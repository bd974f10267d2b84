package banshi.intake.http;

import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.testing.Gateway;
import banshi.http.testing.Gateway.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HttpLayer.class)
class TermsOfWritingTest {
  private static final String BODY = "{\"title\":\"茶\",\"score\":3,\"lines\":[],\"form\":{}}";

  private static Gateway accept(String number) {
    return request("POST", "/test/cases/" + number + "/actions/accept");
  }

  private static String code(Gateway request) {
    return request.send().json().get("code").textValue();
  }

  private static JsonNode terms(String caller, String number, String body) {
    Answer answer =
        accept(number)
            .as(caller)
            .header("Idempotency-Key", "key-1")
            .header("If-Match", "\"4\"")
            .json(body)
            .send();
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  @Test
  void a_write_needs_an_idempotency_key_before_its_body_is_looked_at() {
    assertThat(code(accept("A1").as("officer").json("{"))).isEqualTo("idempotency-key-required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "键", "a\tb"})
  void a_key_that_is_not_visible_ascii_is_refused(String key) {
    assertThat(code(accept("A1").as("officer").header("Idempotency-Key", key).json(BODY)))
        .isEqualTo("idempotency-key-invalid");
  }

  @Test
  void a_key_has_at_most_255_characters_and_is_given_once() {
    assertThat(
            code(accept("A1").as("officer").header("Idempotency-Key", "k".repeat(256)).json(BODY)))
        .isEqualTo("idempotency-key-invalid");
    assertThat(
            code(
                accept("A1")
                    .as("officer")
                    .header("Idempotency-Key", "a")
                    .header("Idempotency-Key", "b")
                    .json(BODY)))
        .isEqualTo("idempotency-key-invalid");
    assertThat(
            accept("A1")
                .as("applicant")
                .header("Idempotency-Key", "k".repeat(255))
                .json(BODY)
                .send()
                .status())
        .isEqualTo(201);
  }

  @Test
  void an_officer_needs_a_version_and_an_applicant_may_leave_it_out() {
    Answer officer = accept("A1").as("officer").header("Idempotency-Key", "k").json(BODY).send();
    Answer applicant =
        accept("A1").as("applicant").header("Idempotency-Key", "k").json(BODY).send();

    assertThat(officer.status()).isEqualTo(428);
    assertThat(officer.json().get("code").textValue()).isEqualTo("precondition-required");
    assertThat(applicant.status()).isEqualTo(201);
    assertThat(applicant.json().has("version")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4",
        "W/\"4\"",
        "*",
        "\"4\", \"5\"",
        "\"abc\"",
        "\"-1\"",
        "\"04\"",
        "\"\"",
        "",
        "\"9999999999999999999\""
      })
  void a_version_that_is_not_one_strong_tag_is_refused(String tag) {
    assertThat(
            code(
                accept("A1")
                    .as("applicant")
                    .header("Idempotency-Key", "k")
                    .header("If-Match", tag)
                    .json(BODY)))
        .isEqualTo("version-invalid");
  }

  @Test
  void equal_requests_of_one_caller_have_equal_terms() {
    JsonNode first = terms("officer", "A1", BODY);

    assertThat(terms("officer", "A1", BODY)).isEqualTo(first);
    assertThat(first.get("key").textValue()).isEqualTo("key-1");
    assertThat(first.get("version").longValue()).isEqualTo(4);
  }

  @Test
  void another_caller_has_another_scope_and_another_body_or_case_another_fingerprint() {
    JsonNode first = terms("officer", "A1", BODY);
    JsonNode otherCaller = terms("applicant", "A1", BODY);
    JsonNode otherBody = terms("officer", "A1", BODY.replace("3", "4"));
    JsonNode otherCase = terms("officer", "A2", BODY);

    assertThat(otherCaller.get("scope")).isNotEqualTo(first.get("scope"));
    assertThat(otherBody.get("scope")).isEqualTo(first.get("scope"));
    assertThat(otherBody.get("fingerprint")).isNotEqualTo(first.get("fingerprint"));
    assertThat(otherCase.get("scope")).isEqualTo(first.get("scope"));
    assertThat(otherCase.get("fingerprint")).isNotEqualTo(first.get("fingerprint"));
  }
}
