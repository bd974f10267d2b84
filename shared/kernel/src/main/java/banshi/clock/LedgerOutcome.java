package banshi.clock;

/** What an operation on a ledger gives: the ledger after it, or the reason it was refused. */
public sealed interface LedgerOutcome permits Ledger, ClockRefusal {

  /**
   * The ledger, where the caller knows that the operation is allowed.
   *
   * @throws ClockRefused with the reason, where it was not
   */
  Ledger orThrow();
}
