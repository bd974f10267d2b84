package banshi.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Some days on which cases were received, in Asia/Shanghai.
 *
 * @param from the first
 * @param to the last, which belongs to it
 */
public record Period(LocalDate from, LocalDate to) {
  /** How many days at most: a leap year. */
  public static final int LONGEST = 366;

  /**
   * @throws IllegalArgumentException when {@link #of} would give none
   */
  public Period {
    if (!fits(from, to)) {
      throw new IllegalArgumentException("not a period");
    }
  }

  /**
   * The period of these days; none where it would end before it begins, be longer than {@value
   * #LONGEST} days, or lie in a year without four digits.
   */
  public static Optional<Period> of(LocalDate from, LocalDate to) {
    return fits(from, to) ? Optional.of(new Period(from, to)) : Optional.empty();
  }

  private static boolean fits(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return days >= 1 && days <= LONGEST && from.getYear() >= 1000 && to.getYear() <= 9999;
  }

  /** Its months, at most 13, the first and last perhaps in part. */
  public List<YearMonth> months() {
    return Stream.iterate(
            YearMonth.from(from),
            month -> !month.isAfter(YearMonth.from(to)),
            month -> month.plusMonths(1))
        .toList();
  }
}
