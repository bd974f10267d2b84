package banshi.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line per version: code, first day, last day, what to search, and a JSON object for the list;
 * parted by tabs, sorted by code. Lines are looked at as bytes, and only those that are shown are
 * decoded: so the first search costs little more over thousands of matters than over dozens.
 */
public final class SummaryIndex {
  /** Stands for the last day while none is known; sorts after every date. */
  public static final String NO_END = "9999-12-31";

  private static final char FOUND = '0';
  private static final char NEAR = '1';

  private final String lines;

  /** The index of these bytes, which are UTF-8. */
  SummaryIndex(byte[] utf8) {
    this.lines = new String(utf8, StandardCharsets.ISO_8859_1);
  }

  /** A line of the index. */
  public static String line(String code, String from, String to, String search, String json) {
    return String.join(
            "\t", code, from, to, SearchTerms.normal(search).replaceAll("\\s+", " "), json)
        + "\n";
  }

  /**
   * Those in force on {@code day} that match, at most {@code limit}: first those that match word by
   * word, then those that nearly do, each by code.
   */
  <T> SearchPage<T> page(
      SearchTerms terms,
      String day,
      Optional<String> after,
      int limit,
      Function<byte[], T> decode) {
    char stage = after.map(key -> key.charAt(0)).orElse(FOUND);
    String afterCode = after.map(key -> key.substring(1)).orElse("");
    List<T> items = new ArrayList<>();
    String last = "";
    for (char now = stage; now <= NEAR; now++) {
      if (now == NEAR && !terms.canBeNear()) {
        break;
      }
      String beyond = now == stage ? afterCode : "";
      for (int from = 0; from < lines.length(); ) {
        int end = lines.indexOf('\n', from);
        Line line = new Line(from, end);
        if (line.code().compareTo(beyond) > 0 && line.inForce(day) && line.matches(terms, now)) {
          if (items.size() == limit) {
            return new SearchPage<>(items, Optional.of(last));
          }
          items.add(decode.apply(line.json()));
          last = now + line.code();
        }
        from = end + 1;
      }
    }
    return new SearchPage<>(items, Optional.empty());
  }

  /** Where the parts of one line are. */
  private final class Line {
    private final int from;
    private final int end;
    private final int codeEnd;

    private Line(int from, int end) {
      this.from = from;
      this.end = end;
      this.codeEnd = lines.indexOf('\t', from);
    }

    private String code() {
      return lines.substring(from, codeEnd);
    }

    private boolean inForce(String day) {
      int first = codeEnd + 1;
      int last = first + NO_END.length() + 1;
      return lines.substring(first, last - 1).compareTo(day) <= 0
          && lines.substring(last, last + NO_END.length()).compareTo(day) >= 0;
    }

    private boolean matches(SearchTerms terms, char stage) {
      int begin = codeEnd + 1 + 2 * (NO_END.length() + 1);
      int end = lines.indexOf('\t', begin);
      return stage == FOUND
          ? terms.found(lines, begin, end)
          : !terms.found(lines, begin, end) && terms.nearlyFound(lines, begin, end);
    }

    private byte[] json() {
      return lines
          .substring(lines.lastIndexOf('\t', end) + 1, end)
          .getBytes(StandardCharsets.ISO_8859_1);
    }
  }
}
