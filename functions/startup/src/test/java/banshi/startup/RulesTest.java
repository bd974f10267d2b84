package banshi.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.clock.ClockRefused;
import banshi.clock.LimitUnit;
import banshi.clock.TimeLimit;
import banshi.startup.form.Service;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the district decides about start-ups: startup.json. */
class RulesTest {
  private static final Rules RULES = Rules.published();

  private static ObjectNode file() {
    try (InputStream file = Rules.class.getResourceAsStream("/startup.json")) {
      return (ObjectNode) new JsonMapper().readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every member of the file, at whatever depth. */
  static Stream<String> members() {
    return members("", file());
  }

  private static Stream<String> members(String at, JsonNode node) {
    return node.propertyStream()
        .flatMap(
            member ->
                Stream.concat(
                    Stream.of(at + "/" + member.getKey()),
                    members(at + "/" + member.getKey(), member.getValue())));
  }

  private static void refused(ObjectNode rules) {
    assertThatThrownBy(() -> Rules.read(rules))
        .isInstanceOfAny(IllegalArgumentException.class, ClockRefused.class);
  }

  @Test
  void theFileIsWhatIsPublished() {
    assertThat(Rules.read(file())).isEqualTo(RULES);
    assertThat(RULES.promised()).isEqualTo(TimeLimit.parse("3", "WORKING_HOURS"));
    assertThat(RULES.statutory()).isEqualTo(TimeLimit.workingDays(1));
    assertThat(RULES.signWithin()).isEqualTo(TimeLimit.calendarDays(30));
    assertThat(RULES.region()).isEqualTo("500106");
  }

  @ParameterizedTest
  @MethodSource("members")
  void rulesThatLeaveSomethingOutAreNotTaken(String member) {
    ObjectNode rules = file();
    JsonPointer pointer = JsonPointer.compile(member);
    ((ObjectNode) rules.at(pointer.head())).remove(pointer.last().getMatchingProperty());
    refused(rules);
  }

  @Test
  void aPromiseThatTheLedgerCannotCountInMinutesIsNotTaken() {
    ObjectNode rules = file();
    rules.withObject("/promised").put("unit", "WORKING_DAYS");
    refused(rules);
  }

  @Test
  void anUnknownUnitAndAnAmountOfNothingAreNotTaken() {
    ObjectNode unknown = file();
    unknown.withObject("/statutory").put("unit", "MOONS");
    refused(unknown);
    ObjectNode nothing = file();
    nothing.withObject("/tasks/SEAL/limit").put("amount", "0");
    refused(nothing);
  }

  /** Otherwise the promise would be broken by an office that kept its own limit. */
  @Test
  void theLicenceAndTheLongestServiceTogetherTakeNoLongerThanThePromise() {
    BigDecimal longest =
        RULES.services().values().stream()
            .map(work -> hours(work.limit()))
            .max(BigDecimal::compareTo)
            .orElseThrow();
    assertThat(hours(RULES.licence().limit()).add(longest))
        .isLessThanOrEqualTo(hours(RULES.promised()));
    assertThat(RULES.services()).containsOnlyKeys(Service.values());
  }

  private static BigDecimal hours(TimeLimit limit) {
    assertThat(limit.unit()).isEqualTo(LimitUnit.WORKING_HOURS);
    return limit.amount();
  }
}
