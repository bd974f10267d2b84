package banshi.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The notices in force: for each year the latest file, the years without a gap. Immutable. From it
 * comes the calendar, which for years without a notice knows only what the law fixes.
 */
public final class Notices {
  private final NavigableMap<Integer, CalendarFile> byYear;
  private final WorkingCalendar calendar;

  private Notices(NavigableMap<Integer, CalendarFile> byYear) {
    this.byYear = byYear;
    this.calendar = calendar(byYear);
  }

  /** Loaded with the first question and kept: the files cannot change while the program runs. */
  private static final class Published {
    static final List<CalendarFile> FILES = load();
    static final Notices NOTICES = of(FILES);

    private static List<CalendarFile> load() {
      return Resources.text("index.txt").lines().map(Published::load).toList();
    }

    // Only the shape: the tests hold these files to the rules, a cold start need not.
    private static CalendarFile load(String name) {
      return switch (new CalendarReader().read(Resources.text(name))) {
        case CalendarFile file -> file;
        case CalendarReading.Faulty faulty ->
            throw new IllegalStateException(name + ": " + faulty.problems());
      };
    }
  }

  /** All notices that this build holds. */
  public static Notices published() {
    return Published.NOTICES;
  }

  /** The notices that this build holds and that were public on that day, for replays. */
  public static Notices asKnownOn(LocalDate day) {
    return of(Published.FILES.stream().filter(file -> !file.published().isAfter(day)).toList());
  }

  private static Notices of(List<CalendarFile> files) {
    NavigableMap<Integer, CalendarFile> byYear = new TreeMap<>();
    for (CalendarFile file : files) {
      byYear.merge(file.year(), file, (old, next) -> next.revision() > old.revision() ? next : old);
    }
    return new Notices(byYear);
  }

  /** Grows with every file, a year's first notice or a revision: a higher one knows more. */
  public int edition() {
    return byYear.values().stream().mapToInt(file -> 1 + file.revision()).sum();
  }

  /** The files in force, by year. */
  public List<CalendarFile> files() {
    return List.copyOf(byYear.values());
  }

  /**
   * What keeps a file from being applied to these notices; empty where nothing does. A year's first
   * notice must follow the last year known; a revision must be one more than what is held; and no
   * date may be off in one year's file and worked in its neighbour's.
   */
  public List<CalendarProblem> problemsWith(CalendarFile file) {
    List<CalendarProblem> problems = new ArrayList<>();
    CalendarFile held = byYear.get(file.year());
    if (held == null && !byYear.isEmpty() && file.year() != byYear.lastKey() + 1) {
      problems.add(
          new CalendarProblem(
              "/year", CalendarFault.YEAR_NOT_NEXT, "the next year is " + (byYear.lastKey() + 1)));
    }
    int next = held == null ? 0 : held.revision() + 1;
    if (file.revision() != next) {
      problems.add(
          new CalendarProblem(
              "/revision", CalendarFault.REVISION_NOT_NEXT, "the next revision is " + next));
    }
    SortedMap<LocalDate, DayReason> days = file.days();
    for (CalendarFile other : byYear.values()) {
      if (other.year() != file.year()) {
        other
            .days()
            .forEach(
                (date, reason) -> {
                  if (days.containsKey(date) && days.get(date).works() != reason.works()) {
                    problems.add(
                        new CalendarProblem(
                            "/holidays",
                            CalendarFault.CONTRADICTS_NEIGHBOUR,
                            date + " is otherwise in the file of " + other.year()));
                  }
                });
      }
    }
    return problems;
  }

  /**
   * These notices with one more, which takes the place of the one it revises.
   *
   * @throws IllegalArgumentException where {@link #problemsWith} finds any
   */
  public Notices with(CalendarFile file) {
    List<CalendarProblem> problems = problemsWith(file);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.toString());
    }
    NavigableMap<Integer, CalendarFile> next = new TreeMap<>(byYear);
    next.put(file.year(), file);
    return new Notices(next);
  }

  /**
   * The calendar from 2019 through the last year whose lunar dates are known. Make-up days win over
   * days off, whichever file lists them.
   */
  public WorkingCalendar calendar() {
    return calendar;
  }

  private static WorkingCalendar calendar(NavigableMap<Integer, CalendarFile> byYear) {
    StatutoryHolidays law = StatutoryHolidays.published();
    LocalDate first = LocalDate.of(law.firstYear(), 1, 1);
    LocalDate last = LocalDate.of(law.lastYear(), 12, 31);
    SortedMap<LocalDate, DayReason> listed = new TreeMap<>();
    for (int year = law.firstYear(); year <= law.lastYear(); year++) {
      if (!byYear.containsKey(year)) {
        law.in(year)
            .forEach((date, name) -> listed.put(date, new DayReason.StatutoryHoliday(name)));
      }
    }
    for (CalendarFile file : byYear.values()) {
      file.days()
          .forEach(
              (date, reason) ->
                  listed.merge(date, reason, (old, next) -> old.works() ? old : next));
    }
    LocalDate publishedThrough =
        byYear.isEmpty() ? first.minusDays(1) : LocalDate.of(byYear.lastKey(), 12, 31);
    return WorkingCalendar.of(first, last, publishedThrough, listed);
  }
}
