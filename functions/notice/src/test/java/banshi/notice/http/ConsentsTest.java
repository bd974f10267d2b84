package banshi.notice.http;

import static banshi.http.testing.Gateway.event;
import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.testing.Gateway;
import banshi.http.testing.Gateway.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The consent ledger through raw gateway events, over the real engine. */
@QuarkusTest
@TestProfile(NoticeDesk.class)
class ConsentsTest {
  private static int templates;

  /** Every test has a template of its own. */
  private final String template = "template-%04d".formatted(++templates);

  private static Gateway granting(String caller, String template, int granted) {
    return request("POST", "/v1/consents")
        .as(caller)
        .json("{\"templateId\":\"%s\",\"granted\":%d}".formatted(template, granted));
  }

  private static Answer grant(String caller, String template, int granted) {
    return granting(caller, template, granted)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .send();
  }

  private JsonNode stock() {
    Answer answer = request("GET", "/v1/consents?limit=100").as("applicant").send();
    assertThat(answer.status()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("items").spliterator(), false)
        .filter(stock -> stock.path("templateId").asText().equals(template))
        .findFirst()
        .orElseThrow();
  }

  private static String code(Answer answer) {
    return answer.status() + " " + answer.json().path("code").asText();
  }

  @Test
  void taps_add_up_and_are_listed_without_the_openid() {
    assertThat(grant("applicant", template, 2).status()).isEqualTo(200);
    Answer second = grant("applicant", template, 3);

    assertThat(second.body())
        .isEqualTo(
            "{\"templateId\":\"%s\",\"available\":5,\"granted\":5,\"spent\":0}"
                .formatted(template));
    assertThat(stock()).isEqualTo(second.json());
    assertThat(request("GET", "/v1/consents").as("applicant").send().body())
        .doesNotContain("oTest");
  }

  @Test
  void a_tap_that_is_sent_again_counts_once() {
    Gateway tap = event("grant-consent.json");
    Answer first = tap.send();
    Answer again = event("grant-consent.json").send();
    Answer other = granting("applicant", template, 1).header("Idempotency-Key", "tap-1").send();

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(code(other)).isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void a_token_without_an_openid_is_told_what_to_do() {
    Answer answer = grant("other", template, 1);

    assertThat(code(answer)).isEqualTo("400 openid-missing");
    assertThat(answer.json().path("detail").asText()).contains("小程序");
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer", "supervisor", "admin"})
  void consent_is_an_applicant_s_alone(String caller) {
    assertThat(code(grant(caller, template, 1))).isEqualTo("403 forbidden");
    assertThat(code(request("GET", "/v1/consents").as(caller).send())).isEqualTo("403 forbidden");
  }

  @Test
  void somebody_else_s_stock_is_not_shown() {
    grant("applicant", template, 1);

    assertThat(request("GET", "/v1/consents").as("other").send().json().path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "short, 1, /templateId",
    "template-with-a/slash, 1, /templateId",
    "template-0001, 0, /granted",
    "template-0001, 101, /granted",
    "template-0001, -1, /granted"
  })
  void a_grant_has_bounds(String templateId, int granted, String pointer) {
    Answer answer = grant("applicant", templateId, granted);

    assertThat(code(answer)).isEqualTo("400 invalid-body");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  @Test
  void a_stock_holds_a_thousand_messages_and_no_more() {
    for (int i = 0; i < 10; i++) {
      assertThat(grant("applicant", template, 100).status()).isEqualTo(200);
    }
    Answer tooMany = grant("applicant", template, 1);

    assertThat(code(tooMany)).isEqualTo("400 invalid-body");
    assertThat(tooMany.json().at("/errors/0/pointer").asText()).isEqualTo("/granted");
    assertThat(tooMany.json().at("/errors/0/code").asText()).isEqualTo("stock-full");
    assertThat(stock().path("available").asInt()).isEqualTo(1_000);
  }

  @Test
  void racing_grants_add_up() throws Exception {
    List<Answer> answers =
        Race.of(
            30,
            i ->
                granting("applicant", template, 1)
                    .header("Idempotency-Key", template + "-" + i)
                    .send());

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(answer -> answer.json().path("granted").asInt()))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    assertThat(stock().path("available").asInt()).isEqualTo(30);
  }

  @Test
  void racing_duplicates_are_one_grant_and_equal_answers() throws Exception {
    List<Answer> answers =
        Race.of(
            30,
            i ->
                granting("applicant", template, 7)
                    .header("Idempotency-Key", template + "-one")
                    .send());

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
    assertThat(answers.stream().filter(a -> a.header("Idempotent-Replayed").isEmpty())).hasSize(1);
    assertThat(stock().path("granted").asInt()).isEqualTo(7);
  }
}
