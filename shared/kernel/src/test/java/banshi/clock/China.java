package banshi.clock;

import java.time.Instant;
import java.time.LocalDateTime;

/** Instants as the tests write them. */
final class China {
  private China() {}

  /** A local time such as {@code 2026-02-13T16:30}. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ServiceClock.ZONE).toInstant();
  }
}
