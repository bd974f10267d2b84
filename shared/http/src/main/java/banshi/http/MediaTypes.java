package banshi.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges {@code Content-Type} and {@code Accept} without ever failing on a broken one. */
final class MediaTypes {
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

  /**
   * Whether the caller takes JSON (RFC 9110, section 12.5.1): the most specific range decides.
   *
   * @param accept the header's lines; none means that anything is taken
   */
  static boolean acceptJson(List<String> accept) {
    if (accept.isEmpty()) {
      return true;
    }
    String[] ranges = String.join(",", accept).toLowerCase(Locale.ROOT).split(",", MOST_RANGES);
    return weight(ranges, "application/json")
            .or(() -> weight(ranges, "application/*"))
            .or(() -> weight(ranges, "*/*"))
            .orElse(0.0)
        > 0;
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
