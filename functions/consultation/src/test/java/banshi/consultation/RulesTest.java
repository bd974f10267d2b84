package banshi.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.catalogue.Catalogue;
import banshi.clock.ClockRefused;
import banshi.clock.TimeLimit;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hall decides about consultations: consultation.json. */
class RulesTest {
  private static final Rules RULES = Rules.published();

  private static ObjectNode file() throws IOException {
    try (InputStream file = Rules.class.getResourceAsStream("/consultation.json")) {
      return (ObjectNode) new JsonMapper().readTree(file);
    }
  }

  @Test
  void anAnswerIsOwedWithinThreeWorkingDaysUnlessItsMatterSaysOtherwise() throws IOException {
    assertThat(Rules.read(file())).isEqualTo(RULES);
    assertThat(RULES.answerWithin(Optional.empty())).isEqualTo(TimeLimit.workingDays(3));
    assertThat(RULES.answerWithin(Optional.of("MR-FOOD-NEW"))).isEqualTo(TimeLimit.workingDays(3));
    assertThat(RULES.answerWithin(Optional.of("PS-BIRTH-HUKOU")))
        .isEqualTo(TimeLimit.workingDays(1));
    assertThat(RULES.followUpWithin()).isEqualTo(TimeLimit.calendarDays(10));
  }

  @Test
  void everyMatterWithALimitOfItsOwnIsInTheCatalogue() {
    assertThat(RULES.byMatter().keySet())
        .isNotEmpty()
        .allSatisfy(
            code ->
                assertThat(Catalogue.standard().matter(code, LocalDate.of(2026, 11, 24)))
                    .as(code)
                    .isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answerWithin",
        "answerWithinByMatter",
        "followUpWithin",
        "rateWithin",
        "extendAtMost"
      })
  void aMissingRuleIsRefused(String name) throws IOException {
    ObjectNode rules = file();
    rules.remove(name);
    assertThatThrownBy(() -> Rules.read(rules)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLimitThatIsNoneIsRefused() throws IOException {
    ObjectNode rules = file();
    rules.putObject("answerWithin").put("amount", "0").put("unit", "WORKING_DAYS");
    assertThatThrownBy(() -> Rules.read(rules)).isInstanceOf(ClockRefused.class);
  }
}
