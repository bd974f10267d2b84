package banshi.store;

import banshi.cases.CaseNumber;

/** What became of a write. */
public sealed interface Commit {
  /** Everything was written. */
  record Written() implements Commit {}

  /** The same write was done before: its first answer. Nothing was written now. */
  record Repeated(StoredAnswer answer) implements Commit {}

  /** The idempotency key belongs to a write with another body. Nothing was written. */
  record KeyReused() implements Commit {}

  /** What was read has moved on since. Nothing was written. */
  record Moved() implements Commit {}

  /** The drawn number belongs to another case. Nothing was written. */
  record NumberTaken() implements Commit {}

  /**
   * The draft has become a case before. Nothing was written.
   *
   * @param number that case's
   */
  record DraftFiled(CaseNumber number) implements Commit {}

  /** The draft is one of another kind of case. Nothing was written. */
  record DraftOfAnotherKind() implements Commit {}
}
