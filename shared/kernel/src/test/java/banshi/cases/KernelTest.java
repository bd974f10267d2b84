package banshi.cases;

import static banshi.cases.ApplicationAction.ACCEPT;
import static banshi.cases.ApplicationAction.CLAIM;
import static banshi.cases.ApplicationAction.COMPLETE;
import static banshi.cases.ApplicationAction.CORRECT_DECISION;
import static banshi.cases.ApplicationAction.DECIDE;
import static banshi.cases.ApplicationAction.DEEM_ACCEPTED;
import static banshi.cases.ApplicationAction.DELIVER;
import static banshi.cases.ApplicationAction.DISCLOSE;
import static banshi.cases.ApplicationAction.EXTEND;
import static banshi.cases.ApplicationAction.REFUSE;
import static banshi.cases.ApplicationAction.REQUEST_CORRECTION;
import static banshi.cases.ApplicationAction.RESUME;
import static banshi.cases.ApplicationAction.SUBMIT;
import static banshi.cases.ApplicationAction.SUPPLEMENT;
import static banshi.cases.ApplicationAction.SUSPEND;
import static banshi.cases.ApplicationAction.WITHDRAW;
import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.clock.ClockState;
import banshi.clock.Due;
import banshi.clock.Extension;
import banshi.clock.PauseReason;
import banshi.clock.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KernelTest {
  private final Kernel kernel = Sample.kernel();

  /** A case that remembers its whole timeline, so that every walk ends with its verification. */
  private final class Walk {
    private Case<String> c;
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private Instant now = Sample.MONDAY;

    Walk() {
      take(Sample.received(7));
    }

    private Walk take(Change<String> change) {
      c = change.after();
      timeline.addAll(change.entries());
      assertThat(TimelineVerification.of(c.number(), timeline, c.timeline()).valid()).isTrue();
      return this;
    }

    Walk after(Duration time) {
      now = now.plus(time);
      return take(kernel.settle(c, now));
    }

    Walk does(Action action, Party party, UnaryOperator<Occasion> occasion) {
      Outcome<Change<String>> outcome =
          kernel.perform(
              c,
              action,
              Set.of(party),
              move -> occasion.apply(Occasion.of(now, new ActorStamp(party, Optional.empty()))));
      assertThat(outcome).as("%s by %s", action, party).isInstanceOf(Outcome.Done.class);
      return take(((Outcome.Done<Change<String>>) outcome).value());
    }

    Walk does(Action action, Party party) {
      return does(action, party, UnaryOperator.identity());
    }

    Refusal refused(Action action, Party party) {
      return ((Outcome.Refused<Change<String>>)
              kernel.perform(
                  c,
                  action,
                  Set.of(party),
                  move -> Occasion.of(now, new ActorStamp(party, Optional.empty()))))
          .refusal();
    }

    Walk decided(String part) {
      Outcome<Change<String>> outcome =
          kernel
              .perform(
                  c,
                  DECIDE,
                  Set.of(Party.LEAD),
                  move -> Occasion.of(now, new ActorStamp(Party.LEAD, Optional.of("MARKET"))))
              .map(change -> change.deciding(part, "GRANTED"));
      return take(((Outcome.Done<Change<String>>) outcome).value());
    }

    Walk extensionAsked() {
      return does(
          EXTEND, Party.LEAD, o -> o.adding(Extensions.task(c, ClockName.STATUTORY, "MARKET")));
    }

    List<String> actions() {
      return timeline.stream().map(TimelineEntry::action).toList();
    }
  }

  @Test
  void walksFromReceiptToRatingThroughEveryMoveOfAGoodLife() {
    Walk walk =
        new Walk()
            .does(
                REQUEST_CORRECTION,
                Party.WINDOW,
                o ->
                    o.limiting(ClockName.CORRECTION, TimeLimit.workingDays(13))
                        .marking(Mark.CORRECTIONS, Optional.of("1")))
            .does(SUPPLEMENT, Party.APPLICANT)
            .does(ACCEPT, Party.WINDOW, o -> o.marking(Mark.ACCEPTANCE, Optional.of("EXPRESS")))
            .does(CLAIM, Party.DEPARTMENT)
            .does(ApplicationAction.RELEASE, Party.DEPARTMENT)
            .does(COMPLETE, Party.DEPARTMENT)
            .does(SUSPEND, Party.LEAD, o -> o.pausing(new PauseReason("听证", "行政许可法第四十五条", 10)))
            .does(RESUME, Party.LEAD)
            .extensionAsked()
            .does(
                ExtensionAction.APPROVE_EXTENSION,
                Party.SUPERVISOR,
                o -> o.extending(new Extension(TimeLimit.workingDays(10), o.at(), "复杂", "负责人")))
            .decided("FOOD")
            .decided("SIGN")
            .does(DELIVER, Party.WINDOW)
            .does(RatingAction.RATE, Party.APPLICANT, o -> o.marking(Mark.RATING, Optional.of("1")))
            .does(DISCLOSE, Party.SUPERVISOR);
    assertThat(walk.c.stage()).isEqualTo(ApplicationStage.COMPLETED);
    assertThat(walk.c.clock(ClockName.STATUTORY).state()).isEqualTo(ClockState.STOPPED);
    assertThat(walk.c.timers()).isEmpty();
    assertThat(walk.actions())
        .startsWith(SUBMIT.name(), REQUEST_CORRECTION.name())
        .endsWith(DISCLOSE.name());
    assertThat(walk.refused(RatingAction.RATE, Party.APPLICANT))
        .isInstanceOf(Refusal.NotAllowed.class);
  }

  @Test
  void silenceForFiveWorkingDaysIsAcceptanceAsOfTheDayOfReceipt() {
    Walk walk = new Walk();
    Instant due = at("2026-11-30T17:30:00+08:00");
    assertThat(walk.c.timers()).containsEntry("DEEM_ACCEPTED", due);
    assertThat(kernel.settle(walk.c, due).after().stage())
        .as("the due instant is in time")
        .isEqualTo(ApplicationStage.RECEIVED);

    walk.after(Duration.ofDays(9));

    assertThat(walk.c.stage()).isEqualTo(ApplicationStage.ACCEPTED);
    assertThat(walk.c.mark(Mark.ACCEPTANCE)).contains("DEEMED");
    TimelineEntry entry =
        walk.timeline.stream()
            .filter(each -> each.action().equals(DEEM_ACCEPTED.name()))
            .findFirst()
            .orElseThrow();
    assertThat(entry.at()).isEqualTo(due);
    assertThat(entry.actor()).isEqualTo(ActorStamp.SYSTEM);
    assertThat(entry.basis()).contains(LegalBasis.LICENSING_LAW_32);
    assertThat(walk.c.clock(ClockName.STATUTORY).startedAt()).contains(Sample.MONDAY);
    assertThat(walk.c.tasks()).allSatisfy(t -> assertThat(t.state()).isEqualTo(TaskState.OPEN));
  }

  @Test
  void settlingLateOrOftenGivesTheSameCase() {
    Case<String> received = Sample.received(7).after();
    Case<String> once = kernel.settle(received, at("2027-03-01T00:00:00+08:00")).after();
    Case<String> often = received;
    for (int day = 0; day < 60; day++) {
      often = kernel.settle(often, Sample.MONDAY.plus(Duration.ofDays(day))).after();
    }
    assertThat(often).isEqualTo(once);
  }

  @Test
  void whatIsNotCorrectedInTimeIsReturned() {
    Walk walk =
        new Walk()
            .does(
                REQUEST_CORRECTION,
                Party.WINDOW,
                o -> o.limiting(ClockName.CORRECTION, TimeLimit.workingDays(2)))
            .after(Duration.ofDays(3));
    assertThat(walk.c.stage()).isEqualTo(ApplicationStage.RETURNED);
    assertThat(walk.c.tasks())
        .allSatisfy(t -> assertThat(t.state()).isEqualTo(TaskState.CANCELLED));
  }

  @Test
  void whatIsOwedAndNotBroughtLapses() {
    Walk walk =
        new Walk()
            .does(
                ACCEPT,
                Party.WINDOW,
                o ->
                    o.marking(Mark.ACCEPTANCE, Optional.of("TOLERANCE"))
                        .marking(Mark.OWED, Optional.of("1"))
                        .limiting(ClockName.OWED, TimeLimit.workingDays(3)))
            .after(Duration.ofDays(4));
    assertThat(walk.c.stage()).isEqualTo(ApplicationStage.WITHDRAWN);
    assertThat(walk.c.mark(Mark.LAPSED)).contains("OWED_NOT_BROUGHT");
  }

  @Test
  void whatIsOwedAndBroughtDoesNotLapse() {
    Walk walk =
        new Walk()
            .does(
                ACCEPT,
                Party.WINDOW,
                o ->
                    o.marking(Mark.OWED, Optional.of("1"))
                        .limiting(ClockName.OWED, TimeLimit.workingDays(3)))
            .does(SUPPLEMENT, Party.APPLICANT, o -> o.marking(Mark.OWED, Optional.empty()))
            .after(Duration.ofDays(4));
    assertThat(walk.c.stage()).isEqualTo(ApplicationStage.ACCEPTED);
    assertThat(walk.refused(SUPPLEMENT, Party.APPLICANT)).isInstanceOf(Refusal.NotAllowed.class);
  }

  @Test
  void aSecondListOfCorrectionsIsASupervisorsAndAnAnomaly() {
    Walk walk =
        new Walk()
            .does(
                REQUEST_CORRECTION,
                Party.WINDOW,
                o ->
                    o.limiting(ClockName.CORRECTION, TimeLimit.workingDays(13))
                        .marking(Mark.CORRECTIONS, Optional.of("1")))
            .does(SUPPLEMENT, Party.APPLICANT);
    assertThat(walk.refused(REQUEST_CORRECTION, Party.WINDOW))
        .isInstanceOf(Refusal.NotAllowed.class);
    walk.does(
        REQUEST_CORRECTION,
        Party.SUPERVISOR,
        o -> o.limiting(ClockName.CORRECTION, TimeLimit.workingDays(13)));
    assertThat(walk.c.mark(Mark.ANOMALY)).contains("REPEATED_CORRECTION");
  }

  @Test
  void aSupplementStartsTheAcceptanceClockAnew() {
    Walk walk =
        new Walk()
            .does(
                REQUEST_CORRECTION,
                Party.WINDOW,
                o -> o.limiting(ClockName.CORRECTION, TimeLimit.workingDays(13)));
    walk.now = at("2026-12-01T09:00:00+08:00");
    walk.does(SUPPLEMENT, Party.APPLICANT);
    assertThat(walk.c.clock(ClockName.ACCEPTANCE).startedAt()).contains(walk.now);
    assertThat(walk.c.timers()).containsEntry("DEEM_ACCEPTED", at("2026-12-08T17:30:00+08:00"));
  }

  @Test
  void aSuspensionPausesTheLimitsAndTheTasksAndCancellationEndsThem() {
    Walk walk =
        new Walk()
            .does(ACCEPT, Party.WINDOW)
            .does(SUSPEND, Party.LEAD, o -> o.pausing(new PauseReason("检验", "第四十五条", 5)));
    assertThat(walk.c.clock(ClockName.PROMISED).state()).isEqualTo(ClockState.PAUSED);
    assertThat(walk.c.tasks())
        .allSatisfy(t -> assertThat(t.clock().state()).isEqualTo(ClockState.PAUSED));
    walk.does(WITHDRAW, Party.APPLICANT);
    assertThat(walk.c.clock(ClockName.PROMISED).state()).isEqualTo(ClockState.STOPPED);
    assertThat(walk.c.tasks())
        .allSatisfy(t -> assertThat(t.state()).isEqualTo(TaskState.CANCELLED));
  }

  @Test
  void anExtensionAfterTheDueInstantIsRefusedWithTheClocksReason() {
    Walk walk = new Walk().does(ACCEPT, Party.WINDOW).extensionAsked();
    walk.now = at("2027-01-15T10:00:00+08:00");
    Outcome<Change<String>> outcome =
        kernel.perform(
            walk.c,
            ExtensionAction.APPROVE_EXTENSION,
            Set.of(Party.LEAD),
            move ->
                Occasion.of(walk.now, new ActorStamp(Party.LEAD, Optional.empty()))
                    .extending(new Extension(TimeLimit.workingDays(10), walk.now, "r", "a")));
    Refusal refusal = ((Outcome.Refused<Change<String>>) outcome).refusal();
    assertThat(((Refusal.NotAllowed) refusal).why()).isPresent();
  }

  @Test
  void anExtensionThatWasAskedForMovesNoClockAndIsAskedForOnlyOnce() {
    Walk walk = new Walk().does(ACCEPT, Party.WINDOW);
    Optional<Due> due = walk.c.clock(ClockName.STATUTORY).due(Sample.clocks().hall());
    walk.extensionAsked();
    assertThat(walk.c.clock(ClockName.STATUTORY).due(Sample.clocks().hall())).isEqualTo(due);
    assertThat(walk.refused(EXTEND, Party.LEAD)).isInstanceOf(Refusal.NotAllowed.class);
    walk.does(ExtensionAction.REJECT_EXTENSION, Party.LEAD);
    assertThat(walk.c.clock(ClockName.STATUTORY).due(Sample.clocks().hall())).isEqualTo(due);
    walk.extensionAsked();
    walk.decided("FOOD").decided("SIGN");
    assertThat(walk.refused(ExtensionAction.APPROVE_EXTENSION, Party.SUPERVISOR))
        .as("what ends the case ends the request")
        .isInstanceOf(Refusal.NotAllowed.class);
    assertThat(Extensions.isAsked(walk.c)).isFalse();
  }

  @Test
  void onlyWhatIsDecidedCanBeCorrectedAndTheOutcomeStays() {
    Walk walk = new Walk().does(ACCEPT, Party.WINDOW);
    assertThat(walk.refused(CORRECT_DECISION, Party.LEAD)).isInstanceOf(Refusal.NotAllowed.class);
    walk.decided("FOOD").does(CORRECT_DECISION, Party.LEAD).decided("SIGN");
    assertThat(walk.refused(CORRECT_DECISION, Party.WINDOW)).isInstanceOf(Refusal.Forbidden.class);
    walk.does(CORRECT_DECISION, Party.LEAD).does(DELIVER, Party.WINDOW);
    List<Part> parts = walk.c.parts();
    walk.does(CORRECT_DECISION, Party.LEAD);
    assertThat(walk.c.stage()).isEqualTo(ApplicationStage.COMPLETED);
    assertThat(walk.c.parts()).isEqualTo(parts);
  }

  @Test
  void whoMayNeverDoItIsForbiddenAndWhoMayNotNowIsToldWhatTheyMay() {
    Walk walk = new Walk();
    assertThat(walk.refused(ACCEPT, Party.APPLICANT)).isInstanceOf(Refusal.Forbidden.class);
    assertThat(walk.refused(REFUSE, Party.LEAD)).isInstanceOf(Refusal.Forbidden.class);
    assertThat(((Refusal.NotAllowed) walk.refused(DELIVER, Party.WINDOW)).allowedActions())
        .containsExactly("request-correction", "refuse", "accept", "disclose");
    walk.does(REFUSE, Party.WINDOW);
    assertThat(walk.c.stage()).isEqualTo(ApplicationStage.NOT_ACCEPTED);
  }

  @Test
  void everyKindOfTamperingIsFoundWithItsPlace() {
    Walk walk = new Walk().does(ACCEPT, Party.WINDOW, o -> o.noting("齐全")).decided("FOOD");
    List<TimelineEntry> timeline = List.copyOf(walk.timeline);
    TimelineEntry e = timeline.get(1);
    List<TimelineEntry> forgeries =
        List.of(
            new TimelineEntry(
                e.seq(),
                e.at().plusMillis(1),
                e.actor(),
                e.action(),
                e.fromStage(),
                e.toStage(),
                e.note(),
                e.basis(),
                e.previousHash(),
                e.hash()),
            new TimelineEntry(
                e.seq(),
                e.at(),
                ActorStamp.SYSTEM,
                e.action(),
                e.fromStage(),
                e.toStage(),
                e.note(),
                e.basis(),
                e.previousHash(),
                e.hash()),
            new TimelineEntry(
                e.seq(),
                e.at(),
                e.actor(),
                "REFUSE",
                e.fromStage(),
                e.toStage(),
                e.note(),
                e.basis(),
                e.previousHash(),
                e.hash()),
            new TimelineEntry(
                e.seq(),
                e.at(),
                e.actor(),
                e.action(),
                e.fromStage(),
                "RETURNED",
                e.note(),
                e.basis(),
                e.previousHash(),
                e.hash()),
            new TimelineEntry(
                e.seq(),
                e.at(),
                e.actor(),
                e.action(),
                e.fromStage(),
                e.toStage(),
                Optional.of("不齐"),
                e.basis(),
                e.previousHash(),
                e.hash()),
            new TimelineEntry(
                e.seq(),
                e.at(),
                e.actor(),
                e.action(),
                e.fromStage(),
                e.toStage(),
                Optional.empty(),
                e.basis(),
                e.previousHash(),
                e.hash()));
    for (TimelineEntry forged : forgeries) {
      assertThat(firstBroken(walk.c, List.of(timeline.get(0), forged, timeline.get(2))))
          .as("%s", forged)
          .contains(2L);
    }
    assertThat(firstBroken(walk.c, timeline.subList(0, 2))).as("cut off").contains(3L);
    assertThat(firstBroken(walk.c, timeline.subList(1, 3))).as("head lost").contains(1L);
    assertThat(firstBroken(walk.c, List.of(timeline.get(0), timeline.get(2), timeline.get(1))))
        .as("swapped")
        .contains(2L);
  }

  private static Optional<Long> firstBroken(Case<String> c, List<TimelineEntry> timeline) {
    return TimelineVerification.of(c.number(), timeline, c.timeline()).firstBrokenSeq();
  }
}
