package banshi.reminder.send;

import banshi.notices.Channel;
import java.time.Duration;

/** How often a channel is tried, and how long it is left alone in between. */
final class Retries {
  /** How many attempts a channel gets. */
  static final int MOST = 6;

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int JITTER_PERCENT = 20;

  private Retries() {}

  /**
   * The pause after an attempt: a minute, doubled with each further attempt up to an hour, and a
   * fifth of it more or less, so that what failed together does not come back together. The same
   * attempt always gets the same pause.
   *
   * @param tries how many attempts there were, at least 1
   */
  static Duration after(String event, Channel channel, int tries) {
    long doubled = FIRST.toMillis() << Math.min(tries - 1, 10);
    long pause = Math.min(doubled, LONGEST.toMillis());
    int spread = 2 * JITTER_PERCENT + 1;
    int percent =
        100 - JITTER_PERCENT + Math.floorMod((event + channel + tries).hashCode(), spread);
    return Duration.ofMillis(pause * percent / 100);
  }
}
