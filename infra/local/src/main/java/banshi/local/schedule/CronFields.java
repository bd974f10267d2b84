package banshi.local.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * EventBridge's six cron fields: minutes, hours, day of month, month, day of week (1 or SUN to 7 or
 * SAT), year. Understood are {@code *}, {@code ?}, lists, ranges, steps, names, and {@code L} for
 * the last day of a month; {@code W}, {@code #} and {@code L} after a weekday are refused.
 */
record CronFields(
    BitSet minutes,
    BitSet hours,
    BitSet daysOfMonth,
    boolean lastDayOfMonth,
    BitSet months,
    BitSet daysOfWeek,
    BitSet years) {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  static CronFields parse(String text) {
    String[] fields = text.trim().split("\\s+");
    if (fields.length != 6) {
      throw new IllegalArgumentException("cron(" + text + "): six fields are needed");
    }
    if (fields[2].equals("?") == fields[4].equals("?")) {
      throw new IllegalArgumentException(
          "cron(" + text + "): one of day of month and day of week is ?, not both");
    }
    boolean last = fields[2].equals("L");
    return new CronFields(
        bits(fields[0], 0, 59, List.of()),
        bits(fields[1], 0, 23, List.of()),
        last ? new BitSet() : bits(fields[2], 1, 31, List.of()),
        last,
        bits(fields[3], 1, 12, MONTHS),
        bits(fields[4], 1, 7, DAYS),
        bits(fields[5], 1970, 2199, List.of()));
  }

  boolean onDay(LocalDate day) {
    int weekday = day.getDayOfWeek().getValue() % 7 + 1;
    return years.get(day.getYear())
        && months.get(day.getMonthValue())
        && daysOfWeek.get(weekday)
        && (lastDayOfMonth
            ? day.getDayOfMonth() == day.lengthOfMonth()
            : daysOfMonth.get(day.getDayOfMonth()));
  }

  boolean atTime(LocalTime time) {
    return hours.get(time.getHour()) && minutes.get(time.getMinute());
  }

  private static BitSet bits(String field, int least, int most, List<String> names) {
    BitSet bits = new BitSet();
    for (String part : field.split(",", -1)) {
      String[] stepped = part.split("/", 2);
      int step = stepped.length == 2 ? number(stepped[1], 1, most, List.of(), field) : 1;
      int from;
      int to;
      if (stepped[0].equals("*") || stepped[0].equals("?")) {
        from = least;
        to = most;
      } else {
        String[] ends = stepped[0].split("-", 2);
        from = number(ends[0], least, most, names, field);
        boolean open = ends.length == 1 && stepped.length == 2;
        to = ends.length == 2 ? number(ends[1], least, most, names, field) : open ? most : from;
      }
      if (to < from) {
        throw new IllegalArgumentException("cron field " + field + ": a range runs backwards");
      }
      for (int value = from; value <= to; value += step) {
        bits.set(value);
      }
    }
    return bits;
  }

  private static int number(String text, int least, int most, List<String> names, String field) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    if (named >= 0) {
      return named + 1;
    }
    if (text.matches("[0-9]{1,4}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "cron field " + field + ": " + text + " is not within " + least + " to " + most);
  }
}
