package banshi.identity;

import java.util.Locale;

/** What can be wrong with an identity number. */
public enum IdProblem {
  /** It has not the number of characters of its kind. */
  LENGTH(true),
  /** It has characters, or an order of them, that its kind never has. */
  CHARACTERS(true),
  /** The birth date in it does not exist. */
  BIRTH_DATE(true),
  /** The birth date in it lies after the day asked about. */
  BIRTH_DATE_IN_FUTURE(true),
  /** Its check character is wrong. */
  CHECK_CHARACTER(true),
  /** It is a sound number of another kind of document. */
  OTHER_KIND(false),
  /** A credit code's last character is wrong, as it is in some codes that were really issued. */
  CREDIT_CODE_CHECK(false),
  /** The check character inside a credit code (GB 11714) is wrong, as in some issued codes. */
  SUBJECT_CHECK(false);

  private final boolean fatal;

  IdProblem(boolean fatal) {
    this.fatal = fatal;
  }

  /** Whether no document bears such a number; other problems call for a look, not for a refusal. */
  public boolean isFatal() {
    return fatal;
  }

  /** The name as interfaces spell it: {@code check-character}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
