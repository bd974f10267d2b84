package banshi.cases;

import static banshi.cases.Sample.MONDAY;
import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.clock.ClockState;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What the start-up's table promises, whatever anybody does in whatever order. */
class StartupLifeCycleTest {
  private static final Set<StartupStage> WITH_APPLICANTS =
      Set.of(StartupStage.AWAITING_SIGNATURES, StartupStage.CORRECTION_REQUESTED);
  private static final Set<ClockName> HANDLING = Set.of(ClockName.PROMISED, ClockName.STATUTORY);
  private static final Kernel KERNEL = Startups.KERNEL;
  private static final int STEPS = 40;

  private static Actor officer(String department) {
    return new Actor(
        "officer-" + department,
        Set.of(Role.OFFICER),
        Set.of(department),
        Optional.empty(),
        new ApplicantKey("o".repeat(32)));
  }

  /** One walk: every case that it came through, and every row that it went by. */
  private static final class Walk {
    private final List<Case<String>> cases = new ArrayList<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private final Set<String> rows = new HashSet<>();

    Walk(long seed, int steps) {
      Change<String> filed = Startups.filed(seed, MONDAY, "details");
      rows.add(row("", StartupLifeCycle.TABLE.opening()));
      took(filed);
      Random random = new Random(seed);
      for (int i = 0; i < steps; i++) {
        Case<String> c = now();
        Startups.Step<String> step =
            Startups.anyStep(c, c.timeline().at().plusSeconds(pause(random)), random);
        step.row().ifPresent(row -> rows.add(row(step.before().stage().name(), row)));
        cases.add(step.before());
        took(step.change());
      }
    }

    /** Mostly within two hours, now and then after weeks of silence. */
    static int pause(Random random) {
      return 60 + random.nextInt(random.nextInt(10) == 0 ? 4_000_000 : 7_000);
    }

    private void took(Change<String> change) {
      cases.add(change.after());
      told.addAll(change.notices());
      change
          .entries()
          .forEach(
              entry -> {
                timeline.add(entry);
                // A timed move of this table stands in one row for each stage.
                StartupLifeCycle.TABLE.moves().stream()
                    .filter(move -> move.by().equals(Set.of(Party.SYSTEM)))
                    .filter(move -> move.action().name().equals(entry.action()))
                    .forEach(move -> rows.add(row(entry.fromStage(), move)));
              });
    }

    Case<String> now() {
      return cases.getLast();
    }

    private static String row(String from, Move move) {
      return from + " " + move.action() + " " + move.guard() + " " + move.to();
    }
  }

  @Test
  void everyRowOfTheTableIsWalked() {
    Set<String> walked = new HashSet<>();
    for (int seed = 0; seed < 1600; seed++) {
      walked.addAll(new Walk(seed, STEPS).rows);
    }
    assertThat(walked)
        .containsExactlyInAnyOrderElementsOf(
            StartupLifeCycle.TABLE.moves().stream()
                .flatMap(
                    move ->
                        move.from().isEmpty()
                            ? Stream.of(Walk.row("", move))
                            : move.from().stream().map(from -> Walk.row(from.name(), move)))
                .collect(Collectors.toSet()));
  }

  @Property(tries = 300)
  void noDepartmentButTheRegistrarIsAPartyBeforeTheLicence(@ForAll @LongRange(min = 0) long seed) {
    for (Case<String> c : new Walk(seed, STEPS).cases) {
      boolean licensed =
          c.tasks().stream()
              .anyMatch(
                  task -> task.isOf(StartupLifeCycle.LICENCE) && task.state() == TaskState.DONE);
      for (String department : Startups.SERVICES.values()) {
        boolean asked =
            c.tasks().stream()
                .anyMatch(
                    task ->
                        task.department().equals(department)
                            && task.state() != TaskState.CANCELLED);
        assertThat(Parties.of(officer(department), c).isEmpty())
            .as("%s at %s", department, c.stage())
            .isEqualTo(!licensed || !asked);
      }
      boolean everComplete = c.clock(ClockName.PROMISED).state() != ClockState.NOT_STARTED;
      assertThat(Parties.of(officer(Startups.REGISTRAR), c).isEmpty())
          .as("the registrar at %s", c.stage())
          .isEqualTo(!everComplete);
    }
  }

  @Property(tries = 300)
  void aChangedFormAlwaysNeedsEverySignatureAgain(@ForAll @LongRange(min = 0) long seed) {
    Walk walk = new Walk(seed, STEPS);
    int needed = 0;
    for (Case<String> c : walk.cases) {
      if (c.stage() == StartupStage.AWAITING_SIGNATURES) {
        assertThat(c.signatories().missing()).isNotEmpty();
      }
    }
    // The walk's cases tell how many must sign; its timeline how many have.
    int entries = 0;
    int at = 0;
    for (TimelineEntry entry : walk.timeline) {
      entries++;
      while (walk.cases.get(at).timeline().entries() < entries) {
        at++;
      }
      switch (entry.action()) {
        case "SUBMIT", "AMEND" -> needed = walk.cases.get(at).signatories().all().size();
        case "SIGN" -> {
          needed--;
          assertThat(entry.toStage()).isEqualTo(needed == 0 ? "RECEIVED" : "AWAITING_SIGNATURES");
        }
        default -> {}
      }
    }
  }

  @Property(tries = 300)
  void theClocksStandStillWhileTheFormIsWithTheApplicantsAndGoOnWhereTheyStood(
      @ForAll @LongRange(min = 0) long seed) {
    ServiceClock hall = Sample.clocks().hall();
    List<Case<String>> cases = new Walk(seed, STEPS).cases;
    for (int i = 1; i < cases.size(); i++) {
      Case<String> before = cases.get(i - 1);
      Case<String> c = cases.get(i);
      for (ClockName name : HANDLING) {
        ClockState state = c.clock(name).state();
        if (WITH_APPLICANTS.contains(c.stage())) {
          assertThat(state).as("%s at %s", name, c.stage()).isNotEqualTo(ClockState.RUNNING);
          assertThat(c.tasks()).noneMatch(task -> task.clock().state() == ClockState.RUNNING);
        } else if (!c.stage().isFinal()) {
          assertThat(state).as("%s at %s", name, c.stage()).isEqualTo(ClockState.RUNNING);
        }
        if (before.clock(name).startedAt().isPresent()) {
          assertThat(c.clock(name).startedAt()).isEqualTo(before.clock(name).startedAt());
          assertThat(c.clock(name).consumed(hall, c.timeline().at()).amount())
              .isGreaterThanOrEqualTo(
                  before.clock(name).consumed(hall, before.timeline().at()).amount());
          assertThat(c.clock(name).pauses().size())
              .isGreaterThanOrEqualTo(before.clock(name).pauses().size());
        }
      }
    }
  }

  @Property(tries = 300)
  void whatHasEndedHasNoRunningClockAndNoOpenTask(@ForAll @LongRange(min = 0) long seed) {
    for (Case<String> c : new Walk(seed, STEPS).cases) {
      if (c.stage().isFinal()) {
        assertThat(c.clocks().values())
            .extracting(clock -> clock.state())
            .isSubsetOf(ClockState.STOPPED, ClockState.NOT_STARTED);
        assertThat(c.tasks())
            .filteredOn(task -> !isOfARating(task))
            .allMatch(task -> task.state().isFinal());
      }
    }
  }

  private static boolean isOfARating(Task task) {
    return Stream.of(Ratings.CONTACT, Ratings.RECTIFY, Ratings.CALLBACK).anyMatch(task::isOf);
  }

  @Property(tries = 300)
  void itExpiresWhenTheDaysForSigningAreOverAndNotBefore(@ForAll @LongRange(min = 0) long seed) {
    Instant since = MONDAY;
    int days = Startups.SIGN_WITHIN;
    for (TimelineEntry entry : new Walk(seed, STEPS).timeline) {
      switch (entry.action()) {
        case "SUBMIT", "AMEND" -> {
          since = entry.at();
          days = Startups.SIGN_WITHIN;
        }
        case "REQUEST_CORRECTION" -> {
          since = entry.at();
          days = Integer.parseInt(entry.note().orElseThrow());
        }
        case "EXPIRE" ->
            assertThat(entry.at())
                .isAfterOrEqualTo(since.plus(Duration.ofDays(days)))
                .isEqualTo(Sample.clocks().hall().due(since, TimeLimit.calendarDays(days)).at());
        default -> {}
      }
    }
  }

  @Property(tries = 200)
  void whoeverLooksWheneverTheTimelineComesOutTheSame(
      @ForAll @LongRange(min = 0) long seed, @ForAll @LongRange long looking) {
    Random looks = new Random(looking);
    Random one = new Random(seed);
    Random other = new Random(seed);
    Case<String> unseen = Startups.filed(seed, MONDAY, "details").after();
    Case<String> seen = unseen;
    Instant now = MONDAY;
    for (int i = 0; i < STEPS; i++) {
      Instant next = now.plusSeconds(Walk.pause(one));
      assertThat(Walk.pause(other)).isPositive();
      for (int look = looks.nextInt(4); look > 0; look--) {
        long between = Duration.between(now, next).toSeconds();
        now = now.plusSeconds(looks.nextLong(between + 1));
        seen = KERNEL.settle(seen, now).after();
      }
      now = next;
      unseen = Startups.anyStep(unseen, now, one).change().after();
      seen = Startups.anyStep(seen, now, other).change().after();
      assertThat(seen).isEqualTo(unseen);
    }
  }

  /** A start-up that nobody holds up, until it is completed an hour after it is filed. */
  private static Case<String> completed(boolean company, int signatories, List<String> services) {
    Case<String> c =
        Startups.filed(1, MONDAY, "d", Startups.signatories(signatories), services, company)
            .after();
    for (ApplicantKey person : c.signatories().all()) {
      c = done(Startups.signed(c, person, MONDAY.plusSeconds(60)));
    }
    Instant end = MONDAY.plus(Duration.ofHours(1));
    for (Task task : c.tasks()) {
      c =
          done(
              new TaskWork(KERNEL)
                  .complete(
                      c,
                      task.id(),
                      new TaskWork.Officer("olga", department -> true),
                      StartupAction.COMPLETE,
                      Set.of(Party.DEPARTMENT),
                      new TaskResult(TaskResult.Opinion.PASS, "", end),
                      end));
    }
    assertThat(c.stage()).isEqualTo(StartupStage.COMPLETED);
    return c;
  }

  private static Case<String> done(Outcome<Change<String>> outcome) {
    return switch (outcome) {
      case Outcome.Done<Change<String>>(Change<String> change) -> change.after();
      case Outcome.Refused<Change<String>>(Refusal refusal) ->
          throw new AssertionError(refusal.toString());
    };
  }

  @Property(tries = 20)
  void aCompanyIsToldOfItsReportEveryYearFromTheNextOneOn(
      @ForAll @IntRange(min = 1, max = 4) int signatories) {
    Case<String> company = completed(true, signatories, List.of("SEAL", "TAX"));
    Change<String> years = KERNEL.settleAll(company, at("2031-03-01T10:00:00+08:00"));
    assertThat(years.entries())
        .extracting(TimelineEntry::at)
        .containsExactly(
            at("2027-01-01T00:00:00+08:00"),
            at("2027-06-01T00:00:00+08:00"),
            at("2028-01-01T00:00:00+08:00"),
            at("2028-06-01T00:00:00+08:00"),
            at("2029-01-01T00:00:00+08:00"),
            at("2029-06-01T00:00:00+08:00"),
            at("2030-01-01T00:00:00+08:00"),
            at("2030-06-01T00:00:00+08:00"),
            at("2031-01-01T00:00:00+08:00"));
    assertThat(years.notices())
        .extracting(Notice::name)
        .containsOnly(NoticeName.ANNUAL_REPORT_OPENS, NoticeName.ANNUAL_REPORT_ENDS)
        .hasSize(9);
    assertThat(years.after().nextTimer()).contains(at("2031-06-01T00:00:00+08:00"));
  }

  @Test
  void aSoleTraderIsNeverToldOfAReport() {
    Case<String> trader = completed(false, 1, List.of());
    Change<String> years = KERNEL.settleAll(trader, at("2031-03-01T10:00:00+08:00"));
    assertThat(years.entries()).isEmpty();
    assertThat(years.notices()).isEmpty();
    assertThat(years.after().nextTimer()).isEmpty();
  }
}
