package banshi.catalogue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
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

  private final List<Word> words;

  private SearchTerms(List<Word> words) {
    this.words = words;
  }

  /** The words of {@code query}; what lies beyond 100 characters is not looked at. */
  static SearchTerms of(String query) {
    String cut =
        query.codePointCount(0, query.length()) <= LONGEST
            ? query
            : query.substring(0, query.offsetByCodePoints(0, LONGEST));
    String plain = normal(cut).strip();
    return new SearchTerms(
        plain.isEmpty()
            ? List.of()
            : Arrays.stream(plain.split("\\s+"))
                .map(word -> new Word(octets(word), pairs(word)))
                .toList());
  }

  /** {@code text} without differences of case and width. */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /**
   * A text with one character for each byte of its UTF-8 form. One such text contains another where
   * the texts themselves do, and nobody has to decode a long one to look.
   */
  static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Whether every word stands between two places of {@code octets}, which are normal. */
  boolean found(String octets, int from, int to) {
    for (Word word : words) {
      if (!word.found(octets, from, to)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every word is found or nearly found there. */
  boolean nearlyFound(String octets, int from, int to) {
    for (Word word : words) {
      if (!word.found(octets, from, to) && !word.nearlyFound(octets, from, to)) {
        return false;
      }
    }
    return true;
  }

  /** Whether anything can be nearly found. */
  boolean canBeNear() {
    return words.stream().anyMatch(word -> !word.pairs.isEmpty());
  }

  private static List<String> pairs(String word) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 2 <= word.length(); i++) {
      if (han(word.charAt(i)) && han(word.charAt(i + 1))) {
        pairs.add(octets(word.substring(i, i + 2)));
      }
    }
    return pairs.size() >= 2 ? pairs : List.of();
  }

  private static boolean han(char character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  /** A word and its pairs of neighbouring Chinese characters, as octets. */
  private record Word(String octets, List<String> pairs) {
    private boolean found(String text, int from, int to) {
      return text.indexOf(octets, from, to) >= 0;
    }

    private boolean nearlyFound(String text, int from, int to) {
      int there = 0;
      for (String pair : pairs) {
        if (text.indexOf(pair, from, to) >= 0) {
          there++;
        }
      }
      return there > 0 && 2 * there >= pairs.size();
    }
  }
}
