package banshi.consultation.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which part of a text to show with it. */
final class Snippets {
  /** Most characters of a snippet. */
  static final int LONGEST = 120;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？；\n])|(?<=[.!?;])\\s+");
  private static final String CUT = "…";

  private Snippets() {}

  /** The sentence of {@code text} with most of the {@code parts}, the first of several. */
  static String of(String text, Set<String> parts, Wording wording) {
    List<String> sentences =
        SENTENCE_END.splitAsStream(text).map(String::strip).filter(s -> !s.isEmpty()).toList();
    Comparator<String> byParts =
        Comparator.comparingLong(sentence -> told(sentence, parts, wording));
    return shortened(
        sentences.stream()
            .reduce((one, other) -> byParts.compare(other, one) > 0 ? other : one)
            .orElse(""));
  }

  private static long told(String sentence, Set<String> parts, Wording wording) {
    Stream<String> distinct = wording.parts(Wording.plain(sentence)).stream().distinct();
    return distinct.filter(part -> parts.contains(part) && !Question.single(part)).count();
  }

  private static String shortened(String sentence) {
    return sentence.codePointCount(0, sentence.length()) <= LONGEST
        ? sentence
        : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST - 1)).strip() + CUT;
  }
}
