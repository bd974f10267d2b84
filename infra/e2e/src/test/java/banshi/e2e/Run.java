package banshi.e2e;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * One run of the scenarios. A hall that keeps what it is told meets other people, names and words
 * in every run; {@code -Dbanshi.run=N} repeats one's.
 */
final class Run {
  /** From 1800 to 1899: as many as birth dates of that century. */
  private static final int DIFFERENT = 36_524;

  private static final int NUMBER = number();

  private Run() {}

  /** 0 on a hall of the suite's own, which is new each time. */
  private static int number() {
    String asked = System.getProperty("banshi.run", "");
    if (!asked.isEmpty()) {
      return Integer.parseInt(asked);
    }
    if (System.getProperty("banshi.target", "").isEmpty()) {
      return 0;
    }
    long minutes = Duration.ofMillis(System.currentTimeMillis()).toMinutes();
    int number = 1 + (int) (minutes % DIFFERENT);
    System.out.println("本次运行 This run: -Dbanshi.run=" + number);
    return number;
  }

  /** When its people were born, as their numbers say: so long ago that nobody has such a number. */
  static String birthDate() {
    LocalDate date =
        NUMBER == 0 ? LocalDate.of(1900, 1, 1) : LocalDate.of(1800, 1, 1).plusDays(NUMBER - 1L);
    return date.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** A word of one to six Chinese characters that other runs do not use. */
  static String word() {
    return NUMBER == 0 ? "晴" : "晴" + spelled(NUMBER);
  }

  /** A word of Latin letters that other runs do not use. */
  static String latinWord() {
    StringBuilder word = new StringBuilder("wren");
    String.valueOf(NUMBER).chars().forEach(digit -> word.append("abcdefghij".charAt(digit - '0')));
    return word.toString();
  }

  /** A number in characters that trade names may have. */
  static String spelled(int number) {
    StringBuilder spelled = new StringBuilder();
    String.valueOf(number)
        .chars()
        .forEach(digit -> spelled.append("宁远航春晖松柏云溪岚".charAt(digit - '0')));
    return spelled.toString();
  }
}
