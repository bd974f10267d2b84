package banshi.reminder.send;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of a subscribe message. WeChat refuses the whole message (47003) when one field has not
 * the form of its kind, so each is brought into it here, or the message does not go.
 *
 * @param key as the template has it, such as {@code thing1}
 * @param kind what may stand in it
 */
record WeChatField(String key, Kind kind) {
  private static final Pattern KEY = Pattern.compile("([a-z_]+?)([0-9]+)");
  private static final String ELLIPSIS = "…";
  private static final String CLOCK = "\\d{1,2}:\\d{2}(:\\d{2})?";
  private static final String DAY = "(\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}([-/.])\\d{1,2}\\%d\\d{1,2})";

  /** The kinds of field, with what WeChat's documents say of each. */
  enum Kind {
    /** Anything, up to 20 characters; longer texts are cut. */
    THING(".{1,20}", 20),
    /** Digits, up to 32, with a decimal point perhaps. */
    NUMBER("[+-]?(?=.{1,32}$)\\d+(\\.\\d+)?"),
    /** Letters, up to 32. */
    LETTER("[A-Za-z]{1,32}"),
    /** Signs, up to 5. */
    SYMBOL("[\\p{P}\\p{S}]{1,5}"),
    /** Digits, letters and signs, up to 32. A cut number would be another number: never cut. */
    CHARACTER_STRING("[\\x21-\\x7e]{1,32}"),
    /** A time of day, after a date perhaps. */
    TIME("(" + DAY.formatted(3) + " ?)?" + CLOCK),
    /** A date, before a time of day perhaps. */
    DATE(DAY.formatted(2) + "( ?" + CLOCK + ")?"),
    /** A sign of currency and up to 10 digits. */
    AMOUNT("[¥￥$€]?\\d{1,10}(\\.\\d{1,2})?元?"),
    /** Digits and signs, up to 17. */
    PHONE_NUMBER("[0-9+() -]{1,17}"),
    /** Up to 8 letters and digits; the first and the last may be Chinese. */
    CAR_NUMBER("[\\p{IsHan}A-Za-z0-9][A-Za-z0-9]{0,6}[\\p{IsHan}A-Za-z0-9]?"),
    /** Up to 10 Chinese characters, or 20 letters and signs. */
    NAME("[\\p{IsHan}A-Za-z·. ]{1,10}|[A-Za-z·. ]{1,20}"),
    /** Up to 5 Chinese characters. */
    PHRASE("\\p{IsHan}{1,5}"),
    /** One of the values that the template lists; only WeChat knows them. */
    ENUM(".{1,20}");

    private final Pattern form;
    private final int cutAt;

    Kind(String form) {
      this(form, Integer.MAX_VALUE);
    }

    Kind(String form, int cutAt) {
      this.form = Pattern.compile(form, Pattern.UNICODE_CHARACTER_CLASS);
      this.cutAt = cutAt;
    }
  }

  /**
   * The field with a key.
   *
   * @throws IllegalArgumentException when WeChat has no such kind of field
   */
  static WeChatField of(String key) {
    Matcher parts = KEY.matcher(key);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no field of a subscribe message: " + key);
    }
    return new WeChatField(key, Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)));
  }

  /** A value in the field's form; empty when it cannot be brought into it. */
  Optional<String> fit(String value) {
    String clean = value.strip().replaceAll("\\p{Cntrl}+", " ");
    int length = clean.codePointCount(0, clean.length());
    String cut =
        length > kind.cutAt
            ? clean.substring(0, clean.offsetByCodePoints(0, kind.cutAt - 1)) + ELLIPSIS
            : clean;
    return Optional.of(cut).filter(text -> kind.form.matcher(text).matches());
  }
}
