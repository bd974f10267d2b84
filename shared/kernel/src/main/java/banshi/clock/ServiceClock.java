package banshi.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Counts service time: a working calendar and a department's service hours. Immutable and pure. Any
 * instant or result outside the calendar's range is refused with {@link
 * ClockRefusal#OUTSIDE_CALENDAR}.
 */
public final class ServiceClock {
  /** The zone in which days begin and end; it has had no summer time since 1991. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final long OFFSET_SECONDS = 8 * 3600;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long LAST_SECOND = LocalTime.of(23, 59, 59).toNanoOfDay();

  private final WorkingCalendar calendar;
  private final ServiceHours hours;
  private final long firstDay;
  private final long lastPublishedDay;
  private final long closing;

  public ServiceClock(WorkingCalendar calendar, ServiceHours hours) {
    this.calendar = calendar;
    this.hours = hours;
    this.firstDay = calendar.first().toEpochDay();
    this.lastPublishedDay = calendar.publishedThrough().toEpochDay() - firstDay;
    this.closing = hours.closing().toNanoOfDay();
  }

  /** The published calendar with the default service hours. */
  public static ServiceClock standard() {
    return new ServiceClock(WorkingCalendar.published(), DepartmentHours.published().standard());
  }

  /** The hall's date at an instant. */
  public static LocalDate dateOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
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
    return switch (limit.unit()) {
      case WORKING_DAYS ->
          dueAt((int) lastCounted(limit.unit(), day(from) + 1, limit.budget()), closing);
      case CALENDAR_DAYS -> {
        long last = lastCounted(limit.unit(), day(from) + 1, limit.budget());
        yield dueAt(calendar.workingDayOnOrAfter(last), LAST_SECOND);
      }
      case WORKING_HOURS -> dueAfterWork(from, limit.budget());
    };
  }

  /**
   * The instant that lies a distance before a due one: so many working days before, the opening of
   * that day; so many working hours before, the instant from which that much service time is left;
   * so many calendar days before, the opening hour of that date.
   *
   * @throws ClockRefused with OUTSIDE_CALENDAR where that lies before the calendar's first day
   */
  public Instant before(Instant due, TimeLimit distance) {
    return switch (distance.unit()) {
      case WORKING_DAYS -> {
        int rank = calendar.before(day(due)) - Math.toIntExact(distance.budget());
        if (rank < 0) {
          throw new ClockRefused(ClockRefusal.OUTSIDE_CALENDAR);
        }
        yield dueAt(calendar.nth(rank), opening()).at();
      }
      case WORKING_HOURS -> {
        long target = worked(due) - distance.budget();
        if (target < 0) {
          throw new ClockRefused(ClockRefusal.OUTSIDE_CALENDAR);
        }
        long days = target / hours.nanosPerDay();
        yield dueAt(
                calendar.nth(Math.toIntExact(days)),
                hours.passed(target - days * hours.nanosPerDay()))
            .at();
      }
      case CALENDAR_DAYS -> {
        long day = day(due) - distance.budget();
        if (day < 0) {
          throw new ClockRefused(ClockRefusal.OUTSIDE_CALENDAR);
        }
        yield dueAt(Math.toIntExact(day), opening()).at();
      }
    };
  }

  private long opening() {
    return hours.opening().toNanoOfDay();
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
    return Duration.ofNanos(worked(to) - worked(from));
  }

  /** Whether that instant lies in service hours; a slot's end does not. */
  public boolean isOpen(Instant at) {
    return calendar.works(day(at)) && hours.isOpen(nanoOfDay(at));
  }

  /**
   * The closing of the service day: of that day where it works and has not closed, else of the next
   * working day. What is immediate (即办) is due then.
   */
  public Due closing(Instant at) {
    int today = day(at);
    return dueAt(
        calendar.workingDayOnOrAfter(nanoOfDay(at) > closing ? today + 1 : today), closing);
  }

  /** The number of an instant's day, from the calendar's first one on. */
  int day(Instant at) {
    long day = Math.floorDiv(at.getEpochSecond() + OFFSET_SECONDS, SECONDS_PER_DAY) - firstDay;
    if (day < 0 || day >= calendar.length()) {
      throw new ClockRefused(ClockRefusal.OUTSIDE_CALENDAR);
    }
    return (int) day;
  }

  long nanoOfDay(Instant at) {
    return Math.floorMod(at.getEpochSecond() + OFFSET_SECONDS, SECONDS_PER_DAY) * NANOS_PER_SECOND
        + at.getNano();
  }

  Due dueAt(int day, long nanoOfDay) {
    long midnight = (firstDay + day) * SECONDS_PER_DAY - OFFSET_SECONDS;
    Instant at =
        Instant.ofEpochSecond(
            midnight + nanoOfDay / NANOS_PER_SECOND, nanoOfDay % NANOS_PER_SECOND);
    return new Due(at, day > lastPublishedDay);
  }

  /** The time of day at which a day is counted: what ran until then has used the day up. */
  long countedAt(LimitUnit unit) {
    return unit == LimitUnit.CALENDAR_DAYS ? LAST_SECOND : closing;
  }

  /** How many days of that unit there are from {@code from} through {@code through}. */
  long days(LimitUnit unit, int from, int through) {
    if (through < from) {
      return 0;
    }
    return unit == LimitUnit.CALENDAR_DAYS
        ? through - from + 1
        : calendar.before(through + 1) - calendar.before(from);
  }

  /** The {@code count}-th day of that unit from {@code from} on, from 1; may lie outside. */
  long lastCounted(LimitUnit unit, int from, long count) {
    return unit == LimitUnit.CALENDAR_DAYS
        ? from + count - 1
        : calendar.nth(calendar.before(from) + Math.toIntExact(count) - 1);
  }

  /** Service nanoseconds since the calendar's first day. */
  long worked(Instant at) {
    int day = day(at);
    long today = calendar.works(day) ? hours.workedBy(nanoOfDay(at)) : 0;
    return calendar.before(day) * hours.nanosPerDay() + today;
  }

  /** The first instant by which that many service nanoseconds, at least 1, have passed. */
  Due dueAfterWork(Instant from, long nanos) {
    long target = worked(from) + nanos;
    long days = (target - 1) / hours.nanosPerDay();
    long rest = target - days * hours.nanosPerDay();
    return dueAt(calendar.nth(Math.toIntExact(days)), hours.reached(rest));
  }
}
