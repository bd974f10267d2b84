package banshi.clock;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A time limit (时限): 1 to {@value #MAX_DAYS} whole days, or more than 0 up to {@value #MAX_HOURS}
 * hours that come to whole minutes. Equal limits are equal whatever the number of zeros written.
 */
public record TimeLimit(BigDecimal amount, LimitUnit unit) {
  /** Most days a limit may have, ten years of 365 days. */
  public static final int MAX_DAYS = 3650;

  /** Most hours a limit may have, about a working year. */
  public static final int MAX_HOURS = 2000;

  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

  /**
   * @throws ClockRefused with NOT_POSITIVE, TOO_LARGE, NOT_WHOLE_DAYS or NOT_WHOLE_MINUTES
   */
  public TimeLimit {
    // Bounds come before any arithmetic: an exponent of a billion must not be written out.
    if (amount.signum() <= 0) {
      throw new ClockRefused(ClockRefusal.NOT_POSITIVE);
    }
    int most = unit.countsDays() ? MAX_DAYS : MAX_HOURS;
    if (amount.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new ClockRefused(ClockRefusal.TOO_LARGE);
    }
    BigDecimal stripped = amount.stripTrailingZeros();
    if (unit.countsDays() && stripped.scale() > 0) {
      throw new ClockRefused(ClockRefusal.NOT_WHOLE_DAYS);
    }
    if (!unit.countsDays()
        && stripped.multiply(MINUTES_PER_HOUR).stripTrailingZeros().scale() > 0) {
      throw new ClockRefused(ClockRefusal.NOT_WHOLE_MINUTES);
    }
    amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** That many working days. */
  public static TimeLimit workingDays(int days) {
    return new TimeLimit(BigDecimal.valueOf(days), LimitUnit.WORKING_DAYS);
  }

  /** That many working hours. */
  public static TimeLimit workingHours(int hours) {
    return new TimeLimit(BigDecimal.valueOf(hours), LimitUnit.WORKING_HOURS);
  }

  /** That many working hours, written as a plain decimal such as {@code 1.5}. */
  public static TimeLimit workingHours(String hours) {
    return new TimeLimit(number(hours), LimitUnit.WORKING_HOURS);
  }

  /** That many calendar days. */
  public static TimeLimit calendarDays(int days) {
    return new TimeLimit(BigDecimal.valueOf(days), LimitUnit.CALENDAR_DAYS);
  }

  /**
   * A limit as it is written in a query: a plain decimal (no exponent, no sign but a minus) and a
   * unit's name.
   *
   * @throws ClockRefused with UNKNOWN_UNIT, NOT_A_NUMBER or one of the constructor's refusals
   */
  public static TimeLimit parse(String amount, String unit) {
    LimitUnit parsed = LimitUnit.parse(unit);
    return new TimeLimit(number(amount), parsed);
  }

  /**
   * Both together.
   *
   * @throws ClockRefused with UNIT_MISMATCH, or TOO_LARGE where the sum exceeds the bound
   */
  public TimeLimit plus(TimeLimit other) {
    if (unit != other.unit) {
      throw new ClockRefused(ClockRefusal.UNIT_MISMATCH);
    }
    return new TimeLimit(amount.add(other.amount), unit);
  }

  /** What is counted down: days as they are, hours as nanoseconds. */
  long budget() {
    return unit.countsDays()
        ? amount.longValueExact()
        : amount.multiply(MINUTES_PER_HOUR).longValueExact() * NANOS_PER_MINUTE;
  }

  private static BigDecimal number(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new ClockRefused(ClockRefusal.NOT_A_NUMBER);
    }
    return new BigDecimal(text);
  }
}
