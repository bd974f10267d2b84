package banshi.desk;

import banshi.cases.Case;
import banshi.cases.Kernel;
import banshi.cases.Rating;
import banshi.cases.Ratings;
import banshi.identity.Actor;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * 好差评 and what a poor rating sets off, as decisions on any kind of case: see {@link Ratings}.
 *
 * @param <D> the kind's own content
 */
public final class RatingSteps<D> {
  private final Ratings ratings;
  private final Function<Case<D>, String> responsible;
  private final BiFunction<D, Rating, D> kept;

  /**
   * On the cases that this kernel moves.
   *
   * @param responsible which department puts a poor rating right
   * @param kept the kind's own content with the rating in it
   */
  public RatingSteps(
      Kernel kernel, Function<Case<D>, String> responsible, BiFunction<D, Rating, D> kept) {
    this.ratings = new Ratings(kernel);
    this.responsible = responsible;
    this.kept = kept;
  }

  /** Rates the service, once. */
  public Decision<D> rate(Actor actor, Function<Instant, Rating> given) {
    return (c, parties, now) -> {
      Rating rating = given.apply(now);
      return ratings
          .rate(c, rating.score(), responsible.apply(c), actor, parties, now)
          .map(change -> change.withDetails(kept.apply(c.details(), rating)));
    };
  }

  /** The department has spoken with whoever rated poorly. */
  public Decision<D> contacted(Actor actor, String note) {
    return (c, parties, now) -> ratings.contacted(c, note, actor, parties, now);
  }

  /** The department reports what it has put right. */
  public Decision<D> rectified(Actor actor, String measures) {
    return (c, parties, now) -> ratings.rectified(c, measures, actor, parties, now);
  }

  /** The hall has called back. */
  public Decision<D> calledBack(Actor actor, boolean solved, String note) {
    return (c, parties, now) -> ratings.calledBack(c, solved, note, actor, parties, now);
  }

  /** The department appeals against the rating. */
  public Decision<D> appealed(Actor actor, String reason) {
    return (c, parties, now) -> ratings.appealed(c, reason, actor, parties, now);
  }

  /** A supervisor decides on the appeal. */
  public Decision<D> decidedAppeal(Actor actor, boolean upheld, String reason) {
    return (c, parties, now) -> ratings.decidedAppeal(c, upheld, reason, actor, parties, now);
  }
}
