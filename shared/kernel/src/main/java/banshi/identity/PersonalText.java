package banshi.identity;

import java.text.Normalizer;

/** What all personal values have in common: what they refuse, and how they are starred out. */
final class PersonalText {
  private static final String MASK = "*";
  private static final String MASKS = "*＊∗";

  private PersonalText() {}

  /** The text without space around it and in composed form (NFC), or a refusal. */
  static String accepted(String text, int maxCharacters, Class<? extends Personal> type) {
    String clean = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (clean.isEmpty()) {
      throw new PersonalValueRefused(PersonalValueRefused.Reason.BLANK, type);
    }
    if (clean.codePoints().anyMatch(c -> MASKS.indexOf(c) >= 0)) {
      throw new PersonalValueRefused(PersonalValueRefused.Reason.MASKED, type);
    }
    if (clean.codePointCount(0, clean.length()) > maxCharacters) {
      throw new PersonalValueRefused(PersonalValueRefused.Reason.TOO_LONG, type);
    }
    if (!clean.codePoints().allMatch(PersonalText::isVisible)) {
      throw new PersonalValueRefused(PersonalValueRefused.Reason.CHARACTERS, type);
    }
    return clean;
  }

  /** The text with all but its first and last characters starred; lengths in code points. */
  static String starred(String text, int head, int tail) {
    int[] points = text.codePoints().toArray();
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      if (i < head || i >= points.length - tail) {
        masked.appendCodePoint(points[i]);
      } else {
        masked.append(MASK);
      }
    }
    return masked.toString();
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
