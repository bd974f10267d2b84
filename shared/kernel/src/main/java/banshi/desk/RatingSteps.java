package banshi.desk;

import banshi.cases.Case;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Rating;
import banshi.cases.RatingAction;
import banshi.cases.RatingLimits;
import banshi.cases.Ratings;
import banshi.cases.Refusal;
import banshi.cases.Task;
import banshi.clock.Ledger;
import banshi.clock.TimeLimit;
import banshi.identity.Actor;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * 好差评 and what a poor rating sets off, as decisions on any kind of case: see {@link Ratings}.
 *
 * @param <D> the kind's own content
 */
public final class RatingSteps<D> {
  private static final Text CONTACT = new Text("联系差评人", "Contact the rater");
  private static final Text RECTIFY = new Text("差评整改", "Put right what was rated poorly");
  private static final Text CALLBACK = new Text("差评回访", "Call the rater back");

  private final Kernel kernel;
  private final Steps<D> steps;
  private final RatingLimits limits;
  private final Function<Case<D>, String> responsible;
  private final BiFunction<D, Rating, D> kept;

  /**
   * On the cases that this kernel moves, by the published limits.
   *
   * @param responsible which department puts a poor rating right
   * @param kept the kind's own content with the rating in it
   */
  public RatingSteps(
      Kernel kernel, Function<Case<D>, String> responsible, BiFunction<D, Rating, D> kept) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.limits = RatingLimits.published();
    this.responsible = responsible;
    this.kept = kept;
  }

  /** Rates the service, once. */
  public Decision<D> rate(Actor actor, Function<Instant, Rating> given) {
    return (c, parties, now) -> {
      Rating rating = given.apply(now);
      return steps.performed(
          c,
          RatingAction.RATE,
          actor,
          parties,
          now,
          occasion -> rated(occasion, c, rating.score()),
          details -> kept.apply(details, rating));
    };
  }

  private Occasion rated(Occasion occasion, Case<D> c, int score) {
    String department = responsible.apply(c);
    String text = Integer.toString(score);
    Occasion rated = occasion.noting(text).marking(Mark.RATING, Optional.of(text));
    return score < Ratings.POOR
        ? rated
        : rated
            .marking(Mark.RECTIFICATION, Optional.of("OPEN"))
            .adding(
                task(c, Ratings.CONTACT, department, CONTACT, limits.contact()),
                task(c, Ratings.RECTIFY, department, RECTIFY, limits.rectify()));
  }

  /** The department has spoken with whoever rated poorly. */
  public Decision<D> contacted(Actor actor, String note) {
    return step(RatingAction.CONTACT_RATER, actor, (occasion, c) -> occasion.noting(note));
  }

  /** The department reports what it has put right. */
  public Decision<D> rectified(Actor actor, String measures) {
    return step(
        RatingAction.RECTIFY,
        actor,
        (occasion, c) ->
            occasion
                .noting(measures)
                .adding(
                    task(
                        c,
                        Ratings.CALLBACK,
                        Parties.WINDOW_DEPARTMENT,
                        CALLBACK,
                        limits.callBack())));
  }

  /**
   * The hall has called back: the duty is closed, or open again where whoever rated does not find
   * it put right. Nobody calls back on what they handled themselves: refused as a conflict.
   */
  public Decision<D> calledBack(Actor actor, boolean solved, String note) {
    return unhandled(
        RatingAction.CALL_BACK,
        actor,
        (occasion, c) -> {
          Occasion called =
              occasion
                  .noting(note)
                  .marking(Mark.RECTIFICATION, Optional.of(solved ? "CLOSED" : "OPEN"));
          return solved
              ? called
              : called.adding(
                  task(
                      c,
                      Ratings.RECTIFY,
                      Ratings.dutyOf(c).orElse(Parties.WINDOW_DEPARTMENT),
                      RECTIFY,
                      limits.rectify()));
        });
  }

  /** The department finds the rating malicious, or about something else. */
  public Decision<D> appealed(Actor actor, String reason) {
    return step(RatingAction.APPEAL_RATING, actor, (occasion, c) -> occasion.noting(reason));
  }

  /** A supervisor decides on the appeal; nobody does on what they handled themselves. */
  public Decision<D> decidedAppeal(Actor actor, boolean upheld, String reason) {
    return unhandled(
        upheld ? RatingAction.UPHOLD_APPEAL : RatingAction.REJECT_APPEAL,
        actor,
        (occasion, c) -> occasion.noting(reason));
  }

  private Decision<D> step(
      RatingAction action, Actor actor, BiFunction<Occasion, Case<D>, Occasion> given) {
    return (c, parties, now) ->
        steps.performed(
            c,
            action,
            actor,
            parties,
            now,
            occasion -> given.apply(occasion, c),
            UnaryOperator.identity());
  }

  /** A step that is not for those who have handled the case. */
  private Decision<D> unhandled(
      RatingAction action, Actor actor, BiFunction<Occasion, Case<D>, Occasion> given) {
    Decision<D> step = step(action, actor, given);
    return (c, parties, now) ->
        c.handlers().contains(actor.key()) && kernel.refuse(c, action, parties).isEmpty()
            ? Outcome.refused(new Refusal.ConflictOfInterest())
            : step.decide(c, parties, now);
  }

  private static Task task(Case<?> c, String duty, String department, Text title, TimeLimit limit) {
    return Task.planned(c.round(duty), department, title, Ledger.of(limit)).endingWith(duty);
  }
}
