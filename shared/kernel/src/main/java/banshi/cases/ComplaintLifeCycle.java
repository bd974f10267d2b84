package banshi.cases;

import static banshi.cases.ClockName.ANSWER;
import static banshi.cases.ComplaintAction.*;
import static banshi.cases.ComplaintStage.*;
import static banshi.cases.Party.APPLICANT;
import static banshi.cases.Party.ASSIGNEE;
import static banshi.cases.Party.DEPARTMENT;
import static banshi.cases.Party.DISCIPLINE;
import static banshi.cases.Party.RATED;
import static banshi.cases.Party.SUPERVISOR;
import static banshi.cases.Party.WINDOW;

import banshi.cases.Effect.AddTasks;
import banshi.cases.Effect.ArmAtDeadline;
import banshi.cases.Effect.ArmAtDue;
import banshi.cases.Effect.CancelTasksBut;
import banshi.cases.Effect.CancelTasksOf;
import banshi.cases.Effect.Disarm;
import banshi.cases.Effect.FinishTasks;
import banshi.cases.Effect.LimitClock;
import banshi.cases.Effect.Put;
import banshi.cases.Effect.PutGiven;
import banshi.cases.Effect.PutWorked;
import banshi.cases.Effect.RaiseLevel;
import banshi.cases.Effect.Remove;
import banshi.cases.Effect.RestartClock;
import banshi.cases.Effect.RunTasksBy;
import banshi.cases.Effect.StartClock;
import banshi.cases.Effect.StopClock;
import banshi.cases.Effect.Tell;
import banshi.notices.NoticeName;
import java.util.List;

/**
 * The life of a complaint about what could not be done (办不成事). No national rule fixes its limits;
 * tiers and ladder are the district's configuration (local practice: domain-facts 3.1).
 *
 * <p>What it holds to: ANSWER runs from receipt, assigned or not, and nothing but an answer, a
 * redirection or a withdrawal stops it; a new tier changes its limit and never its beginning; the
 * level only rises; only an answer opens the time to dispute; nobody who is complained about has a
 * row that closes anything.
 */
public final class ComplaintLifeCycle {
  /** The window's task: to find out what it is and whose. */
  public static final String TRIAGE_TASK = "TRIAGE";

  /** The department's task: to answer. */
  public static final String ANSWER_TASK = "ANSWER";

  /** The task of those who watch over discipline: to take note of what was referred to them. */
  public static final String DISCIPLINE_TASK = "TAKE-NOTE";

  /** The table. */
  public static final LifeCycle TABLE =
      LifeCycle.of(CaseKind.COMPLAINT, ComplaintStage.class, ComplaintAction.class)
          .opening()
          .on(SUBMIT)
          .by(APPLICANT, WINDOW)
          .to(SUBMITTED)
          .then(
              new PutGiven(Mark.CHANNEL),
              new StartClock(ANSWER),
              new AddTasks(),
              new Tell(NoticeName.COMPLAINT_RECEIVED, APPLICANT),
              new Tell(NoticeName.COMPLAINT_ARRIVED, WINDOW))

          // At the window
          .from(SUBMITTED)
          .on(TRIAGE)
          .by(WINDOW)
          .to(TRIAGED)
          .then(new LimitClock(ANSWER), new PutGiven(Mark.TIER), new PutGiven(Mark.CAUSE))
          .from(TRIAGED, ASSIGNED)
          .on(TRIAGE)
          .by(WINDOW, SUPERVISOR)
          .then(
              new LimitClock(ANSWER),
              new RunTasksBy(ANSWER_TASK, ANSWER),
              // A new limit asks anew.
              new CancelTasksOf(Extensions.APPROVAL),
              new PutGiven(Mark.TIER),
              new PutGiven(Mark.CAUSE),
              new PutGiven(Mark.SIMILAR),
              new Tell(NoticeName.COMPLAINT_RETIERED, APPLICANT, ASSIGNEE))
          .from(TRIAGED)
          .on(ASSIGN)
          .by(WINDOW)
          .to(ASSIGNED)
          .then(
              new FinishTasks(TRIAGE_TASK),
              new AddTasks(),
              new RunTasksBy(ANSWER_TASK, ANSWER),
              new PutGiven(Mark.DEPARTMENT),
              new PutGiven(Mark.SIMILAR),
              new ArmAtDeadline(ASSIGNMENT_STANDS),
              new Tell(NoticeName.COMPLAINT_ASSIGNED, ASSIGNEE))
          .from(ASSIGNED)
          .on(ASSIGN)
          .by(SUPERVISOR)
          .then(
              new CancelTasksBut(DISCIPLINE_TASK),
              new AddTasks(),
              new RunTasksBy(ANSWER_TASK, ANSWER),
              new PutGiven(Mark.DEPARTMENT),
              new PutGiven(Mark.SIMILAR),
              new PutGiven(Mark.ASSIGNMENT),
              new ArmAtDeadline(ASSIGNMENT_STANDS),
              new Tell(NoticeName.COMPLAINT_ASSIGNED, ASSIGNEE))
          .from(SUBMITTED, TRIAGED)
          .on(REDIRECT)
          .by(WINDOW)
          .to(REDIRECTED)
          .then(
              new StopClock(ANSWER),
              new CancelTasksBut(DISCIPLINE_TASK),
              new Tell(NoticeName.COMPLAINT_REDIRECTED, APPLICANT))

          // At the department
          .from(ASSIGNED)
          .on(ASSIGNMENT_STANDS)
          .byLaw(LegalBasis.ASSIGNMENT_NOT_RETURNED)
          .then(new Put(Mark.ASSIGNMENT, "STANDS"))
          .from(ASSIGNED)
          .on(RETURN_ASSIGNMENT)
          .by(ASSIGNEE)
          .when(Guard.RETURNABLE)
          .to(TRIAGED)
          .then(
              new CancelTasksBut(DISCIPLINE_TASK),
              new AddTasks(),
              new Remove(Mark.DEPARTMENT),
              new Remove(Mark.SIMILAR),
              new Disarm(ASSIGNMENT_STANDS),
              new Tell(NoticeName.COMPLAINT_RETURNED, WINDOW))
          .also(
              Extensions.rows(
                  List.of(ASSIGNED),
                  EXTEND,
                  ASSIGNEE,
                  Guard.ANSWER_NOT_EXTENDED,
                  ANSWER,
                  new RunTasksBy(ANSWER_TASK, ANSWER),
                  new Put(Mark.EXTENDED, "YES")))
          .from(ASSIGNED)
          .on(REPLY)
          .by(ASSIGNEE)
          .to(REPLIED)
          .then(
              new StopClock(ANSWER),
              new FinishTasks(ANSWER_TASK),
              new CancelTasksOf(Extensions.APPROVAL),
              new Disarm(ASSIGNMENT_STANDS),
              new Put(Mark.ASSIGNMENT, "STANDS"),
              new Remove(Mark.SIMILAR),
              new PutWorked(Mark.WORKED),
              new RestartClock(ClockName.DISPUTE),
              new ArmAtDue(CLOSE_UNDISPUTED, ClockName.DISPUTE),
              new Tell(NoticeName.COMPLAINT_REPLIED, APPLICANT))
          .from(REPLIED)
          .on(CORRECT_REPLY)
          .by(ASSIGNEE)
          .then(
              // Whoever reads another answer has the whole time again to dispute it.
              new RestartClock(ClockName.DISPUTE),
              new ArmAtDue(CLOSE_UNDISPUTED, ClockName.DISPUTE),
              new Tell(NoticeName.REPLY_CORRECTED, APPLICANT))
          .from(SUBMITTED, TRIAGED, ASSIGNED)
          .on(CLAIM)
          .by(DEPARTMENT)
          .then()
          .from(SUBMITTED, TRIAGED, ASSIGNED)
          .on(RELEASE)
          .by(DEPARTMENT)
          .then()
          .also(Colleagues.rows(List.of(SUBMITTED, TRIAGED, ASSIGNED)))

          // The complainant's word
          .from(REPLIED)
          .on(ComplaintAction.DISPUTE)
          .by(APPLICANT)
          .when(Guard.MAY_DISPUTE)
          .to(ASSIGNED)
          .then(
              new StopClock(ClockName.DISPUTE),
              new Disarm(CLOSE_UNDISPUTED),
              new PutGiven(Mark.DISPUTES),
              new PutGiven(Mark.SIMILAR),
              new RaiseLevel(),
              new RestartClock(ANSWER),
              new AddTasks(),
              new RunTasksBy(ANSWER_TASK, ANSWER),
              new Tell(NoticeName.COMPLAINT_DISPUTED, ASSIGNEE, SUPERVISOR))
          .from(REPLIED)
          .on(CONFIRM)
          .by(APPLICANT)
          .to(CLOSED)
          .then(
              new StopClock(ClockName.DISPUTE),
              new StartClock(ClockName.RATING),
              new ArmAtDue(RATING_ENDS, ClockName.RATING))
          .from(REPLIED)
          .on(CLOSE_UNDISPUTED)
          .byLaw(LegalBasis.NOT_DISPUTED)
          .to(CLOSED)
          .then(
              new StopClock(ClockName.DISPUTE),
              new StartClock(ClockName.RATING),
              new ArmAtDue(RATING_ENDS, ClockName.RATING),
              new Tell(NoticeName.COMPLAINT_CLOSED, APPLICANT))
          .from(CLOSED)
          .on(RATING_ENDS)
          .byLaw(LegalBasis.NOT_RATED_IN_TIME)
          .then(new StopClock(ClockName.RATING), new Put(Mark.RATING_OVER, "YES"))
          .from(SUBMITTED, TRIAGED, ASSIGNED, REPLIED)
          .on(WITHDRAW)
          .by(APPLICANT)
          .to(WITHDRAWN)
          .then(
              new StopClock(ANSWER),
              new StopClock(ClockName.DISPUTE),
              new Remove(Mark.SIMILAR),
              new CancelTasksBut(DISCIPLINE_TASK))

          // Supervision
          .from(SUBMITTED, TRIAGED, ASSIGNED)
          .on(ESCALATE)
          .by(SUPERVISOR)
          .then(new RaiseLevel(), new Tell(NoticeName.COMPLAINT_ESCALATED, WINDOW, ASSIGNEE))
          .from(SUBMITTED, TRIAGED, ASSIGNED, REPLIED, CLOSED)
          .on(REFER_DISCIPLINE)
          .by(SUPERVISOR)
          .when(Guard.NOT_REFERRED)
          .then(
              new Put(Mark.DISCIPLINE, "REFERRED"),
              new AddTasks(),
              new Tell(NoticeName.DISCIPLINE_REFERRED, DISCIPLINE))
          .from(ComplaintStage.values())
          .on(ACKNOWLEDGE_REFERRAL)
          .by(DISCIPLINE)
          .when(Guard.REFERRAL_WAITS)
          .then(new FinishTasks(DISCIPLINE_TASK), new Tell(NoticeName.REFERRAL_NOTED, SUPERVISOR))
          .from(SUBMITTED, TRIAGED, ASSIGNED, REPLIED)
          .on(MERGE)
          .by(SUPERVISOR)
          .then(new PutGiven(Mark.CLUSTER))
          .also(Ratings.rows(List.of(CLOSED)))
          .from(ComplaintStage.values())
          .on(DISCLOSE)
          .by(APPLICANT, WINDOW, ASSIGNEE, RATED, DISCIPLINE, SUPERVISOR)
          .then()

          // Whom it waits for
          .in(SUBMITTED, TRIAGED)
          .waitsFor(WINDOW)
          .to(TRIAGE_TASK)
          .within(ANSWER)
          .in(ASSIGNED)
          .waitsFor(ASSIGNEE)
          .to(ANSWER_TASK)
          .within(ANSWER)
          .in(REPLIED)
          .waitsFor(APPLICANT)
          .until(CLOSE_UNDISPUTED)
          .within(ClockName.DISPUTE)
          // Beside the case, while the hall owes the next step
          .from(SUBMITTED, TRIAGED, ASSIGNED)
          .on(AsideAction.HURRY)
          .by(APPLICANT)
          .beside()
          .build();

  private ComplaintLifeCycle() {}
}
