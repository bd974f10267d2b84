package banshi.intake.http;

import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.testing.Gateway;
import banshi.http.testing.Gateway.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every endpoint has in common, through raw gateway events. */
@QuarkusTest
@TestProfile(HttpLayer.class)
class EveryEndpointTest {
  private static final String GOOD = "{\"title\":\"茶\",\"score\":3,\"lines\":[],\"form\":{}}";
  private static final String ACCEPT = "/test/cases/A1/actions/accept";

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    JsonNode problem = answer.json();
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("code").textValue()).isEqualTo(code);
    assertThat(problem.get("type").textValue()).isEqualTo("/problems/" + code);
    assertThat(problem.get("title").textValue()).isNotBlank();
    assertThat(problem.get("detail").textValue()).isNotBlank();
  }

  @Test
  void a_record_comes_in_and_a_record_goes_out_in_the_caller_s_language() {
    Answer chinese = request("POST", "/test/filings").as("applicant").json(GOOD).send();
    Answer english =
        request("POST", "/test/filings")
            .as("applicant")
            .header("Accept-Language", "en-GB, zh;q=0.5")
            .json(GOOD)
            .send();

    assertThat(chinese.status()).isEqualTo(200);
    assertThat(chinese.header("Content-Type")).hasValue("application/json");
    assertThat(chinese.header("Content-Language")).hasValue("zh-CN");
    assertThat(chinese.body())
        .isEqualTo(
            "{\"title\":\"茶\",\"receivedAt\":\"2026-11-23T09:00:00+08:00\","
                + "\"subject\":\"alice\",\"notice\":\"已收到\"}");
    assertThat(english.header("Content-Language")).hasValue("en");
    assertThat(english.json().get("notice").textValue()).isEqualTo("Received");
    assertThat(english.header("Vary").orElseThrow()).contains("Accept-Language", "Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/test/nothing",
        "/test/中文",
        "/test/a b",
        "/test/%zz",
        "/test/%00",
        "/test/%FF",
        "/test/a#b",
        "//",
        "",
        "*",
        "/q/health"
      })
  void an_unknown_path_is_404_with_or_without_a_token(String path) {
    assertProblem(request("GET", path).send(), 404, "not-found");
    assertProblem(request("POST", path).as("applicant").json("{").send(), 404, "not-found");
  }

  @Test
  void a_method_that_a_path_does_not_have_is_405_and_names_those_it_has() {
    Answer open = request("DELETE", "/test/open").send();
    Answer accept = request("GET", ACCEPT).send();

    assertProblem(open, 405, "method-not-allowed");
    assertThat(open.header("Allow")).hasValue("GET, HEAD, OPTIONS");
    assertThat(accept.header("Allow")).hasValue("OPTIONS, POST");
  }

  @Test
  void every_endpoint_but_the_public_ones_needs_a_token() {
    Answer none = request("GET", "/test/refused").send();
    Answer bad = request("GET", "/test/refused").as("forged").send();
    Answer two = request("GET", "/test/refused").as("officer").as("officer").send();

    assertProblem(none, 401, "unauthorized");
    assertThat(none.header("WWW-Authenticate")).hasValue("Bearer");
    assertProblem(bad, 401, "unauthorized");
    assertThat(bad.header("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    assertProblem(two, 401, "unauthorized");
    assertThat(request("GET", "/test/open").send().status()).isEqualTo(200);
    assertThat(request("GET", "/test/open").as("forged").send().status()).isEqualTo(200);
  }

  @Test
  void a_caller_without_a_needed_role_is_403() {
    assertProblem(
        request("POST", "/test/filings").as("officer").json(GOOD).send(), 403, "forbidden");
    assertProblem(request("POST", ACCEPT).as("admin").json(GOOD).send(), 403, "forbidden");
  }

  @Test
  void who_calls_is_judged_before_what_they_send() {
    var text = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);
    Gateway nobody =
        request("POST", ACCEPT)
            .header("Content-Type", "text/plain")
            .header("Accept", "text/html")
            .bytes(text);

    assertProblem(nobody.send(), 401, "unauthorized");
    assertProblem(nobody.as("admin").send(), 403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "///;;", "application/json;charset=gbk"})
  void a_body_of_another_type_is_415(String type) {
    assertProblem(
        request("POST", "/test/filings")
            .as("applicant")
            .header("Content-Type", type)
            .bytes(GOOD.getBytes(StandardCharsets.UTF_8))
            .send(),
        415,
        "unsupported-media-type");
  }

  @Test
  void a_body_of_no_type_or_of_two_is_415() {
    byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);

    assertProblem(
        request("POST", "/test/filings").as("applicant").bytes(body).send(),
        415,
        "unsupported-media-type");
    assertProblem(
        request("POST", "/test/filings")
            .as("applicant")
            .header("Content-Type", "text/plain")
            .json(GOOD)
            .send(),
        415,
        "unsupported-media-type");
  }

  @Test
  void a_caller_who_does_not_take_json_gets_406_and_broken_ranges_do_no_harm() {
    Gateway filing = request("POST", "/test/filings").as("applicant").json(GOOD);

    assertThat(filing.header("Accept", "///").header("Accept", "*/*;q=0.1").send().status())
        .isEqualTo(200);
    assertProblem(
        request("GET", "/test/open").header("Accept", "text/html").send(), 406, "not-acceptable");
  }

  @Test
  void a_body_over_256_kb_is_413_and_one_of_256_kb_is_read() {
    String largest = "{\"" + "x".repeat(256 * 1024 - 6) + "\":1}";

    assertProblem(
        request("POST", "/test/filings").as("applicant").json(largest).send(), 400, "invalid-body");
    assertProblem(
        request("POST", "/test/filings").as("applicant").json(largest + " ").send(),
        413,
        "body-too-large");
  }

  @Test
  void malformed_json_and_missing_bodies_are_400() {
    assertProblem(
        request("POST", "/test/filings").as("applicant").json("{\"a\":").send(),
        400,
        "malformed-json");
    Answer missing = request("POST", "/test/filings").as("applicant").send();
    assertProblem(missing, 400, "invalid-body");
    assertThat(missing.json().at("/errors"))
        .extracting(error -> error.get("pointer").textValue())
        .containsExactly("/title", "/score", "/lines", "/form");
  }

  @Test
  void all_faults_are_told_at_once_in_the_caller_s_language() {
    Answer answer =
        request("POST", "/test/filings")
            .as("applicant")
            .header("Accept-Language", "en")
            .json("{\"title\":\"\",\"score\":\"3\",\"lines\":[{\"code\":1}],\"form\":{},\"x\":0}")
            .send();

    assertProblem(answer, 400, "invalid-body");
    assertThat(answer.json().at("/errors"))
        .extracting(error -> error.get("pointer").textValue() + " " + error.get("code").textValue())
        .containsExactlyInAnyOrder(
            "/title blank", "/score wrong-type", "/lines/0/code wrong-type", "/x unknown-field");
    assertThat(answer.json().at("/errors/0/detail").textValue()).matches("\\p{ASCII}+");
  }

  @ParameterizedTest
  @CsvSource({"/test/open?limit=0", "/test/open?limit=101", "/test/open?limit=7&limit=8"})
  void a_limit_out_of_range_or_given_twice_is_refused(String path) {
    Answer answer = request("GET", path).send();

    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.json().at("/errors/0/pointer").textValue()).isEqualTo("limit");
  }

  @Test
  void a_page_query_is_read() {
    assertThat(request("GET", "/test/open?limit=7&cursor=abc").send().body())
        .isEqualTo("{\"items\":[\"limit 7\"],\"nextCursor\":\"abc\"}");
    assertProblem(request("GET", "/test/open?cursor=a.b").send(), 400, "invalid-cursor");
  }

  @Test
  void typed_parameters_are_read() {
    assertThat(
            request(
                    "GET",
                    "/test/days/2026-11-23?from=2026-11-23T09:00:00+08:00&amount=1.5&count=-7"
                        + "&role=OFFICER&until=2026-12-01&id=00000000-0000-4000-8000-00000000000a")
                .send()
                .body())
        .isEqualTo(
            "{\"date\":\"2026-11-23\",\"from\":\"2026-11-23T09:00:00+08:00\","
                + "\"amount\":1.5,\"count\":-7,\"role\":\"OFFICER\","
                + "\"until\":\"2026-12-01\",\"id\":\"00000000-0000-4000-8000-00000000000a\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, count=1, date, bad-format",
    "tomorrow, count=1, date, bad-format",
    "2026-11-23, count=1, from, required",
    "2026-11-23, from=2026-11-23, from, bad-format",
    "2026-11-23, amount=1e2, amount, wrong-type",
    "2026-11-23, amount=0.5, amount, out-of-range",
    "2026-11-23, count=1.0, count, wrong-type",
    "2026-11-23, count=2147483648, count, out-of-range",
    "2026-11-23, role=officer, role, not-one-of",
    "2026-11-23, until=2026-2-1, until, bad-format",
    "2026-11-23, id=1-1-1-1-1, id, bad-format"
  })
  void a_parameter_that_cannot_be_read_is_refused_by_name(
      String date, String query, String name, String code) {
    Answer answer = request("GET", "/test/days/" + date + "?" + query).send();

    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.json().at("/errors/0/pointer").textValue()).isEqualTo(name);
    assertThat(answer.json().at("/errors/0/code").textValue()).isEqualTo(code);
  }

  @Test
  void every_query_parameter_that_is_not_taken_is_named_at_once_whatever_the_endpoint() {
    Answer none = request("GET", "/test/broken?colour=red&shade=1").as("officer").send();
    Answer some = request("GET", "/test/open?limt=5&limit=5&Cursor=a").send();
    Answer write =
        request("POST", "/test/cases/A1/actions/accept?dryRun=true")
            .as("officer")
            .json(GOOD)
            .send();

    assertProblem(none, 400, "invalid-parameter");
    assertThat(none.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("colour", "shade");
    assertThat(none.json().path("errors").findValuesAsText("code"))
        .containsOnly("unknown-parameter");
    assertProblem(some, 400, "invalid-parameter");
    assertThat(some.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("limt", "Cursor");
    assertThat(some.json().at("/errors/0/detail").textValue()).contains("cursor", "limit");
    // Told before the key that is missing too: nothing of a write is looked at.
    assertProblem(write, 400, "invalid-parameter");
    assertThat(write.json().at("/errors/0/pointer").textValue()).isEqualTo("dryRun");
  }

  @Test
  void who_may_not_call_an_endpoint_is_not_told_which_parameters_it_takes() {
    assertProblem(request("GET", "/test/broken?colour=red").send(), 401, "unauthorized");
    assertProblem(
        request("POST", "/test/filings?colour=red").as("officer").json(GOOD).send(),
        403,
        "forbidden");
  }

  @Test
  void a_parameter_that_is_taken_once_is_refused_when_given_twice() {
    Answer answer =
        request("GET", "/test/days/2026-11-23?from=2026-11-23T09:00:00Z&count=1&count=2").send();

    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.json().at("/errors/0/pointer").textValue()).isEqualTo("count");
    assertThat(answer.json().at("/errors/0/code").textValue()).isEqualTo("repeated");
  }

  @Test
  void a_query_of_many_strange_parameters_gets_a_bounded_answer() {
    StringBuilder query = new StringBuilder("/test/open?");
    for (int i = 0; i < 500; i++) {
      query.append("p").append(i).append("x".repeat(200)).append("=1&");
    }
    Answer answer = request("GET", query.toString()).send();

    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.json().path("errors")).hasSize(100);
    assertThat(answer.json().at("/errors/0/pointer").textValue()).hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void a_personal_value_comes_in_clear_goes_out_masked_and_its_mask_does_not_come_back() {
    String body = "{\"title\":\"茶\",\"score\":3,\"lines\":[],\"form\":{},\"owner\":\"%s\"}";
    Answer clear =
        request("POST", "/test/filings").as("applicant").json(body.formatted("张三")).send();
    Answer masked =
        request("POST", "/test/filings").as("applicant").json(body.formatted("张*")).send();

    assertThat(clear.json().get("owner").textValue()).isEqualTo("张*");
    assertThat(clear.body()).doesNotContain("三");
    assertProblem(masked, 400, "invalid-body");
    assertThat(masked.json().at("/errors/0/pointer").textValue()).isEqualTo("/owner");
    assertThat(masked.json().at("/errors/0/code").textValue()).isEqualTo("masked");
  }

  @Test
  void a_refusal_keeps_its_members_and_headers() {
    Answer answer = request("GET", "/test/refused").as("officer").send();

    assertProblem(answer, 409, "action-not-allowed");
    assertThat(answer.json().at("/allowedActions/0").textValue()).isEqualTo("withdraw");
    assertThat(answer.header("ETag")).hasValue("\"7\"");
  }

  @Test
  void a_failure_of_ours_is_500_with_the_request_s_id_and_without_any_text_of_the_program() {
    Answer answer = request("GET", "/test/broken").as("officer").send();

    assertProblem(answer, 500, "internal-error");
    assertThat(answer.json().get("requestId").textValue())
        .isEqualTo("11111111-2222-3333-4444-555555555555");
    assertThat(answer.body()).doesNotContain("secret", "Exception");
  }

  @Test
  void what_others_write_to_all_the_while_is_busy_and_not_broken() {
    assertProblem(
        request("GET", "/test/busy").as("officer").send(), 503, "temporarily-unavailable");
  }

  @Test
  void an_event_without_its_time_is_refused_rather_than_timed_by_this_machine() {
    assertProblem(
        request("GET", "/test/refused").as("officer").without("requestTimeEpoch").send(),
        500,
        "internal-error");
  }
}
