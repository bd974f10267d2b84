package banshi.identity;

import java.time.Instant;

/**
 * Why somebody may see a personal value in clear. There are these ways only, and the build knows
 * every place that takes one (the architecture test lists them).
 */
public sealed interface Disclosure {
  /** The store writes the value, sealed, or reads it back. */
  record Storage() implements Disclosure {}

  /** A carrier needs the value to bring its owner a notice; it goes no further than that. */
  record Delivery() implements Disclosure {}

  /** The value is the name of an officer in office, for whoever may know who acted. */
  record Office() implements Disclosure {}

  /**
   * A person reads the value, and this is put on record first.
   *
   * @param reader the subject of the reader's token
   * @param purpose what for, in the reader's words; never blank
   * @param at when
   */
  record Recorded(String reader, String purpose, Instant at) implements Disclosure {
    public Recorded {
      if (reader.isBlank() || purpose.isBlank()) {
        throw new IllegalArgumentException("a disclosure names its reader and its purpose");
      }
    }
  }
}
