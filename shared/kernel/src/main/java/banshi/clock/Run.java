package banshi.clock;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time in which the clock ran, to {@code to} inclusive. */
public record Run(Instant from, Optional<Instant> to) implements Span {
  @Override
  public Run endedAt(Instant at) {
    return new Run(from, Optional.of(at));
  }
}
