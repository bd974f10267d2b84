package banshi.cases;

import static banshi.cases.ClockName.CORRECTION;
import static banshi.cases.ClockName.PROMISED;
import static banshi.cases.ClockName.SIGNING;
import static banshi.cases.ClockName.STATUTORY;
import static banshi.cases.Party.APPLICANT;
import static banshi.cases.Party.DEPARTMENT;
import static banshi.cases.Party.REGISTRAR;
import static banshi.cases.Party.SIGNATORY;
import static banshi.cases.Party.SUPERVISOR;
import static banshi.cases.Party.UNSIGNED;
import static banshi.cases.Party.WINDOW;
import static banshi.cases.StartupAction.*;
import static banshi.cases.StartupStage.*;

import banshi.cases.Effect.ArmAtDue;
import banshi.cases.Effect.ArmYearly;
import banshi.cases.Effect.CancelTasks;
import banshi.cases.Effect.Disarm;
import banshi.cases.Effect.OpenTasks;
import banshi.cases.Effect.OpenTasksOf;
import banshi.cases.Effect.PauseClocks;
import banshi.cases.Effect.PlanTasks;
import banshi.cases.Effect.Put;
import banshi.cases.Effect.PutGiven;
import banshi.cases.Effect.RestartClock;
import banshi.cases.Effect.ResumeClocks;
import banshi.cases.Effect.StartClock;
import banshi.cases.Effect.StopClock;
import banshi.cases.Effect.Tell;
import banshi.notices.NoticeName;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * The life of a company start-up (企业开办). Sources: 重庆市优化营商环境条例 art. 18 (one application, one working
 * day at most), 市场主体登记管理条例 arts. 15, 19 and its 实施细则 arts. 16, 18 (everybody signs under their own
 * name; everything that is wrong is told once), 企业信息公示暂行条例 (annual reports). Three working hours
 * are the district's promise.
 *
 * <p>A signature is given to the case before the move: a row tells by what is missing then where it
 * leads.
 *
 * <p>What it holds to: the clocks run from the last signature; a change of the form voids every
 * signature; while the form is with the applicants the clocks stand still, and they run on, not
 * anew, when it is signed again; no department but the registrar sees anything before the licence;
 * the licence and the opening of the other tasks are one move.
 */
public final class StartupLifeCycle {
  /** The registrar's task (设立登记): the others wait for it. */
  public static final String LICENCE = "LICENCE";

  private static final Set<ClockName> HANDLING = Set.of(PROMISED, STATUTORY);
  private static final MonthDay REPORTS_OPEN = MonthDay.of(1, 1);
  private static final MonthDay REPORTS_END_SOON = MonthDay.of(6, 1);

  /** The table. */
  public static final LifeCycle TABLE =
      LifeCycle.of(CaseKind.STARTUP, StartupStage.class, StartupAction.class)
          .opening()
          .on(SUBMIT)
          .by(APPLICANT, WINDOW)
          .to(AWAITING_SIGNATURES)
          .then(
              new PutGiven(Mark.CHANNEL),
              new PutGiven(Mark.REPORTS),
              new PlanTasks(),
              new StartClock(SIGNING),
              new ArmAtDue(EXPIRE, SIGNING),
              new Tell(NoticeName.SIGNATURE_REQUESTED, APPLICANT, SIGNATORY))

          // With those who found it
          .from(AWAITING_SIGNATURES, CORRECTION_REQUESTED)
          .on(AMEND)
          .by(APPLICANT)
          .to(AWAITING_SIGNATURES)
          .then(
              new PlanTasks(),
              new StopClock(CORRECTION),
              new RestartClock(SIGNING),
              new ArmAtDue(EXPIRE, SIGNING),
              new Tell(NoticeName.SIGNATURE_REQUESTED, APPLICANT, SIGNATORY))
          .from(AWAITING_SIGNATURES)
          .on(SIGN)
          .by(UNSIGNED)
          .when(Guard.SIGNATURES_REMAIN)
          .then()
          .from(AWAITING_SIGNATURES)
          .on(SIGN)
          .by(UNSIGNED)
          .when(Guard.SIGNED_FIRST)
          .to(RECEIVED)
          .then(
              new StopClock(SIGNING),
              new Disarm(EXPIRE),
              new StartClock(PROMISED),
              new StartClock(STATUTORY),
              new OpenTasksOf(LICENCE),
              new Tell(NoticeName.STARTUP_RECEIVED, APPLICANT),
              new Tell(NoticeName.STARTUP_ARRIVED, REGISTRAR))
          .from(AWAITING_SIGNATURES)
          .on(SIGN)
          .by(UNSIGNED)
          .when(Guard.SIGNED_AGAIN)
          .to(RECEIVED)
          .then(
              new StopClock(SIGNING),
              new Disarm(EXPIRE),
              new ResumeClocks(HANDLING),
              new Tell(NoticeName.STARTUP_RECEIVED, APPLICANT),
              new Tell(NoticeName.STARTUP_ARRIVED, REGISTRAR))
          .from(AWAITING_SIGNATURES, CORRECTION_REQUESTED)
          .on(EXPIRE)
          .byLaw(LegalBasis.NOT_SIGNED)
          .to(EXPIRED)
          .then(
              new StopClock(SIGNING),
              new StopClock(CORRECTION),
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new CancelTasks(),
              new Tell(NoticeName.STARTUP_EXPIRED, APPLICANT, SIGNATORY))

          // With the registrar
          .from(RECEIVED)
          .on(CLAIM)
          .by(DEPARTMENT)
          .to(LICENSING)
          .then()
          .from(LICENSING, ISSUING)
          .on(CLAIM)
          .by(DEPARTMENT)
          .then()
          .from(LICENSING, ISSUING)
          .on(RELEASE)
          .by(DEPARTMENT)
          .then()
          .also(Colleagues.rows(List.of(RECEIVED, LICENSING, ISSUING)))
          .from(RECEIVED, LICENSING)
          .on(REQUEST_CORRECTION)
          .by(REGISTRAR)
          .when(Guard.NO_CORRECTION_YET)
          .to(CORRECTION_REQUESTED)
          .then(
              new PauseClocks(HANDLING),
              new RestartClock(CORRECTION),
              new ArmAtDue(EXPIRE, CORRECTION),
              new PutGiven(Mark.CORRECTIONS),
              new Tell(NoticeName.STARTUP_CORRECTION, APPLICANT))
          .from(RECEIVED, LICENSING)
          .on(REQUEST_CORRECTION)
          .by(SUPERVISOR)
          .when(Guard.CORRECTED_BEFORE)
          .to(CORRECTION_REQUESTED)
          .then(
              new PauseClocks(HANDLING),
              new RestartClock(CORRECTION),
              new ArmAtDue(EXPIRE, CORRECTION),
              new PutGiven(Mark.CORRECTIONS),
              new Put(Mark.ANOMALY, "REPEATED_CORRECTION"),
              new Tell(NoticeName.STARTUP_CORRECTION, APPLICANT))
          .from(RECEIVED, LICENSING)
          .on(DENY)
          .by(REGISTRAR)
          .to(DENIED)
          .then(
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new CancelTasks(),
              new Tell(NoticeName.STARTUP_DENIED, APPLICANT))
          .from(RECEIVED, LICENSING)
          .on(COMPLETE)
          .by(DEPARTMENT, REGISTRAR)
          .when(Guard.TASKS_PLANNED)
          .to(ISSUING)
          .then(
              new OpenTasks(),
              new Tell(NoticeName.LICENCE_ISSUED, APPLICANT),
              new Tell(NoticeName.SERVICES_OPENED, DEPARTMENT))
          .from(RECEIVED, LICENSING)
          .on(COMPLETE)
          .by(DEPARTMENT, REGISTRAR)
          .when(Guard.NO_TASKS_PLANNED)
          .to(COMPLETED)
          .then(
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new ArmYearly(ANNUAL_REPORT_OPENS, REPORTS_OPEN),
              new Tell(NoticeName.STARTUP_COMPLETED, APPLICANT))

          // With every department at once
          .from(ISSUING)
          .on(COMPLETE)
          .by(DEPARTMENT)
          .when(Guard.TASKS_REMAIN)
          .then()
          .from(ISSUING)
          .on(COMPLETE)
          .by(DEPARTMENT)
          .when(Guard.TASKS_DONE)
          .to(COMPLETED)
          .then(
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new ArmYearly(ANNUAL_REPORT_OPENS, REPORTS_OPEN),
              new Tell(NoticeName.STARTUP_COMPLETED, APPLICANT))
          .from(AWAITING_SIGNATURES, RECEIVED, CORRECTION_REQUESTED, LICENSING)
          .on(WITHDRAW)
          .by(APPLICANT)
          .to(WITHDRAWN)
          .then(
              new StopClock(SIGNING),
              new StopClock(CORRECTION),
              new StopClock(PROMISED),
              new StopClock(STATUTORY),
              new CancelTasks())
          .from(ISSUING, COMPLETED)
          .on(CORRECT_RESULT)
          .by(DEPARTMENT)
          .then(new Tell(NoticeName.RESULT_CORRECTED, APPLICANT))

          // Every year
          .from(COMPLETED)
          .on(ANNUAL_REPORT_OPENS)
          .byLaw(LegalBasis.ANNUAL_REPORT)
          .when(Guard.REPORTS_YEARLY)
          .then(
              new ArmYearly(ANNUAL_REPORT_OPENS, REPORTS_OPEN),
              new ArmYearly(ANNUAL_REPORT_ENDS, REPORTS_END_SOON),
              new Tell(NoticeName.ANNUAL_REPORT_OPENS, APPLICANT))
          .from(COMPLETED)
          .on(ANNUAL_REPORT_ENDS)
          .byLaw(LegalBasis.ANNUAL_REPORT)
          .then(new Tell(NoticeName.ANNUAL_REPORT_ENDS, APPLICANT))
          .also(Ratings.rows(List.of(COMPLETED, DENIED)))
          .from(StartupStage.values())
          .on(DISCLOSE)
          .by(APPLICANT, WINDOW, REGISTRAR, DEPARTMENT, SUPERVISOR)
          .then()

          // Whom it waits for
          .in(AWAITING_SIGNATURES)
          .waitsFor(UNSIGNED)
          .until(EXPIRE)
          .within(SIGNING)
          .in(CORRECTION_REQUESTED)
          .waitsFor(APPLICANT)
          .until(EXPIRE)
          .within(CORRECTION)
          .in(RECEIVED, LICENSING)
          .waitsFor(REGISTRAR)
          .to(LICENCE)
          .within(PROMISED)
          .in(ISSUING)
          .waitsFor(DEPARTMENT)
          .to(Task.REVIEW)
          .within(PROMISED)
          // Beside the case, while the hall owes the next step
          .from(RECEIVED, LICENSING, ISSUING)
          .on(AsideAction.HURRY)
          .by(APPLICANT)
          .beside()
          .build();

  private StartupLifeCycle() {}
}
