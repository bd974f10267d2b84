package banshi.store;

import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.identity.ApplicantKey;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company's name is one person's at a time, and nobody's when its time is over. */
class CompanyNamesTest {
  private static final Instant NOW = at("2026-11-24T10:00:00+08:00");
  private static final Instant UNTIL = at("2027-01-25T00:00:00+08:00");
  private static final CaseNumber STARTUP = number(1);

  private static Engine engine;
  private final Set<CaseNumber> running = ConcurrentHashMap.newKeySet();
  private CompanyNames names;
  private ApplicantKey owner;
  private String industry;

  @BeforeAll
  static void start() {
    engine = new Engine();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void somebodyAndAnIndustryOfTheirOwn() {
    names =
        new CompanyNames(engine.table, engine.cipher, (number, now) -> running.contains(number));
    owner = somebody();
    industry = UUID.randomUUID().toString();
  }

  private static ApplicantKey somebody() {
    return new ApplicantKey(UUID.randomUUID().toString().replace("-", ""));
  }

  private static CaseNumber number(long seed) {
    return CaseNumber.draw(CaseKind.STARTUP, LocalDate.of(2026, 11, 24), new Random(seed));
  }

  private ReservedName name(ApplicantKey holder, String tradeName, String... keys) {
    return new ReservedName(
        UUID.randomUUID().toString(),
        holder,
        "500106",
        industry,
        tradeName,
        "重庆市沙坪坝区" + tradeName + "科技有限公司",
        "LLC",
        List.of(keys),
        NOW,
        UNTIL,
        Optional.empty(),
        Optional.empty());
  }

  private Commit reserve(ReservedName name) {
    return names.reserve(name, terms(name.id()), answer(), NOW);
  }

  private static WriteTerms terms(String key) {
    return new WriteTerms("somebody", key, "body");
  }

  private static StoredAnswer answer() {
    return new StoredAnswer(
        201, Optional.empty(), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));
  }

  private Optional<ReservedName> holder(String tradeName) {
    return names.holder("500106", industry, tradeName);
  }

  /** What the agenda has of a reservation. */
  private Agenda.Entry entry(ReservedName name) {
    String pk = "RESERVATION#" + name.owner().value();
    String sk = "NAME#" + name.id();
    String sort = Attributes.text(engine.table.get(pk, sk).orElseThrow(), Keys.DUE_SORT);
    return new Agenda.Entry(pk, sk, Keys.dueAt(sort), sort);
  }

  private List<NoticeName> told(ApplicantKey person) {
    return new Inboxes(engine.table, engine.cipher)
        .of(new Recipient.Person(person), Optional.empty(), 100, NOW).items().stream()
            .map(line -> line.notice().name())
            .toList();
  }

  @Test
  void aHundredRacingReservationsOfOneNameAreOne() throws Exception {
    List<ReservedName> wanted = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      wanted.add(name(somebody(), "山城明月", "山城明月", "山城明"));
    }
    List<Future<Commit>> tried = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      wanted.forEach(name -> tried.add(threads.submit(() -> reserve(name))));
    }
    List<ReservedName> won = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      if (tried.get(i).get() instanceof Commit.Written) {
        won.add(wanted.get(i));
      } else {
        assertThat(tried.get(i).get()).isInstanceOf(Commit.Moved.class);
      }
    }
    assertThat(won).hasSize(1);
    assertThat(holder("山城明月")).isEqualTo(Optional.of(won.getFirst()));
    assertThat(wanted)
        .filteredOn(name -> names.find(name.owner(), UUID.fromString(name.id())).isPresent())
        .isEqualTo(won);
  }

  @Test
  void anotherIndustryMayHaveTheSameName() {
    assertThat(reserve(name(owner, "山城明月"))).isInstanceOf(Commit.Written.class);
    industry = UUID.randomUUID().toString();
    assertThat(reserve(name(owner, "山城明月"))).isInstanceOf(Commit.Written.class);
  }

  @Test
  void namesAreFoundByWhatTheyHaveInCommonAtTheSameCostHoweverManyThereAre() {
    reserve(name(owner, "山城明月", "shanchengmingyue", "山城明月", "山城明"));
    List<String> keys = List.of("shanchengmingyue", "山城", "山城明");
    assertThat(names.alike("500106", industry, keys))
        .containsExactly(new CompanyNames.Alike("山城明月", "重庆市沙坪坝区山城明月科技有限公司"));
    double few = engine.cost(() -> names.alike("500106", industry, keys));
    for (int i = 0; i < 200; i++) {
      reserve(name(owner, "别的" + i, "别的" + i, "bied" + i));
    }
    assertThat(engine.cost(() -> names.alike("500106", industry, keys)))
        .isEqualTo(few)
        .isLessThanOrEqualTo(0.5 * keys.size());
  }

  @Test
  void aReservationTellsItsHolderOnceAndThenLapses() {
    ReservedName name = name(owner, "山城明月", "山城明", "shan");
    reserve(name);
    Agenda.Entry warning = entry(name);
    assertThat(warning.at()).isEqualTo(UNTIL.minus(Duration.ofDays(7)));
    Instant then = warning.at().plusSeconds(60);
    assertThat(names.lapse(warning, then)).isTrue();
    assertThat(names.lapse(warning, then)).as("the same entry again").isFalse();
    assertThat(told(owner)).containsExactly(NoticeName.NAME_LAPSES);
    assertThat(holder("山城明月")).isPresent();

    Agenda.Entry end = entry(name);
    assertThat(end.at()).isEqualTo(UNTIL);
    assertThat(names.lapse(end, UNTIL.plusSeconds(60))).isTrue();
    assertThat(names.lapse(end, UNTIL.plusSeconds(60))).isFalse();
    assertThat(told(owner))
        .containsExactlyInAnyOrder(NoticeName.NAME_LAPSES, NoticeName.NAME_LAPSED);
    assertThat(holder("山城明月")).isEmpty();
    assertThat(names.alike("500106", industry, List.of("山城明", "shan"))).isEmpty();
    assertThat(engine.sortKeys("NAMES#500106#" + industry)).isEmpty();
    assertThat(reserve(name(somebody(), "山城明月"))).isInstanceOf(Commit.Written.class);
  }

  @Test
  void whoeverAsksForANameThatIsOverGetsItThoughNoTimerHasRunYet() {
    ReservedName name = name(owner, "山城明月");
    reserve(name);
    assertThat(names.isFreed(name, UNTIL.minusSeconds(1))).isFalse();
    assertThat(names.isFreed(name, UNTIL)).isTrue();
    assertThat(holder("山城明月")).isEmpty();
  }

  @Test
  void aNameThatARunningStartUpUsesOutlivesItsReservationDayByDay() {
    ReservedName name = name(owner, "山城明月");
    reserve(name);
    assertThat(engine.write(names.using(name, STARTUP))).isTrue();
    running.add(STARTUP);
    Agenda.Entry first = entry(name);
    assertThat(names.lapse(first, first.at().plusSeconds(1))).isTrue();
    assertThat(told(owner)).as("nothing is about to end").isEmpty();
    Agenda.Entry end = entry(name);
    Instant later = UNTIL.plusSeconds(30);
    assertThat(names.lapse(end, later)).isTrue();
    assertThat(entry(name).at()).isEqualTo(later.plus(Duration.ofDays(1)));
    assertThat(names.isFreed(holder("山城明月").orElseThrow(), later)).isFalse();

    running.clear();
    assertThat(names.lapse(entry(name), later.plus(Duration.ofDays(2)))).isTrue();
    assertThat(holder("山城明月")).isEmpty();
    assertThat(told(owner)).containsExactly(NoticeName.NAME_LAPSED);
  }

  @Test
  void ofTwoStartUpsThatWouldUseANameOneDoes() {
    ReservedName name = name(owner, "山城明月");
    reserve(name);
    assertThat(engine.write(names.using(name, STARTUP))).isTrue();
    assertThat(engine.write(names.using(name, number(2)))).isFalse();
    ReservedName used = holder("山城明月").orElseThrow();
    assertThat(used.startup()).contains(STARTUP);
    assertThat(engine.write(names.using(used, number(2)))).as("after the first has ended").isTrue();
    assertThat(engine.write(names.registering(owner, used.id(), STARTUP, "code")))
        .as("by a start-up that no longer uses it")
        .isFalse();
  }

  @Test
  void aRegisteredNameIsTheCompanysForGood() {
    ReservedName name = name(owner, "山城明月");
    reserve(name);
    engine.write(names.using(name, STARTUP));
    Agenda.Entry before = entry(name);
    assertThat(engine.write(names.registering(owner, name.id(), STARTUP, "91500106000000019X")))
        .isTrue();
    ReservedName held = holder("山城明月").orElseThrow();
    assertThat(held.code()).contains("91500106000000019X");
    Instant muchLater = UNTIL.plus(Duration.ofDays(4000));
    assertThat(names.isFreed(held, muchLater)).isFalse();
    assertThat(names.lapse(before, muchLater)).isFalse();
    assertThat(names.release(held, terms("release"), answer(), muchLater))
        .isInstanceOf(Commit.Moved.class);
    assertThat(engine.write(names.using(held, number(3)))).isFalse();
    assertThat(reserve(name(somebody(), "山城明月"))).isInstanceOf(Commit.Moved.class);
  }

  @Test
  void aReservationIsGivenUpOnce() {
    ReservedName name = name(owner, "山城明月", "山城明");
    reserve(name);
    assertThat(names.release(name, terms("give"), answer(), NOW))
        .isInstanceOf(Commit.Written.class);
    assertThat(names.release(name, terms("give"), answer(), NOW))
        .isInstanceOf(Commit.Repeated.class);
    assertThat(engine.sortKeys("NAMES#500106#" + industry)).isEmpty();
    assertThat(names.of(owner, Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void somebodyRepresentsOneStartUpAtATime() {
    Representatives representatives = new Representatives(engine.table);
    assertThat(representatives.startupOf(owner)).isEmpty();
    assertThat(engine.write(representatives.claiming(owner, Optional.empty(), STARTUP))).isTrue();
    assertThat(engine.write(representatives.claiming(owner, Optional.empty(), number(2))))
        .isFalse();
    assertThat(representatives.startupOf(owner)).contains(STARTUP);
    assertThat(engine.write(representatives.claiming(owner, Optional.of(STARTUP), number(2))))
        .isTrue();
    assertThat(engine.write(representatives.releasing(owner, STARTUP)))
        .as("not its any more")
        .isFalse();
    assertThat(engine.write(representatives.releasing(owner, number(2)))).isTrue();
    assertThat(representatives.startupOf(owner)).isEmpty();
  }

  @Test
  void noCodeIsEnteredTwice() {
    LicenceRegister register = new LicenceRegister(engine.table);
    LicenceRegister.Entry licence =
        new LicenceRegister.Entry(
            "91500106000000019X", "a".repeat(64), "某公司", LocalDate.of(2026, 11, 24), STARTUP);
    assertThat(register.find(licence.code())).isEmpty();
    assertThat(engine.write(register.entering(licence))).isTrue();
    assertThat(engine.write(register.entering(licence))).isFalse();
    assertThat(register.find(licence.code())).contains(licence);
  }
}
