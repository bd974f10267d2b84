package banshi.cases;

import static banshi.cases.ApplicationAction.*;
import static banshi.cases.ApplicationStage.*;
import static banshi.cases.ClockName.*;
import static banshi.cases.Party.APPLICANT;
import static banshi.cases.Party.DEPARTMENT;
import static banshi.cases.Party.LEAD;
import static banshi.cases.Party.SUPERVISOR;
import static banshi.cases.Party.WINDOW;

import banshi.cases.Effect.ArmAtDeadline;
import banshi.cases.Effect.ArmAtDue;
import banshi.cases.Effect.CancelTasks;
import banshi.cases.Effect.Disarm;
import banshi.cases.Effect.ExtendClock;
import banshi.cases.Effect.OpenTasks;
import banshi.cases.Effect.OpenTasksAtReceipt;
import banshi.cases.Effect.PauseClocks;
import banshi.cases.Effect.Put;
import banshi.cases.Effect.PutGiven;
import banshi.cases.Effect.RestartClock;
import banshi.cases.Effect.ResumeClocks;
import banshi.cases.Effect.StartClock;
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
  private static final Set<ClockName> HANDLING = Set.of(PROMISED, STATUTORY);

  /** The table. */
  public static final LifeCycle TABLE =
      LifeCycle.of(CaseKind.APPLICATION, ApplicationStage.class, ApplicationAction.class)
          .opening()
          .on(SUBMIT)
          .by(APPLICANT)
          .to(RECEIVED)
          .then(
              new StartClock(ACCEPTANCE),
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
              new Disarm(DEEM_ACCEPTED),
              new ArmAtDeadline(RETURN),
              new PutGiven(Mark.CORRECTIONS),
              new Tell(NoticeName.CORRECTION_REQUESTED, APPLICANT))
          .from(RECEIVED)
          .on(REQUEST_CORRECTION)
          .by(SUPERVISOR)
          .when(Guard.CORRECTED_BEFORE)
          .to(CORRECTION_REQUESTED)
          .then(
              new StopClock(ACCEPTANCE),
              new Disarm(DEEM_ACCEPTED),
              new ArmAtDeadline(RETURN),
              new PutGiven(Mark.CORRECTIONS),
              new Put(Mark.ANOMALY, "REPEATED_CORRECTION"),
              new Tell(NoticeName.CORRECTION_REQUESTED, APPLICANT))
          .from(CORRECTION_REQUESTED)
          .on(SUPPLEMENT)
          .by(APPLICANT)
          .to(RECEIVED)
          .then(
              new Disarm(RETURN),
              new RestartClock(ACCEPTANCE),
              new ArmAtDue(DEEM_ACCEPTED, ACCEPTANCE),
              new Tell(NoticeName.SUPPLEMENTED, WINDOW))
          .from(CORRECTION_REQUESTED)
          .on(RETURN)
          .byLaw(LegalBasis.CORRECTION_NOT_MADE)
          .to(RETURNED)
          .then(
              new CancelTasks(),
              new Put(Mark.LAPSED, "CORRECTION_NOT_MADE"),
              new Tell(NoticeName.RETURNED, APPLICANT))
          .from(RECEIVED)
          .on(REFUSE)
          .by(WINDOW)
          .to(NOT_ACCEPTED)
          .then(
              new StopClock(ACCEPTANCE),
              new CancelTasks(),
              new Tell(NoticeName.NOT_ACCEPTED, APPLICANT))
          .from(RECEIVED)
          .on(ACCEPT)
          .by(WINDOW)
          .to(ACCEPTED)
          .then(
              new StopClock(ACCEPTANCE),
              new Disarm(DEEM_ACCEPTED),
              new StartClock(PROMISED),
              new StartClock(STATUTORY),
              new OpenTasks(),
              new PutGiven(Mark.ACCEPTANCE),
              new PutGiven(Mark.OWED),
              new ArmAtDeadline(LAPSE),
              new Tell(NoticeName.ACCEPTED, APPLICANT))
          .from(RECEIVED)
          .on(DEEM_ACCEPTED)
          .byLaw(LegalBasis.LICENSING_LAW_32)
          .to(ACCEPTED)
          .then(
              new StopClock(ACCEPTANCE),
              new StartClockAtReceipt(PROMISED),
              new StartClockAtReceipt(STATUTORY),
              new OpenTasksAtReceipt(),
              new Put(Mark.ACCEPTANCE, "DEEMED"),
              new Tell(NoticeName.DEEMED_ACCEPTED, APPLICANT, WINDOW, SUPERVISOR))

          // Under review
          .from(ACCEPTED)
          .on(CLAIM)
          .by(DEPARTMENT)
          .then()
          .from(ACCEPTED)
          .on(RELEASE)
          .by(DEPARTMENT)
          .then()
          .from(ACCEPTED)
          .on(COMPLETE)
          .by(DEPARTMENT)
          .then()
          .from(ACCEPTED, SUSPENDED)
          .on(SUPPLEMENT)
          .by(APPLICANT)
          .when(Guard.OWES)
          .then(
              new PutGiven(Mark.OWED),
              new Disarm(LAPSE),
              new ArmAtDeadline(LAPSE),
              new Tell(NoticeName.SUPPLEMENTED, LEAD))
          .from(ACCEPTED, SUSPENDED)
          .on(LAPSE)
          .byLaw(LegalBasis.OWED_NOT_BROUGHT)
          .to(WITHDRAWN)
          .then(
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new CancelTasks(),
              new Put(Mark.LAPSED, "OWED_NOT_BROUGHT"),
              new Tell(NoticeName.LAPSED, APPLICANT))
          .from(ACCEPTED)
          .on(SUSPEND)
          .by(LEAD)
          .to(SUSPENDED)
          .then(new PauseClocks(HANDLING), new Tell(NoticeName.SUSPENDED, APPLICANT))
          .from(SUSPENDED)
          .on(RESUME)
          .by(LEAD)
          .to(ACCEPTED)
          .then(new ResumeClocks(HANDLING), new Tell(NoticeName.RESUMED, APPLICANT))
          .from(ACCEPTED)
          .on(EXTEND)
          .by(LEAD)
          .when(Guard.NOT_EXTENDED)
          .then(
              new ExtendClock(STATUTORY, true),
              new ExtendClock(PROMISED, false),
              new Tell(NoticeName.EXTENDED, APPLICANT))
          .from(ACCEPTED)
          .on(DECIDE)
          .by(LEAD)
          .when(Guard.PARTS_REMAIN)
          .then(new Tell(NoticeName.PART_DECIDED, APPLICANT))
          .from(ACCEPTED)
          .on(DECIDE)
          .by(LEAD)
          .when(Guard.LAST_PART)
          .to(DECIDED)
          .then(
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new CancelTasks(),
              new Disarm(LAPSE),
              new Tell(NoticeName.DECIDED, APPLICANT))

          // The end
          .from(DECIDED)
          .on(DELIVER)
          .by(WINDOW)
          .to(COMPLETED)
          .then(new Tell(NoticeName.DELIVERED, APPLICANT))
          .from(RECEIVED, CORRECTION_REQUESTED, ACCEPTED, SUSPENDED)
          .on(WITHDRAW)
          .by(APPLICANT)
          .to(WITHDRAWN)
          .then(
              new StopClock(ACCEPTANCE),
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new CancelTasks())
          .also(Ratings.rows(List.of(DECIDED, COMPLETED, NOT_ACCEPTED)))
          .from(ApplicationStage.values())
          .on(DISCLOSE)
          .by(APPLICANT, WINDOW, LEAD, DEPARTMENT, SUPERVISOR)
          .then()
          .build();

  private ApplicationLifeCycle() {}
}
