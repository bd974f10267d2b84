package banshi.cases;

import static banshi.cases.ApplicationAction.REQUEST_CORRECTION;
import static banshi.cases.ApplicationAction.RETURN;
import static banshi.cases.ApplicationAction.SUBMIT;
import static banshi.cases.ApplicationAction.SUPPLEMENT;
import static banshi.cases.ApplicationAction.WITHDRAW;
import static banshi.cases.ApplicationStage.COMPLETED;
import static banshi.cases.ApplicationStage.CORRECTION_REQUESTED;
import static banshi.cases.ApplicationStage.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Effect.AddTasks;
import banshi.cases.Effect.ArmAtDue;
import banshi.cases.Effect.RestartClock;
import banshi.cases.Effect.StartClock;
import banshi.cases.Effect.StopClock;
import banshi.cases.Effect.Tell;
import banshi.notices.NoticeName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law finds each way of letting a case wait where nobody looks, and says where it is. */
class WaitLawTest {
  private static final Ladders WARNING =
      Ladders.read(
          """
          {"APPLICATION": {
            "ACCEPTANCE": [{"action": "WARN", "distance": {"amount": "1", "unit": "WORKING_DAYS"},
                            "tells": ["WINDOW"]}],
            "CORRECTION": [{"action": "WARN", "distance": {"amount": "1", "unit": "WORKING_DAYS"},
                            "tells": ["APPLICANT"]}],
            "TASK": []}}
          """);
  private static final Ladders SILENT = Ladders.read("{\"APPLICATION\": {\"*\": []}}");

  private final List<Effect> submitting =
      new ArrayList<>(List.of(new StartClock(ClockName.ACCEPTANCE), new AddTasks()));
  private final List<Effect> asking =
      new ArrayList<>(
          List.of(
              new StopClock(ClockName.ACCEPTANCE),
              new RestartClock(ClockName.CORRECTION),
              new ArmAtDue(RETURN, ClockName.CORRECTION),
              new Tell(NoticeName.CORRECTION_REQUESTED, Party.APPLICANT)));

  /** A small life: received, perhaps corrected, over. */
  private LifeCycle.Table<ApplicationStage, ApplicationAction> life() {
    return LifeCycle.of(CaseKind.APPLICATION, ApplicationStage.class, ApplicationAction.class)
        .opening()
        .on(SUBMIT)
        .by(Party.APPLICANT)
        .to(RECEIVED)
        .then(submitting.toArray(Effect[]::new))
        .from(RECEIVED)
        .on(REQUEST_CORRECTION)
        .by(Party.WINDOW)
        .to(CORRECTION_REQUESTED)
        .then(asking.toArray(Effect[]::new))
        .from(CORRECTION_REQUESTED)
        .on(SUPPLEMENT)
        .by(Party.APPLICANT)
        .to(RECEIVED)
        .then(new RestartClock(ClockName.ACCEPTANCE), new AddTasks())
        .from(RECEIVED)
        .on(WITHDRAW)
        .by(Party.APPLICANT)
        .to(COMPLETED)
        .then();
  }

  private LifeCycle.Table<ApplicationStage, ApplicationAction> waiting() {
    return life()
        .in(RECEIVED)
        .waitsFor(Party.WINDOW)
        .to("RECEIVE")
        .within(ClockName.ACCEPTANCE)
        .in(CORRECTION_REQUESTED)
        .waitsFor(Party.APPLICANT)
        .until(RETURN)
        .within(ClockName.CORRECTION);
  }

  /** What is wrong in the stages of the small life; the others of its enum have no part in it. */
  private static List<String> broken(LifeCycle table, Ladders ladders) {
    return WaitLaw.brokenBy(table, ladders).stream()
        .filter(words -> words.contains("RECEIVED") || words.contains("CORRECTION_REQUESTED"))
        .toList();
  }

  @Test
  void aLifeThatKeepsTheLawIsFoundWithoutFault() {
    assertThat(broken(waiting().build(), WARNING)).isEmpty();
  }

  @Test
  void aStageThatWaitsForNobodyIsFound() {
    assertThat(broken(life().build(), WARNING))
        .containsExactly("RECEIVED waits for nobody", "CORRECTION_REQUESTED waits for nobody");
  }

  @Test
  void aMoveThatOpensNoTaskAndTellsNobodyIsFound() {
    submitting.removeIf(AddTasks.class::isInstance);
    assertThat(broken(waiting().build(), WARNING))
        .containsExactly(
            "submit to RECEIVED opens no task for WINDOW",
            "submit to RECEIVED does not tell WINDOW");
  }

  @Test
  void aMoveThatDoesNotTellAResidentIsFound() {
    asking.removeIf(Tell.class::isInstance);
    assertThat(broken(waiting().build(), WARNING))
        .containsExactly("request-correction to CORRECTION_REQUESTED does not tell APPLICANT");
  }

  @Test
  void aClockThatNobodyStartsAndATimerThatNobodyArmsAreFound() {
    asking.removeIf(ArmAtDue.class::isInstance);
    asking.removeIf(RestartClock.class::isInstance);
    assertThat(broken(waiting().build(), WARNING))
        .containsExactly(
            "request-correction to CORRECTION_REQUESTED does not start CORRECTION",
            "request-correction to CORRECTION_REQUESTED does not arm RETURN");
  }

  @Test
  void aClockThatEndsUnannouncedIsFound() {
    assertThat(broken(waiting().build(), SILENT))
        .containsExactly(
            "RECEIVED warns WINDOW of no end", "CORRECTION_REQUESTED warns APPLICANT of no end");
  }

  @Test
  void aWaitWithNeitherTaskNorTimerIsFound() {
    assertThat(
            broken(
                life()
                    .in(RECEIVED, CORRECTION_REQUESTED)
                    .waitsFor(Party.WINDOW)
                    .within(ClockName.ACCEPTANCE)
                    .build(),
                WARNING))
        .containsExactly(
            "RECEIVED needs either a task or a timed move of WINDOW",
            "CORRECTION_REQUESTED needs either a task or a timed move of WINDOW");
  }

  @Test
  void whatIsOverWaitsForNobody() {
    assertThat(
            WaitLaw.brokenBy(
                life()
                    .in(COMPLETED)
                    .waitsFor(Party.WINDOW)
                    .to("DELIVER")
                    .withinItsOwnTime()
                    .build(),
                WARNING))
        .contains("COMPLETED is over and waits");
  }
}
