package banshi.cases;

import static banshi.cases.ApplicationAction.*;
import static banshi.cases.ApplicationStage.*;
import static banshi.cases.ClockName.*;
import static banshi.cases.Party.APPLICANT;
import static banshi.cases.Party.DEPARTMENT;
import static banshi.cases.Party.LEAD;
import static banshi.cases.Party.SUPERVISOR;
import static banshi.cases.Party.WINDOW;

import banshi.cases.Effect.AddTasks;
import banshi.cases.Effect.ArmAtDue;
import banshi.cases.Effect.CancelTasks;
import banshi.cases.Effect.CancelTasksOf;
import banshi.cases.Effect.Disarm;
import banshi.cases.Effect.ExtendClock;
import banshi.cases.Effect.FinishTasks;
import banshi.cases.Effect.FinishTasksAsGiven;
import banshi.cases.Effect.LimitClockOrStop;
import banshi.cases.Effect.OpenTasks;
import banshi.cases.Effect.OpenTasksAtReceipt;
import banshi.cases.Effect.PauseClocks;
import banshi.cases.Effect.Put;
import banshi.cases.Effect.PutGiven;
import banshi.cases.Effect.RestartClock;
import banshi.cases.Effect.ResumeClocks;
import banshi.cases.Effect.RunTasksBy;
import banshi.cases.Effect.StartClock;
import banshi.cases.Effect.StartClockAsGiven;
import banshi.cases.Effect.StartClockAtReceipt;
import banshi.cases.Effect.StopClock;
import banshi.cases.Effect.Tell;
import banshi.notices.NoticeName;
import java.util.List;
import java.util.Set;

/**
 * The life of an application (办件). Sources: Administrative Licensing Law (2019) arts. 32 (tell
 * once, silence is acceptance), 34, 42 (limits, one extension), 44 (delivery), 45 (special
 * procedures do not count); tolerance acceptance (容缺受理) after the model rule in domain-facts 1.6.
 */
public final class ApplicationLifeCycle {
  /** The window's task: to accept, to ask for corrections or to refuse. */
  public static final String RECEIVE_TASK = "RECEIVE";

  /** A lead department's task, one for each matter: to decide it. */
  public static final String DECIDE_TASK = "DECIDE";

  /** The window's task: to hand over what was decided. */
  public static final String DELIVER_TASK = "DELIVER";

  /** A lead department's task: to end a special procedure when its planned time is over. */
  public static final String RESUME_TASK = "RESUME";

  private static final Set<ClockName> HANDLING = Set.of(PROMISED, STATUTORY);

  /** The table. */
  public static final LifeCycle TABLE =
      LifeCycle.of(CaseKind.APPLICATION, ApplicationStage.class, ApplicationAction.class)
          .opening()
          .on(SUBMIT)
          .by(APPLICANT, WINDOW)
          .to(RECEIVED)
          .then(
              new PutGiven(Mark.CHANNEL),
              new StartClock(ACCEPTANCE),
              new AddTasks(),
              new RunTasksBy(RECEIVE_TASK, ACCEPTANCE),
              new ArmAtDue(DEEM_ACCEPTED, ACCEPTANCE),
              new Tell(NoticeName.RECEIVED, APPLICANT))

          // Before acceptance
          .from(RECEIVED)
          .on(REQUEST_CORRECTION)
          .by(WINDOW)
          .when(Guard.NO_CORRECTION_YET)
          .to(CORRECTION_REQUESTED)
          .then(
              new StopClock(ACCEPTANCE),
              new FinishTasks(RECEIVE_TASK),
              new Disarm(DEEM_ACCEPTED),
              new RestartClock(CORRECTION),
              new ArmAtDue(RETURN, CORRECTION),
              new PutGiven(Mark.CORRECTIONS),
              new Tell(NoticeName.CORRECTION_REQUESTED, APPLICANT))
          .from(RECEIVED)
          .on(REQUEST_CORRECTION)
          .by(SUPERVISOR)
          .when(Guard.CORRECTED_BEFORE)
          .to(CORRECTION_REQUESTED)
          .then(
              new StopClock(ACCEPTANCE),
              new FinishTasks(RECEIVE_TASK),
              new Disarm(DEEM_ACCEPTED),
              new RestartClock(CORRECTION),
              new ArmAtDue(RETURN, CORRECTION),
              new PutGiven(Mark.CORRECTIONS),
              new Put(Mark.ANOMALY, "REPEATED_CORRECTION"),
              new Tell(NoticeName.CORRECTION_REQUESTED, APPLICANT))
          .from(CORRECTION_REQUESTED)
          .on(SUPPLEMENT)
          .by(APPLICANT)
          .to(RECEIVED)
          .then(
              new Disarm(RETURN),
              new StopClock(CORRECTION),
              new RestartClock(ACCEPTANCE),
              new AddTasks(),
              new RunTasksBy(RECEIVE_TASK, ACCEPTANCE),
              new ArmAtDue(DEEM_ACCEPTED, ACCEPTANCE),
              new Tell(NoticeName.SUPPLEMENTED, WINDOW))
          .from(CORRECTION_REQUESTED)
          .on(RETURN)
          .byLaw(LegalBasis.CORRECTION_NOT_MADE)
          .to(RETURNED)
          .then(
              new StopClock(CORRECTION),
              new CancelTasks(),
              new Put(Mark.LAPSED, "CORRECTION_NOT_MADE"),
              new Tell(NoticeName.RETURNED, APPLICANT))
          .from(RECEIVED)
          .on(REFUSE)
          .by(WINDOW)
          .to(NOT_ACCEPTED)
          .then(
              new StopClock(ACCEPTANCE),
              new FinishTasks(RECEIVE_TASK),
              new CancelTasks(),
              new Tell(NoticeName.NOT_ACCEPTED, APPLICANT))
          .from(RECEIVED)
          .on(ACCEPT)
          .by(WINDOW)
          .to(ACCEPTED)
          .then(
              new StopClock(ACCEPTANCE),
              new FinishTasks(RECEIVE_TASK),
              new Disarm(DEEM_ACCEPTED),
              new StartClock(PROMISED),
              new StartClock(STATUTORY),
              new OpenTasks(),
              new RunTasksBy(DECIDE_TASK, PROMISED),
              new PutGiven(Mark.ACCEPTANCE),
              new PutGiven(Mark.OWED),
              new StartClockAsGiven(OWED),
              new ArmAtDue(LAPSE, OWED),
              new Tell(NoticeName.ACCEPTED, APPLICANT))
          .from(RECEIVED)
          .on(DEEM_ACCEPTED)
          .byLaw(LegalBasis.LICENSING_LAW_32)
          .to(ACCEPTED)
          .then(
              new StopClock(ACCEPTANCE),
              new CancelTasksOf(RECEIVE_TASK),
              new StartClockAtReceipt(PROMISED),
              new StartClockAtReceipt(STATUTORY),
              new OpenTasksAtReceipt(),
              new RunTasksBy(DECIDE_TASK, PROMISED),
              new Put(Mark.ACCEPTANCE, "DEEMED"),
              new Tell(NoticeName.DEEMED_ACCEPTED, APPLICANT, WINDOW, SUPERVISOR))

          // Whoever has a task
          .from(RECEIVED, ACCEPTED, SUSPENDED, DECIDED)
          .on(CLAIM)
          .by(DEPARTMENT)
          .then()
          .from(RECEIVED, ACCEPTED, SUSPENDED, DECIDED)
          .on(RELEASE)
          .by(DEPARTMENT)
          .then()
          .also(Colleagues.rows(List.of(RECEIVED, ACCEPTED, SUSPENDED, DECIDED)))

          // Under review
          .from(ACCEPTED, SUSPENDED)
          .on(ROUTE)
          .by(LEAD)
          .then()
          .from(ACCEPTED)
          .on(COMPLETE)
          .by(DEPARTMENT)
          .then(new OpenTasks(), new RunTasksBy(DECIDE_TASK, PROMISED))
          .from(ACCEPTED, SUSPENDED)
          .on(SUPPLEMENT)
          .by(APPLICANT)
          .when(Guard.OWES)
          .then(
              new PutGiven(Mark.OWED),
              new LimitClockOrStop(OWED),
              new ArmAtDue(LAPSE, OWED),
              new Tell(NoticeName.SUPPLEMENTED, LEAD))
          .from(ACCEPTED, SUSPENDED)
          .on(LAPSE)
          .byLaw(LegalBasis.OWED_NOT_BROUGHT)
          .to(WITHDRAWN)
          .then(
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new StopClock(OWED),
              new CancelTasks(),
              new Put(Mark.LAPSED, "OWED_NOT_BROUGHT"),
              new Tell(NoticeName.LAPSED, APPLICANT))
          .from(ACCEPTED)
          .on(SUSPEND)
          .by(LEAD)
          .to(SUSPENDED)
          .then(
              new PauseClocks(HANDLING), new AddTasks(), new Tell(NoticeName.SUSPENDED, APPLICANT))
          .from(SUSPENDED)
          .on(RESUME)
          .by(LEAD)
          .to(ACCEPTED)
          .then(
              new FinishTasks(RESUME_TASK),
              new ResumeClocks(HANDLING),
              new Tell(NoticeName.RESUMED, APPLICANT, LEAD, DEPARTMENT))
          .also(
              Extensions.rows(
                  List.of(ACCEPTED),
                  EXTEND,
                  LEAD,
                  Guard.NOT_EXTENDED,
                  STATUTORY,
                  new ExtendClock(PROMISED, false),
                  new RunTasksBy(DECIDE_TASK, PROMISED)))
          .from(ACCEPTED)
          .on(DECIDE)
          .by(LEAD)
          .when(Guard.PARTS_REMAIN)
          .then(new FinishTasksAsGiven(), new Tell(NoticeName.PART_DECIDED, APPLICANT))
          .from(ACCEPTED)
          .on(DECIDE)
          .by(LEAD)
          .when(Guard.LAST_PART)
          .to(DECIDED)
          .then(
              new FinishTasksAsGiven(),
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new StopClock(OWED),
              new CancelTasks(),
              new Disarm(LAPSE),
              new StartClockAsGiven(DELIVERY),
              new AddTasks(),
              new RunTasksBy(DELIVER_TASK, DELIVERY),
              new Tell(NoticeName.DECIDED, APPLICANT))
          .from(ACCEPTED, SUSPENDED, DECIDED, COMPLETED)
          .on(CORRECT_DECISION)
          .by(LEAD)
          .when(Guard.SOMETHING_DECIDED)
          .then(new Tell(NoticeName.DECISION_CORRECTED, APPLICANT, WINDOW))

          // The end
          .from(DECIDED)
          .on(DELIVER)
          .by(WINDOW)
          .to(COMPLETED)
          .then(
              new FinishTasks(DELIVER_TASK),
              new StopClock(DELIVERY),
              new Tell(NoticeName.DELIVERED, APPLICANT))
          .from(RECEIVED, CORRECTION_REQUESTED, ACCEPTED, SUSPENDED)
          .on(WITHDRAW)
          .by(APPLICANT)
          .to(WITHDRAWN)
          .then(
              new StopClock(ACCEPTANCE),
              new StopClock(CORRECTION),
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new StopClock(OWED),
              new CancelTasks())
          .also(Ratings.rows(List.of(DECIDED, COMPLETED, NOT_ACCEPTED)))
          .from(ApplicationStage.values())
          .on(DISCLOSE)
          .by(APPLICANT, WINDOW, LEAD, DEPARTMENT, SUPERVISOR)
          .then()

          // Whom it waits for
          .in(RECEIVED)
          .waitsFor(WINDOW)
          .to(RECEIVE_TASK)
          .within(ACCEPTANCE)
          .in(CORRECTION_REQUESTED)
          .waitsFor(APPLICANT)
          .until(RETURN)
          .within(CORRECTION)
          .in(ACCEPTED)
          .waitsFor(DEPARTMENT)
          .to(Task.REVIEW)
          .within(PROMISED)
          .in(ACCEPTED)
          .waitsFor(LEAD)
          .to(DECIDE_TASK)
          .within(PROMISED)
          .in(SUSPENDED)
          .waitsFor(LEAD)
          .to(RESUME_TASK)
          .withinItsOwnTime()
          .in(DECIDED)
          .waitsFor(WINDOW)
          .to(DELIVER_TASK)
          .within(DELIVERY)
          // Beside the case, while the hall owes the next step
          .from(RECEIVED, ACCEPTED, SUSPENDED, DECIDED)
          .on(AsideAction.HURRY)
          .by(APPLICANT)
          .beside()
          .build();

  private ApplicationLifeCycle() {}
}
