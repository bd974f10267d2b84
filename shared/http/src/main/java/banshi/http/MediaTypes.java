package banshi.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges {@code Content-Type} and {@code Accept} without ever failing on a broken one. */
public final class MediaTypes {
  private static final String JSON = "application/json";
  private static final int MOST_RANGES = 50;

  private MediaTypes() {}

  /** Whether a body of this type can be read: JSON, and UTF-8 if a charset is named. */
  static boolean isJson(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].trim().equals("application/json")) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].trim().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }

  /** Whether the caller takes JSON: see {@link #accept}. */
  static boolean acceptJson(List<String> accept) {
    return accept(accept, JSON);
  }

  /**
   * Whether the caller takes a type (RFC 9110, section 12.5.1): the most specific range decides.
   *
   * @param accept the header's lines; none means that anything is taken
   */
  static boolean accept(List<String> accept, String type) {
    if (accept.isEmpty()) {
      return true;
    }
    String[] ranges = ranges(accept);
    return weight(ranges, type)
            .or(() -> weight(ranges, type.substring(0, type.indexOf('/')) + "/*"))
            .or(() -> weight(ranges, "*/*"))
            .orElse(0.0)
        > 0;
  }

  /**
   * Whether the caller names a type and takes it at least as gladly as JSON; whoever names neither
   * gets JSON.
   *
   * @param accept the header's lines
   */
  public static boolean prefer(List<String> accept, String type) {
    String[] ranges = ranges(accept);
    double named = weight(ranges, type).orElse(0.0);
    return named > 0 && named >= weight(ranges, JSON).orElse(0.0);
  }

  private static String[] ranges(List<String> accept) {
    return String.join(",", accept).toLowerCase(Locale.ROOT).split(",", MOST_RANGES);
  }

  private static Optional<Double> weight(String[] ranges, String wanted) {
    Optional<Double> highest = Optional.empty();
    for (String range : ranges) {
      String[] parts = range.trim().split(";", -1);
      if (!parts[0].trim().equals(wanted)) {
        continue;
      }
      double weight = 1;
      for (int i = 1; i < parts.length; i++) {
        String parameter = parts[i].trim();
        if (parameter.startsWith("q=")) {
          weight = Languages.weight(parameter);
        }
      }
      highest = Optional.of(Math.max(weight, highest.orElse(0.0)));
    }
    return highest;
  }
}
