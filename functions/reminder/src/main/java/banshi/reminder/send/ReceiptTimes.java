package banshi.reminder.send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the receipt of a message is asked for: soon, then more and more rarely, for three days.
 * Operators try a telephone that is switched off for that long at most, and nobody knows more
 * later. The next time follows from when the message was sent and from now alone.
 */
final class ReceiptTimes {
  private static final List<Duration> AFTER =
      List.of(
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(24),
          Duration.ofHours(72));

  private ReceiptTimes() {}

  /** The next time after now; empty when nobody asks any more. */
  static Optional<Instant> next(Instant sent, Instant now) {
    return AFTER.stream().map(sent::plus).filter(now::isBefore).findFirst();
  }
}
