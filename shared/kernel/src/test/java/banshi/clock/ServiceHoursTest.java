package banshi.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceHoursTest {
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime NOON = LocalTime.of(12, 0);

  @Test
  void the_default_is_six_and_a_half_hours_from_nine_to_half_past_five() {
    ServiceHours hours = DepartmentHours.published().standard();

    assertThat(hours).isEqualTo(ServiceHours.standard());
    assertThat(hours.perDay()).isEqualTo(Duration.ofMinutes(390));
    assertThat(hours.opening()).isEqualTo(NINE);
    assertThat(hours.closing()).isEqualTo(LocalTime.of(17, 30));
  }

  @Test
  void the_last_moment_with_no_more_worked_is_a_slot_s_beginning_not_the_end_before_it() {
    ServiceHours hours = ServiceHours.standard();
    long hour = Duration.ofHours(1).toNanos();

    assertThat(LocalTime.ofNanoOfDay(hours.passed(0))).isEqualTo(NINE);
    assertThat(LocalTime.ofNanoOfDay(hours.passed(hour))).isEqualTo(LocalTime.of(10, 0));
    assertThat(LocalTime.ofNanoOfDay(hours.passed(3 * hour - 1))).isBefore(NOON);
    assertThat(LocalTime.ofNanoOfDay(hours.passed(3 * hour))).isEqualTo(LocalTime.of(14, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> hours.passed(hours.nanosPerDay()));
  }

  @Test
  void a_department_without_hours_of_its_own_keeps_the_default() {
    DepartmentHours hours =
        DepartmentHours.read(
            """
            {"default": [{"from": "09:00", "to": "12:00"}],
             "departments": {"NIGHT": [{"from": "18:00", "to": "21:00"}]}}""");

    assertThat(hours.of("NIGHT").closing()).isEqualTo(LocalTime.of(21, 0));
    assertThat(hours.of("HALL")).isEqualTo(hours.standard());
  }

  @Test
  void slots_are_ordered_disjoint_and_on_whole_minutes() {
    Slot morning = new Slot(NINE, NOON);

    assertThatIllegalArgumentException().isThrownBy(() -> new Slot(NOON, NINE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Slot(NOON, NOON));
    assertThatIllegalArgumentException().isThrownBy(() -> new Slot(NINE, NOON.plusSeconds(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> ServiceHours.of(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> ServiceHours.of(morning, morning));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceHours.of(new Slot(NOON, LocalTime.of(13, 0)), morning));
    assertThat(ServiceHours.of(morning, new Slot(NOON, LocalTime.of(13, 0))).perDay())
        .isEqualTo(Duration.ofHours(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"default\": []}",
        "{\"default\": [], \"departments\": {}}",
        "{\"default\": [{\"from\": \"9\", \"to\": \"12:00\"}], \"departments\": {}}",
      })
  void hours_that_cannot_be_read_are_refused(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> DepartmentHours.read(json));
  }
}
