package banshi.http;

import banshi.text.Language;
import java.util.Locale;
import java.util.Optional;

/** Chooses the language of an answer. */
final class Languages {
  /** More of the header is not read: nobody speaks that many languages. */
  private static final int MOST_RANGES = 20;

  private Languages() {}

  /**
   * The language the caller prefers (RFC 9110, section 12.5.4): the highest weight among the ranges
   * that this hall speaks, the earlier one when equal. Chinese for everything else, also for a
   * header that cannot be read.
   */
  static Language preferred(String acceptLanguage) {
    Language best = Language.ZH_CN;
    double highest = 0;
    for (String range : acceptLanguage.split(",", MOST_RANGES)) {
      String[] parts = range.trim().split(";", 2);
      Optional<Language> language = spoken(parts[0].trim().toLowerCase(Locale.ROOT));
      double weight = parts.length == 1 ? 1 : weight(parts[1].trim());
      if (language.isPresent() && weight > highest) {
        best = language.get();
        highest = weight;
      }
    }
    return best;
  }

  /** The tag for {@code Content-Language}. */
  static String tag(Language language) {
    return switch (language) {
      case ZH_CN -> "zh-CN";
      case EN -> "en";
    };
  }

  private static Optional<Language> spoken(String range) {
    if (range.equals("en") || range.startsWith("en-")) {
      return Optional.of(Language.EN);
    }
    boolean chinese = range.equals("zh") || range.startsWith("zh-") || range.equals("*");
    return chinese ? Optional.of(Language.ZH_CN) : Optional.empty();
  }

  /** A {@code q} parameter, 0 when it cannot be read. */
  static double weight(String parameter) {
    if (!parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
      return 0;
    }
    return Double.parseDouble(parameter.substring(2));
  }
}
