package banshi.clock;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time that is not counted, from after {@code from}. */
public record Pause(Instant from, Optional<Instant> to, PauseReason reason) implements Span {
  @Override
  public Pause endedAt(Instant at) {
    return new Pause(from, Optional.of(at), reason);
  }

  /** When it was planned to end: its planned working days, counted as any limit. */
  public Due plannedEnd(ServiceClock clock) {
    return clock.due(from, TimeLimit.workingDays(reason.plannedDays()));
  }
}
