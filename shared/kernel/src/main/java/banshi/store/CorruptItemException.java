package banshi.store;

/** A stored item is not what this code writes: a fault of the system, never of a caller. */
public final class CorruptItemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CorruptItemException(String what) {
    super(what);
  }

  CorruptItemException(String what, Throwable cause) {
    super(what, cause);
  }
}
