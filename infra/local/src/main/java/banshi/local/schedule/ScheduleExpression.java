package banshi.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule fires, in EventBridge's notation. */
public sealed interface ScheduleExpression {

  /**
   * The last instant at which it fires within a span.
   *
   * @param after exclusive
   * @param until inclusive
   */
  Optional<Instant> latest(Instant after, Instant until);

  /** Every so often, counted from the epoch so that a restart changes nothing. */
  record Rate(Duration every) implements ScheduleExpression {
    @Override
    public Optional<Instant> latest(Instant after, Instant until) {
      long seconds = every.toSeconds();
      Instant tick =
          Instant.ofEpochSecond(Math.floorDiv(until.getEpochSecond(), seconds) * seconds);
      return tick.isAfter(after) ? Optional.of(tick) : Optional.empty();
    }
  }

  /** At the minutes that six fields pick out, by a zone's wall clock. */
  record Cron(CronFields fields, ZoneId zone) implements ScheduleExpression {
    @Override
    public Optional<Instant> latest(Instant after, Instant until) {
      ZonedDateTime minute = until.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
      while (minute.toInstant().isAfter(after)) {
        if (!fields.onDay(minute.toLocalDate())) {
          minute = minute.toLocalDate().atStartOfDay(zone).minusMinutes(1);
        } else if (fields.atTime(minute.toLocalTime())) {
          return Optional.of(minute.toInstant());
        } else {
          minute = minute.minusMinutes(1);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Reads {@code rate(5 minutes)} or {@code cron(0 8 ? * MON-FRI *)}.
   *
   * @param zone the zone whose wall clock a cron expression means
   * @throws IllegalArgumentException saying what is not understood
   */
  static ScheduleExpression parse(String text, ZoneId zone) {
    Matcher rate = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)").matcher(text);
    if (rate.matches()) {
      long amount = Long.parseLong(rate.group(1));
      if (amount == 0) {
        throw new IllegalArgumentException(text + ": the rate is nought");
      }
      return new Rate(
          switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(amount);
            case "hour" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
          });
    }
    if (text.startsWith("cron(") && text.endsWith(")")) {
      return new Cron(CronFields.parse(text.substring(5, text.length() - 1)), zone);
    }
    throw new IllegalArgumentException(text + ": neither rate(…) nor cron(…)");
  }
}
