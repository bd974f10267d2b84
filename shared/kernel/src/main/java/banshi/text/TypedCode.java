package banshi.text;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads codes of letters and digits as people type and paste them: small letters and full-width
 * characters (５, Ａ) are told by their plain forms; spaces, dashes and marks that cannot be seen are
 * dropped; {@code O} is read as zero, {@code I} and {@code L} as one, for codes in Crockford's
 * alphabet have none of the three.
 */
public final class TypedCode {
  /** Most characters that are looked at: what is longer is no code. */
  public static final int LONGEST = 64;

  private TypedCode() {}

  /**
   * The plain code. Empty when the text is longer than {@value #LONGEST} characters, holds anything
   * else than ASCII letters and digits, or nothing at all.
   */
  public static Optional<String> read(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    StringBuilder code = new StringBuilder(typed.length());
    for (char c : typed.toCharArray()) {
      char plain = plain(c);
      if (plain >= '0' && plain <= '9' || plain >= 'A' && plain <= 'Z') {
        code.append(plain);
      } else if (!separates(plain)) {
        return Optional.empty();
      }
    }
    return Optional.of(code.toString()).filter(read -> !read.isEmpty());
  }

  private static char plain(char typed) {
    char narrow = typed >= '！' && typed <= '～' ? (char) (typed - '！' + '!') : typed;
    char upper =
        narrow < 0x80 ? Character.toString(narrow).toUpperCase(Locale.ROOT).charAt(0) : narrow;
    return switch (upper) {
      case 'I', 'L' -> '1';
      case 'O' -> '0';
      default -> upper;
    };
  }

  private static boolean separates(char c) {
    return Character.isWhitespace(c)
        || switch (Character.getType(c)) {
          case Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.DASH_PUNCTUATION,
              Character.FORMAT ->
              true;
          default -> c == '\u2212';
        };
  }
}
