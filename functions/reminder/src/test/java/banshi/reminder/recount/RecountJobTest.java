package banshi.reminder.recount;

import static banshi.reminder.recount.Hall.at;
import static banshi.reminder.recount.Hall.enough;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.ClockName;
import banshi.cases.ExtensionAction;
import banshi.cases.Extensions;
import banshi.cases.HallClocks;
import banshi.cases.Party;
import banshi.clock.Extension;
import banshi.clock.Notices;
import banshi.clock.PauseReason;
import banshi.clock.TimeLimit;
import banshi.identity.ApplicantKey;
import banshi.notices.NoticeName;
import banshi.reminder.Budget;
import banshi.store.Damage;
import banshi.store.Drafts;
import banshi.store.DyingTable;
import banshi.store.InboxLine;
import banshi.store.Recounts.Tally;
import banshi.store.RunningCases;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecountJobTest {
  private static final HallClocks OLD = HallClocks.published();
  private static final HallClocks NEW = Hall.with("2027.json");
  private static final Instant NOW = at("2026-12-21T11:00");

  private static Hall hall;

  @BeforeAll
  static void open() {
    hall = new Hall();
  }

  @AfterAll
  static void close() {
    hall.close();
  }

  @AfterEach
  void clear() {
    Damage.toEverything(hall.engine);
  }

  private CaseNumber quiet(String acceptedAt) {
    CaseNumber number = hall.accepted(OLD, acceptedAt);
    hall.settle(OLD, number, NOW);
    return number;
  }

  @Test
  void aDateThatMovesGetsOneEntryAndOneNoticeForEachWhoWaits() {
    CaseNumber number = quiet("2026-12-21T10:00");

    Map<String, Object> report = hall.job(NEW).run(NOW, enough());

    assertThat(report)
        .containsEntry("complete", true)
        .containsEntry("looked", 1L)
        .containsEntry("moved", 1L)
        .containsEntry("firmed", 0L);
    // 4 January is off now, 9 January is worked: what lay between them moves.
    assertThat(hall.recounts(number))
        .singleElement()
        .asString()
        .contains("PROMISED: 2027-01-05T09:30:00Z → 2027-01-06T09:30:00Z");
    assertThat(hall.load(number).climbs().get(ClockName.PROMISED).due().at())
        .isEqualTo(at("2027-01-06T17:30"));
    List<InboxLine> told =
        hall.told(number).stream().filter(one -> one.name() == NoticeName.DUE_MOVED).toList();
    assertThat(told).extracting(InboxLine::recipient).doesNotHaveDuplicates().hasSize(3);
    assertThat(told).extracting(InboxLine::recipient).anyMatch(to -> to.contains("MARKET"));
    assertThat(told).extracting(InboxLine::recipient).anyMatch(to -> to.contains("URBAN"));
  }

  @Test
  void aProvisionalDateThatStaysIsToldToBeFirm() {
    CaseNumber number = quiet("2026-12-14T10:00");

    Map<String, Object> report = hall.job(NEW).run(NOW, enough());

    assertThat(report).containsEntry("moved", 0L).containsEntry("firmed", 1L);
    assertThat(hall.recounts(number)).hasSize(1);
    assertThat(hall.load(number).climbs().get(ClockName.STATUTORY).due().provisional()).isFalse();
    assertThat(hall.told(number)).filteredOn(told -> told.name() == NoticeName.DUE_FIRM).hasSize(3);
    assertThat(hall.told(number)).extracting(InboxLine::name).doesNotContain(NoticeName.DUE_MOVED);
  }

  @Test
  void whatTheFileDoesNotTouchKeepsItsVersion() {
    CaseNumber number = quiet("2026-11-30T10:00");
    Case<?> before = hall.load(number);

    assertThat(hall.job(NEW).run(NOW, enough())).containsEntry("looked", 1L);

    assertThat(hall.load(number)).isEqualTo(before);
    assertThat(hall.recounts(number)).isEmpty();
  }

  @Test
  void aDraftThatLapsesIsNoCaseThatCannotBeRead() {
    quiet("2026-11-30T10:00");
    new Drafts(hall.engine.table, hall.engine.cipher)
        .save(
            new Drafts.Saving(
                new ApplicantKey("e".repeat(32)),
                UUID.fromString("00000000-0000-4000-8000-000000000017"),
                CaseKind.COMPLAINT,
                "COMPLAINT@2026-12-21",
                TextNode.valueOf("content")),
            Drafts.Terms.NONE,
            NOW);

    assertThat(hall.job(NEW).run(NOW, enough()))
        .containsEntry("complete", true)
        .containsEntry("looked", 1L)
        .containsEntry("unreadable", 0L);
  }

  @Test
  void whatHasEndedOrIsPausedIsNotMoved() {
    CaseNumber ended = quiet("2026-12-21T10:00");
    hall.does(OLD, ended, NOW, ApplicationAction.WITHDRAW, Party.APPLICANT, with -> with);
    CaseNumber paused = quiet("2026-12-21T10:00");
    hall.does(
        OLD,
        paused,
        NOW,
        ApplicationAction.SUSPEND,
        Party.LEAD,
        with -> with.pausing(new PauseReason("听证", "行政许可法第四十五条", 10)));
    Case<?> endedBefore = hall.load(ended);
    Case<?> pausedBefore = hall.load(paused);

    assertThat(hall.job(NEW).run(NOW, enough()))
        .containsEntry("complete", true)
        .containsEntry("moved", 0L);

    assertThat(hall.load(ended)).isEqualTo(endedBefore);
    assertThat(hall.load(paused)).isEqualTo(pausedBefore);
    // The paused one is counted by the new calendar as soon as somebody goes on with it.
    hall.does(NEW, paused, NOW, ApplicationAction.RESUME, Party.LEAD, with -> with);
    assertThat(hall.load(paused).climbs().get(ClockName.PROMISED).due().at())
        .isEqualTo(at("2027-01-06T17:30"));
  }

  @Test
  void aRunWithNothingToDoCostsOneRead() {
    quiet("2026-12-21T10:00");
    hall.job(NEW).run(NOW, enough());

    assertThat(hall.engine.cost(() -> hall.job(NEW).run(NOW, enough()))).isEqualTo(1.0);
  }

  @Test
  void anOlderBuildBesideANewerOneDoesNothing() {
    CaseNumber number = quiet("2026-12-21T10:00");
    hall.job(NEW).run(NOW, enough());

    assertThat(hall.job(OLD).run(NOW, enough())).containsEntry("complete", true);

    assertThat(hall.recounts(number)).hasSize(1);
    assertThat(hall.progress().done()).isEqualTo(NEW.edition());
  }

  @Test
  void whatAnOlderBuildWritesAfterwardsIsCountedAgainByTheNewerOne() {
    CaseNumber number = quiet("2026-12-21T10:00");
    hall.job(NEW).run(NOW, enough());

    hall.does(OLD, number, NOW, ApplicationAction.CLAIM, Party.DEPARTMENT, with -> with);
    assertThat(hall.load(number).edition()).isEqualTo(OLD.edition());
    hall.settle(NEW, number, NOW);

    assertThat(hall.load(number).edition()).isEqualTo(NEW.edition());
    assertThat(hall.load(number).climbs().get(ClockName.PROMISED).due().at())
        .isEqualTo(at("2027-01-06T17:30"));
  }

  @Test
  void aRunWithoutTimeGoesOnWithTheNextOne() {
    List<CaseNumber> numbers = many(30);
    int runs = 0;
    while (!hall.progress().isThrough(NEW.edition())) {
      // Time for a few stretches: the budget falls with every question.
      long[] left = {10_200};
      hall.job(NEW).run(NOW, new Budget(() -> Duration.ofMillis(left[0] -= 100)));
      runs++;
    }
    assertThat(runs).isGreaterThan(3);
    assertThat(hall.progress().tally()).isEqualTo(new Tally(30, 30, 0, 0));
    numbers.forEach(number -> assertThat(hall.recounts(number)).hasSize(1));
  }

  @Test
  void aCaseThatCannotBeReadIsCountedAndLeftAlone() {
    CaseNumber broken = quiet("2026-12-21T10:00");
    CaseNumber whole = quiet("2026-12-21T10:00");
    Damage.toHead(hall.engine, "APPLICATION#" + broken);

    Map<String, Object> report = hall.job(NEW).run(NOW, enough());

    assertThat(report)
        .containsEntry("complete", true)
        .containsEntry("looked", 2L)
        .containsEntry("unreadable", 1L)
        .containsEntry("moved", 1L);
    assertThat(hall.recounts(whole)).hasSize(1);
  }

  @Test
  void theWholeHorizonIsWalked() {
    CaseNumber number = quiet("2026-12-21T10:00");
    RecountJob job =
        new RecountJob(
            hall.engine.table, hall.engine.cipher, NEW, new RunningCases(hall.engine.table));

    assertThat(job.run(NOW, enough())).containsEntry("complete", true).containsEntry("moved", 1L);

    assertThat(hall.recounts(number)).hasSize(1);
  }

  private List<CaseNumber> many(int count) {
    List<CaseNumber> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(quiet("2026-12-21T10:00"));
    }
    return numbers;
  }

  /** Two made-up calendars in turn, each newer than the one before: every round moves the same. */
  private static HallClocks round(int number) {
    HallClocks clocks = number % 2 == 0 ? NEW : Hall.with("2027.json", "2027-1.json");
    return new HallClocks(clocks.calendar(), clocks.hours(), NEW.edition() + number);
  }

  @Test
  void runsKilledAtRandomPointsEndWithTheSameResult() {
    List<CaseNumber> moving = many(8);
    CaseNumber still = quiet("2026-11-30T10:00");
    Case<?> stillBefore = hall.load(still);
    Random random = new Random(3);
    int killed = 0;
    for (int round = 0; round < 20; round++) {
      HallClocks clocks = round(round);
      // Requests of a whole run: the state, some 150 buckets, two for each case, the place.
      for (int moment : random.ints(3, 1, 350).toArray()) {
        try {
          hall.job(DyingTable.at(hall.engine, moment), clocks).run(NOW, enough());
        } catch (DyingTable.Killed expected) {
          killed++;
        }
      }
      hall.job(clocks).run(NOW, enough());
      assertThat(hall.progress().isThrough(clocks.edition())).isTrue();
      for (CaseNumber number : moving) {
        assertThat(hall.recounts(number)).as("round %d", round).hasSize(round + 1);
      }
    }
    assertThat(killed).isGreaterThanOrEqualTo(20);
    for (CaseNumber number : moving) {
      assertThat(hall.told(number))
          .filteredOn(told -> told.name() == NoticeName.DUE_MOVED)
          .hasSize(20 * 3);
    }
    assertThat(hall.load(still)).isEqualTo(stillBefore);
  }

  @Test
  void overlappingRunsEndWithTheSameResult() throws Exception {
    List<CaseNumber> moving = many(20);
    for (int round = 0; round < 5; round++) {
      HallClocks clocks = round(round);
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        List<Callable<Map<String, Object>>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          runs.add(() -> hall.job(clocks).run(NOW, enough()));
        }
        for (Future<Map<String, Object>> run : threads.invokeAll(runs)) {
          assertThat(run.get()).containsEntry("complete", true);
        }
      }
      assertThat(hall.progress().tally().looked()).isEqualTo(20);
      for (CaseNumber number : moving) {
        assertThat(hall.recounts(number)).hasSize(round + 1);
      }
    }
    assertThat(hall.told(moving.getFirst()))
        .filteredOn(told -> told.name() == NoticeName.DUE_MOVED)
        .hasSize(5 * 3);
  }

  private static HallClocks knownOn(LocalDate day) {
    return HallClocks.of(Notices.asKnownOn(day));
  }

  @Test
  void theLabourDayRevisionOf2019IsReplayedOverStoredCases() {
    LocalDate revised = LocalDate.of(2019, 3, 22);
    HallClocks before = knownOn(revised.minusDays(1));
    HallClocks after = knownOn(revised);
    Instant now = at("2019-03-22T12:00");
    CaseNumber extended = hall.accepted(before, "2019-03-22T10:00");
    hall.does(
        before,
        extended,
        now,
        ApplicationAction.EXTEND,
        Party.LEAD,
        with ->
            with.adding(
                Extensions.task(hall.load(extended), ClockName.STATUTORY, "MARKET_REGULATION")));
    hall.does(
        before,
        extended,
        now,
        ExtensionAction.APPROVE_EXTENSION,
        Party.SUPERVISOR,
        with -> with.extending(new Extension(TimeLimit.workingDays(7), now, "复杂", "负责人")));
    CaseNumber short20 = hall.accepted(before, "2019-03-22T10:00");
    Case<?> untouched = hall.load(short20);
    hall.job(before).run(now, enough());

    assertThat(hall.job(after).run(now, enough())).containsEntry("moved", 1L);

    // The twenty-seventh day was Thursday 2 May; 28 April is worked now, and 2 May is off.
    assertThat(hall.recounts(extended))
        .containsExactly("STATUTORY: 2019-05-02T09:30:00Z → 2019-04-30T09:30:00Z");
    assertThat(hall.load(short20)).isEqualTo(untouched);
  }

  @Test
  void theSpringFestivalExtensionOf2020IsReplayedOverStoredCases() {
    LocalDate revised = LocalDate.of(2020, 1, 27);
    HallClocks before = knownOn(revised.minusDays(1));
    HallClocks after = knownOn(revised);
    Instant now = at("2020-01-27T12:00");
    CaseNumber running = hall.accepted(before, "2020-01-20T10:00");
    CaseNumber withdrawn = hall.accepted(before, "2020-01-20T10:00");
    Instant early = at("2020-01-21T10:00");
    hall.does(before, withdrawn, early, ApplicationAction.WITHDRAW, Party.APPLICANT, with -> with);
    hall.settle(before, running, now);
    Case<?> ended = hall.load(withdrawn);
    hall.job(before).run(now, enough());

    assertThat(hall.job(after).run(now, enough())).containsEntry("moved", 1L);

    assertThat(hall.recounts(running))
        .singleElement()
        .asString()
        .contains("PROMISED: 2020-02-07T09:30:00Z → 2020-02-11T09:30:00Z")
        .contains("STATUTORY: 2020-02-21T09:30:00Z → 2020-02-25T09:30:00Z")
        .contains("FOOD")
        .contains("SIGN");
    assertThat(hall.told(running))
        .filteredOn(told -> told.name() == NoticeName.DUE_MOVED)
        .extracting(InboxLine::recipient)
        .doesNotHaveDuplicates()
        .hasSize(3);
    assertThat(hall.load(withdrawn)).isEqualTo(ended);
  }
}
