package banshi.cases;

import static banshi.cases.Sample.MONDAY;
import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.clock.Extension;
import banshi.clock.Ledger;
import banshi.clock.TimeLimit;
import banshi.desk.RatingSteps;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What the complaint's table promises: it cannot be shaken off. */
class ComplaintLifeCycleTest {
  private static final Kernel KERNEL = new Kernel(ComplaintLifeCycle.TABLE, Sample.clocks());
  private static final RatingSteps<String> RATINGS =
      new RatingSteps<>(KERNEL, c -> "MARKET", (details, rating) -> details);

  private static Outcome<Change<String>> rated(Case<String> c, int score, Instant now) {
    return RATINGS
        .rate(COMPLAINANT, at -> new Rating(score, List.of(), Optional.empty(), at))
        .decide(c, Set.of(Party.APPLICANT), now);
  }

  private static Actor officer(String name, String... departments) {
    return new Actor(
        name,
        Set.of(Role.OFFICER),
        Set.of(departments),
        Optional.empty(),
        new ApplicantKey((name + "x".repeat(32)).substring(0, 32)));
  }

  private static final Actor WINDOW = officer("window", "HALL");
  private static final Actor MARKET = officer("market", "MARKET");
  private static final Actor COLLEAGUE = officer("colleague", "MARKET");
  private static final Actor OTHER = officer("other", "HALL");
  private static final Actor DISCIPLINE = officer("watch", "DISCIPLINE");
  private static final Actor SUPERVISOR =
      new Actor(
          "boss",
          Set.of(Role.SUPERVISOR),
          Set.of(),
          Optional.empty(),
          new ApplicantKey("s".repeat(32)));
  private static final Actor COMPLAINANT =
      new Actor(
          "me",
          Set.of(Role.APPLICANT),
          Set.of(),
          Optional.of(Sample.applicant()),
          new ApplicantKey("a".repeat(32)));

  private static Task task(String part, String department) {
    return Task.planned(
        part, department, new Text("任务", "Task"), Ledger.of(TimeLimit.workingDays(1)));
  }

  private static Change<String> submitted(Instant at) {
    return KERNEL.open(
        new Case<>(
            CaseNumber.draw(CaseKind.COMPLAINT, LocalDate.of(2026, 11, 23), new Random(1)),
            ComplaintStage.SUBMITTED,
            1,
            at,
            new Text("办不成事", "Could not get it done"),
            Sample.applicant(),
            COMPLAINANT.key(),
            Map.of(
                ClockName.ANSWER, Ledger.of(TimeLimit.workingDays(5)),
                ClockName.DISPUTE, Ledger.of(TimeLimit.calendarDays(10)),
                ClockName.RATING, Ledger.of(TimeLimit.calendarDays(15))),
            List.of(),
            List.of(),
            new TreeMap<>(),
            Map.of(),
            0,
            Map.of(),
            Set.of(),
            Signatories.none(),
            TimelineHead.none(at),
            "details"),
        Occasion.of(at, Sample.APPLICANT).adding(task(ComplaintLifeCycle.TRIAGE_TASK, "HALL")));
  }

  /** A walk through the table, settled before every step, remembering the rows it used. */
  private static final class Walk {
    private Case<String> c = submitted(MONDAY).after();
    private final Set<String> used = new HashSet<>(Set.of("SUBMIT"));
    private List<Notice> told = List.of();

    Walk at(Instant now) {
      Change<String> settled = KERNEL.settle(c, now);
      settled.entries().forEach(entry -> used.add(entry.action()));
      c = settled.after();
      told = settled.notices();
      return this;
    }

    Walk does(Action action, Actor actor, Instant now, UnaryOperator<Occasion> given) {
      at(now);
      return took(
          KERNEL.perform(
              c,
              action,
              Parties.of(actor, c),
              move -> given.apply(Occasion.of(now, Parties.stamp(actor, c, move.by())))),
          actor);
    }

    Walk rating(Function<Case<String>, Outcome<Change<String>>> step, Actor actor) {
      return took(step.apply(c), actor);
    }

    private Walk took(Outcome<Change<String>> outcome, Actor actor) {
      switch (outcome) {
        case Outcome.Done<Change<String>>(Change<String> done) -> {
          boolean handled =
              !actor.key().equals(c.owner())
                  && done.entries().stream()
                      .anyMatch(e -> ComplaintLifeCycle.TABLE.handles(e.action()));
          c = handled ? done.handledBy(actor.key()).after() : done.after();
          told = done.notices();
          done.entries().forEach(entry -> used.add(entry.action()));
        }
        case Outcome.Refused<Change<String>>(Refusal refusal) ->
            throw new AssertionError(refusal.toString());
      }
      return this;
    }

    Refusal refused(Action action, Actor actor, Instant now) {
      at(now);
      return switch (KERNEL.perform(
          c,
          action,
          Parties.of(actor, c),
          move -> Occasion.of(now, Parties.stamp(actor, c, move.by())))) {
        case Outcome.Done<Change<String>>(var done) -> throw new AssertionError(action + " done");
        case Outcome.Refused<Change<String>>(Refusal refusal) -> refusal;
      };
    }

    Walk triaged(TimeLimit limit, Instant now) {
      return does(
          ComplaintAction.TRIAGE,
          c.stage() == ComplaintStage.SUBMITTED ? WINDOW : SUPERVISOR,
          now,
          o -> o.limiting(ClockName.ANSWER, limit).marking(Mark.TIER, Optional.of("D")));
    }

    Walk assigned(Instant now) {
      return does(
          ComplaintAction.ASSIGN,
          WINDOW,
          now,
          o ->
              o.adding(task(c.round(ComplaintLifeCycle.ANSWER_TASK), "MARKET"))
                  .marking(Mark.DEPARTMENT, Optional.of("MARKET"))
                  .deadline(
                      ComplaintAction.ASSIGNMENT_STANDS,
                      Sample.clocks().hall().due(now, TimeLimit.workingDays(1)).at()));
    }

    Walk replied(Instant now) {
      return does(ComplaintAction.REPLY, MARKET, now, o -> o.noting("answer"));
    }

    Walk disputed(Instant now) {
      return does(
          ComplaintAction.DISPUTE,
          COMPLAINANT,
          now,
          o ->
              o.adding(task(c.round(ComplaintLifeCycle.ANSWER_TASK), "MARKET"))
                  .marking(
                      Mark.DISPUTES,
                      Optional.of(
                          Integer.toString(
                              c.mark(Mark.DISPUTES).map(Integer::parseInt).orElse(0) + 1))));
    }

    Instant due() {
      return c.clock(ClockName.ANSWER).due(Sample.clocks().hall()).orElseThrow().at();
    }
  }

  private static Instant day(int november) {
    return at("2026-11-%02dT11:00:00+08:00".formatted(november));
  }

  private static final Colleagues HANDS = new Colleagues(KERNEL);
  private static final TaskWork.Officer HANDLER = TaskWork.Officer.of(MARKET);

  /** The task to answer, while it is open. */
  private static String answering(Case<String> c) {
    return c.tasks().stream()
        .filter(task -> task.state() == TaskState.OPEN)
        .filter(task -> task.isOf(ComplaintLifeCycle.ANSWER_TASK))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Outcome<Change<String>> handedOver(Case<String> c, Instant now) {
    return HANDS.handOver(
        c, answering(c), HANDLER, "colleague", Optional.empty(), Parties.of(MARKET, c), now);
  }

  private static Outcome<Change<String>> takenBack(Case<String> c, Instant now) {
    return HANDS.takeBack(c, answering(c), HANDLER, "on leave", Parties.of(MARKET, c), now);
  }

  private static Outcome<Change<String>> claimed(Case<String> c, Instant now) {
    return new TaskWork(KERNEL)
        .claim(c, answering(c), HANDLER, ComplaintAction.CLAIM, Parties.of(MARKET, c), now);
  }

  private static Outcome<Change<String>> shared(Case<String> c, Instant now) {
    return HANDS.share(c, answering(c), HANDLER, "colleague", Parties.of(MARKET, c), now);
  }

  @Test
  void everyMoveIsWalked() {
    Walk walk =
        new Walk()
            .does(ComplaintAction.CLAIM, WINDOW, day(23), o -> o)
            .does(ComplaintAction.RELEASE, WINDOW, day(23), o -> o)
            .triaged(TimeLimit.workingDays(10), day(23))
            .assigned(day(23))
            .does(
                ComplaintAction.RETURN_ASSIGNMENT,
                MARKET,
                day(24),
                o -> o.adding(task("TRIAGE-2", "HALL")).marking(Mark.DEPARTMENT, Optional.empty()))
            .assigned(day(24))
            .does(ComplaintAction.ESCALATE, SUPERVISOR, day(24), o -> o)
            .does(
                ComplaintAction.REFER_DISCIPLINE,
                SUPERVISOR,
                day(24),
                o -> o.adding(task(ComplaintLifeCycle.DISCIPLINE_TASK, "DISCIPLINE")))
            .does(
                ComplaintAction.MERGE,
                SUPERVISOR,
                day(24),
                o -> o.marking(Mark.CLUSTER, Optional.of("C1")))
            .does(
                ComplaintAction.EXTEND,
                MARKET,
                day(26),
                o -> o.adding(task(Extensions.APPROVAL, "MARKET")))
            .does(ExtensionAction.REJECT_EXTENSION, COLLEAGUE, day(26), o -> o)
            .does(
                ComplaintAction.EXTEND,
                MARKET,
                day(26),
                o -> o.adding(task(Extensions.APPROVAL + "-2", "MARKET")))
            .does(
                ExtensionAction.APPROVE_EXTENSION,
                COLLEAGUE,
                day(26),
                o ->
                    o.extending(
                        new Extension(TimeLimit.workingDays(2), o.at(), "complex", "director")))
            .rating(c -> handedOver(c, day(26)), MARKET)
            .rating(c -> takenBack(c, day(26)), MARKET)
            .rating(c -> claimed(c, day(26)), MARKET)
            .rating(c -> shared(c, day(26)), MARKET)
            .does(ComplaintAction.DISCLOSE, MARKET, day(26), o -> o)
            .replied(day(26))
            .disputed(day(26))
            .replied(day(27))
            .does(ComplaintAction.CORRECT_REPLY, MARKET, day(27), o -> o)
            .does(ComplaintAction.ACKNOWLEDGE_REFERRAL, DISCIPLINE, day(27), o -> o)
            .does(ComplaintAction.CONFIRM, COMPLAINANT, day(27), o -> o)
            .rating(c -> rated(c, 5, day(27)), COMPLAINANT);
    Set<Party> market = Parties.of(MARKET, walk.c);
    assertThat(market).contains(Party.RATED);
    walk.rating(c -> RATINGS.contacted(MARKET, "called").decide(c, market, day(27)), MARKET)
        .rating(c -> RATINGS.appealed(MARKET, "malicious").decide(c, market, day(27)), MARKET)
        .rating(
            c ->
                RATINGS
                    .decidedAppeal(SUPERVISOR, false, "no")
                    .decide(c, Set.of(Party.SUPERVISOR), day(27)),
            SUPERVISOR)
        .rating(c -> RATINGS.rectified(MARKET, "mended").decide(c, market, day(27)), MARKET)
        .rating(
            c ->
                RATINGS
                    .calledBack(OTHER, false, "not yet")
                    .decide(c, Parties.of(OTHER, c), day(28)),
            OTHER);
    assertThat(walk.c.mark(Mark.RECTIFICATION)).contains("OPEN");
    assertThat(walk.told)
        .extracting(Notice::name, Notice::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                NoticeName.NOT_RECTIFIED, new Recipient.Department("MARKET")));
    walk.rating(c -> RATINGS.rectified(MARKET, "mended").decide(c, market, day(28)), MARKET)
        .rating(
            c -> RATINGS.calledBack(OTHER, true, "fine").decide(c, Parties.of(OTHER, c), day(28)),
            OTHER);
    assertThat(walk.c.mark(Mark.RECTIFICATION)).contains("CLOSED");
    assertThat(walk.c.tasks()).allMatch(task -> task.state().isFinal());
    assertThat(walk.told).isEmpty();
    walk.at(at("2026-12-20T10:00:00+08:00"));

    Walk other =
        new Walk()
            .triaged(TimeLimit.workingDays(1), day(23))
            .assigned(day(23))
            .at(day(26))
            .replied(day(26))
            .at(at("2026-12-08T10:00:00+08:00"))
            .rating(c -> rated(c, 4, at("2026-12-08T10:00:00+08:00")), COMPLAINANT)
            .rating(
                c ->
                    RATINGS
                        .appealed(MARKET, "wrong")
                        .decide(c, Parties.of(MARKET, c), at("2026-12-08T11:00:00+08:00")),
                MARKET)
            .rating(
                c ->
                    RATINGS
                        .decidedAppeal(SUPERVISOR, true, "yes")
                        .decide(c, Set.of(Party.SUPERVISOR), at("2026-12-08T12:00:00+08:00")),
                SUPERVISOR);
    assertThat(other.c.mark(Mark.RECTIFICATION)).contains("EXCLUDED");
    assertThat(other.told).extracting(Notice::to).hasSize(2);

    Walk redirected = new Walk().does(ComplaintAction.REDIRECT, WINDOW, day(23), o -> o);
    Walk withdrawn = new Walk().does(ComplaintAction.WITHDRAW, COMPLAINANT, day(23), o -> o);
    assertThat(redirected.c.nextTimer()).isEmpty();
    assertThat(withdrawn.c.nextTimer()).isEmpty();

    Set<String> used = new HashSet<>(walk.used);
    used.addAll(other.used);
    used.addAll(redirected.used);
    used.addAll(withdrawn.used);
    assertThat(used)
        .containsAll(
            ComplaintLifeCycle.TABLE.actions().stream()
                .map(Action::name)
                .collect(Collectors.toSet()));
  }

  @Test
  void whoeverHandledItMayNotCallBack() {
    Walk walk =
        new Walk()
            .triaged(TimeLimit.workingDays(5), day(23))
            .assigned(day(23))
            .replied(day(24))
            .does(ComplaintAction.CONFIRM, COMPLAINANT, day(24), o -> o)
            .rating(c -> rated(c, 5, day(24)), COMPLAINANT)
            .rating(
                c -> RATINGS.contacted(MARKET, "x").decide(c, Parties.of(MARKET, c), day(24)),
                MARKET)
            .rating(
                c -> RATINGS.rectified(MARKET, "x").decide(c, Parties.of(MARKET, c), day(24)),
                MARKET);
    assertThat(
            RATINGS
                .calledBack(WINDOW, true, "x")
                .decide(walk.c, Parties.of(WINDOW, walk.c), day(25)))
        .isEqualTo(Outcome.refused(new Refusal.ConflictOfInterest()));
    assertThat(
            RATINGS
                .calledBack(MARKET, true, "x")
                .decide(walk.c, Parties.of(MARKET, walk.c), day(25)))
        .isEqualTo(Outcome.refused(new Refusal.Forbidden()));
  }

  @Test
  void anUnassignedComplaintClimbsToTheTop() {
    Walk walk = new Walk().at(at("2026-12-20T10:00:00+08:00"));
    assertThat(walk.c.stage()).isEqualTo(ComplaintStage.SUBMITTED);
    assertThat(walk.c.level()).isEqualTo(3);
    assertThat(walk.told)
        .as("one notice for each who is told")
        .extracting(Notice::to)
        .doesNotHaveDuplicates()
        .contains(new Recipient.Supervisors());
  }

  /** Whatever is done to it, short of an answer, its level and its beginning stay. */
  @Property(tries = 300)
  void nothingButAnAnswerStopsTheClimb(
      @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> acts,
      @ForAll @IntRange(min = 1, max = 10) int hoursBetween) {
    Walk walk = new Walk();
    Instant now = MONDAY;
    int level = 0;
    for (int act : acts) {
      now = now.plusSeconds(3600L * 7 * hoursBetween);
      Instant then = now;
      walk.at(now);
      switch (act) {
        case 0 -> walk.triaged(TimeLimit.workingDays(1 + hoursBetween), now);
        case 1 -> {
          if (walk.c.stage() == ComplaintStage.TRIAGED) {
            walk.assigned(now);
          }
        }
        case 2 -> {
          boolean mayReturn =
              ComplaintLifeCycle.TABLE
                  .allowedActions(walk.c, Parties.of(MARKET, walk.c))
                  .contains("return-assignment");
          if (mayReturn) {
            walk.does(
                ComplaintAction.RETURN_ASSIGNMENT,
                MARKET,
                now,
                o ->
                    o.adding(task(walk.c.round("TRIAGE"), "HALL"))
                        .marking(Mark.DEPARTMENT, Optional.empty()));
          }
        }
        case 3 ->
            walk.does(
                ComplaintAction.MERGE,
                SUPERVISOR,
                now,
                o -> o.marking(Mark.CLUSTER, Optional.of("C" + then)));
        case 4 -> walk.does(ComplaintAction.ESCALATE, SUPERVISOR, now, o -> o);
        default ->
            walk.does(ComplaintAction.DISCLOSE, SUPERVISOR, now, o -> o.noting("to look into it"));
      }
      assertThat(walk.c.level()).isGreaterThanOrEqualTo(level);
      level = walk.c.level();
      assertThat(walk.c.clock(ClockName.ANSWER).startedAt()).contains(MONDAY);
      assertThat(walk.c.climbs()).containsKey(ClockName.ANSWER);
    }
    assertThat(walk.at(at("2027-02-20T10:00:00+08:00")).c.level()).isEqualTo(3);
  }

  @Test
  void theTimeToDisputeRunsFromTheAnswerAndNothingStartsItAnew() {
    Walk walk =
        new Walk().triaged(TimeLimit.workingDays(5), day(23)).assigned(day(23)).replied(day(24));
    Instant end = at("2026-12-04T23:59:59+08:00");
    assertThat(walk.c.timers()).containsEntry("CLOSE_UNDISPUTED", end);
    walk.does(ComplaintAction.DISCLOSE, MARKET, day(27), o -> o)
        .does(
            ComplaintAction.MERGE,
            SUPERVISOR,
            day(28),
            o -> o.marking(Mark.CLUSTER, Optional.of("C1")))
        .does(ComplaintAction.REFER_DISCIPLINE, SUPERVISOR, day(28), o -> o);
    assertThat(walk.c.timers()).containsEntry("CLOSE_UNDISPUTED", end);
    assertThat(walk.at(end).c.stage()).isEqualTo(ComplaintStage.REPLIED);
    assertThat(walk.at(end.plusSeconds(1)).c.stage()).isEqualTo(ComplaintStage.CLOSED);
    assertThat(walk.refused(ComplaintAction.DISPUTE, COMPLAINANT, end.plusSeconds(2)))
        .isInstanceOf(Refusal.NotAllowed.class);
  }

  @Test
  void aThirdDisputeIsRefusedAndEachOneRaisesTheLevel() {
    Walk walk =
        new Walk()
            .triaged(TimeLimit.workingDays(5), day(23))
            .assigned(day(23))
            .replied(day(24))
            .disputed(day(24));
    assertThat(walk.c.level()).isEqualTo(1);
    assertThat(walk.due()).isEqualTo(at("2026-12-01T17:30:00+08:00"));
    walk.replied(day(25)).disputed(day(25));
    assertThat(walk.c.level()).isEqualTo(2);
    walk.replied(day(26));
    assertThat(walk.refused(ComplaintAction.DISPUTE, COMPLAINANT, day(26)))
        .isInstanceOf(Refusal.NotAllowed.class);
    assertThat(walk.refused(ComplaintAction.RETURN_ASSIGNMENT, MARKET, day(26)))
        .isInstanceOf(Refusal.NotAllowed.class);
  }

  @Test
  void aDepartmentMayReturnWithinOneWorkingDayAndNotLater() {
    Walk walk = new Walk().triaged(TimeLimit.workingDays(5), day(23)).assigned(day(23));
    assertThat(ComplaintLifeCycle.TABLE.allowedActions(walk.c, Parties.of(MARKET, walk.c)))
        .contains("return-assignment", "reply", "extend");
    walk.at(at("2026-11-24T17:30:01+08:00"));
    assertThat(ComplaintLifeCycle.TABLE.allowedActions(walk.c, Parties.of(MARKET, walk.c)))
        .contains("reply")
        .doesNotContain("return-assignment");
  }

  @Test
  void aDepartmentThatReturnedItSeesItNoMoreAndTheWindowCannotAnswerForIt() {
    Walk walk = new Walk().triaged(TimeLimit.workingDays(5), day(23)).assigned(day(23));
    assertThat(Parties.of(WINDOW, walk.c)).doesNotContain(Party.ASSIGNEE);
    assertThat(walk.refused(ComplaintAction.REPLY, WINDOW, day(23)))
        .isEqualTo(new Refusal.Forbidden());
    walk.does(
        ComplaintAction.RETURN_ASSIGNMENT,
        MARKET,
        day(23),
        o -> o.adding(task("TRIAGE-2", "HALL")).marking(Mark.DEPARTMENT, Optional.empty()));
    assertThat(Parties.of(MARKET, walk.c)).isEqualTo(EnumSet.noneOf(Party.class));
  }

  @Test
  void aNewTierMovesTheDueDateOfTheAnswerAndOfItsTaskAndCountsFromReceipt() {
    Walk walk = new Walk().triaged(TimeLimit.workingDays(10), day(23)).assigned(day(23));
    assertThat(walk.due()).isEqualTo(at("2026-12-07T17:30:00+08:00"));
    walk.triaged(TimeLimit.workingDays(3), day(25));
    assertThat(walk.due()).isEqualTo(at("2026-11-26T17:30:00+08:00"));
    assertThat(walk.c.tasks().getLast().clock().due(Sample.clocks().hall()).orElseThrow().at())
        .isEqualTo(walk.due());
  }
}
