package banshi.local.functions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A function as an onlooker sees it at one moment.
 *
 * @param invocations events taken so far
 * @param waiting events that wait for an environment now
 * @param most environments there may be
 * @param started environments there have been
 * @param coldStarts the latest hundred: process start until the first event was asked for
 */
public record FunctionView(
    String name,
    List<Environment> environments,
    long invocations,
    int waiting,
    int most,
    int started,
    List<Duration> coldStarts) {

  /** What an environment is doing. */
  public enum State {
    STARTING,
    IDLE,
    BUSY
  }

  /**
   * One environment.
   *
   * @param pid the operating system's number of its process
   * @param coldStart process start until it asked for its first event
   * @param firstAnswer process start until its first answer
   * @param residentBytes memory its process holds, when the system tells
   */
  public record Environment(
      int id,
      long pid,
      State state,
      Optional<Duration> coldStart,
      Optional<Duration> firstAnswer,
      long answers,
      OptionalLong residentBytes) {}
}
