package banshi.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {
  @ParameterizedTest
  @CsvSource({
    "0, WORKING_DAYS, NOT_POSITIVE",
    "-3, WORKING_HOURS, NOT_POSITIVE",
    "0.0, CALENDAR_DAYS, NOT_POSITIVE",
    "3651, WORKING_DAYS, TOO_LARGE",
    "3650.5, CALENDAR_DAYS, TOO_LARGE",
    "2000.5, WORKING_HOURS, TOO_LARGE",
    "1.5, WORKING_DAYS, NOT_WHOLE_DAYS",
    "0.5, CALENDAR_DAYS, NOT_WHOLE_DAYS",
    "0.333, WORKING_HOURS, NOT_WHOLE_MINUTES",
    "0.01, WORKING_HOURS, NOT_WHOLE_MINUTES",
    "three, WORKING_DAYS, NOT_A_NUMBER",
    "1e3, WORKING_HOURS, NOT_A_NUMBER",
    "+3, WORKING_HOURS, NOT_A_NUMBER",
    "٣, WORKING_HOURS, NOT_A_NUMBER",
    "'', WORKING_HOURS, NOT_A_NUMBER",
    "9999999999, WORKING_HOURS, NOT_A_NUMBER",
    "3, WEEKS, UNKNOWN_UNIT",
    "3, working_days, UNKNOWN_UNIT",
    "3, '', UNKNOWN_UNIT",
  })
  void what_is_not_a_limit_is_refused_with_its_own_code(
      String amount, String unit, ClockRefusal refusal) {
    assertThatThrownBy(() -> TimeLimit.parse(amount, unit))
        .isInstanceOfSatisfying(
            ClockRefused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  @ParameterizedTest
  @CsvSource({
    "1, WORKING_DAYS",
    "3650, CALENDAR_DAYS",
    "2000, WORKING_HOURS",
    "0.05, WORKING_HOURS",
    "1.5, WORKING_HOURS",
    "2.25, WORKING_HOURS",
  })
  void bounds_are_within(String amount, String unit) {
    assertThat(TimeLimit.parse(amount, unit).amount()).isEqualTo(amount);
  }

  @Test
  void zeros_make_no_difference() {
    assertThat(TimeLimit.workingHours("3.00")).isEqualTo(TimeLimit.workingHours(3));
    assertThat(TimeLimit.parse("20.0", "WORKING_DAYS")).isEqualTo(TimeLimit.workingDays(20));
    assertThat(TimeLimit.workingDays(20).amount().toString()).isEqualTo("20");
  }

  @ParameterizedTest
  @CsvSource({"1e999999999, TOO_LARGE", "1e-999999999, NOT_WHOLE_MINUTES"})
  void an_absurd_exponent_costs_nothing(BigDecimal amount, ClockRefusal refusal) {
    assertThatThrownBy(() -> new TimeLimit(amount, LimitUnit.WORKING_HOURS))
        .isInstanceOfSatisfying(
            ClockRefused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  @Test
  void every_refusal_has_a_code_of_its_own_and_both_languages() {
    assertThat(ClockRefusal.values())
        .extracting(ClockRefusal::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    assertThat(Arrays.stream(ClockRefusal.values()))
        .noneMatch(refusal -> refusal.inChinese().isBlank() || refusal.inEnglish().isBlank());
  }
}
