package banshi.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What WeChat calls a person within one mini-program (openid): 1 to {@value #MAX_CHARACTERS}
 * letters of A–Z and a–z, digits, {@code _} and {@code -}; capitals count. It is all that is needed
 * to write to the person, so it is kept like a telephone number. Masked but for its last four
 * characters; one of fewer than twelve is wholly masked.
 */
public final class OpenId implements Personal {
  /** Greatest length, in characters. */
  public static final int MAX_CHARACTERS = 64;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+");

  private final String value;

  /**
   * An openid.
   *
   * @throws PersonalValueRefused when it is blank, too long, masked, or has other characters
   */
  public OpenId(String value) {
    this.value = PersonalText.accepted(value, MAX_CHARACTERS, OpenId.class);
    if (!FORM.matcher(this.value).matches()) {
      throw new PersonalValueRefused(PersonalValueRefused.Reason.FORMAT, OpenId.class);
    }
  }

  @Override
  @JsonValue
  public String masked() {
    return PersonalText.starred(value, 0, value.length() >= 12 ? 4 : 0);
  }

  @Override
  public String clear(Disclosure why) {
    Objects.requireNonNull(why);
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpenId that && value.equals(that.value);
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
