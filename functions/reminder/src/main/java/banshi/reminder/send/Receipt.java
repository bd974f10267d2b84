package banshi.reminder.send;

/** What a channel says has become of a message that it took. Codes are the channel's own. */
sealed interface Receipt {
  /** The message is on the telephone. */
  record Arrived(String code) implements Receipt {}

  /** The message will never arrive. */
  record Failed(String code) implements Receipt {}

  /** Nothing is known yet. */
  record Open() implements Receipt {}

  /**
   * The channel could not be asked.
   *
   * @param fault whether something on our side is to be mended
   */
  record NotAsked(String code, boolean fault) implements Receipt {}
}
