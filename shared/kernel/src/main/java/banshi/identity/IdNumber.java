package banshi.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The number of an identity document, kept as {@link IdType#normalised} writes it: 1 to {@value
 * #MAX_CHARACTERS} characters. A number of 18 shows its first six and last four characters; others
 * show the last four, the last two below nine characters, and nothing below six. The mask is as
 * long as the number. Whether the number is sound is a question of its own ({@link #check}).
 */
public final class IdNumber implements Personal {
  /** Greatest length, in characters. */
  public static final int MAX_CHARACTERS = 40;

  private final String value;

  /**
   * A number.
   *
   * @throws PersonalValueRefused when it is blank, too long, masked, or not plain text
   */
  public IdNumber(String value) {
    this.value = PersonalText.accepted(IdType.normalised(value), MAX_CHARACTERS, IdNumber.class);
  }

  /** What is found on this number as one of {@code type}. */
  public IdCheck check(IdType type) {
    return type.check(value);
  }

  /** What is found on this number as one of {@code type}, seen on the day {@code today}. */
  public IdCheck check(IdType type, LocalDate today) {
    return type.check(value, today);
  }

  @Override
  @JsonValue
  public String masked() {
    int length = value.codePointCount(0, value.length());
    if (length == 18) {
      return PersonalText.starred(value, 6, 4);
    }
    return PersonalText.starred(value, 0, length >= 9 ? 4 : length >= 6 ? 2 : 0);
  }

  @Override
  public String clear(Disclosure why) {
    Objects.requireNonNull(why);
    return value;
  }

  /** For keyed hashes in this package, which disclose nothing. */
  String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdNumber that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
