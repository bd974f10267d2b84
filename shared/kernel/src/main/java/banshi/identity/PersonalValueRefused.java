package banshi.identity;

import java.util.Locale;

/**
 * A text that cannot be the personal value it was given for. The message names the reason and the
 * kind of value, never the text.
 */
public final class PersonalValueRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Why a text is refused. */
  public enum Reason {
    /** It has a mask in it: a masked value would overwrite the real one. */
    MASKED,
    /** There is nothing in it. */
    BLANK,
    /** It is longer than such a value can be. */
    TOO_LONG,
    /** It has control, invisible or broken characters. */
    CHARACTERS,
    /** It has not the form of such a value. */
    FORMAT
  }

  private final Reason reason;

  PersonalValueRefused(Reason reason, Class<? extends Personal> type) {
    super("no " + type.getSimpleName() + ": " + reason);
    this.reason = reason;
  }

  /** Why it was refused. */
  public Reason reason() {
    return reason;
  }

  /** The reason as interfaces spell it: {@code too-long}. */
  public String code() {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
