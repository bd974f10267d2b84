package banshi.clock;

import java.util.List;

/** What reading a year's file gives: the file, or everything that is wrong with it. */
public sealed interface CalendarReading permits CalendarFile, CalendarReading.Faulty {

  /** All problems found, at least one. */
  record Faulty(List<CalendarProblem> problems) implements CalendarReading {
    public Faulty {
      problems = List.copyOf(problems);
    }
  }
}
