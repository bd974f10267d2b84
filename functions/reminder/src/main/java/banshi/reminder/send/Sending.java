package banshi.reminder.send;

/** What became of a notice in one run. */
enum Sending {
  /** A channel took it. */
  SENT,
  /** A channel says that it arrived. */
  CONFIRMED,
  /** A channel took it before, and has not said yet what became of it. */
  AWAITED,
  /** A channel took it before, and never said what became of it. */
  UNRECEIPTED,
  /** It may have been taken, and is not worth saying twice. */
  UNCONFIRMED,
  /** It is tried again later. */
  RETRIED,
  /** It waits for the morning, or for the next run. */
  HELD,
  /** No channel reaches the person: the inbox has it. */
  UNREACHABLE,
  /** Every channel failed for good. */
  DEAD,
  /** Another sender has it. */
  LOST
}
