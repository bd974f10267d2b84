package banshi.cases;

import java.util.function.Function;

/**
 * What became of a command: a change, or a refusal. Expected failures are values.
 *
 * @param <T> what the command makes
 */
public sealed interface Outcome<T> {
  /** The command was carried out. */
  record Done<T>(T value) implements Outcome<T> {}

  /** The command was refused. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** Wraps what a command made. */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** Wraps a refusal. */
  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** The same outcome of something else. */
  default <U> Outcome<U> map(Function<T, U> then) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(then.apply(value));
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }

  /** What is made of what the command made, unless it was refused or this is. */
  default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }
}
