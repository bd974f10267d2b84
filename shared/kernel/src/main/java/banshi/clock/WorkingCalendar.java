package banshi.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which days work (工作日历). A date listed as make-up workday (调休上班) works; else a date listed as off
 * does not; else Monday to Friday work. Immutable; questions about a date outside {@link #first()}
 * to {@link #last()} are refused with {@link ClockRefusal#OUTSIDE_CALENDAR}, and none costs more
 * for a longer span.
 */
public final class WorkingCalendar {
  private final LocalDate first;
  private final LocalDate last;
  private final LocalDate publishedThrough;
  private final Map<LocalDate, DayReason> listed;
  private final DaySet working;
  private final int length;

  private WorkingCalendar(
      LocalDate first,
      LocalDate last,
      LocalDate publishedThrough,
      Map<LocalDate, DayReason> listed) {
    this.first = first;
    this.last = last;
    this.publishedThrough = publishedThrough;
    this.listed = listed;
    this.length = index(last) + 1;
    boolean[] works = new boolean[length];
    int weekday = first.getDayOfWeek().ordinal();
    for (int day = 0; day < works.length; day++) {
      works[day] = (weekday + day) % 7 < 5;
    }
    listed.forEach((date, reason) -> works[index(date)] = reason.works());
    this.working = new DaySet(works);
  }

  /** The calendar of all notices that this build holds; see {@link Notices#published()}. */
  public static WorkingCalendar published() {
    return Notices.published().calendar();
  }

  /**
   * A calendar of listed days. A date in both collections works.
   *
   * @param publishedThrough the last day about which nothing more is to come
   * @throws IllegalArgumentException where {@code last} is before {@code first}
   */
  public static WorkingCalendar listing(
      LocalDate first,
      LocalDate last,
      LocalDate publishedThrough,
      Collection<LocalDate> off,
      Collection<LocalDate> work) {
    HolidayName unnamed = new HolidayName("假日", "Day off");
    Map<LocalDate, DayReason> listed = new TreeMap<>();
    off.forEach(date -> listed.put(date, new DayReason.Holiday(unnamed)));
    work.forEach(date -> listed.put(date, new DayReason.MakeUpWorkday(unnamed)));
    return of(first, last, publishedThrough, listed);
  }

  /** A calendar in which these dates have these reasons; dates outside the range are left out. */
  static WorkingCalendar of(
      LocalDate first,
      LocalDate last,
      LocalDate publishedThrough,
      Map<LocalDate, DayReason> listed) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a calendar ends after it begins");
    }
    TreeMap<LocalDate, DayReason> within = new TreeMap<>(listed);
    within.headMap(first).clear();
    within.tailMap(last, false).clear();
    return new WorkingCalendar(first, last, publishedThrough, within);
  }

  /** The first date it answers for. */
  public LocalDate first() {
    return first;
  }

  /** The last date it answers for. */
  public LocalDate last() {
    return last;
  }

  /** The last day of the last year with a notice; what lies after it is provisional. */
  public LocalDate publishedThrough() {
    return publishedThrough;
  }

  /** Whether it answers for that date. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(first) && !date.isAfter(last);
  }

  /** Whether that date works. */
  public boolean isWorkingDay(LocalDate date) {
    return working.contains(covered(date));
  }

  /** That date, with the reason why it works or not. */
  public CalendarDay day(LocalDate date) {
    boolean works = isWorkingDay(date);
    DayReason reason = Optional.ofNullable(listed.get(date)).orElseGet(() -> ordinary(date));
    return new CalendarDay(date, works, reason, isProvisional(date));
  }

  /**
   * How many days work from {@code from} on and before {@code to}; none where {@code to} is
   * earlier.
   */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    return Math.max(0, working.rank(covered(to)) - working.rank(covered(from)));
  }

  /** That date where it works, else the first working day after it. */
  public LocalDate workingDayOnOrAfter(LocalDate date) {
    return first.plusDays(workingDayOnOrAfter(covered(date)));
  }

  /**
   * The first date at which two calendars differ in whether it works, in their common range. No
   * clock that ended before it can have moved.
   */
  public Optional<LocalDate> firstDifference(WorkingCalendar other) {
    LocalDate from = first.isAfter(other.first) ? first : other.first;
    LocalDate to = last.isBefore(other.last) ? last : other.last;
    return from.datesUntil(to.plusDays(1))
        .filter(date -> isWorkingDay(date) != other.isWorkingDay(date))
        .findFirst();
  }

  private boolean isProvisional(LocalDate date) {
    return date.isAfter(publishedThrough);
  }

  // Days as numbers from the first one on, for counting without making dates.

  /** How many days it answers for. */
  int length() {
    return length;
  }

  boolean works(int day) {
    return working.contains(day);
  }

  /** How many working days lie before that day, 0 to {@link #length()}. */
  int before(int day) {
    return working.rank(day);
  }

  /** The working day that has exactly that many working days before it. */
  int nth(int rank) {
    if (rank >= working.size()) {
      throw new ClockRefused(ClockRefusal.OUTSIDE_CALENDAR);
    }
    return working.select(rank);
  }

  /** That day where it works, else the first working day after it; any day from 0 on. */
  int workingDayOnOrAfter(long day) {
    if (day >= length) {
      throw new ClockRefused(ClockRefusal.OUTSIDE_CALENDAR);
    }
    return nth(before((int) day));
  }

  private int covered(LocalDate date) {
    if (!covers(date)) {
      throw new ClockRefused(ClockRefusal.OUTSIDE_CALENDAR);
    }
    return index(date);
  }

  private int index(LocalDate date) {
    return Math.toIntExact(date.toEpochDay() - first.toEpochDay());
  }

  private static DayReason ordinary(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        ? new DayReason.Weekday()
        : new DayReason.Weekend();
  }
}
