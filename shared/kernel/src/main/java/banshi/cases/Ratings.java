package banshi.cases;

import static banshi.cases.Party.APPLICANT;
import static banshi.cases.Party.DEPARTMENT;
import static banshi.cases.Party.RATED;
import static banshi.cases.Party.SUPERVISOR;
import static banshi.cases.Party.WINDOW;

import banshi.cases.Effect.AddTasks;
import banshi.cases.Effect.CancelTasksOf;
import banshi.cases.Effect.FinishTasks;
import banshi.cases.Effect.Put;
import banshi.cases.Effect.PutGiven;
import banshi.cases.Effect.Tell;
import banshi.notices.NoticeName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The loop behind 好差评, as rows that every kind's table includes. A rating of 4 or 5 (GB/T
 * 39046-2020 A.8: dissatisfied, very dissatisfied) opens a duty for a department: contact whoever
 * rated, put it right, and report; the hall calls back, and only that closes it. A department may
 * appeal once against a rating; a supervisor decides, and an upheld appeal takes the rating out of
 * every figure.
 */
public final class Ratings {
  /** The first score that is a poor rating (差评). */
  public static final int POOR = 4;

  /** The department's task: to speak with whoever rated. */
  public static final String CONTACT = "CONTACT";

  /** The department's task: to put it right. */
  public static final String RECTIFY = "RECTIFY";

  /** The window's task: to call back. */
  public static final String CALLBACK = "CALLBACK";

  /** The loop's rows, for cases that can be rated from these stages. */
  public static <S extends Enum<S> & Stage, A extends Enum<A> & Action>
      Consumer<LifeCycle.Table<S, A>> rows(List<S> rateable) {
    return table ->
        table
            .from(rateable)
            .on(RatingAction.RATE)
            .by(APPLICANT)
            .when(Guard.NOT_RATED)
            .then(
                new PutGiven(Mark.RATING),
                new PutGiven(Mark.RECTIFICATION),
                new AddTasks(),
                new Tell(NoticeName.RATED_POORLY, RATED))
            .from(rateable)
            .on(RatingAction.CONTACT_RATER)
            .by(RATED)
            .when(Guard.RATER_WAITS)
            .then(new FinishTasks(CONTACT))
            .from(rateable)
            .on(RatingAction.RECTIFY)
            .by(RATED)
            .when(Guard.RECTIFICATION_OPEN)
            .then(
                new FinishTasks(RECTIFY),
                new Put(Mark.RECTIFICATION, "REPORTED"),
                new AddTasks(),
                new Tell(NoticeName.RECTIFIED, APPLICANT, WINDOW))
            .from(rateable)
            .on(RatingAction.CALL_BACK)
            .by(WINDOW, SUPERVISOR)
            .when(Guard.RECTIFICATION_REPORTED)
            .then(
                new FinishTasks(CALLBACK),
                new PutGiven(Mark.RECTIFICATION),
                new AddTasks(),
                // Only a department that must go on has an open task then.
                new Tell(NoticeName.NOT_RECTIFIED, DEPARTMENT))
            .from(rateable)
            .on(RatingAction.APPEAL_RATING)
            .by(RATED)
            .when(Guard.MAY_APPEAL)
            .then(new Put(Mark.APPEAL, "OPEN"), new Tell(NoticeName.RATING_APPEALED, SUPERVISOR))
            .from(rateable)
            .on(RatingAction.UPHOLD_APPEAL)
            .by(SUPERVISOR)
            .when(Guard.APPEALED)
            .then(
                new Put(Mark.APPEAL, "UPHELD"),
                new Tell(NoticeName.RATING_EXCLUDED, APPLICANT, RATED),
                new Put(Mark.RECTIFICATION, "EXCLUDED"),
                new CancelTasksOf(CONTACT),
                new CancelTasksOf(RECTIFY),
                new CancelTasksOf(CALLBACK))
            .from(rateable)
            .on(RatingAction.REJECT_APPEAL)
            .by(SUPERVISOR)
            .when(Guard.APPEALED)
            .then(new Put(Mark.APPEAL, "REJECTED"), new Tell(NoticeName.RATING_STANDS, RATED));
  }

  /** The department with the duty that a poor rating opened. */
  public static Optional<String> dutyOf(Case<?> c) {
    return c.tasks().stream().filter(task -> task.isOf(RECTIFY)).map(Task::department).findFirst();
  }

  private Ratings() {}
}
