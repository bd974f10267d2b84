package banshi.clock;

import banshi.clock.CalendarFile.Citation;
import banshi.clock.CalendarFile.HolidayEntry;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold in a year's file, so that a slip of the pen does not become a due date. */
final class CalendarRules {
  private static final int LONGEST_HOLIDAY = 16;
  private static final int FARTHEST_EXCHANGE = 21;
  private static final Pattern REFERENCE = Pattern.compile("国办发(明电)?〔[0-9]{4}〕[0-9]+号");

  private final CalendarFile file;
  private final List<CalendarProblem> problems = new ArrayList<>();

  private CalendarRules(CalendarFile file) {
    this.file = file;
  }

  static List<CalendarProblem> problems(CalendarFile file) {
    CalendarRules rules = new CalendarRules(file);
    if (rules.checkYear()) {
      rules.checkCitations();
      rules.checkHolidays();
      rules.checkExchanges();
      rules.checkLaw();
    }
    return List.copyOf(rules.problems);
  }

  private boolean checkYear() {
    StatutoryHolidays law = StatutoryHolidays.published();
    boolean known = file.year() >= law.firstYear() && file.year() <= law.lastYear();
    if (!known) {
      note("/year", CalendarFault.YEAR_OUT_OF_RANGE, law.firstYear() + " to " + law.lastYear());
    }
    if (file.revision() < 0) {
      note("/revision", CalendarFault.REVISION_NEGATIVE, "0 for the first notice, then 1, 2 …");
    }
    return known;
  }

  private void checkCitations() {
    List<Citation> citations = file.citations();
    if (citations.isEmpty() || citations.size() <= file.revision()) {
      note(
          "/citations",
          CalendarFault.CITATION_MISSING,
          "the first notice, and one more for each revision, must be cited");
    }
    for (int i = 0; i < citations.size(); i++) {
      Citation citation = citations.get(i);
      String at = "/citations/" + i;
      if (!citation.title().contains(file.year() + "年")) {
        note(
            at + "/title",
            CalendarFault.CITATION_OF_ANOTHER_YEAR,
            "the notice's title does not name the year");
      }
      if (!REFERENCE.matcher(citation.number()).matches()) {
        note(
            at + "/number",
            CalendarFault.CITATION_NUMBER,
            "a reference number such as 国办发明电〔2025〕7号");
      }
      if (!citation.source().startsWith("https://")) {
        note(
            at + "/source",
            CalendarFault.CITATION_SOURCE,
            "an https address where the notice can be read");
      }
      int issued = citation.issued().getYear();
      if (issued != file.year() && issued != file.year() - 1) {
        note(
            at + "/issued",
            CalendarFault.CITATION_DATE,
            "a notice is issued in its year or the one before");
      }
      if (citation.published().isBefore(citation.issued())) {
        note(
            at + "/published",
            CalendarFault.CITATION_DATE,
            "a notice is published when issued or later");
      }
      if (i > 0 && citation.published().isBefore(citations.get(i - 1).published())) {
        note(
            at + "/published",
            CalendarFault.DATES_NOT_IN_ORDER,
            "citations go from the oldest to the newest");
      }
    }
  }

  private void checkHolidays() {
    if (file.holidays().isEmpty()) {
      note("/holidays", CalendarFault.HOLIDAYS_MISSING, "a year has holidays");
    }
    for (int i = 0; i < file.holidays().size(); i++) {
      HolidayEntry holiday = file.holidays().get(i);
      String at = "/holidays/" + i + "/off";
      if (!isNear(holiday.from()) || !isNear(holiday.through())) {
        note(
            at,
            CalendarFault.DATE_OF_ANOTHER_YEAR,
            "from the December before to the January after");
      }
      if (holiday.through().isBefore(holiday.from())) {
        note(at, CalendarFault.DATES_NOT_IN_ORDER, "a holiday ends when it begins or later");
      } else if (holiday.through().isAfter(holiday.from().plusDays(LONGEST_HOLIDAY - 1))) {
        note(at, CalendarFault.HOLIDAY_TOO_LONG, "more than " + LONGEST_HOLIDAY + " days");
      } else if (holiday.from().datesUntil(holiday.through().plusDays(1)).allMatch(this::weekend)) {
        note(
            at,
            CalendarFault.ONLY_WEEKEND,
            "holds no Monday to Friday, so it gives nobody a day off");
      }
      if (i > 0 && !holiday.from().isAfter(file.holidays().get(i - 1).through())) {
        note(
            at,
            CalendarFault.DATES_NOT_IN_ORDER,
            "begins before the holiday listed before it has ended");
      }
    }
  }

  private void checkExchanges() {
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < file.holidays().size(); i++) {
      HolidayEntry holiday = file.holidays().get(i);
      for (int j = 0; j < holiday.work().size(); j++) {
        LocalDate date = holiday.work().get(j);
        String at = "/holidays/" + i + "/work/" + j;
        if (j > 0 && !date.isAfter(holiday.work().get(j - 1))) {
          note(at, CalendarFault.DATES_NOT_IN_ORDER, date + " does not follow the one before it");
        }
        if (!seen.add(date)) {
          note(at, CalendarFault.DATE_LISTED_TWICE, date + " is already listed as worked");
        }
        if (!weekend(date)) {
          note(
              at,
              CalendarFault.MAKE_UP_ON_WEEKDAY,
              date + " is a " + date.getDayOfWeek() + ", worked anyway");
        }
        if (file.holidays().stream().anyMatch(other -> other.isOff(date))) {
          note(at, CalendarFault.WORKED_AND_OFF, date + " is also listed as off");
        }
        if (date.isBefore(holiday.from().minusDays(FARTHEST_EXCHANGE))
            || date.isAfter(holiday.through().plusDays(FARTHEST_EXCHANGE))) {
          note(at, CalendarFault.MAKE_UP_FAR_AWAY, date + " is over three weeks from its holiday");
        }
      }
    }
  }

  private void checkLaw() {
    StatutoryHolidays.published()
        .in(file.year())
        .forEach(
            (date, name) -> {
              if (file.holidays().stream().noneMatch(holiday -> holiday.isOff(date))) {
                note(
                    "/holidays",
                    CalendarFault.LAW_FIXED_DAY_MISSING,
                    date + " " + name.zh() + " is off by law");
              }
            });
  }

  private boolean isNear(LocalDate date) {
    return !date.isBefore(LocalDate.of(file.year() - 1, 12, 1))
        && !date.isAfter(LocalDate.of(file.year() + 1, 1, 31));
  }

  private boolean weekend(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  private void note(String at, CalendarFault fault, String detail) {
    problems.add(new CalendarProblem(at, fault, detail));
  }
}
