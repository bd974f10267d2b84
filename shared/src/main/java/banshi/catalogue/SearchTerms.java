package banshi.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody looks for: words parted by white space, all of which must be found.
 *
 * <p>A word is found where it stands. A Chinese word of three or more characters is also found
 * <em>nearly</em> where at least half of its pairs of neighbouring characters stand, because people
 * seldom know the official name (烟草零售许可 for 烟草专卖零售许可证核发). Case and width of letters do not matter.
 */
final class SearchTerms {
  private static final int LONGEST = 100;

  private final List<String> words;

  private SearchTerms(List<String> words) {
    this.words = words;
  }

  /** The words of {@code query}; what lies beyond 100 characters is not looked at. */
  static SearchTerms of(String query) {
    String cut =
        query.codePointCount(0, query.length()) <= LONGEST
            ? query
            : query.substring(0, query.offsetByCodePoints(0, LONGEST));
    String plain = normal(cut).strip();
    return new SearchTerms(plain.isEmpty() ? List.of() : List.of(plain.split("\\s+")));
  }

  /** {@code text} without differences of case and width. */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Whether every word stands in {@code haystack}, which is normal. */
  boolean found(String haystack) {
    for (String word : words) {
      if (!haystack.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every word is found or nearly found. */
  boolean nearlyFound(String haystack) {
    for (String word : words) {
      if (!haystack.contains(word) && !nearly(word, haystack)) {
        return false;
      }
    }
    return true;
  }

  /** Whether anything can be nearly found. */
  boolean canBeNear() {
    return words.stream().anyMatch(word -> !pairs(word).isEmpty());
  }

  private static boolean nearly(String word, String haystack) {
    List<String> pairs = pairs(word);
    long there = pairs.stream().filter(haystack::contains).count();
    return there > 0 && 2 * there >= pairs.size();
  }

  private static List<String> pairs(String word) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 2 <= word.length(); i++) {
      if (han(word.charAt(i)) && han(word.charAt(i + 1))) {
        pairs.add(word.substring(i, i + 2));
      }
    }
    return pairs.size() >= 2 ? pairs : List.of();
  }

  private static boolean han(char character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }
}
