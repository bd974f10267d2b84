package banshi.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An e-mail address in its plain form: a local part of 1 to 64 letters, digits and the usual signs,
 * {@code @}, and a domain name of two labels or more; {@value #MAX_CHARACTERS} characters at most
 * (RFC 5321). Quoted local parts, addresses by IP number and letters beyond ASCII are refused. The
 * domain is kept in small letters. Masked but for the first character and the domain.
 */
public final class Email implements Personal {
  /** Greatest length, in characters. */
  public static final int MAX_CHARACTERS = 254;

  private static final int MAX_LOCAL = 64;
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

  private final String local;
  private final String domain;

  /**
   * An address.
   *
   * @throws PersonalValueRefused when it is blank, too long, masked, or of another form
   */
  public Email(String value) {
    String text = PersonalText.accepted(value, MAX_CHARACTERS, Email.class);
    int at = text.lastIndexOf('@');
    if (at < 1
        || at > MAX_LOCAL
        || !LOCAL.matcher(text.substring(0, at)).matches()
        || !DOMAIN.matcher(text.substring(at + 1)).matches()) {
      throw new PersonalValueRefused(PersonalValueRefused.Reason.FORMAT, Email.class);
    }
    this.local = text.substring(0, at);
    this.domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  @JsonValue
  public String masked() {
    return (local.length() == 1 ? "" : local.substring(0, 1)) + "***@" + domain;
  }

  @Override
  public String clear(Disclosure why) {
    Objects.requireNonNull(why);
    return local + "@" + domain;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Email that && local.equals(that.local) && domain.equals(that.domain);
  }

  @Override
  public int hashCode() {
    return Objects.hash(local, domain);
  }

  @Override
  public String toString() {
    return masked();
  }
}
