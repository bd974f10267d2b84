package banshi.store;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ActorStamp;
import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.identity.ApplicantKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each access pattern costs, as docs/capacity.md states it. */
class CapacityTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final ApplicantKey OWNER = new ApplicantKey("a".repeat(32));
  private static Engine engine;
  private static CaseStore<String> store;
  private static long seed;

  @BeforeAll
  static void start() {
    engine = new Engine();
    store = engine.store();
    fill(60);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static void fill(int cases) {
    for (int i = 0; i < cases; i++) {
      accepted();
    }
  }

  private static StoredAnswer answer() {
    return new StoredAnswer(
        200, Optional.of(1L), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static WriteTerms terms() {
    return new WriteTerms("scope", "key-" + seed++, "body");
  }

  private static Case<String> received() {
    Change<String> change = Sample.received(100_000 + seed++);
    assertThat(store.create(change, "hash", Optional.empty(), terms(), answer(), NOW))
        .isInstanceOf(Commit.Written.class);
    return change.after();
  }

  private static CaseNumber accepted() {
    Case<String> c = received();
    assertThat(store.save(c, accept(c), terms(), answer(), NOW)).isInstanceOf(Commit.Written.class);
    return c.number();
  }

  private static Change<String> accept(Case<String> c) {
    Kernel kernel = Sample.kernel();
    Outcome<Change<String>> outcome =
        kernel.perform(
            c,
            ApplicationAction.ACCEPT,
            Set.of(Party.WINDOW),
            move ->
                Occasion.of(NOW, new ActorStamp(Party.WINDOW, Optional.of("HALL")))
                    .marking(Mark.ACCEPTANCE, Optional.of("EXPRESS")));
    return ((Outcome.Done<Change<String>>) outcome).value().following(c.version());
  }

  @Test
  void readingACaseCostsOneReadUnitForEachStartedFourKilobytes() {
    CaseNumber number = accepted();
    assertThat(engine.cost(() -> store.load(number))).isEqualTo(1.0);
  }

  @Test
  void readingATimelineCostsOneReadUnitForEachStartedFourKilobytes() {
    CaseNumber number = accepted();
    assertThat(engine.cost(() -> store.timeline(number))).isEqualTo(1.0);
  }

  @Test
  void aPageOfMyCasesCostsTheSameHoweverManyThereAre() {
    CaseLists lists = new CaseLists(engine.table);
    double before =
        engine.cost(() -> assertThat(lists.of(OWNER, Optional.empty(), 20).items()).hasSize(20));
    fill(60);
    double after =
        engine.cost(() -> assertThat(lists.of(OWNER, Optional.empty(), 20).items()).hasSize(20));
    assertThat(after).isEqualTo(before).isEqualTo(1.0);
  }

  @Test
  void aPageOfAQueueCostsAtMostItsShardsTimesThePageHoweverManyTasksThereAre() {
    Queues queues = new Queues(engine.table);
    fill(100);
    double before = engine.cost(() -> page(queues));
    fill(100);
    double after = engine.cost(() -> page(queues));
    assertThat(after).isEqualTo(before).isEqualTo(4.0);
  }

  @Test
  void narrowingAQueueAndCountingItCostTheSameHoweverManyTasksThereAre() {
    Queues queues = new Queues(engine.table);
    QueueView complaints =
        new QueueView(
            QueueView.State.OPEN, Optional.of(CaseKind.COMPLAINT), Optional.empty(), "olga");
    fill(500);
    double narrowed = engine.cost(() -> none(queues, complaints));
    double counted = engine.cost(() -> counted(queues));
    fill(100);
    assertThat(engine.cost(() -> none(queues, complaints)))
        .isEqualTo(narrowed)
        .isLessThanOrEqualTo(24.0);
    assertThat(engine.cost(() -> counted(queues))).isEqualTo(counted).isLessThanOrEqualTo(24.0);
  }

  /** Nothing is shown, and yet the page says where to go on: there may be some behind. */
  private static void none(Queues queues, QueueView view) {
    Page<QueuedTask> page = queues.of("MARKET", view, Optional.empty(), 20, NOW);
    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isPresent();
  }

  private static void counted(Queues queues) {
    assertThat(queues.count("MARKET", QueueView.State.OPEN, NOW))
        .isEqualTo(new Queues.Count(400, true));
  }

  private static void page(Queues queues) {
    assertThat(queues.of("MARKET", QueueView.open(), Optional.empty(), 20, NOW).items())
        .hasSize(20);
  }

  @Test
  void pagesOfMyCasesShowEachOnceNewestFirst() {
    CaseLists lists = new CaseLists(engine.table);
    List<CaseSummary> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<CaseSummary> page = lists.of(OWNER, after, 7);
      assertThat(page.items().size()).isLessThanOrEqualTo(7);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).extracting(CaseSummary::number).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    assertThat(seen)
        .extracting(CaseSummary::receivedAt)
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @Test
  void pagesOfAQueueShowEachTaskOnceByDueTime() {
    Queues queues = new Queues(engine.table);
    for (QueueView.State state : QueueView.State.values()) {
      Instant now = state == QueueView.State.OVERDUE ? Sample.at("2027-01-30T10:00:00+08:00") : NOW;
      List<QueuedTask> seen = new ArrayList<>();
      Optional<String> after = Optional.empty();
      do {
        Page<QueuedTask> page = queues.of("URBAN", QueueView.of(state), after, 9, now);
        seen.addAll(page.items());
        after = page.next();
      } while (after.isPresent());
      assertThat(seen).extracting(QueuedTask::dueAt).isSorted();
      assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
      assertThat(seen.isEmpty())
          .isEqualTo(state != QueueView.State.OPEN && state != QueueView.State.OVERDUE);
    }
  }

  @Test
  void acceptingACaseOfTwoTasksCostsWhatIsStated() {
    Case<String> c = received();
    double cost = engine.cost(() -> store.save(c, accept(c), terms(), answer(), NOW));
    assertThat(cost).isEqualTo(16.0);
  }
}
