package banshi.desk;

import banshi.cases.Case;
import banshi.identity.Actor;

/**
 * 回避: who may not act on a case although they are a party to it. Whoever owns a case is never
 * asked.
 *
 * @param <D> the kind's own content
 */
@FunctionalInterface
public interface Recusal<D> {
  /** Whether the caller is involved in what the case is about. */
  boolean isInvolved(Case<D> c, Actor actor);

  /** For a kind whose cases are about nobody. */
  static <D> Recusal<D> none() {
    return (c, actor) -> false;
  }
}
