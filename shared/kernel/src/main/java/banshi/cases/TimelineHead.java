package banshi.cases;

import java.time.Instant;

/**
 * The end of a case's timeline, kept with the case so that a cut-off tail is found too.
 *
 * @param entries how many entries there are
 * @param hash the last entry's hash
 * @param at when the last entry happened
 */
public record TimelineHead(long entries, String hash, Instant at) {
  /** The end of a timeline that has no entry yet. */
  public static TimelineHead none(Instant at) {
    return new TimelineHead(0, TimelineEntry.GENESIS, at);
  }
}
