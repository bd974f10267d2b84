package banshi.clock;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of a limit is used up, in the limit's unit: whole days, or hours rounded down to four
 * decimals (0.36 s), so that what is shown never exceeds what was used. May exceed the limit.
 */
public record Consumed(BigDecimal amount, LimitUnit unit) {
  private static final BigDecimal NANOS_PER_HOUR = BigDecimal.valueOf(3_600_000_000_000L);

  static Consumed of(long measure, LimitUnit unit) {
    if (unit.countsDays()) {
      return new Consumed(BigDecimal.valueOf(measure), unit);
    }
    BigDecimal hours =
        BigDecimal.valueOf(measure)
            .divide(NANOS_PER_HOUR, 4, RoundingMode.DOWN)
            .stripTrailingZeros();
    return new Consumed(hours.scale() < 0 ? hours.setScale(0) : hours, unit);
  }
}
