package banshi.notice.http;

import static banshi.http.testing.Gateway.event;
import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.testing.Gateway;
import banshi.http.testing.Gateway.Answer;
import banshi.http.testing.TestCallers;
import banshi.notice.Told;
import banshi.notices.Recipient;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inboxes through raw gateway events, over the real engine. */
@QuarkusTest
@TestProfile(NoticeDesk.class)
class NoticesTest {
  private static int series;

  /** Every test looks at notices of its own, the newest in each inbox. */
  private final int mine = 1_000 * ++series;

  @BeforeEach
  void tellEverybodySomething() {
    for (Recipient to :
        List.of(
            new Recipient.Person(TestCallers.key("alice")),
            new Recipient.Person(TestCallers.key("bob")),
            new Recipient.Department("HALL"),
            new Recipient.Department("TAX"),
            new Recipient.Supervisors())) {
      Told.series(NoticeDesk.engine(), to, mine, mine + 3);
    }
  }

  private static Answer list(String caller, String query) {
    return request("GET", "/v1/notices" + query).as(caller).send();
  }

  private static Gateway marking(String caller, String id) {
    return request("POST", "/v1/notices/" + id + "/actions/read").as(caller);
  }

  private static Answer mark(String caller, String id) {
    return marking(caller, id).header("Idempotency-Key", UUID.randomUUID().toString()).send();
  }

  private static JsonNode newest(String caller, String query) {
    Answer answer = list(caller, query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().at("/items/0");
  }

  private static String code(Answer answer) {
    return answer.status() + " " + answer.json().path("code").asText();
  }

  @Test
  void a_resident_reads_their_own_inbox_newest_first_in_their_language() {
    Answer chinese = event("list-notices.json").send();
    Answer english = event("list-notices.json").header("Accept-Language", "en").send();

    assertThat(chinese.status()).isEqualTo(200);
    assertThat(chinese.json().path("items")).hasSize(2);
    assertThat(chinese.json().at("/items/0/at").asText())
        .isGreaterThan(chinese.json().at("/items/1/at").asText());
    JsonNode notice = chinese.json().at("/items/0");
    assertThat(notice.path("name").asText()).isEqualTo("RECEIVED");
    assertThat(notice.path("title").asText()).isEqualTo("已收件");
    assertThat(notice.path("body").asText())
        .isEqualTo("“开办餐饮店”（A20261120K7M2QX9）已收件，2026-11-27 18:00 前告知是否受理。");
    assertThat(notice.path("urgency").asText()).isEqualTo("ORDINARY");
    assertThat(notice.path("urgencyName").asText()).isEqualTo("一般");
    assertThat(notice.path("number").asText()).isEqualTo("A20261120K7M2QX9");
    assertThat(notice.has("readAt")).isFalse();
    assertThat(english.json().at("/items/0/title").asText()).isEqualTo("Received");
    assertThat(english.json().at("/items/0/id")).isEqualTo(notice.path("id"));
  }

  @ParameterizedTest
  @CsvSource({
    "officer, ?inbox=HALL",
    "colleague, ?inbox=HALL",
    "taxman, ?inbox=TAX",
    "supervisor, ?inbox=HALL",
    "supervisor, ?inbox=TAX",
    "supervisor, ?inbox=SUPERVISORS"
  })
  void officers_read_their_department_s_and_supervisors_any(String caller, String query) {
    assertThat(newest(caller, query).path("name").asText()).isEqualTo("RECEIVED");
  }

  @ParameterizedTest
  @CsvSource({
    "applicant, ?inbox=HALL",
    "applicant, ?inbox=SUPERVISORS",
    "officer, ?inbox=TAX",
    "officer, ?inbox=SUPERVISORS",
    "taxman, ?inbox=HALL",
    "supervisor, ?inbox=PERSON"
  })
  void an_inbox_that_is_not_the_caller_s_looks_like_one_that_is_not_there(
      String caller, String query) {
    Answer another = list(caller, query);
    Answer none = list(caller, "?inbox=NO_SUCH");

    assertThat(code(another)).isEqualTo("404 not-found");
    assertThat(another.body()).isEqualTo(none.body());
    assertThat(another.response().getMultiValueHeaders())
        .isEqualTo(none.response().getMultiValueHeaders());
  }

  @Test
  void an_admin_has_no_inbox() {
    assertThat(code(list("admin", ""))).isEqualTo("403 forbidden");
    assertThat(code(list("admin", "?inbox=HALL"))).isEqualTo("403 forbidden");
    assertThat(code(mark("admin", newest("applicant", "").path("id").asText())))
        .isEqualTo("403 forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer", "supervisor"})
  void who_has_no_inbox_of_their_own_says_which_they_mean(String caller) {
    Answer answer = list(caller, "");

    assertThat(code(answer)).isEqualTo("400 invalid-parameter");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("inbox");
  }

  @Test
  void a_cursor_goes_on_where_its_page_ended_for_its_caller_and_inbox_alone() {
    JsonNode first = list("supervisor", "?inbox=HALL&limit=1").json();
    String cursor = first.path("nextCursor").asText();
    JsonNode second = list("supervisor", "?inbox=HALL&limit=1&cursor=" + cursor).json();

    assertThat(second.at("/items/0/at").asText()).isLessThan(first.at("/items/0/at").asText());
    char end = cursor.charAt(cursor.length() - 1) == 'A' ? 'B' : 'A';
    String altered = cursor.substring(0, cursor.length() - 1) + end;
    assertThat(code(list("supervisor", "?inbox=HALL&cursor=" + altered)))
        .isEqualTo("400 invalid-cursor");
    assertThat(code(list("supervisor", "?inbox=TAX&cursor=" + cursor)))
        .isEqualTo("400 invalid-cursor");
    assertThat(code(list("officer", "?inbox=HALL&cursor=" + cursor)))
        .isEqualTo("400 invalid-cursor");
    String own = list("applicant", "?limit=1").json().path("nextCursor").asText();
    assertThat(code(list("other", "?cursor=" + own))).isEqualTo("400 invalid-cursor");
  }

  @Test
  void a_notice_marked_as_read_is_shown_as_read_and_the_first_reading_counts() {
    String id = newest("applicant", "").path("id").asText();
    Answer first = mark("applicant", id);
    Answer later =
        event("mark-notice-read.json")
            .path("/v1/notices/" + id + "/actions/read")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .send();

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().path("readAt").asText()).isEqualTo("2026-11-23T09:00:00+08:00");
    assertThat(later.status()).isEqualTo(200);
    assertThat(later.json()).isEqualTo(first.json());
    assertThat(newest("applicant", "")).isEqualTo(first.json());
  }

  @Test
  void any_officer_marks_a_department_s_notice_and_the_others_see_it_read() {
    String id = newest("officer", "?inbox=HALL").path("id").asText();

    assertThat(mark("officer", id).status()).isEqualTo(200);
    assertThat(newest("colleague", "?inbox=HALL").has("readAt")).isTrue();
    assertThat(mark("colleague", id).status()).isEqualTo(200);
  }

  @Test
  void somebody_else_s_notice_looks_like_one_that_is_not_there() {
    String hall = newest("officer", "?inbox=HALL").path("id").asText();
    String supervisors = newest("supervisor", "?inbox=SUPERVISORS").path("id").asText();

    assertThat(code(mark("applicant", hall))).isEqualTo("404 not-found");
    assertThat(code(mark("taxman", hall))).isEqualTo("404 not-found");
    assertThat(code(mark("officer", supervisors))).isEqualTo("404 not-found");
    assertThat(mark("applicant", hall).body()).isEqualTo(mark("applicant", "eA").body());
    assertThat(newest("officer", "?inbox=HALL").has("readAt")).isFalse();
  }

  @Test
  void a_person_s_id_means_the_caller_s_own_inbox_whoever_sends_it() {
    String id = newest("applicant", "").path("id").asText();

    assertThat(mark("other", id).status()).isEqualTo(200);
    assertThat(newest("applicant", "").has("readAt")).isFalse();
    assertThat(code(mark("officer", id))).isEqualTo("404 not-found");
  }

  @Test
  void a_supervisor_sees_a_department_s_notice_but_does_not_mark_it() {
    String id = newest("supervisor", "?inbox=HALL").path("id").asText();

    assertThat(code(mark("supervisor", id))).isEqualTo("403 forbidden");
    assertThat(newest("officer", "?inbox=HALL").has("readAt")).isFalse();
    String own = newest("supervisor", "?inbox=SUPERVISORS").path("id").asText();
    assertThat(mark("supervisor", own).status()).isEqualTo(200);
  }

  @Test
  void marking_is_a_write_like_any_other() {
    JsonNode items = list("applicant", "").json().path("items");
    String id = items.get(0).path("id").asText();
    assertThat(code(marking("applicant", id).send())).isEqualTo("400 idempotency-key-required");
    assertThat(
            code(
                marking("applicant", id)
                    .header("Idempotency-Key", "typo-" + mine)
                    .json("{\"read\":true}")
                    .send()))
        .isEqualTo("400 invalid-body");

    String key = "key-" + mine;
    Answer first = marking("applicant", id).header("Idempotency-Key", key).send();
    Answer again =
        marking("applicant", id)
            .header("Idempotency-Key", key)
            .header("Accept-Language", "en")
            .send();
    Answer other =
        marking("applicant", items.get(1).path("id").asText())
            .header("Idempotency-Key", key)
            .send();

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(code(other)).isEqualTo("422 idempotency-key-reused");
    assertThat(list("applicant", "").json().at("/items/1").has("readAt")).isFalse();
  }

  @Test
  void racing_readers_all_get_the_first_reading() throws Exception {
    String id = newest("officer", "?inbox=HALL").path("id").asText();
    List<Answer> answers =
        Race.of(
            30,
            i ->
                marking(i % 2 == 0 ? "officer" : "colleague", id)
                    .at(mine + i)
                    .header("Idempotency-Key", "race-" + mine + "-" + i)
                    .send());

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
    assertThat(newest("officer", "?inbox=HALL")).isEqualTo(answers.getFirst().json());
  }

  @Test
  void racing_duplicates_are_one_reading_and_equal_answers() throws Exception {
    String id = newest("applicant", "").path("id").asText();
    List<Answer> answers =
        Race.of(
            30,
            i ->
                marking("applicant", id)
                    .at(mine + i)
                    .header("Idempotency-Key", "same-" + mine)
                    .send());

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
    assertThat(answers.stream().filter(a -> a.header("Idempotent-Replayed").isEmpty())).hasSize(1);
  }

  @Test
  void a_made_up_id_reaches_no_other_item_of_an_inbox() {
    List<String> outcomes = new ArrayList<>();
    for (String plain : List.of("/", "/../x", "HALL/", "/NOTICE#", "DEPARTMENT#HALL/x", "/x/y")) {
      String id =
          java.util.Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      outcomes.add(code(mark("applicant", id)));
    }
    assertThat(outcomes).containsOnly("404 not-found");
  }
}
