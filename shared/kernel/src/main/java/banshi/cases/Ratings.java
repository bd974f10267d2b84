package banshi.cases;

import static banshi.cases.Party.APPLICANT;
import static banshi.cases.Party.DEPARTMENT;
import static banshi.cases.Party.RATED;
import static banshi.cases.Party.SUPERVISOR;
import static banshi.cases.Party.WINDOW;

import banshi.cases.Effect.AddTasks;
import banshi.cases.Effect.CancelTasks;
import banshi.cases.Effect.FinishTasks;
import banshi.cases.Effect.Put;
import banshi.cases.Effect.PutGiven;
import banshi.cases.Effect.Tell;
import banshi.clock.Ledger;
import banshi.clock.TimeLimit;
import banshi.identity.Actor;
import banshi.notices.NoticeName;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The loop behind 好差评, as rows that every kind's table includes and as decisions on them. A rating
 * of 4 or 5 (GB/T 39046-2020 A.8: dissatisfied, very dissatisfied) opens a duty for a department:
 * contact whoever rated, put it right, and report; the hall calls back, and only that closes it. A
 * department may appeal once against a rating; a supervisor decides, and an upheld appeal takes the
 * rating out of every figure.
 */
public final class Ratings {
  /** The first score that is a poor rating (差评). */
  public static final int POOR = 4;

  static final String CONTACT = "CONTACT";
  static final String RECTIFY = "RECTIFY";
  static final String CALLBACK = "CALLBACK";

  private static final Text CONTACT_TITLE = new Text("联系差评人", "Contact the rater");
  private static final Text RECTIFY_TITLE = new Text("差评整改", "Put right what was rated poorly");
  private static final Text CALLBACK_TITLE = new Text("差评回访", "Call the rater back");

  private final Kernel kernel;
  private final RatingLimits limits;

  /** By this kernel and the published limits. */
  public Ratings(Kernel kernel) {
    this(kernel, RatingLimits.published());
  }

  /** By this kernel and these limits. */
  public Ratings(Kernel kernel, RatingLimits limits) {
    this.kernel = kernel;
    this.limits = limits;
  }

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
                new CancelTasks())
            .from(rateable)
            .on(RatingAction.REJECT_APPEAL)
            .by(SUPERVISOR)
            .when(Guard.APPEALED)
            .then(new Put(Mark.APPEAL, "REJECTED"), new Tell(NoticeName.RATING_STANDS, RATED));
  }

  /**
   * Rates, once.
   *
   * @param score 1 very satisfied to 5 very dissatisfied
   * @param department who is to put a poor rating right
   */
  public <D> Outcome<Change<D>> rate(
      Case<D> c, int score, String department, Actor actor, Set<Party> parties, Instant now) {
    return performed(
        c,
        RatingAction.RATE,
        actor,
        parties,
        now,
        occasion -> {
          Occasion rated =
              occasion
                  .noting(Integer.toString(score))
                  .marking(Mark.RATING, Optional.of(Integer.toString(score)));
          return score < POOR
              ? rated
              : rated
                  .marking(Mark.RECTIFICATION, Optional.of("OPEN"))
                  .adding(
                      task(CONTACT, department, CONTACT_TITLE, limits.contact()),
                      task(RECTIFY, department, RECTIFY_TITLE, limits.rectify()));
        });
  }

  /** The department has spoken with whoever rated. */
  public <D> Outcome<Change<D>> contacted(
      Case<D> c, String words, Actor actor, Set<Party> parties, Instant now) {
    return performed(
        c, RatingAction.CONTACT_RATER, actor, parties, now, occasion -> occasion.noting(words));
  }

  /** The department reports what it has put right. */
  public <D> Outcome<Change<D>> rectified(
      Case<D> c, String measures, Actor actor, Set<Party> parties, Instant now) {
    return performed(
        c,
        RatingAction.RECTIFY,
        actor,
        parties,
        now,
        occasion ->
            occasion
                .noting(measures)
                .adding(
                    task(
                        c.round(CALLBACK),
                        Parties.WINDOW_DEPARTMENT,
                        CALLBACK_TITLE,
                        limits.callBack())));
  }

  /**
   * The hall has called back: the duty is closed, or open again where whoever rated does not find
   * it put right. Nobody calls back on what they handled themselves: refused as a conflict.
   */
  public <D> Outcome<Change<D>> calledBack(
      Case<D> c, boolean solved, String words, Actor actor, Set<Party> parties, Instant now) {
    Optional<Refusal> refusal = kernel.refuse(c, RatingAction.CALL_BACK, parties);
    if (refusal.isEmpty() && c.handlers().contains(actor.key())) {
      return Outcome.refused(new Refusal.ConflictOfInterest());
    }
    String department = dutyOf(c).orElse(Parties.WINDOW_DEPARTMENT);
    return performed(
        c,
        RatingAction.CALL_BACK,
        actor,
        parties,
        now,
        occasion -> {
          Occasion called =
              occasion
                  .noting(words)
                  .marking(Mark.RECTIFICATION, Optional.of(solved ? "CLOSED" : "OPEN"));
          return solved
              ? called
              : called.adding(task(c.round(RECTIFY), department, RECTIFY_TITLE, limits.rectify()));
        });
  }

  /** The department finds the rating malicious, or about something else. */
  public <D> Outcome<Change<D>> appealed(
      Case<D> c, String reason, Actor actor, Set<Party> parties, Instant now) {
    return performed(
        c, RatingAction.APPEAL_RATING, actor, parties, now, occasion -> occasion.noting(reason));
  }

  /** A supervisor decides on the appeal; nobody does on what they handled themselves. */
  public <D> Outcome<Change<D>> decidedAppeal(
      Case<D> c, boolean upheld, String reason, Actor actor, Set<Party> parties, Instant now) {
    RatingAction action = upheld ? RatingAction.UPHOLD_APPEAL : RatingAction.REJECT_APPEAL;
    if (kernel.refuse(c, action, parties).isEmpty() && c.handlers().contains(actor.key())) {
      return Outcome.refused(new Refusal.ConflictOfInterest());
    }
    return performed(c, action, actor, parties, now, occasion -> occasion.noting(reason));
  }

  private <D> Outcome<Change<D>> performed(
      Case<D> c,
      RatingAction action,
      Actor actor,
      Set<Party> parties,
      Instant now,
      UnaryOperator<Occasion> occasion) {
    return kernel.perform(
        c,
        action,
        parties,
        move ->
            occasion.apply(Occasion.of(c.notBeforeLast(now), Parties.stamp(actor, c, move.by()))));
  }

  private static Task task(String part, String department, Text title, TimeLimit limit) {
    return Task.planned(part, department, title, Ledger.of(limit));
  }

  /** The department with the duty that a poor rating opened. */
  static Optional<String> dutyOf(Case<?> c) {
    return c.tasks().stream().filter(task -> task.isOf(RECTIFY)).map(Task::department).findFirst();
  }
}
