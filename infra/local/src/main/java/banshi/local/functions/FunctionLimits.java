package banshi.local.functions;

import java.time.Duration;

/**
 * How far one function may spread.
 *
 * @param environments at most so many at one time
 * @param waiting at most so many events wait for one; the next is throttled
 * @param idle how long an environment stays without an event
 */
public record FunctionLimits(int environments, int waiting, Duration idle) {

  /** Four environments, a thousand waiting events, five minutes. */
  public static FunctionLimits usual() {
    return new FunctionLimits(4, 1000, Duration.ofMinutes(5));
  }

  /** The same with another number of environments. */
  public FunctionLimits withEnvironments(int most) {
    return new FunctionLimits(most, waiting, idle);
  }
}
