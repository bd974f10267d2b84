package banshi.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Objects;

/**
 * The name of a person or a company: 1 to {@value #MAX_CHARACTERS} characters. Masked as its first
 * character and one star, whatever its length; a name of one character is wholly masked.
 */
public final class PersonName implements Personal {
  /** Greatest length, in characters (code points). */
  public static final int MAX_CHARACTERS = 100;

  private final String value;

  /**
   * A name.
   *
   * @throws PersonalValueRefused when it is blank, too long, masked, or not plain text
   */
  public PersonName(String value) {
    this.value = PersonalText.accepted(value, MAX_CHARACTERS, PersonName.class);
  }

  @Override
  @JsonValue
  public String masked() {
    int first = value.offsetByCodePoints(0, 1);
    return first == value.length() ? "*" : value.substring(0, first) + "*";
  }

  @Override
  public String clear(Disclosure why) {
    Objects.requireNonNull(why);
    return value;
  }

  /** Whether these words are the name, space around them aside. */
  public boolean isSpelled(String words) {
    return value.equals(Normalizer.normalize(words.strip(), Normalizer.Form.NFC));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonName that && value.equals(that.value);
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
