package banshi.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Counts service time: a working calendar and a department's service hours. Immutable and pure. Any
 * instant or result outside the calendar's range is refused with {@link
 * ClockRefusal#OUTSIDE_CALENDAR}.
 */
public final class ServiceClock {
  /** The zone in which days begin and end; it has had no summer time since 1991. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private final WorkingCalendar calendar;
  private final ServiceHours hours;
  private final Instant first;
  private final Instant end;

  public ServiceClock(WorkingCalendar calendar, ServiceHours hours) {
    this.calendar = calendar;
    this.hours = hours;
    this.first = calendar.first().atStartOfDay().toInstant(OFFSET);
    this.end = calendar.last().plusDays(1).atStartOfDay().toInstant(OFFSET);
  }

  /** The published calendar with the default service hours. */
  public static ServiceClock standard() {
    return new ServiceClock(WorkingCalendar.published(), ServiceHours.standard());
  }

  /** The calendar it counts by. */
  public WorkingCalendar calendar() {
    return calendar;
  }

  /** The service hours it counts by. */
  public ServiceHours hours() {
    return hours;
  }

  /**
   * When a limit that starts at {@code from} and is never paused ends.
   *
   * <ul>
   *   <li>WORKING_DAYS: the start date is not counted, whatever the hour and whether or not it
   *       works; due at the closing of the last counted day.
   *   <li>WORKING_HOURS: from the start instant, inside service hours; a budget that ends with a
   *       slot is due at that slot's end.
   *   <li>CALENDAR_DAYS: the start date is not counted; if the last day is off, the next working
   *       day; due 23:59:59.
   * </ul>
   */
  public Due due(Instant from, TimeLimit limit) {
    LocalDateTime start = local(from);
    LocalDate tomorrow = start.toLocalDate().plusDays(1);
    return switch (limit.unit()) {
      case WORKING_DAYS ->
          dueAt(
              lastCounted(LimitUnit.WORKING_DAYS, tomorrow, limit.budget())
                  .atTime(hours.closing()));
      case WORKING_HOURS -> dueAt(afterWork(start, limit.budget()));
      case CALENDAR_DAYS ->
          dueAt(
              calendar
                  .workingDayOnOrAfter(
                      lastCounted(LimitUnit.CALENDAR_DAYS, tomorrow, limit.budget()))
                  .atTime(LAST_SECOND));
    };
  }

  /**
   * The service time between two instants.
   *
   * @throws ClockRefused with NOT_ORDERED where {@code to} is before {@code from}
   */
  public Duration workedBetween(Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new ClockRefused(ClockRefusal.NOT_ORDERED);
    }
    return Duration.ofNanos(worked(local(to)) - worked(local(from)));
  }

  /** Whether that instant lies in service hours; a slot's end does not. */
  public boolean isOpen(Instant at) {
    LocalDateTime time = local(at);
    return calendar.isWorkingDay(time.toLocalDate())
        && hours.slots().stream()
            .anyMatch(
                slot ->
                    !time.toLocalTime().isBefore(slot.from())
                        && time.toLocalTime().isBefore(slot.to()));
  }

  /**
   * The closing of the service day: of that day where it works and has not closed, else of the next
   * working day. What is immediate (即办) is due then.
   */
  public Due closing(Instant at) {
    LocalDateTime time = local(at);
    boolean over = time.toLocalTime().isAfter(hours.closing());
    LocalDate from = over ? time.toLocalDate().plusDays(1) : time.toLocalDate();
    return dueAt(calendar.workingDayOnOrAfter(from).atTime(hours.closing()));
  }

  LocalDateTime local(Instant at) {
    if (at.isBefore(first) || !at.isBefore(end)) {
      throw new ClockRefused(ClockRefusal.OUTSIDE_CALENDAR);
    }
    return LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), OFFSET);
  }

  Due dueAt(LocalDateTime at) {
    return new Due(at.toInstant(OFFSET), calendar.isProvisional(at.toLocalDate()));
  }

  /** The time of day at which a day is counted: what ran until then has used the day up. */
  LocalTime countedAt(LimitUnit unit) {
    return unit == LimitUnit.CALENDAR_DAYS ? LAST_SECOND : hours.closing();
  }

  /** How many days of that unit there are from {@code from} through {@code through}. */
  long days(LimitUnit unit, LocalDate from, LocalDate through) {
    if (through.isBefore(from)) {
      return 0;
    }
    if (unit == LimitUnit.CALENDAR_DAYS) {
      return through.toEpochDay() - from.toEpochDay() + 1;
    }
    int upTo = calendar.before(through) + (calendar.isWorkingDay(through) ? 1 : 0);
    return upTo - calendar.before(from);
  }

  /** The date of the {@code count}-th day of that unit from {@code from} on, from 1. */
  LocalDate lastCounted(LimitUnit unit, LocalDate from, long count) {
    return unit == LimitUnit.CALENDAR_DAYS
        ? from.plusDays(count - 1)
        : calendar.nth(calendar.before(from) + Math.toIntExact(count) - 1);
  }

  /** Service nanoseconds since the calendar's first day. */
  long worked(LocalDateTime at) {
    LocalDate date = at.toLocalDate();
    long today = calendar.isWorkingDay(date) ? hours.workedBy(at.toLocalTime().toNanoOfDay()) : 0;
    return calendar.before(date) * hours.nanosPerDay() + today;
  }

  /** The first instant by which that many service nanoseconds, at least 1, have passed. */
  LocalDateTime afterWork(LocalDateTime from, long nanos) {
    long target = worked(from) + nanos;
    long days = (target - 1) / hours.nanosPerDay();
    LocalDate date = calendar.nth(Math.toIntExact(days));
    return date.atTime(LocalTime.ofNanoOfDay(hours.reached(target - days * hours.nanosPerDay())));
  }
}
