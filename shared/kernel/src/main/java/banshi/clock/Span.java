package banshi.clock;

import java.time.Instant;
import java.util.Optional;

/** One entry of a ledger: a stretch of time in which the clock ran, or in which it was paused. */
public sealed interface Span permits Run, Pause {
  /** When it began. */
  Instant from();

  /** When it ended; empty while it lasts. */
  Optional<Instant> to();

  /** The same stretch, ended at that instant. */
  Span endedAt(Instant at);
}
