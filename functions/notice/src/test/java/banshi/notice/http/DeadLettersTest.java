package banshi.notice.http;

import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.testing.Gateway;
import banshi.http.testing.Gateway.Answer;
import banshi.http.testing.TestCallers;
import banshi.identity.ApplicantKey;
import banshi.notice.Undelivered;
import banshi.notices.Notice;
import banshi.store.Engine;
import banshi.store.Outbox;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dead letters through raw gateway events, over the real engine. */
@QuarkusTest
@TestProfile(NoticeDesk.class)
class DeadLettersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T01:30:00Z");
  private static int made = 1_000_000;

  private final ApplicantKey owner = TestCallers.key("dead-" + made);

  private Notice bury() {
    return Undelivered.letter(NoticeDesk.engine(), owner, ++made);
  }

  private static Answer list(String caller, String query) {
    return request("GET", "/v1/dead-letters" + query).as(caller).send();
  }

  private static Gateway replaying(String caller, String id) {
    return request("POST", "/v1/dead-letters/" + id + "/actions/replay").as(caller);
  }

  private static Answer replay(String caller, String id) {
    return replaying(caller, id).header("Idempotency-Key", UUID.randomUUID().toString()).send();
  }

  private static String code(Answer answer) {
    return answer.status() + " " + answer.json().path("code").asText();
  }

  /** Every dead letter, through all pages. */
  private static List<JsonNode> all(int limit) {
    List<JsonNode> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = list("admin", "?limit=" + limit + cursor).json();
      page.path("items").forEach(seen::add);
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return seen;
  }

  private static JsonNode find(Notice notice) {
    return all(100).stream()
        .filter(
            letter ->
                OffsetDateTime.parse(letter.path("at").asText()).toInstant().equals(notice.at()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_dead_letter_says_what_was_to_be_told_and_what_each_channel_said() {
    Notice notice = bury();
    JsonNode letter = find(notice);

    assertThat(letter.path("name").asText()).isEqualTo("RECEIVED");
    assertThat(letter.path("nameName").asText()).isEqualTo("已收件");
    assertThat(letter.path("number").asText()).isEqualTo("A20261120K7M2QX9");
    JsonNode delivery = letter.at("/deliveries/0");
    assertThat(delivery.path("channel").asText()).isEqualTo("EMAIL");
    assertThat(delivery.path("channelName").asText()).isEqualTo("电子邮件");
    assertThat(delivery.path("state").asText()).isEqualTo("FAILED");
    assertThat(delivery.path("stateName").asText()).isEqualTo("发送失败");
    assertThat(delivery.at("/attempts/0/outcome").asText()).isEqualTo("REFUSED");
    assertThat(delivery.at("/attempts/0/outcomeName").asText()).isEqualTo("通道拒绝");
    assertThat(delivery.at("/attempts/0/code").asText()).isEqualTo("SMTP_550");
    assertThat(letter.toString()).doesNotContain("张", "13800000000", "138****0000", "19000101");
  }

  @Test
  void pages_show_each_once_oldest_first_and_go_on_for_their_caller_alone() {
    for (int i = 0; i < 11; i++) {
      bury();
    }
    List<JsonNode> seen = all(3);

    assertThat(seen).hasSizeGreaterThanOrEqualTo(11);
    assertThat(seen.stream().map(letter -> letter.path("id").asText())).doesNotHaveDuplicates();
    assertThat(seen.stream().map(letter -> letter.path("since").asText())).isSorted();
    String cursor = list("admin", "?limit=1").json().path("nextCursor").asText();
    assertThat(list("admin", "?cursor=" + cursor).status()).isEqualTo(200);
    assertThat(code(list("supervisor", "?cursor=" + cursor))).isEqualTo("400 invalid-cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"applicant", "officer"})
  void only_those_who_look_after_the_hall_see_them_or_send_them_again(String caller) {
    JsonNode letter = find(bury());

    assertThat(code(list(caller, ""))).isEqualTo("403 forbidden");
    assertThat(code(replay(caller, letter.path("id").asText()))).isEqualTo("403 forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "supervisor"})
  void a_replayed_letter_waits_again_with_its_attempts_counted_anew(String caller) {
    Notice notice = bury();
    String id = find(notice).path("id").asText();
    Answer answer = replay(caller, id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/deliveries/0/state").asText()).isEqualTo("WAITING");
    assertThat(answer.json().at("/deliveries/0/attempts")).hasSize(1);
    assertThat(all(100)).noneMatch(letter -> letter.path("id").asText().equals(id));
    Engine engine = NoticeDesk.engine();
    Outbox outbox = new Outbox(engine.table, engine.cipher);
    assertThat(outbox.look(NOW, 100).due())
        .filteredOn(waiting -> waiting.sort().endsWith("#" + notice.event()))
        .singleElement()
        .satisfies(
            waiting -> {
              var letter = ((Outbox.Claim.Taken) outbox.claim(waiting, NOW)).letter();
              assertThat(letter.by(banshi.notices.Channel.EMAIL).orElseThrow().tries()).isZero();
              outbox.leave(letter);
            });
  }

  @Test
  void a_replay_that_is_sent_again_gets_the_first_answer_and_another_finds_nothing() {
    String id = find(bury()).path("id").asText();
    String key = UUID.randomUUID().toString();
    Answer first = replaying("admin", id).header("Idempotency-Key", key).send();
    Answer again = replaying("admin", id).header("Idempotency-Key", key).send();

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(code(replay("admin", id))).isEqualTo("404 not-found");
    assertThat(code(replaying("admin", id).send())).isEqualTo("400 idempotency-key-required");
  }

  @Test
  void racing_replays_put_it_back_once() throws Exception {
    String id = find(bury()).path("id").asText();
    List<Answer> answers = Race.of(10, i -> replay("admin", id));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("404 not-found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eA", "x", "Li4vLi4", "%2e%2e"})
  void a_made_up_id_is_none(String id) {
    assertThat(code(replay("admin", id))).isEqualTo("404 not-found");
  }
}
