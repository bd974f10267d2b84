package banshi.consultation.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A text as signs of ASCII, one for each of its characters (code points): digits of any script are
 * digits, letters of any width capitals, everything else a blank of one of two kinds.
 */
record TextOfSigns(String signs) {
  /** What may stand between the digits of one number. */
  static final char JOINT = ' ';

  /** What parts numbers. */
  static final char BREAK = '|';

  /** What may stand invisibly anywhere in a number. */
  private static final char NOTHING = '~';

  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
  private static final String KEPT = "@.-_+%()";
  private static final int MOST_JOINTS = 2;

  static TextOfSigns of(String text) {
    StringBuilder signs = new StringBuilder(text.length());
    text.codePoints().forEach(c -> signs.append(sign(c)));
    return new TextOfSigns(signs.toString());
  }

  private static char sign(int c) {
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    int chinese = c == '零' ? 0 : CHINESE_DIGITS.indexOf(c);
    if (chinese >= 0) {
      return (char) ('0' + chinese);
    }
    int narrow = c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
    if (narrow >= 'a' && narrow <= 'z') {
      return (char) (narrow - 'a' + 'A');
    }
    if (narrow >= 'A' && narrow <= 'Z' || narrow < 0x80 && KEPT.indexOf(narrow) >= 0) {
      return (char) narrow;
    }
    if (narrow == '\n' || narrow == '\r') {
      return BREAK;
    }
    return switch (Character.getType(narrow)) {
      case Character.SPACE_SEPARATOR -> JOINT;
      case Character.DASH_PUNCTUATION -> '-';
      case Character.FORMAT -> NOTHING;
      default -> narrow == '\t' ? JOINT : narrow == '·' ? '.' : BREAK;
    };
  }

  /** Whether the sign at {@code at} is an ASCII letter or digit; not so outside the text. */
  boolean isWord(int at) {
    return at >= 0 && at < signs.length() && isWord(signs.charAt(at));
  }

  static boolean isWord(char sign) {
    return isDigit(sign) || sign >= 'A' && sign <= 'Z';
  }

  static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  /**
   * The longest stretches of signs that {@code belongs} accepts, joints between them left out: up
   * to two spaces, dashes or dots in a row, and any number of invisible characters.
   */
  List<Stretch> stretches(IntPredicate belongs) {
    List<Stretch> stretches = new ArrayList<>();
    StringBuilder kept = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    int joints = 0;
    for (int at = 0; at < signs.length(); at++) {
      char sign = signs.charAt(at);
      if (belongs.test(sign)) {
        kept.append(sign);
        places.add(at);
        joints = 0;
      } else if (sign == NOTHING) {
        continue;
      } else if (!isJoint(sign) || ++joints > MOST_JOINTS) {
        finish(kept, places, stretches);
        joints = 0;
      }
    }
    finish(kept, places, stretches);
    return stretches;
  }

  private static boolean isJoint(char sign) {
    return sign == JOINT || sign == '-' || sign == '.' || sign == '_';
  }

  private void finish(StringBuilder kept, List<Integer> places, List<Stretch> stretches) {
    if (!places.isEmpty()) {
      stretches.add(
          new Stretch(this, kept.toString(), places.stream().mapToInt(at -> at).toArray()));
    }
    kept.setLength(0);
    places.clear();
  }

  /**
   * Signs that follow one another but for joints.
   *
   * @param of the text they stand in
   * @param kept the signs without joints
   * @param places where each stands
   */
  record Stretch(TextOfSigns of, String kept, int[] places) {
    /** Whether a word, or a group of digits, begins at {@code from}. */
    boolean begins(int from) {
      return from == 0 ? !of.isWord(places[0] - 1) : parted(from);
    }

    /** Whether one ends before {@code to}. */
    boolean ends(int to) {
      return to == kept.length() ? !of.isWord(places[to - 1] + 1) : parted(to);
    }

    /** Whether anything stands between the sign before {@code at} and the one there. */
    boolean parted(int at) {
      return places[at] > places[at - 1] + 1;
    }

    PersonalTrace trace(PersonalTrace.Kind kind, int from, int to) {
      return new PersonalTrace(kind, places[from], places[to - 1] + 1 - places[from]);
    }
  }
}
