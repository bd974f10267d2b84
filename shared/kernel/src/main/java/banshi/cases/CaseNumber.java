package banshi.cases;

import banshi.text.TypedCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A case's public number: the letter of its kind, the day it was received ({@code yyyyMMdd},
 * Asia/Shanghai), eight random base-32 characters (Crockford's alphabet, 40 bits) and a check
 * character: 18 characters in all, so that it fits WeChat's {@code character_string} field (32) and
 * {@code thing} field (20).
 *
 * <p>The check character makes the polynomial of all characters, taken as elements of GF(32), zero
 * at a primitive element: every single wrong character and every swap of two neighbours is found.
 */
public record CaseNumber(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_CHARACTERS = 8;
  private static final int DATE_END = 9;
  private static final int LENGTH = DATE_END + RANDOM_CHARACTERS + 1;

  /** x⁵ + x² + 1, primitive over GF(2). */
  private static final int FIELD_POLYNOMIAL = 0b100101;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /**
   * @throws IllegalArgumentException unless {@link #parse} accepts the text as it stands
   */
  public CaseNumber {
    if (!wellFormed(value)) {
      throw new IllegalArgumentException("not a case number");
    }
  }

  /**
   * Draws a new number. Uniqueness is not promised here: the write that uses it must insist on it.
   */
  public static CaseNumber draw(CaseKind kind, LocalDate day, RandomGenerator random) {
    StringBuilder text = new StringBuilder(LENGTH).append(kind.letter()).append(DAY.format(day));
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new CaseNumber(text.append(checkCharacter(text)).toString());
  }

  /**
   * Reads a number as people type and paste it: small letters, full-width characters, spaces,
   * dashes and invisible marks are forgiven, {@code O} is read as zero, {@code I} and {@code L} as
   * one. Empty when the text cannot be a case number, a wrong check character included.
   */
  public static Optional<CaseNumber> parse(String typed) {
    return TypedCode.read(typed).filter(CaseNumber::wellFormed).map(CaseNumber::new);
  }

  /** What kind of case the number belongs to. */
  public CaseKind kind() {
    return CaseKind.ofLetter(value.charAt(0)).orElseThrow();
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean wellFormed(String text) {
    if (text.length() != LENGTH
        || CaseKind.ofLetter(text.charAt(0)).isEmpty()
        || text.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      return false;
    }
    try {
      DAY.parse(text.substring(1, DATE_END));
    } catch (DateTimeParseException noSuchDay) {
      return false;
    }
    return checkCharacter(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1);
  }

  private static char checkCharacter(CharSequence text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum = timesAlpha(sum) ^ ALPHABET.indexOf(text.charAt(i));
    }
    return ALPHABET.charAt(timesAlpha(sum));
  }

  private static int timesAlpha(int element) {
    int doubled = element << 1;
    return doubled < ALPHABET.length() ? doubled : doubled ^ FIELD_POLYNOMIAL;
  }
}
