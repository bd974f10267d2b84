package banshi.cases;

import static banshi.cases.Sample.MONDAY;
import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.clock.Extension;
import banshi.clock.PauseReason;
import banshi.clock.TimeLimit;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Warnings, overdue and escalation: each rung once, in order, and told once. */
class LadderTest {
  private static final Recipient MARKET = new Recipient.Department("MARKET");
  private static final Recipient SUPERVISORS = new Recipient.Supervisors();

  /** One ladder of five rungs on the promised clock, and nothing on the others. */
  private static final Ladders FIVE =
      Ladders.read(
          """
          {"APPLICATION": {"PROMISED": [
            {"action": "WARN", "distance": {"amount": "3", "unit": "WORKING_DAYS"}, "tells": ["LEAD"]},
            {"action": "WARN", "distance": {"amount": "1", "unit": "WORKING_DAYS"}, "tells": ["LEAD"]},
            {"action": "OVERDUE", "tells": ["LEAD"]},
            {"action": "ESCALATE", "distance": {"amount": "1", "unit": "WORKING_DAYS"}, "level": 1,
             "tells": ["LEAD", "SUPERVISOR"]},
            {"action": "ESCALATE", "distance": {"amount": "2", "unit": "WORKING_DAYS"}, "level": 2,
             "tells": ["LEAD", "SUPERVISOR"]}]}}
          """);

  private final Kernel kernel = new Kernel(ApplicationLifeCycle.TABLE, Sample.clocks(), FIVE);

  private Case<String> accepted() {
    Case<String> received =
        kernel
            .open(Sample.filledIn(7, MONDAY, "details"), Occasion.of(MONDAY, Sample.APPLICANT))
            .after();
    return act(received, ApplicationAction.ACCEPT, Party.WINDOW, MONDAY);
  }

  private Case<String> act(Case<String> c, Action action, Party party, Instant at) {
    return act(c, action, party, Occasion.of(at, new ActorStamp(party, Optional.empty())));
  }

  private Case<String> act(Case<String> c, Action action, Party party, Occasion occasion) {
    return switch (kernel.perform(c, action, Set.of(party), move -> occasion)) {
      case Outcome.Done<Change<String>>(Change<String> change) -> change.after();
      case Outcome.Refused<Change<String>>(Refusal refusal) ->
          throw new AssertionError("refused: " + refusal);
    };
  }

  private static List<String> rungs(Change<String> change) {
    return change.entries().stream().map(TimelineEntry::action).toList();
  }

  /** Ten working days from Monday 23 November 2026 end on Monday 7 December at 17:30. */
  private static final Instant DUE = at("2026-12-07T17:30:00+08:00");

  @Test
  void eachRungFiresOnceAtItsInstantAndInOrder() {
    Case<String> c = accepted();
    List<String> fired = new ArrayList<>();
    List<Instant> when = new ArrayList<>();
    for (Instant now = MONDAY; now.isBefore(DUE.plus(Duration.ofDays(10))); ) {
      now = now.plus(Duration.ofMinutes(7));
      Change<String> settled = kernel.settle(c, now);
      settled.entries().forEach(entry -> when.add(entry.at()));
      fired.addAll(rungs(settled));
      c = settled.after();
    }
    assertThat(fired).containsExactly("WARN", "WARN", "OVERDUE", "ESCALATE", "ESCALATE");
    assertThat(when)
        .containsExactly(
            at("2026-12-02T09:00:00+08:00"),
            at("2026-12-04T09:00:00+08:00"),
            DUE,
            at("2026-12-08T17:30:00+08:00"),
            at("2026-12-09T17:30:00+08:00"));
    assertThat(c.mark(Mark.LEVEL)).contains("2");
    assertThat(c.stage()).isEqualTo(ApplicationStage.ACCEPTED);
  }

  @Property(tries = 200)
  void whoeverLooksWheneverTheTimelineComesOutTheSame(@ForAll @LongRange long seed) {
    Random random = new Random(seed);
    Instant end = DUE.plus(Duration.ofDays(10));
    Case<String> c = accepted();
    for (Instant now = MONDAY; now.isBefore(end); ) {
      now = now.plus(Duration.ofMinutes(1 + random.nextInt(6000)));
      c = kernel.settle(c, now.isBefore(end) ? now : end).after();
    }
    assertThat(c).isEqualTo(kernel.settle(accepted(), end).after());
  }

  @Test
  void fiveRungsThatComeTogetherAreToldOnceAndTheGravestIsTold() {
    Change<String> settled = kernel.settle(accepted(), DUE.plus(Duration.ofDays(3)));
    assertThat(rungs(settled)).containsExactly("WARN", "WARN", "OVERDUE", "ESCALATE", "ESCALATE");
    assertThat(settled.notices())
        .extracting(Notice::to, Notice::name)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(MARKET, NoticeName.ESCALATED),
            org.assertj.core.groups.Tuple.tuple(
                new Recipient.Department("URBAN"), NoticeName.ESCALATED),
            org.assertj.core.groups.Tuple.tuple(SUPERVISORS, NoticeName.ESCALATED));
    Notice market =
        settled.notices().stream().filter(n -> n.to().equals(MARKET)).findFirst().orElseThrow();
    assertThat(market.body().zh()).contains("2 级督办").contains("另有 4 条提醒已合并");
    assertThat(market.body().en()).contains("level 2").contains("4 earlier reminders");
  }

  @Test
  void warningsOfAClockThatHasStoppedMeanwhileAreNotTold() {
    Kernel standard = Sample.kernel();
    Change<String> received =
        standard.open(Sample.filledIn(8, MONDAY, "d"), Occasion.of(MONDAY, Sample.APPLICANT));
    Change<String> settled = standard.settle(received.after(), at("2026-12-01T10:00:00+08:00"));
    assertThat(rungs(settled)).startsWith("WARN", "DEEM_ACCEPTED");
    assertThat(settled.notices())
        .extracting(Notice::name)
        .doesNotContain(NoticeName.DUE_SOON)
        .contains(NoticeName.DEEMED_ACCEPTED);
  }

  @Test
  void anExtensionLetsTheRungsAheadFireForTheNewDate() {
    Kernel both =
        new Kernel(
            ApplicationLifeCycle.TABLE,
            Sample.clocks(),
            Ladders.read(
                """
                {"*": {"STATUTORY": [
                  {"action": "WARN", "distance": {"amount": "1", "unit": "WORKING_DAYS"}, "tells": ["LEAD"]}]}}
                """));
    Case<String> c = both.settle(accepted(), at("2026-12-18T10:00:00+08:00")).after();
    Instant warned = at("2026-12-18T09:00:00+08:00");
    c = both.settle(c, at("2026-12-21T09:00:00+08:00")).after();
    assertThat(c.climb(ClockName.STATUTORY).orElseThrow().fired()).isEqualTo(1);
    Occasion extension =
        Occasion.of(
                at("2026-12-21T10:00:00+08:00"), new ActorStamp(Party.LEAD, Optional.of("MARKET")))
            .extending(
                new Extension(
                    TimeLimit.workingDays(10), at("2026-12-21T10:00:00+08:00"), "why", "who"));
    Occasion asking = extension.adding(Extensions.task(c, ClockName.STATUTORY, "MARKET"));
    c = done(both.perform(c, ApplicationAction.EXTEND, Set.of(Party.LEAD), move -> asking));
    c =
        done(
            both.perform(
                c, ExtensionAction.APPROVE_EXTENSION, Set.of(Party.SUPERVISOR), move -> extension));
    Climb climb = c.climb(ClockName.STATUTORY).orElseThrow();
    assertThat(climb.fired()).isZero();
    assertThat(climb.next().orElseThrow()).isAfter(warned).isBefore(climb.due().at());
  }

  @Test
  void aPausedClockWarnsNobodyAndGoesOnWhereItWas() {
    Case<String> c = kernel.settle(accepted(), at("2026-12-02T10:00:00+08:00")).after();
    Occasion pause =
        Occasion.of(
                at("2026-12-02T10:00:00+08:00"), new ActorStamp(Party.LEAD, Optional.of("MARKET")))
            .pausing(new PauseReason("听证", "行政许可法第四十五条", 10));
    c = act(c, ApplicationAction.SUSPEND, Party.LEAD, pause);
    assertThat(kernel.settle(c, at("2027-01-19T18:00:00+08:00")).entries()).isEmpty();
    assertThat(c.climb(ClockName.PROMISED).orElseThrow().next()).isEmpty();
    c = act(c, ApplicationAction.RESUME, Party.LEAD, at("2027-01-19T18:00:00+08:00"));
    Climb climb = c.climb(ClockName.PROMISED).orElseThrow();
    assertThat(climb.fired()).isZero();
    assertThat(climb.next()).contains(at("2027-01-20T09:00:00+08:00"));
  }

  @Test
  void aClaimThatRanOutFreesItsTaskOnTheRecord() {
    Case<String> c = accepted();
    TaskWork work = new TaskWork(kernel);
    TaskWork.Officer officer = new TaskWork.Officer("olga", "MARKET"::equals);
    c =
        switch (work.claim(
            c, "FOOD.MARKET", officer, ApplicationAction.CLAIM, Set.of(Party.DEPARTMENT), MONDAY)) {
          case Outcome.Done<Change<String>>(Change<String> change) -> change.after();
          case Outcome.Refused<Change<String>>(Refusal refusal) ->
              throw new AssertionError(refusal);
        };
    Instant end = MONDAY.plus(TaskWork.LEASE);
    assertThat(kernel.settle(c, end).entries()).isEmpty();
    Change<String> settled = kernel.settle(c, end.plusSeconds(1));
    assertThat(rungs(settled)).containsExactly("LEASE_END");
    assertThat(settled.entries().getFirst().at()).isEqualTo(end);
    assertThat(settled.after().task("FOOD.MARKET").orElseThrow().claim()).isEmpty();
    assertThat(settled.notices()).isEmpty();
  }

  @Test
  void moreThanOneWriteCanHoldIsSettledInSeveral() {
    Case<String> c =
        Sample.kernel()
            .open(Sample.filledIn(9, MONDAY, "d"), Occasion.of(MONDAY, Sample.APPLICANT))
            .after();
    Instant late = at("2027-06-01T10:00:00+08:00");
    int writes = 0;
    while (Sample.kernel().isDue(c, late)) {
      Change<String> settled = Sample.kernel().settle(c, late);
      assertThat(settled.entries()).hasSizeLessThanOrEqualTo(Settling.MOST_AT_ONCE);
      c = settled.after();
      writes++;
    }
    assertThat(writes).isBetween(1, 3);
    assertThat(c.mark(Mark.LEVEL)).contains("3");
    assertThat(c.nextTimer()).isEmpty();
  }

  @Test
  void laddersThatMakeNoSenseAreNotRead() {
    assertThatThrownBy(() -> Ladders.read("{\"*\": {\"PROMISED\": [{\"action\": \"OVERDUE\"}]}}"))
        .isInstanceOf(IllegalArgumentException.class);
    for (String rungs :
        List.of(
            "{\"action\":\"OVERDUE\",\"tells\":[]}",
            "{\"action\":\"WARN\",\"tells\":[\"LEAD\"]}",
            "{\"action\":\"RECOUNT\",\"tells\":[\"LEAD\"]}",
            "{\"action\":\"OVERDUE\",\"level\":4,\"tells\":[\"LEAD\"]}",
            "{\"action\":\"OVERDUE\",\"tells\":[\"LEAD\"]},{\"action\":\"OVERDUE\",\"tells\":[\"LEAD\"]}",
            "{\"action\":\"OVERDUE\",\"tells\":[\"NOBODY\"]}")) {
      assertThatThrownBy(() -> Ladders.read("{\"*\": {\"PROMISED\": [" + rungs + "]}}"))
          .as(rungs)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Ladders.read("{\"*\": {\"NO_CLOCK\": []}}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ladders.read("{")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Case<String> done(Outcome<Change<String>> outcome) {
    return switch (outcome) {
      case Outcome.Done<Change<String>>(Change<String> change) -> change.after();
      case Outcome.Refused<Change<String>>(Refusal refusal) -> throw new AssertionError(refusal);
    };
  }
}
