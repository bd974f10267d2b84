package banshi.consultation.knowledge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What somebody asks, taken apart.
 *
 * @param parts what to look for, with how much each counts
 * @param unfinished the last word, when it is of letters and the typing may go on; else empty
 */
record Question(Map<String, Float> parts, String unfinished) {
  /** What lies beyond so many characters of a question is not looked at. */
  static final int LONGEST = 200;

  /** What another word for the same is worth, beside the word itself. */
  private static final float OTHER = 0.5f;

  static Question of(String typed, Wording wording, Vocabulary vocabulary) {
    String plain = Wording.plain(cut(typed));
    String asked = vocabulary.asked(plain);
    Map<String, Float> parts = new LinkedHashMap<>();
    wording.parts(asked).forEach(part -> parts.put(part, 1f));
    for (String other : vocabulary.others(plain)) {
      wording.parts(Wording.plain(other)).forEach(part -> parts.putIfAbsent(part, OTHER));
    }
    return new Question(parts, lastWord(plain));
  }

  /** Whether a part is one character of a script that is written without spaces. */
  static boolean single(String part) {
    return part.codePointCount(0, part.length()) == 1 && part.codePointAt(0) > 0x2e7f;
  }

  /** The parts that say something by themselves; all where none does. */
  Set<String> telling() {
    Set<String> telling = new LinkedHashSet<>(parts.keySet());
    telling.removeIf(Question::single);
    return telling.isEmpty() ? parts.keySet() : telling;
  }

  private static String cut(String typed) {
    return typed.codePointCount(0, typed.length()) <= LONGEST
        ? typed
        : typed.substring(0, typed.offsetByCodePoints(0, LONGEST));
  }

  private static String lastWord(String plain) {
    String last = plain.substring(plain.lastIndexOf(' ') + 1);
    return last.chars().allMatch(c -> c < 0x250) ? last : "";
  }
}
