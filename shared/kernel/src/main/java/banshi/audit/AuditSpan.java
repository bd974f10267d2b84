package banshi.audit;

import banshi.clock.ServiceClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of the audit that are asked for, by the hall's own time (Asia/Shanghai).
 *
 * @param from the first day; empty for the oldest that is kept
 * @param to the last day, inclusive; empty for the newest
 */
public record AuditSpan(Optional<LocalDate> from, Optional<LocalDate> to) {
  /** All that is kept. */
  public static final AuditSpan ALL = new AuditSpan(Optional.empty(), Optional.empty());

  /** The first instant of the span. */
  public Optional<Instant> begins() {
    return from.map(day -> day.atStartOfDay(ServiceClock.ZONE).toInstant());
  }

  /** The first instant behind the span. */
  public Optional<Instant> ends() {
    return to.map(day -> day.plusDays(1).atStartOfDay(ServiceClock.ZONE).toInstant());
  }
}
