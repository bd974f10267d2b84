package banshi.intake.http;

import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.testing.Gateway.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HttpLayer.class)
class OtherOriginsTest {
  private static final String HALL = "https://hall.example.invalid";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private static Answer preflight(String origin) {
    return request("OPTIONS", "/test/filings")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,idempotency-key")
        .send();
  }

  @Test
  void an_allowed_origin_s_preflight_needs_no_token_and_allows_every_header_of_the_contract() {
    Answer answer = preflight(HALL);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header(ALLOWED)).hasValue(HALL);
    assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow())
        .contains("POST", "PUT", "DELETE");
    assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow())
        .contains("Authorization", "Content-Type", "Idempotency-Key", "If-Match");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.invalid",
        "http://hall.example.invalid",
        "https://hall.example.invalid.evil.example",
        "null"
      })
  void another_origin_is_granted_nothing(String origin) {
    assertThat(preflight(origin).header(ALLOWED)).isEmpty();
    assertThat(request("GET", "/test/open").header("Origin", origin).send().header(ALLOWED))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/test/open", "/nothing", "/test/refused"})
  void an_allowed_origin_reads_answers_and_refusals_alike(String path) {
    Answer answer = request("GET", path).header("Origin", HALL).send();

    assertThat(answer.header(ALLOWED)).hasValue(HALL);
    assertThat(answer.header("Vary").orElseThrow()).contains("Origin");
    assertThat(answer.header("Access-Control-Expose-Headers").orElseThrow())
        .contains("ETag", "Location", "Idempotent-Replayed", "Retry-After");
  }
}
