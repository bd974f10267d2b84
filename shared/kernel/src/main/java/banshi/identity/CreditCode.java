package banshi.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * The unified social credit code (统一社会信用代码, GB 32100-2015): the registering department, the class
 * of unit, six digits of region, the nine characters of the subject (with a check character of
 * their own, GB 11714), and a check character over all. Some codes that were really issued fail the
 * checks, so a failing check is a warning and never a refusal. Codes are taken as {@link
 * IdType#normalised} writes them: in capitals.
 */
public final class CreditCode {
  /** Length of a code, in characters. */
  public static final int LENGTH = 18;

  /** The 31 characters of a code, in the order of their values: no I, O, S, V or Z. */
  public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] SUBJECT_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int SUBJECT_FROM = 8;
  private static final int SUBJECT_CHECK_AT = 16;

  private CreditCode() {}

  /** What is wrong with {@code code}. */
  public static Set<IdProblem> problems(String code) {
    EnumSet<IdProblem> problems = EnumSet.noneOf(IdProblem.class);
    if (code.length() != LENGTH) {
      problems.add(IdProblem.LENGTH);
      return problems;
    }
    if (!isOfAlphabet(code) || !isDigits(code.substring(2, SUBJECT_FROM))) {
      problems.add(IdProblem.CHARACTERS);
      return problems;
    }
    if (checkCharacter(code.substring(0, LENGTH - 1)) != code.charAt(LENGTH - 1)) {
      problems.add(IdProblem.CREDIT_CODE_CHECK);
    }
    String subject = code.substring(SUBJECT_FROM, SUBJECT_CHECK_AT);
    if (subjectCheck(subject) != code.charAt(SUBJECT_CHECK_AT)) {
      problems.add(IdProblem.SUBJECT_CHECK);
    }
    return problems;
  }

  /** The finding on {@code code}; see {@link #problems}. */
  public static IdCheck check(String code) {
    return IdCheck.of(problems(code));
  }

  /**
   * The last character of a code, from the 17 before it: the characters' places in the alphabet,
   * weighted with the powers of 3, add up with it to a multiple of 31.
   *
   * @throws IllegalArgumentException when they are not 17 characters of the code's alphabet
   */
  public static char checkCharacter(String first17) {
    require(first17, LENGTH - 1);
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < first17.length(); i++) {
      sum += weight * ALPHABET.indexOf(first17.charAt(i));
      weight = weight * 3 % ALPHABET.length();
    }
    return ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
  }

  /**
   * The check character of a subject identifier (GB 11714), from the eight before it.
   *
   * @throws IllegalArgumentException when they are not 8 characters of the code's alphabet
   */
  public static char subjectCheck(String subject8) {
    require(subject8, SUBJECT_WEIGHTS.length);
    int sum = 0;
    for (int i = 0; i < SUBJECT_WEIGHTS.length; i++) {
      sum += SUBJECT_WEIGHTS[i] * Character.digit(subject8.charAt(i), Character.MAX_RADIX);
    }
    int check = Math.floorMod(-sum, 11);
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  /**
   * A whole code from its free parts, both check characters worked out.
   *
   * @param department the registering department, 1 character (9: market regulation)
   * @param unitClass the class of unit under it, 1 character (9 and 1: enterprise)
   * @param region 6 digits of region
   * @param subject8 the subject identifier without its check character
   * @throws IllegalArgumentException when a part has another length or characters
   */
  public static String withChecks(char department, char unitClass, String region, String subject8) {
    if (region.length() != 6 || !isDigits(region)) {
      throw new IllegalArgumentException("a region has 6 digits");
    }
    String first17 = "" + department + unitClass + region + subject8 + subjectCheck(subject8);
    return first17 + checkCharacter(first17);
  }

  private static void require(String text, int length) {
    if (text.length() != length || !isOfAlphabet(text)) {
      throw new IllegalArgumentException(
          "%d characters of %s are needed".formatted(length, ALPHABET));
    }
  }

  private static boolean isOfAlphabet(String text) {
    return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
