package banshi.complaint;

import banshi.clock.ClockRefused;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The district's own rules for complaints: {@code complaints.json}. No national limit is known
 * (domain-facts 3.1); the defaults are in use in other districts. Who is warned and told as time
 * passes is in the kernel's {@code ladders.json}.
 *
 * @param untriaged by which tier a complaint is held until the window has judged
 * @param limits each tier's limit; none for the same service day
 * @param triageWithin until it is assigned, from its arrival at the window
 * @param returnWithin until a department may return what it was assigned
 * @param disputeWithin until an answer may be disputed, from the answer
 * @param rateWithin until it may be rated, from its closing
 * @param noteReferralWithin until discipline has taken note of what was referred to it
 * @param extendAtMost by how much the time for the answer may be extended
 * @param destinations where to go with what does not belong here
 */
record Rules(
    Tier untriaged,
    Map<Tier, Optional<TimeLimit>> limits,
    TimeLimit triageWithin,
    TimeLimit returnWithin,
    TimeLimit disputeWithin,
    TimeLimit rateWithin,
    TimeLimit noteReferralWithin,
    TimeLimit extendAtMost,
    Map<Destination, Destination.Words> destinations) {
  private static final int MINUTES_PER_HOUR = 60;
  private static final int STEP = 3;

  Rules {
    limits = Map.copyOf(limits);
    destinations = Map.copyOf(destinations);
    if (limits.size() != Tier.values().length
        || destinations.size() != Destination.values().length) {
      throw new IllegalArgumentException("a tier or a destination is missing");
    }
  }

  private static final class Published {
    static final Rules RULES = load();

    private static Rules load() {
      try (InputStream file = Rules.class.getResourceAsStream("/complaints.json")) {
        return read(new JsonMapper().readTree(file));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** The rules that this build holds. */
  static Rules published() {
    return Published.RULES;
  }

  /**
   * Rules as data.
   *
   * @throws IllegalArgumentException where a tier, a destination or a limit is missing or unknown
   * @throws ClockRefused where a limit's amount or unit is none
   */
  static Rules read(JsonNode rules) {
    Map<Tier, Optional<TimeLimit>> limits = new EnumMap<>(Tier.class);
    rules
        .required("tiers")
        .properties()
        .forEach(
            tier ->
                limits.put(
                    Tier.valueOf(tier.getKey()),
                    tier.getValue().path("sameServiceDay").asBoolean()
                        ? Optional.empty()
                        : Optional.of(limit(tier.getValue(), "limit"))));
    Map<Destination, Destination.Words> destinations = new EnumMap<>(Destination.class);
    rules
        .required("destinations")
        .properties()
        .forEach(
            destination ->
                destinations.put(
                    Destination.valueOf(destination.getKey()),
                    new Destination.Words(
                        text(destination.getValue(), 0), text(destination.getValue(), 1))));
    return new Rules(
        Tier.valueOf(rules.required("untriaged").asText()),
        limits,
        limit(rules, "triageWithin"),
        limit(rules, "returnWithin"),
        limit(rules, "disputeWithin"),
        limit(rules, "rateWithin"),
        limit(rules, "noteReferralWithin"),
        limit(rules, "extendAtMost"),
        destinations);
  }

  private static TimeLimit limit(JsonNode node, String name) {
    JsonNode limit = node.required(name);
    return TimeLimit.parse(limit.required("amount").asText(), limit.required("unit").asText());
  }

  private static Text text(JsonNode words, int index) {
    return new Text(
        words.required("zh").required(index).asText(),
        words.required("en").required(index).asText());
  }

  /**
   * How long the answer may take, counted from receipt. The same service day is as much service
   * time as that day has left, in whole {@value #STEP} minutes (hours are written as decimals, and
   * a third of an hour is none); a complaint of its last minutes has the next day.
   */
  TimeLimit limit(Tier tier, Instant receivedAt, ServiceClock clock) {
    return limits.get(tier).orElseGet(() -> leftOfTheDay(receivedAt, clock));
  }

  private static TimeLimit leftOfTheDay(Instant receivedAt, ServiceClock clock) {
    Instant closing = clock.closing(receivedAt).at();
    long minutes = minutes(receivedAt, closing, clock);
    if (minutes == 0) {
      minutes = minutes(receivedAt, clock.closing(closing.plusSeconds(1)).at(), clock);
    }
    return TimeLimit.workingHours(
        BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(MINUTES_PER_HOUR)).toPlainString());
  }

  private static long minutes(Instant from, Instant to, ServiceClock clock) {
    long minutes = clock.workedBetween(from, to).toMinutes();
    return minutes - minutes % STEP;
  }
}
