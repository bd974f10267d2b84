package banshi.wechat;

import java.time.Duration;
import java.util.Optional;

/**
 * How the stand-in treats messages.
 *
 * @param answer the error code that it answers; 0 takes the message
 * @param status the HTTP status; what is not 200 has a page of text for a body
 * @param nonsense whether the answer is no JSON at all
 * @param delay how long it thinks before it answers
 * @param taken whether the person gets the message, whatever the answer says of it; by itself only
 *     with the answer 0
 * @param times for how many messages this holds, the next ones; empty for all
 */
public record Conduct(
    int answer,
    int status,
    boolean nonsense,
    Duration delay,
    Optional<Boolean> taken,
    Optional<Integer> times) {
  /** Takes every message that is as it should be. */
  public static final Conduct GOOD =
      new Conduct(0, 200, false, Duration.ZERO, Optional.empty(), Optional.empty());

  /** Answers an error code. */
  public static Conduct answering(int code) {
    return new Conduct(code, 200, false, Duration.ZERO, Optional.empty(), Optional.empty());
  }

  /** The same, thinking before it answers. */
  public Conduct after(Duration thinking) {
    return new Conduct(answer, status, nonsense, thinking, taken, times);
  }

  /** The same with another HTTP status. */
  public Conduct withStatus(int other) {
    return new Conduct(answer, other, nonsense, delay, taken, times);
  }

  /** The same with an answer that cannot be read. */
  public Conduct talkingNonsense() {
    return new Conduct(answer, status, true, delay, taken, times);
  }

  /** The same, with or without the person getting the message. */
  public Conduct taking(boolean whether) {
    return new Conduct(answer, status, nonsense, delay, Optional.of(whether), times);
  }

  /** The same, for the next messages only. */
  public Conduct times(int next) {
    return new Conduct(answer, status, nonsense, delay, taken, Optional.of(next));
  }
}
