package banshi.store;

/**
 * Other writes held the same items for too long. Nothing was written; trying again later may
 * succeed.
 */
public final class ContendedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** After too many tries. */
  public ContendedException() {
    super("other writes held the items for too long");
  }

  ContendedException(Throwable cause) {
    super("other writes held the items for too long", cause);
  }
}
