package banshi.cases;

import static banshi.cases.ClockName.ANSWER;
import static banshi.cases.ConsultationAction.*;
import static banshi.cases.ConsultationStage.*;
import static banshi.cases.Party.APPLICANT;
import static banshi.cases.Party.ASSIGNEE;
import static banshi.cases.Party.DEPARTMENT;
import static banshi.cases.Party.RATED;
import static banshi.cases.Party.SUPERVISOR;
import static banshi.cases.Party.WINDOW;

import banshi.cases.Effect.AddTasks;
import banshi.cases.Effect.ArmAtDue;
import banshi.cases.Effect.CancelTasks;
import banshi.cases.Effect.CancelTasksOf;
import banshi.cases.Effect.Disarm;
import banshi.cases.Effect.FinishTasks;
import banshi.cases.Effect.Put;
import banshi.cases.Effect.PutGiven;
import banshi.cases.Effect.Remove;
import banshi.cases.Effect.RestartClock;
import banshi.cases.Effect.RunTasksBy;
import banshi.cases.Effect.StartClock;
import banshi.cases.Effect.StopClock;
import banshi.cases.Effect.Tell;
import banshi.notices.NoticeName;
import java.util.List;

/**
 * The life of a consultation (咨询). No national limit is known (domain-facts 4): three working days
 * are the hall's default, and each matter may have its own.
 *
 * <p>What it holds to: somebody owes an answer from the question on, and the clock runs until there
 * is one; one extension, one follow-up question; silence after an answer ends it; turning it into a
 * case ends it too, and stops the clock.
 */
public final class ConsultationLifeCycle {
  /** The window's task: to answer at once, or to find out whose it is. */
  public static final String SORT_TASK = "SORT";

  /** The department's task: to answer. */
  public static final String ANSWER_TASK = "ANSWER";

  /** The table. */
  public static final LifeCycle TABLE =
      LifeCycle.of(CaseKind.CONSULTATION, ConsultationStage.class, ConsultationAction.class)
          .opening()
          .on(ASK)
          .by(APPLICANT, WINDOW)
          .to(ASKED)
          .then(
              new PutGiven(Mark.CHANNEL),
              new StartClock(ANSWER),
              new AddTasks(),
              new PutGiven(Mark.MAY_PUBLISH),
              new Tell(NoticeName.CONSULTATION_RECEIVED, APPLICANT),
              new Tell(NoticeName.CONSULTATION_ARRIVED, WINDOW))

          // Whose it is
          .from(ASKED)
          .on(ASSIGN)
          .by(WINDOW)
          .to(ASSIGNED)
          .then(
              new FinishTasks(SORT_TASK),
              new CancelTasksOf(Extensions.APPROVAL),
              new AddTasks(),
              new RunTasksBy(ANSWER_TASK, ANSWER),
              new PutGiven(Mark.DEPARTMENT),
              new Tell(NoticeName.CONSULTATION_ASSIGNED, ASSIGNEE))
          .from(ASSIGNED)
          .on(ASSIGN)
          .by(WINDOW, SUPERVISOR)
          .then(
              new CancelTasks(),
              new AddTasks(),
              new RunTasksBy(ANSWER_TASK, ANSWER),
              new PutGiven(Mark.DEPARTMENT),
              new Tell(NoticeName.CONSULTATION_ASSIGNED, ASSIGNEE))
          .from(ASKED)
          .on(REDIRECT)
          .by(WINDOW)
          .to(REDIRECTED)
          .then(
              new StopClock(ANSWER),
              new CancelTasks(),
              new Tell(NoticeName.CONSULTATION_REDIRECTED, APPLICANT))
          .from(ASSIGNED)
          .on(REDIRECT)
          .by(WINDOW, ASSIGNEE)
          .to(REDIRECTED)
          .then(
              new StopClock(ANSWER),
              new CancelTasks(),
              new Tell(NoticeName.CONSULTATION_REDIRECTED, APPLICANT))

          // The answer
          .from(ASKED)
          .on(ConsultationAction.ANSWER)
          .by(WINDOW)
          .to(ANSWERED)
          .then(
              new StopClock(ANSWER),
              new FinishTasks(SORT_TASK),
              new CancelTasksOf(Extensions.APPROVAL),
              new PutGiven(Mark.DEPARTMENT),
              new RestartClock(ClockName.FOLLOW_UP),
              new ArmAtDue(CLOSE_SILENT, ClockName.FOLLOW_UP),
              new Tell(NoticeName.CONSULTATION_ANSWERED, APPLICANT))
          .from(ASSIGNED, ConsultationStage.FOLLOW_UP)
          .on(ConsultationAction.ANSWER)
          .by(ASSIGNEE)
          .to(ANSWERED)
          .then(
              new StopClock(ANSWER),
              new FinishTasks(ANSWER_TASK),
              new CancelTasksOf(Extensions.APPROVAL),
              new RestartClock(ClockName.FOLLOW_UP),
              new ArmAtDue(CLOSE_SILENT, ClockName.FOLLOW_UP),
              new Tell(NoticeName.CONSULTATION_ANSWERED, APPLICANT))
          .from(ANSWERED)
          .on(CORRECT_ANSWER)
          .by(ASSIGNEE)
          .then(
              // Whoever reads another answer has the whole time again to ask about it.
              new RestartClock(ClockName.FOLLOW_UP),
              new ArmAtDue(CLOSE_SILENT, ClockName.FOLLOW_UP),
              new Tell(NoticeName.ANSWER_CORRECTED, APPLICANT))
          .from(CLOSED)
          .on(CORRECT_ANSWER)
          .by(ASSIGNEE)
          .then(new Tell(NoticeName.ANSWER_CORRECTED, APPLICANT))
          .also(
              Extensions.rows(
                  List.of(ASKED),
                  EXTEND,
                  WINDOW,
                  Guard.ANSWER_NOT_EXTENDED,
                  ANSWER,
                  new RunTasksBy(SORT_TASK, ANSWER),
                  new Put(Mark.EXTENDED, "YES")))
          .also(
              Extensions.rows(
                  List.of(ASSIGNED, ConsultationStage.FOLLOW_UP),
                  EXTEND,
                  ASSIGNEE,
                  Guard.ANSWER_NOT_EXTENDED,
                  ANSWER,
                  new RunTasksBy(ANSWER_TASK, ANSWER),
                  new Put(Mark.EXTENDED, "YES")))
          .from(ASKED, ASSIGNED, ConsultationStage.FOLLOW_UP)
          .on(CLAIM)
          .by(DEPARTMENT)
          .then()
          .from(ASKED, ASSIGNED, ConsultationStage.FOLLOW_UP)
          .on(RELEASE)
          .by(DEPARTMENT)
          .then()
          .also(Colleagues.rows(List.of(ASKED, ASSIGNED, ConsultationStage.FOLLOW_UP)))

          // Whoever asked
          .from(ANSWERED)
          .on(ConsultationAction.FOLLOW_UP)
          .by(APPLICANT)
          .when(Guard.NOT_FOLLOWED_UP)
          .to(ConsultationStage.FOLLOW_UP)
          .then(
              new StopClock(ClockName.FOLLOW_UP),
              new Disarm(CLOSE_SILENT),
              new Put(Mark.FOLLOWED_UP, "YES"),
              new RestartClock(ANSWER),
              new AddTasks(),
              new RunTasksBy(ANSWER_TASK, ANSWER),
              new Tell(NoticeName.CONSULTATION_FOLLOWED_UP, ASSIGNEE))
          .from(ANSWERED)
          .on(ACCEPT_ANSWER)
          .by(APPLICANT)
          .to(CLOSED)
          .then(
              new StopClock(ClockName.FOLLOW_UP),
              new StartClock(ClockName.RATING),
              new ArmAtDue(RATING_ENDS, ClockName.RATING))
          .from(ANSWERED)
          .on(CLOSE_SILENT)
          .byLaw(LegalBasis.NOTHING_SAID)
          .to(CLOSED)
          .then(
              new StopClock(ClockName.FOLLOW_UP),
              new StartClock(ClockName.RATING),
              new ArmAtDue(RATING_ENDS, ClockName.RATING),
              new Tell(NoticeName.CONSULTATION_CLOSED, APPLICANT))
          .from(CLOSED)
          .on(RATING_ENDS)
          .byLaw(LegalBasis.NOT_RATED_IN_TIME)
          .then(new StopClock(ClockName.RATING), new Put(Mark.RATING_OVER, "YES"))
          .from(ASKED, ASSIGNED, ANSWERED, ConsultationStage.FOLLOW_UP)
          .on(CONVERT)
          .by(APPLICANT)
          .to(CONVERTED)
          .then(
              new StopClock(ANSWER),
              new StopClock(ClockName.FOLLOW_UP),
              new PutGiven(Mark.CONVERTED),
              new CancelTasks())
          .from(ASKED, ASSIGNED, ANSWERED, ConsultationStage.FOLLOW_UP)
          .on(WITHDRAW)
          .by(APPLICANT)
          .to(WITHDRAWN)
          .then(new StopClock(ANSWER), new StopClock(ClockName.FOLLOW_UP), new CancelTasks())

          // For the next who asks
          .from(ANSWERED, CLOSED, CONVERTED)
          .on(PUBLISH)
          .by(WINDOW, ASSIGNEE)
          .when(Guard.MAY_PUBLISH)
          .then(new PutGiven(Mark.PUBLISHED))
          .from(ANSWERED, ConsultationStage.FOLLOW_UP, CLOSED, CONVERTED, WITHDRAWN)
          .on(UNPUBLISH)
          .by(WINDOW, ASSIGNEE, SUPERVISOR)
          .when(Guard.IS_PUBLISHED)
          .then(new Remove(Mark.PUBLISHED))
          .also(Ratings.rows(List.of(CLOSED)))
          .from(ConsultationStage.values())
          .on(DISCLOSE)
          .by(APPLICANT, WINDOW, ASSIGNEE, RATED, SUPERVISOR)
          .then()

          // Whom it waits for
          .in(ASKED)
          .waitsFor(WINDOW)
          .to(SORT_TASK)
          .within(ANSWER)
          .in(ASSIGNED, ConsultationStage.FOLLOW_UP)
          .waitsFor(ASSIGNEE)
          .to(ANSWER_TASK)
          .within(ANSWER)
          .in(ANSWERED)
          .waitsFor(APPLICANT)
          .until(CLOSE_SILENT)
          .within(ClockName.FOLLOW_UP)
          // Beside the case, while the hall owes the next step
          .from(ASKED, ASSIGNED, ConsultationStage.FOLLOW_UP)
          .on(AsideAction.HURRY)
          .by(APPLICANT)
          .beside()
          .build();

  private ConsultationLifeCycle() {}
}
