package banshi.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.clock.ClockRefused;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The district's rules, and what "the same service day" means at every hour. */
class RulesTest {
  private static final ServiceClock CLOCK = ServiceClock.standard();
  private static final Rules RULES = Rules.published();

  private static Instant at(String text) {
    return OffsetDateTime.parse(text + "+08:00").toInstant();
  }

  private static Instant due(Tier tier, Instant receivedAt) {
    return CLOCK.due(receivedAt, RULES.limit(tier, receivedAt, CLOCK)).at();
  }

  @ParameterizedTest(name = "{0}: received {1}, due {2}")
  @CsvSource({
    "before opening,            2026-11-23T08:00:00, 2026-11-23T17:30:00",
    "at opening,                2026-11-23T09:00:00, 2026-11-23T17:30:00",
    "in the morning,            2026-11-23T10:00:00, 2026-11-23T17:30:00",
    "at the break,              2026-11-23T12:00:00, 2026-11-23T17:30:00",
    "in the break,              2026-11-23T12:45:00, 2026-11-23T17:30:00",
    "a minute off,              2026-11-23T10:01:00, 2026-11-23T17:28:00",
    "seconds off,               2026-11-23T10:00:59, 2026-11-23T17:27:59",
    "three minutes to closing,  2026-11-23T17:27:00, 2026-11-23T17:30:00",
    "its last minutes,          2026-11-23T17:28:00, 2026-11-24T17:28:00",
    "its last second,           2026-11-23T17:29:59, 2026-11-24T17:29:59",
    "at closing,                2026-11-23T17:30:00, 2026-11-24T17:30:00",
    "in the evening,            2026-11-23T20:00:00, 2026-11-24T17:30:00",
    "Friday's last minutes,     2026-11-27T17:29:00, 2026-11-30T17:29:00",
    "Friday evening,            2026-11-27T18:00:00, 2026-11-30T17:30:00",
    "a Saturday,                2026-11-28T11:00:00, 2026-11-30T17:30:00",
    "a Sunday at midnight,      2026-11-29T00:00:00, 2026-11-30T17:30:00",
    "a worked Saturday,         2026-02-14T11:00:00, 2026-02-14T17:30:00"
  })
  void theSameServiceDayEndsWithTheDaysService(String when, String received, String due) {
    assertThat(due(Tier.IMMEDIATE, at(received))).isEqualTo(at(due));
  }

  @Test
  void atWhateverInstantTheSameServiceDayEndsWithinThreeMinutesOfAClosingAndNeverAfterIt() {
    Random random = new Random(20261123);
    long year = Duration.ofDays(364).toSeconds();
    for (int i = 0; i < 5_000; i++) {
      Instant received = at("2026-01-01T00:00:00").plusSeconds(random.nextLong(year));
      Instant due = due(Tier.IMMEDIATE, received);
      Instant closing = CLOCK.closing(due).at();
      boolean tooLate =
          CLOCK
                  .workedBetween(received, CLOCK.closing(received).at())
                  .compareTo(Duration.ofMinutes(3))
              < 0;
      Instant day =
          tooLate
              ? CLOCK.closing(CLOCK.closing(received).at().plusSeconds(1)).at()
              : CLOCK.closing(received).at();
      assertThat(closing).as("the day of what is received %s", received).isEqualTo(day);
      assertThat(Duration.between(due, closing))
          .as("before closing, received %s", received)
          .isLessThan(Duration.ofMinutes(3));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "D1, 2026-11-24T17:30:00",
    "D3, 2026-11-26T17:30:00",
    "D5, 2026-11-30T17:30:00",
    "D10, 2026-12-07T17:30:00",
    "D15, 2026-12-14T17:30:00"
  })
  void otherTiersCountWorkingDaysFromTheDayAfterReceipt(Tier tier, String due) {
    assertThat(due(tier, at("2026-11-23T10:00:00"))).isEqualTo(at(due));
  }

  @Test
  void tiersAreOrderedByTheTimeTheyLeave() {
    for (int i = 1; i < Tier.values().length; i++) {
      Tier tier = Tier.values()[i];
      assertThat(tier.isLowerThan(Tier.values()[i - 1])).isTrue();
      assertThat(tier.isLowerThan(tier)).isFalse();
      assertThat(due(tier, at("2026-11-23T10:00:00")))
          .isAfter(due(Tier.values()[i - 1], at("2026-11-23T10:00:00")));
    }
  }

  @Test
  void whatHasNotBeenJudgedIsHeldByFiveWorkingDays() {
    assertThat(RULES.untriaged()).isEqualTo(Tier.D5);
    assertThat(RULES.disputeWithin()).isEqualTo(TimeLimit.calendarDays(10));
    assertThat(RULES.rateWithin()).isEqualTo(TimeLimit.calendarDays(15));
    assertThat(RULES.returnWithin()).isEqualTo(TimeLimit.workingDays(1));
  }

  @Test
  void everyDestinationSaysWhereToGoInBothLanguages() {
    assertThat(RULES.destinations()).containsOnlyKeys(Destination.values());
    RULES
        .destinations()
        .values()
        .forEach(
            words -> {
              assertThat(words.name().zh()).matches(".*\\p{IsHan}.*");
              assertThat(words.name().en()).matches("[\\x20-\\x7e]+");
              assertThat(words.whereToGo().zh()).matches(".*\\p{IsHan}.*");
              assertThat(words.whereToGo().en()).matches("[\\x20-\\x7e]+");
            });
  }

  private static ObjectNode published() throws IOException {
    try (InputStream file = Rules.class.getResourceAsStream("/complaints.json")) {
      return (ObjectNode) new JsonMapper().readTree(file);
    }
  }

  private static void refused(ObjectNode rules) {
    assertThatThrownBy(() -> Rules.read(rules))
        .isInstanceOfAny(IllegalArgumentException.class, ClockRefused.class);
  }

  @Test
  void rulesThatLeaveSomethingOutOrNameSomethingUnknownAreNotTaken() throws IOException {
    assertThat(Rules.read(published())).isEqualTo(RULES);
    for (String part : published().propertyStream().map(entry -> entry.getKey()).toList()) {
      refused(published().without(part));
    }
    ObjectNode noTier = published();
    noTier.withObject("/tiers").remove("D3");
    refused(noTier);
    ObjectNode unknownTier = published();
    unknownTier.withObject("/tiers").set("D2", unknownTier.at("/tiers/D3"));
    refused(unknownTier);
    ObjectNode noDestination = published();
    noDestination.withObject("/destinations").remove("PETITION");
    refused(noDestination);
    ObjectNode oneLanguage = published();
    oneLanguage.withObject("/destinations/PETITION").remove("en");
    refused(oneLanguage);
    ObjectNode unknownUnit = published();
    unknownUnit.withObject("/rateWithin").put("unit", "MOONS");
    refused(unknownUnit);
  }
}
