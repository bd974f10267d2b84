package banshi.crypto;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is worked out when it is first asked for and then kept, so that a function that
 * never needs it starts without paying for it. Safe for use by several threads; a computation that
 * throws is tried again on the next call.
 */
public final class Once<T> implements Supplier<T> {
  private final Supplier<? extends T> computation;
  private volatile Optional<T> value = Optional.empty();

  private Once(Supplier<? extends T> computation) {
    this.computation = computation;
  }

  /** A value given by {@code computation}, which is not run yet and never gives null. */
  public static <T> Once<T> of(Supplier<? extends T> computation) {
    return new Once<>(Objects.requireNonNull(computation));
  }

  @Override
  public T get() {
    Optional<T> seen = value;
    if (seen.isPresent()) {
      return seen.get();
    }
    synchronized (this) {
      if (value.isEmpty()) {
        value = Optional.of(computation.get());
      }
      return value.get();
    }
  }
}
