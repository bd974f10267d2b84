package banshi.desk;

import banshi.cases.CaseNumber;
import banshi.cases.Refusal;
import banshi.store.Commit;
import banshi.store.StoredAnswer;
import banshi.text.Fault;
import java.util.List;
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

  /** The answer to a write that can be told now; empty when it is to be tried again. */
  static Optional<Answer> known(Commit commit) {
    return switch (commit) {
      case Commit.Repeated(StoredAnswer first) -> Optional.of(new Given(first, true));
      case Commit.KeyReused() -> Optional.of(new KeyReused());
      case Commit.DraftFiled(CaseNumber number) ->
          Optional.of(new Refused(new Refusal.DraftFiled(number)));
      case Commit.DraftOfAnotherKind() -> Optional.of(new Refused(otherKind()));
      case Commit.Written(), Commit.Moved(), Commit.NumberTaken() -> Optional.empty();
    };
  }

  private static Refusal otherKind() {
    return new Refusal.Invalid(
        List.of(
            Fault.of(
                "/draftId",
                "draft-of-another-kind",
                "此草稿属于另一类事项",
                "This draft is of another kind of case")));
  }
}
