package banshi.desk;

import banshi.cases.Refusal;
import banshi.store.StoredAnswer;

/** What the counter gives back for a write. */
public sealed interface Answer {
  /**
   * The write was done, now or before.
   *
   * @param stored the first answer
   * @param replayed whether it was done before
   */
  record Given(StoredAnswer stored, boolean replayed) implements Answer {}

  /** The write was refused; nothing was stored. */
  record Refused(Refusal refusal) implements Answer {}

  /** The idempotency key belongs to another write. */
  record KeyReused() implements Answer {}
}
