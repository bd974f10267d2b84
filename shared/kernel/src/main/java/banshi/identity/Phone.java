package banshi.identity;

import banshi.crypto.KeyedHash;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A telephone number: 5 to 15 digits (ITU-T E.164), with a leading {@code +} when written with a
 * country code. Spaces, dashes and parentheses are dropped; the country code is dropped from a
 * mainland mobile number. Of 11 digits the first three and last four are shown, of others the last
 * four, the last two below eight digits. The mask is as long as the number.
 */
public final class Phone implements Personal {
  private static final int MAX_TYPED = 40;
  private static final int FOUND_BY_BYTES = 24;
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-()]");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d{5,15}");
  private static final Pattern MAINLAND_MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern MAINLAND_PREFIX =
      Pattern.compile("^(\\+86|0086|86)(?=1[3-9]\\d{9}$)");

  private final String value;

  /**
   * A number.
   *
   * @throws PersonalValueRefused when it is blank, too long, masked, or no telephone number
   */
  public Phone(String value) {
    String text = PersonalText.accepted(IdType.normalised(value), MAX_TYPED, Phone.class);
    String number =
        MAINLAND_PREFIX.matcher(SEPARATORS.matcher(text).replaceAll("")).replaceFirst("");
    if (!NUMBER.matcher(number).matches()) {
      throw new PersonalValueRefused(PersonalValueRefused.Reason.FORMAT, Phone.class);
    }
    this.value = number;
  }

  /** Whether it is a mobile number of the mainland, which can be sent text messages. */
  public boolean isMainlandMobile() {
    return MAINLAND_MOBILE.matcher(value).matches();
  }

  /**
   * What stands for the number in the store's keys: 192 bits of a keyed hash, as 32 characters of
   * base64url. It cannot be turned back into the number.
   */
  public String foundBy(KeyedHash index) {
    return index.base64Url(FOUND_BY_BYTES, "phone", value);
  }

  @Override
  @JsonValue
  public String masked() {
    int length = value.length();
    if (length == 11) {
      return PersonalText.starred(value, 3, 4);
    }
    return PersonalText.starred(value, 0, length >= 8 ? 4 : 2);
  }

  @Override
  public String clear(Disclosure why) {
    Objects.requireNonNull(why);
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phone that && value.equals(that.value);
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
