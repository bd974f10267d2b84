package banshi.sms;

import java.time.Duration;
import java.util.Optional;

/**
 * How the stand-in treats messages.
 *
 * @param code the code that it answers; {@code Ok} takes the message
 * @param whole whether an error is said of the whole request instead of the one number
 * @param status the HTTP status; what is not 200 has a page of text for a body
 * @param nonsense whether the answer is no JSON at all
 * @param delay how long it thinks before it answers
 * @param taken whether the message is sent on, whatever the answer says of it; by itself only with
 *     the answer {@code Ok}
 * @param times for how many messages this holds, the next ones; empty for all
 * @param report what becomes of a message that is sent on
 */
public record Conduct(
    String code,
    boolean whole,
    int status,
    boolean nonsense,
    Duration delay,
    Optional<Boolean> taken,
    Optional<Integer> times,
    Report report) {
  /** The code of a message that was taken. */
  public static final String OK = "Ok";

  /** Takes every message that is as it should be; each arrives within a minute. */
  public static final Conduct GOOD =
      new Conduct(
          OK, false, 200, false, Duration.ZERO, Optional.empty(), Optional.empty(), Report.USUAL);

  /**
   * What the operator reports of a message.
   *
   * @param after how long after it was taken
   * @param code DELIVRD, or why it did not arrive; empty when nothing is ever reported
   */
  public record Report(Duration after, Optional<String> code) {
    /** What says that a message arrived. */
    public static final String ARRIVED = "DELIVRD";

    /** It arrived within a minute. */
    public static final Report USUAL = new Report(Duration.ofSeconds(40), Optional.of(ARRIVED));
  }

  /** Answers an error code of the number. */
  public static Conduct answering(String code) {
    return new Conduct(
        code, false, 200, false, Duration.ZERO, Optional.empty(), Optional.empty(), Report.USUAL);
  }

  /** The same, said of the whole request. */
  public Conduct wholly() {
    return new Conduct(code, true, status, nonsense, delay, taken, times, report);
  }

  /** The same, thinking before it answers. */
  public Conduct after(Duration thinking) {
    return new Conduct(code, whole, status, nonsense, thinking, taken, times, report);
  }

  /** The same with another HTTP status. */
  public Conduct withStatus(int other) {
    return new Conduct(code, whole, other, nonsense, delay, taken, times, report);
  }

  /** The same with an answer that cannot be read. */
  public Conduct talkingNonsense() {
    return new Conduct(code, whole, status, true, delay, taken, times, report);
  }

  /** The same, with or without the message being sent on. */
  public Conduct taking(boolean whether) {
    return new Conduct(code, whole, status, nonsense, delay, Optional.of(whether), times, report);
  }

  /** The same, for the next messages only. */
  public Conduct times(int next) {
    return new Conduct(code, whole, status, nonsense, delay, taken, Optional.of(next), report);
  }

  /** The same with another report. */
  public Conduct reporting(Report other) {
    return new Conduct(code, whole, status, nonsense, delay, taken, times, other);
  }
}
