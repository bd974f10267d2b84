package banshi.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Predicate;

/** When officers sit at their desks: working days, in the default service hours of the clock. */
final class WorkingMoments {
  private static final LocalTime MORNING = LocalTime.of(9, 30);
  private static final LocalTime AFTERNOON = LocalTime.of(14, 30);
  private static final LocalTime LAST_CALL = LocalTime.of(16, 30);
  private static final LocalTime NOON = LocalTime.of(11, 30);

  /** Longer than any run of days off that the calendar knows. */
  private static final int FAR = 30;

  private final Predicate<LocalDate> worked;

  /**
   * @param worked whether the hall works on a date
   */
  WorkingMoments(Predicate<LocalDate> worked) {
    this.worked = worked;
  }

  /** Now, if officers are there; else the next time they are. */
  LocalDateTime atOrAfter(LocalDateTime now) {
    if (!worked.test(now.toLocalDate()) || now.toLocalTime().isAfter(LAST_CALL)) {
      return morningAfter(now.toLocalDate());
    }
    if (now.toLocalTime().isBefore(MORNING)) {
      return now.with(MORNING);
    }
    boolean noonRest = now.toLocalTime().isAfter(NOON) && now.toLocalTime().isBefore(AFTERNOON);
    return noonRest ? now.with(AFTERNOON) : now;
  }

  /** The morning of the first working day after a date. */
  LocalDateTime morningAfter(LocalDate date) {
    for (int days = 1; days <= FAR; days++) {
      LocalDate day = date.plusDays(days);
      if (worked.test(day)) {
        return day.atTime(MORNING);
      }
    }
    throw new DemoStopped(date + ": 之后没有工作日 no working day follows");
  }
}
