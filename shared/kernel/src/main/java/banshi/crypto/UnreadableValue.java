package banshi.crypto;

/**
 * A sealed value that cannot be opened. It tells why in a form that is safe to log: neither the
 * value nor anything about a key but that it is missing.
 */
public final class UnreadableValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a sealed value cannot be opened. */
  public enum Reason {
    /** It is not in the form that {@link FieldCipher} writes. */
    NOT_SEALED,
    /** It was sealed under a key that is not (or no longer) in the keyset. */
    UNKNOWN_KEY,
    /** It was altered, or belongs to another context. */
    ALTERED
  }

  private final Reason reason;

  UnreadableValue(Reason reason) {
    super("sealed value cannot be opened: " + reason, null, false, true);
    this.reason = reason;
  }

  /** Why it cannot be opened. */
  public Reason reason() {
    return reason;
  }
}
