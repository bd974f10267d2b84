package banshi.intake;

import banshi.clock.ServiceClock;
import java.time.Instant;
import java.time.LocalDate;

/** The hall's date at an instant. */
final class Today {
  private Today() {}

  static LocalDate of(Instant now) {
    return LocalDate.ofInstant(now, ServiceClock.ZONE);
  }
}
