package banshi.desk;

import banshi.cases.Refusal;
import banshi.store.Commit;
import banshi.store.StoredAnswer;
import java.util.Optional;

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

  /** The answer to a write that became this; empty when it is to be tried again. */
  static Optional<Answer> to(Commit commit, StoredAnswer written) {
    return commit instanceof Commit.Written
        ? Optional.of(new Given(written, false))
        : known(commit);
  }

  /** The answer to a write that was done before; empty when it was not. */
  static Optional<Answer> known(Commit commit) {
    return switch (commit) {
      case Commit.Repeated(StoredAnswer first) -> Optional.of(new Given(first, true));
      case Commit.KeyReused() -> Optional.of(new KeyReused());
      case Commit.Written(), Commit.Moved(), Commit.NumberTaken() -> Optional.empty();
    };
  }
}
