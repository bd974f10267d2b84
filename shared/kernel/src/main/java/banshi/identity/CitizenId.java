package banshi.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The citizen identity number (公民身份号码, GB 11643-1999): six digits of the region of first
 * registration, eight of the birth date, three in sequence, and a check character (ISO 7064, MOD
 * 11-2). Residence permits (港澳台居民居住证) and the newer card of foreign permanent residents share the
 * form. Regions are not looked up, because a number outlives the region that gave it. Numbers are
 * taken as {@link IdType#normalised} writes them: X is a capital.
 */
public final class CitizenId {
  /** Length of a number, in characters. */
  public static final int LENGTH = 18;

  /** Whose document bears a number, as its first digits tell. */
  public enum Holder {
    /** A citizen registered in the mainland. */
    MAINLAND,
    /** A Hong Kong resident (810000). */
    HONG_KONG,
    /** A Macau resident (820000). */
    MACAU,
    /** A Taiwan resident (830000). */
    TAIWAN,
    /** A foreign permanent resident (9…). */
    FOREIGN
  }

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final int EARLIEST_YEAR = 1800;

  private CitizenId() {}

  /** What is wrong with {@code number}; that its birth date lies in the future cannot be told. */
  public static Set<IdProblem> problems(String number) {
    return problems(number, LocalDate.MAX);
  }

  /** What is wrong with {@code number}, seen on the day {@code today}. */
  public static Set<IdProblem> problems(String number, LocalDate today) {
    EnumSet<IdProblem> problems = EnumSet.noneOf(IdProblem.class);
    if (number.length() != LENGTH) {
      problems.add(IdProblem.LENGTH);
      return problems;
    }
    if (!isWellFormed(number)) {
      problems.add(IdProblem.CHARACTERS);
      return problems;
    }
    birthDate(number)
        .ifPresentOrElse(
            born -> {
              if (born.isAfter(today)) {
                problems.add(IdProblem.BIRTH_DATE_IN_FUTURE);
              }
            },
            () -> problems.add(IdProblem.BIRTH_DATE));
    if (checkCharacter(number.substring(0, LENGTH - 1)) != number.charAt(LENGTH - 1)) {
      problems.add(IdProblem.CHECK_CHARACTER);
    }
    return problems;
  }

  /** The finding on {@code number}; see {@link #problems(String)}. */
  public static IdCheck check(String number) {
    return IdCheck.of(problems(number));
  }

  /** The finding on {@code number}; see {@link #problems(String, LocalDate)}. */
  public static IdCheck check(String number, LocalDate today) {
    return IdCheck.of(problems(number, today));
  }

  /** The birth date in a number, when it is one of the calendar since 1800. */
  public static Optional<LocalDate> birthDate(String number) {
    if (!isWellFormed(number)) {
      return Optional.empty();
    }
    int year = Integer.parseInt(number, 6, 10, 10);
    if (year < EARLIEST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              year, Integer.parseInt(number, 10, 12, 10), Integer.parseInt(number, 12, 14, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whose document bears {@code number}; nothing when it has not the form of a number. */
  public static Optional<Holder> holder(String number) {
    if (!isWellFormed(number)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (number.substring(0, 6)) {
          case "810000" -> Holder.HONG_KONG;
          case "820000" -> Holder.MACAU;
          case "830000" -> Holder.TAIWAN;
          default -> number.charAt(0) == '9' ? Holder.FOREIGN : Holder.MAINLAND;
        });
  }

  /**
   * The check character of a number's first 17 digits.
   *
   * @throws IllegalArgumentException when they are not 17 digits
   */
  public static char checkCharacter(String first17) {
    if (first17.length() != LENGTH - 1 || !isDigits(first17)) {
      throw new IllegalArgumentException("a check character needs 17 digits");
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (first17.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % CHECKS.length());
  }

  private static boolean isWellFormed(String number) {
    return number.length() == LENGTH
        && number.charAt(0) != '0'
        && isDigits(number.substring(0, LENGTH - 1))
        && (number.charAt(LENGTH - 1) == 'X' || isDigits(number.substring(LENGTH - 1)));
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
