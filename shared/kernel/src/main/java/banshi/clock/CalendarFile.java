package banshi.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One year of the calendar as the State Council's notice (放假安排通知) gives it; a revision states the
 * whole year anew and takes the place of the file before. It may hold dates of the neighbouring
 * December and January. {@link #read} gives only files that are free of problems.
 */
public final class CalendarFile implements CalendarReading {
  private final int year;
  private final int revision;
  private final List<Citation> citations;
  private final List<HolidayEntry> holidays;

  CalendarFile(int year, int revision, List<Citation> citations, List<HolidayEntry> holidays) {
    this.year = year;
    this.revision = revision;
    this.citations = List.copyOf(citations);
    this.holidays = List.copyOf(holidays);
  }

  /**
   * The notice a file follows.
   *
   * @param number its reference number (发文字号)
   * @param issued the date it bears
   * @param published the date it was made public
   * @param source where it can be read, an https address
   */
  public record Citation(
      String title, String number, LocalDate issued, LocalDate published, String source) {}

  /** One holiday: off from the first through the last date, and the days worked in exchange. */
  public record HolidayEntry(
      HolidayName name, LocalDate from, LocalDate through, List<LocalDate> work) {
    public HolidayEntry {
      work = List.copyOf(work);
    }

    boolean isOff(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(through);
    }
  }

  /** Reads and checks a file's text; finds all problems, not only the first. */
  public static CalendarReading read(String json) {
    CalendarReading reading = new CalendarReader().read(json);
    if (reading instanceof CalendarFile file) {
      List<CalendarProblem> problems = CalendarRules.problems(file);
      return problems.isEmpty() ? file : new Faulty(problems);
    }
    return reading;
  }

  /** The year it is about. */
  public int year() {
    return year;
  }

  /** 0 for the year's first notice, one more for each revision. */
  public int revision() {
    return revision;
  }

  /** The notices it follows, oldest first. */
  public List<Citation> citations() {
    return citations;
  }

  /** The holidays, in order. */
  public List<HolidayEntry> holidays() {
    return holidays;
  }

  /** The day on which it became known: when the last notice it follows was made public. */
  public LocalDate published() {
    return citations.getLast().published();
  }

  /** Every date it lists, with the reason; a date listed twice works. */
  SortedMap<LocalDate, DayReason> days() {
    SortedMap<LocalDate, DayReason> days = new TreeMap<>();
    for (HolidayEntry holiday : holidays) {
      holiday
          .from()
          .datesUntil(holiday.through().plusDays(1))
          .forEach(date -> days.put(date, new DayReason.Holiday(holiday.name())));
    }
    for (HolidayEntry holiday : holidays) {
      holiday.work().forEach(date -> days.put(date, new DayReason.MakeUpWorkday(holiday.name())));
    }
    return days;
  }
}
