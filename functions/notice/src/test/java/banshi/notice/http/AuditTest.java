package banshi.notice.http;

import static banshi.http.testing.Gateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.cases.ActorStamp;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Party;
import banshi.http.testing.Gateway.Answer;
import banshi.http.testing.TestCallers;
import banshi.identity.Accounts;
import banshi.identity.Actor;
import banshi.identity.PersonName;
import banshi.identity.Role;
import banshi.store.AuditLog;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit through raw gateway events, over the real engine. */
@QuarkusTest
@TestProfile(NoticeDesk.class)
class AuditTest {
  private static final Instant NOW = Instant.parse("2026-11-20T01:30:00Z");
  private static int drawn = 7_000;

  private static AuditLog audit() {
    return new AuditLog(NoticeDesk.engine().table, NoticeDesk.engine().cipher, 183);
  }

  private static CaseNumber number() {
    return CaseNumber.draw(CaseKind.COMPLAINT, LocalDate.of(2026, 11, 20), new Random(++drawn));
  }

  private static Actor officer(String subject, String name) {
    Accounts accounts = Arc.container().instance(Accounts.class).get();
    return new Actor(
            subject,
            Set.of(Role.OFFICER),
            Set.of("HALL"),
            Optional.empty(),
            accounts.of(subject),
            Optional.of(new PersonName(name)),
            Optional.empty())
        .from(Optional.of("192.0.2.44"));
  }

  private static AuditEntry read(Actor actor, CaseNumber number, Instant at) {
    return AuditEntry.of(actor, at, AuditKind.READ, "read")
        .about(number, ActorStamp.of(actor, Party.WINDOW, Optional.of("HALL")));
  }

  private static Answer ask(String caller, String query) {
    return request("GET", "/v1/audit" + query).as(caller).send();
  }

  private static Answer table(String query, String language) {
    return request("GET", "/v1/audit" + query)
        .as("supervisor")
        .header("Accept", "text/csv")
        .header("Accept-Language", language)
        .send();
  }

  private static List<JsonNode> items(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<JsonNode> items = new ArrayList<>();
    answer.json().path("items").forEach(items::add);
    return items;
  }

  @Test
  void a_supervisor_reads_who_saw_a_case_and_is_on_record_for_it() {
    CaseNumber number = number();
    audit().record(read(officer("olga", "李示例"), number, NOW));
    List<JsonNode> items = items(ask("supervisor", "?case=" + number));
    assertThat(items).hasSize(2);
    assertThat(items.getFirst().path("kind").asText()).isEqualTo("AUDIT");
    assertThat(items.getFirst().at("/person/sub").asText()).isEqualTo("sue");
    assertThat(items.getFirst().path("address").asText()).isEqualTo("192.0.2.1");
    JsonNode seen = items.getLast();
    assertThat(seen.at("/person/sub").asText()).isEqualTo("olga");
    assertThat(seen.at("/person/name").asText()).isEqualTo("李示例");
    assertThat(seen.path("address").asText()).isEqualTo("192.0.2.44");
    assertThat(seen.path("party").asText()).isEqualTo("WINDOW");
    assertThat(seen.path("department").asText()).isEqualTo("HALL");
    assertThat(seen.path("number").asText()).isEqualTo(number.value());
    assertThat(seen.path("kindName").asText()).isEqualTo("查看办件");
  }

  @Test
  void a_person_is_found_by_the_account_and_the_look_up_says_whom_it_was_for() {
    Actor busy = officer("busy-" + number(), "孙示例");
    CaseNumber one = number();
    CaseNumber other = number();
    audit().record(read(busy, one, NOW));
    audit().record(read(busy, other, NOW.plusSeconds(1)));
    assertThat(items(ask("supervisor", "?person=" + busy.subject())))
        .extracting(item -> item.path("number").asText())
        .containsExactly(other.value(), one.value());
    assertThat(
            audit()
                .ofPerson(TestCallers.key("sue"), banshi.audit.AuditSpan.ALL, Optional.empty(), 100)
                .items())
        .anySatisfy(
            entry -> {
              assertThat(entry.kind()).isEqualTo(AuditKind.AUDIT);
              assertThat(entry.number()).isEmpty();
              assertThat(entry.reason()).contains(busy.subject());
            });
    assertThat(items(ask("supervisor", "?person=nobody-of-that-name"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"applicant", "officer", "admin"})
  void nobody_else_reads_it(String caller) {
    assertThat(ask(caller, "?case=" + number()).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                            case,   required",
    "?from=2026-11-01,                              case,   required",
    "?case=SP20261120000000&person=olga,            person, not-together",
    "?person=%20,                                   person, bad-format",
    "?person=olga&from=2026-11-02&to=2026-11-01,    to,     out-of-range",
    "?person=olga&from=yesterday,                   from,   bad-format",
    "?person=olga&limit=101,                        limit,  out-of-range",
    "?person=olga&officer=olga,                     officer, unknown-parameter"
  })
  void a_parameter_that_does_not_fit_is_named(String query, String parameter, String code) {
    Answer answer = ask("supervisor", query.replace("%20", " "));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("errors"))
        .anySatisfy(
            fault -> {
              assertThat(fault.path("pointer").asText()).isEqualTo(parameter);
              assertThat(fault.path("code").asText()).isEqualTo(code);
            });
  }

  @Test
  void a_number_with_a_wrong_check_character_is_said_so() {
    assertThat(ask("supervisor", "?case=SP2026112000000X").json().path("code").asText())
        .isEqualTo("invalid-number");
  }

  @Test
  void pages_go_on_where_they_ended_and_a_cursor_is_good_for_its_own_list_only() {
    Actor busy = officer("pages-" + number(), "周示例");
    for (int i = 0; i < 5; i++) {
      audit().record(read(busy, number(), NOW.plusSeconds(i)));
    }
    String list = "?person=" + busy.subject() + "&limit=2";
    List<JsonNode> seen = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = ask("supervisor", list + cursor);
      seen.addAll(items(page));
      cursor =
          page.json().has("nextCursor") ? "&cursor=" + page.json().path("nextCursor").asText() : "";
      if (!cursor.isEmpty()) {
        assertThat(ask("supervisor", "?person=olga&limit=2" + cursor).json().path("code").asText())
            .isEqualTo("invalid-cursor");
      }
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void days_narrow_it() {
    CaseNumber number = number();
    audit().record(read(officer("olga", "李示例"), number, Instant.parse("2026-11-19T15:59:59Z")));
    audit().record(read(officer("olga", "李示例"), number, Instant.parse("2026-11-19T16:00:00Z")));
    assertThat(items(ask("supervisor", "?case=" + number + "&from=2026-11-20&to=2026-11-20")))
        .hasSize(1);
  }

  @Test
  void a_table_has_headings_in_the_readers_language_and_nothing_in_it_becomes_a_formula() {
    CaseNumber number = number();
    Actor sly = officer("=cmd|' /C calc'!A0", "＝示例");
    audit()
        .record(
            AuditEntry.of(sly, NOW, AuditKind.DISCLOSE, "DISCLOSE")
                .about(number, ActorStamp.of(sly, Party.WINDOW, Optional.of("HALL")))
                .because("applicant.phone: 他说\"核对\",\r\n另见 +86"));
    audit().record(read(officer("-1+1", "@示例"), number, NOW.plusSeconds(1)).because(" =1+1"));
    Answer chinese = table("?case=" + number, "zh-CN");
    assertThat(chinese.status()).isEqualTo(200);
    assertThat(chinese.header("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(chinese.body()).startsWith("\uFEFF\"时间\",\"办件编号\",").endsWith("\r\n");
    assertThat(chinese.body())
        .contains(
            "\"'=cmd|' /C calc'!A0\",\"'＝示例\"",
            "\"'-1+1\",\"'@示例\"",
            "\"' =1+1\"",
            "\"applicant.phone: 他说\"\"核对\"\",\r\n另见 +86\"",
            "\"2026-11-20T09:30:00.000+08:00\"");
    assertThat(table("?case=" + number, "en").body())
        .startsWith("\uFEFF\"At\",\"Case\",\"Kind\",\"Action\",\"Account\",\"Name\"");
  }

  @Test
  void a_table_names_its_next_page_in_a_header() {
    CaseNumber number = number();
    for (int i = 0; i < 3; i++) {
      audit().record(read(officer("olga", "李示例"), number, NOW.plusSeconds(i)));
    }
    String link = table("?case=" + number + "&limit=2", "en").header("Link").orElseThrow();
    assertThat(link)
        .startsWith("<?case=" + number + "&limit=2&cursor=")
        .endsWith(">; rel=\"next\"");
    String next = link.substring(1, link.indexOf('>'));
    Answer second = table(next, "en");
    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(second.body().lines().filter(line -> line.contains("olga"))).hasSize(2);
  }
}
