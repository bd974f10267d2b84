package banshi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.audit.AuditSpan;
import banshi.audit.AuditUnavailable;
import banshi.cases.ActorStamp;
import banshi.cases.CaseNumber;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.PersonName;
import banshi.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The audit is kept sealed, found by case and by person, and costs what its page costs. */
class AuditLogTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final Actor OLGA = actor("olga", "李示例");
  private static final Actor SUE = actor("sue", "王示例");
  private static Engine engine;
  private static AuditLog audit;

  @BeforeAll
  static void start() {
    engine = new Engine();
    audit = new AuditLog(engine.table, engine.cipher, 183);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Actor actor(String subject, String name) {
    return new Actor(
            subject,
            Set.of(Role.OFFICER),
            Set.of("HALL"),
            Optional.empty(),
            new ApplicantKey((subject + "-".repeat(32)).substring(0, 32)),
            Optional.of(new PersonName(name)),
            Optional.empty())
        .from(Optional.of("192.0.2.7"));
  }

  private static CaseNumber number(long seed) {
    return Sample.received(seed).after().number();
  }

  private static AuditEntry read(Actor actor, CaseNumber number, Instant at) {
    return AuditEntry.of(actor, at, AuditKind.READ, "read")
        .about(number, ActorStamp.of(actor, Party.WINDOW, Optional.of("HALL")));
  }

  private static List<AuditEntry> all(
      BiFunction<Optional<String>, Integer, Page<AuditEntry>> list) {
    List<AuditEntry> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<AuditEntry> page = list.apply(after, 7);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return seen;
  }

  @Test
  void anEntryIsReadBackAsItWasPutOnRecord() {
    CaseNumber number = number(1);
    AuditEntry disclosed =
        AuditEntry.of(OLGA, NOW, AuditKind.DISCLOSE, "DISCLOSE")
            .about(number, ActorStamp.of(OLGA, Party.WINDOW, Optional.of("HALL")))
            .because("applicant.phone: 核对");
    audit.record(disclosed);
    assertThat(audit.ofCase(number, AuditSpan.ALL, Optional.empty(), 10).items())
        .containsExactly(disclosed);
    assertThat(audit.ofPerson(OLGA.account(), AuditSpan.ALL, Optional.empty(), 100).items())
        .contains(disclosed);
  }

  @Test
  void whatIsAboutNoSingleCaseIsFoundByPersonOnly() {
    Actor searcher = actor("seeker", "赵示例");
    AuditEntry search =
        AuditEntry.of(searcher, NOW, AuditKind.SEARCH, "search").because("name 张三: 来电");
    audit.record(search);
    assertThat(audit.ofPerson(searcher.account(), AuditSpan.ALL, Optional.empty(), 10).items())
        .containsExactly(search);
  }

  @Test
  void nothingOfAPersonLiesOpenNeitherInKeysNorInAttributes() {
    audit.record(read(OLGA, number(2), NOW).because("核对电话"));
    List<Map<String, AttributeValue>> everything =
        engine.client.scanPaginator(r -> r.tableName(Engine.TABLE)).items().stream().toList();
    assertThat(everything.toString()).doesNotContain("李示例", "192.0.2.7", "核对电话", "WINDOW");
  }

  @Test
  void pagesShowEachEntryOnceNewestFirstByCaseAndByPerson() {
    Actor busy = actor("busy", "孙示例");
    CaseNumber number = number(3);
    for (int i = 0; i < 30; i++) {
      audit.record(read(busy, i % 3 == 0 ? number : number(100 + i), NOW.plusSeconds(i / 2)));
    }
    List<AuditEntry> byCase =
        all((after, limit) -> audit.ofCase(number, AuditSpan.ALL, after, limit));
    assertThat(byCase).hasSize(10);
    List<AuditEntry> byPerson =
        all((after, limit) -> audit.ofPerson(busy.account(), AuditSpan.ALL, after, limit));
    assertThat(byPerson).hasSize(30).doesNotHaveDuplicates();
    assertThat(byPerson)
        .extracting(AuditEntry::at)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void daysAreTheHallsOwnAndBothEndsBelongToThem() {
    CaseNumber number = number(4);
    List<String> instants =
        List.of(
            "2026-11-22T23:59:59.999+08:00",
            "2026-11-23T00:00:00+08:00",
            "2026-11-23T23:59:59.999+08:00",
            "2026-11-24T00:00:00+08:00");
    instants.forEach(at -> audit.record(read(OLGA, number, Sample.at(at))));
    AuditSpan monday =
        new AuditSpan(
            Optional.of(LocalDate.of(2026, 11, 23)), Optional.of(LocalDate.of(2026, 11, 23)));
    assertThat(audit.ofCase(number, monday, Optional.empty(), 10).items())
        .extracting(AuditEntry::at)
        .containsExactly(Sample.at(instants.get(2)), Sample.at(instants.get(1)));
    assertThat(all((after, limit) -> audit.ofPerson(OLGA.account(), monday, after, limit)))
        .filteredOn(entry -> entry.number().filter(number::equals).isPresent())
        .hasSize(2);
  }

  @Test
  void entriesGoWhenTheyHaveBeenKeptAndNoSooner() {
    CaseNumber number = number(5);
    new AuditLog(engine.table, engine.cipher, 400).record(read(OLGA, number, NOW));
    String pk = "AUDIT#APPLICATION#" + number;
    Map<String, AttributeValue> item = engine.item(pk, engine.sortKeys(pk).getFirst());
    assertThat(Attributes.number(item, "expiresAt"))
        .isEqualTo(NOW.plus(Duration.ofDays(400)).getEpochSecond());
  }

  @Test
  void lessThanSixMonthsAreRefused() {
    assertThatThrownBy(() -> new AuditLog(engine.table, engine.cipher, 182))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("183");
  }

  @Test
  void aReadingThatCannotBeWrittenIsSaidSo() {
    AuditLog dead =
        new AuditLog(
            new TableClient(engine.client, "nowhere", Capacity.UNHEARD), engine.cipher, 183);
    assertThatThrownBy(() -> dead.record(read(OLGA, number(6), NOW)))
        .isInstanceOf(AuditUnavailable.class);
  }

  @Test
  void aReadingCostsTwoUnitsAndAPageTheSameHoweverMuchIsKept() {
    CaseNumber number = number(7);
    assertThat(engine.cost(() -> audit.record(read(SUE, number, NOW)))).isEqualTo(2.0);
    fill(number, 1, 100);
    double few = engine.cost(() -> page(number));
    double fewOfPerson = engine.cost(() -> pageOfPerson());
    fill(number, 100, 1_000);
    assertThat(engine.cost(() -> page(number))).isEqualTo(few).isEqualTo(3.0);
    assertThat(engine.cost(() -> pageOfPerson())).isEqualTo(fewOfPerson).isEqualTo(1.5);
  }

  private static void fill(CaseNumber number, int from, int to) {
    for (int i = from; i < to; i++) {
      audit.record(read(SUE, number, NOW.plusSeconds(i)));
    }
  }

  private static void page(CaseNumber number) {
    assertThat(audit.ofCase(number, AuditSpan.ALL, Optional.empty(), 20).items()).hasSize(20);
  }

  private static void pageOfPerson() {
    assertThat(audit.ofPerson(SUE.account(), AuditSpan.ALL, Optional.empty(), 20).items())
        .hasSize(20);
  }
}
