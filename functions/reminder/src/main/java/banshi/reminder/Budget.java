package banshi.reminder;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The time that a run still has. A job asks before each piece of work and stops when it is told to,
 * so that the platform never cuts a run off.
 *
 * @param left how long until the platform ends the run
 */
public record Budget(Supplier<Duration> left) {
  /** What is kept for ending the run in order. */
  static final Duration RESERVE = Duration.ofSeconds(8);

  /** The same time, of which no more than this is used. */
  public Budget atMost(Duration most) {
    Duration spare = left.get().minus(RESERVE).minus(most);
    Duration kept = spare.isNegative() ? Duration.ZERO : spare;
    return new Budget(() -> left.get().minus(kept));
  }

  /** One half of the time; the other is for the jobs that follow. */
  public Budget half() {
    return atMost(left.get().minus(RESERVE).dividedBy(2));
  }

  /** Whether another piece of work may be begun. */
  public boolean lasts() {
    return left.get().compareTo(RESERVE) > 0;
  }
}
