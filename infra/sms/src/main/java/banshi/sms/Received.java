package banshi.sms;

import java.time.Instant;
import java.util.List;

/**
 * A message as it came to the stand-in.
 *
 * @param to the number it is for
 * @param template the template's id
 * @param values what stands in its places
 * @param text the words that the person reads; empty when there is no such template
 * @param code the code that was answered, or would have been
 * @param taken whether it was sent on
 * @param serial by what its report is found; empty when it was not sent on
 * @param at when it came
 */
public record Received(
    String to,
    String template,
    List<String> values,
    String text,
    String code,
    boolean taken,
    String serial,
    Instant at) {
  public Received {
    values = List.copyOf(values);
  }

  /** The number but for its middle. */
  public String maskedTo() {
    String number = to.startsWith("+86") ? to.substring(3) : to;
    return number.length() == 11
        ? number.substring(0, 3) + "****" + number.substring(7)
        : "*".repeat(number.length());
  }
}
