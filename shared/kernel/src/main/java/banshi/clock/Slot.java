package banshi.clock;

import java.time.LocalTime;

/**
 * One stretch of service within a day, on whole minutes: begins at {@code from}, ends before {@code
 * to}.
 */
public record Slot(LocalTime from, LocalTime to) {

  /**
   * @throws IllegalArgumentException where it does not end after it begins, or not on whole minutes
   */
  public Slot {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a slot ends after it begins: " + from + " to " + to);
    }
    if (from.toNanoOfDay() % 60_000_000_000L != 0 || to.toNanoOfDay() % 60_000_000_000L != 0) {
      throw new IllegalArgumentException("a slot has whole minutes: " + from + " to " + to);
    }
  }

  long nanos() {
    return to.toNanoOfDay() - from.toNanoOfDay();
  }
}
