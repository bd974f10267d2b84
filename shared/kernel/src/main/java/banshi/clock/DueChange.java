package banshi.clock;

import java.time.Instant;
import java.util.Optional;

/** A clock's due date under one calendar and under its revision, where they differ. */
public record DueChange(Due before, Due after) {

  /** True where the date itself moves, not only its being provisional. */
  public boolean moved() {
    return !before.at().equals(after.at());
  }

  /**
   * What a revision does to a ledger at {@code now}. Empty where nothing changes, and for a clock
   * that is not started or already stopped: what has ended is not reopened.
   */
  public static Optional<DueChange> between(
      ServiceClock before, ServiceClock after, Ledger ledger, Instant now) {
    return switch (ledger.state()) {
      case NOT_STARTED, STOPPED -> Optional.empty();
      case RUNNING, PAUSED -> {
        Due old = ledger.due(before, now).orElseThrow();
        Due revised = ledger.due(after, now).orElseThrow();
        yield old.equals(revised) ? Optional.empty() : Optional.of(new DueChange(old, revised));
      }
    };
  }
}
