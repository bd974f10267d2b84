package banshi.reminder.send;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The hours in which nobody is disturbed without need: from 22:00 until before 08:00 in China. */
final class NightHours {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalTime BEGIN = LocalTime.of(22, 0);
  private static final LocalTime END = LocalTime.of(8, 0);

  private NightHours() {}

  /** When the night that an instant lies in ends; empty by day. */
  static Optional<Instant> endAfter(Instant now) {
    ZonedDateTime here = now.atZone(SHANGHAI);
    LocalTime time = here.toLocalTime();
    if (!time.isBefore(END) && time.isBefore(BEGIN)) {
      return Optional.empty();
    }
    ZonedDateTime morning = here.with(END);
    return Optional.of((time.isBefore(END) ? morning : morning.plusDays(1)).toInstant());
  }
}
