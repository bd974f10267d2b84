package banshi.reminder.send;

/** Hears what somebody should look at. */
@FunctionalInterface
interface Watch {
  /** Something on our side is to be mended, as channel and code. */
  void fault(String what);

  /** A message that a channel took did not arrive. */
  default void undelivered() {}
}
