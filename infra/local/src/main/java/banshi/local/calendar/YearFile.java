package banshi.local.calendar;

import banshi.clock.CalendarFile;
import banshi.clock.CalendarProblem;
import banshi.clock.CalendarReading;
import banshi.clock.Notices;
import banshi.clock.WorkingCalendar;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A year's file that somebody wants to apply, held against what the project knows. */
sealed interface YearFile {
  /** It must not be applied. */
  record Faulty(List<CalendarProblem> problems) implements YearFile {}

  /** The project holds it already. */
  record Applied(CalendarFile file) implements YearFile {}

  /**
   * It can be applied.
   *
   * @param text the file as it was read
   * @param before the calendar without it
   * @param after the calendar with it
   */
  record Fit(CalendarFile file, String text, WorkingCalendar before, WorkingCalendar after)
      implements YearFile {

    /** Dates that work by one calendar and not by the other, in order. */
    List<LocalDate> changed() {
      return before
          .first()
          .datesUntil(before.last().plusDays(1))
          .filter(date -> before.isWorkingDay(date) != after.isWorkingDay(date))
          .toList();
    }
  }

  /** The text of a file. */
  static String text(Path path) throws IOException {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException missing) {
      throw new CalendarStopped("没有这个文件 There is no file " + path, missing);
    } catch (CharacterCodingException notText) {
      throw new CalendarStopped("文件应为 UTF-8 编码 The file should be UTF-8: " + path, notText);
    }
  }

  /** Reads a file and holds it against these notices and the shelf. */
  static YearFile of(String text, Notices notices, Shelf shelf) throws IOException {
    return switch (CalendarFile.read(text)) {
      case CalendarReading.Faulty faulty -> new Faulty(faulty.problems());
      case CalendarFile file when shelf.holds(file, text) -> new Applied(file);
      case CalendarFile file -> {
        List<CalendarProblem> problems = notices.problemsWith(file);
        yield problems.isEmpty()
            ? new Fit(file, text, notices.calendar(), notices.with(file).calendar())
            : new Faulty(problems);
      }
    };
  }
}
