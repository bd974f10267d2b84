package banshi.reminder.send;

import java.util.Optional;

/** What a channel said to a message. Codes are the channel's own; they quote no address. */
sealed interface Reply {
  /**
   * It took the message.
   *
   * @param serial by which it will tell what became of it; empty where it tells nothing
   */
  record Taken(Optional<String> serial) implements Reply {
    /** It took the message, and tells no more. */
    Taken() {
      this(Optional.empty());
    }
  }

  /** It surely did not take it, and may take it later. */
  record Busy(String code) implements Reply {}

  /** It gave no answer, or none that can be read: it may have taken the message. */
  record Unanswered(String code) implements Reply {}

  /**
   * It surely did not take it, and never will.
   *
   * @param fault whether something on our side is to be mended
   */
  record Refused(String code, boolean fault) implements Reply {}

  /** The person does not allow it. */
  record NotAllowed(String code) implements Reply {}
}
