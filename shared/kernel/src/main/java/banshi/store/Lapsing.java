package banshi.store;

import java.time.Instant;

/**
 * Things of one sort that are no cases and still have their time: when it has come they lapse by
 * themselves. They are on the agenda beside the cases.
 */
public interface Lapsing {
  /** What their keys begin with: see {@link Agenda.Entry#prefix}. */
  String prefix();

  /**
   * Does what is due for one of them, once, whoever else tries; what has another time by now is
   * left alone.
   *
   * @return whether anything was done
   */
  boolean lapse(Agenda.Entry entry, Instant now);
}
