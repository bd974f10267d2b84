package banshi.clock;

import static banshi.clock.China.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClockTest {
  private final ServiceClock clock = ServiceClock.standard();

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-23T00:00", "2026-11-23T10:00", "2026-11-23T23:59:59"})
  void the_start_date_is_never_counted_whatever_the_hour(String from) {
    assertThat(clock.due(at(from), TimeLimit.workingDays(1)).at())
        .isEqualTo(at("2026-11-24T17:30"));
    assertThat(clock.due(at(from), TimeLimit.calendarDays(1)).at())
        .isEqualTo(at("2026-11-24T23:59:59"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20T09:00", "2026-11-21T09:00", "2026-11-22T23:00"})
  void a_start_date_that_does_not_work_is_not_counted_either(String from) {
    assertThat(clock.due(at(from), TimeLimit.workingDays(1)).at())
        .isEqualTo(at("2026-11-23T17:30"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:00, 0.5, 2026-11-23T14:30",
    "2026-11-23T11:59, 0.05, 2026-11-23T14:02",
    "2026-11-23T11:30, 0.5, 2026-11-23T12:00",
    "2026-11-23T11:30, 4, 2026-11-23T17:30",
    "2026-11-23T17:30, 6.5, 2026-11-24T17:30",
    "2026-11-23T09:00:30, 1, 2026-11-23T10:00:30",
    "2026-11-23T11:59:59, 3.5, 2026-11-23T17:29:59",
    "2026-11-23T09:00, 65, 2026-12-04T17:30",
  })
  void hours_are_counted_from_the_very_instant_and_end_with_the_slot(
      String from, String hours, String due) {
    assertThat(clock.due(at(from), TimeLimit.workingHours(hours)).at()).isEqualTo(at(due));
  }

  @Test
  void a_due_date_is_provisional_only_after_the_last_published_day() {
    assertThat(clock.due(at("2026-12-30T10:00"), TimeLimit.workingDays(1)))
        .isEqualTo(new Due(at("2026-12-31T17:30"), false));
    assertThat(clock.due(at("2026-12-31T10:00"), TimeLimit.workingDays(1)))
        .isEqualTo(new Due(at("2027-01-04T17:30"), true));
    assertThat(clock.due(at("2026-12-30T10:00"), TimeLimit.calendarDays(1)).provisional())
        .isFalse();
    assertThat(clock.due(at("2026-12-31T10:00"), TimeLimit.calendarDays(1)))
        .isEqualTo(new Due(at("2027-01-04T23:59:59"), true));
  }

  @Test
  void a_department_s_own_hours_move_closing_and_hours() {
    ServiceClock night =
        new ServiceClock(
            WorkingCalendar.published(),
            ServiceHours.of(new Slot(LocalTime.of(18, 0), LocalTime.of(21, 0))));

    assertThat(night.due(at("2026-11-23T10:00"), TimeLimit.workingDays(1)).at())
        .isEqualTo(at("2026-11-24T21:00"));
    assertThat(night.due(at("2026-11-23T20:00"), TimeLimit.workingHours(3)).at())
        .isEqualTo(at("2026-11-24T20:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:00, 2026-11-23T09:00, 0",
    "2026-11-23T09:00, 2026-11-23T12:00, 180",
    "2026-11-23T12:00, 2026-11-23T14:00, 0",
    "2026-11-23T11:00, 2026-11-23T15:00, 120",
    "2026-02-13T17:00, 2026-02-24T10:00, 480",
    "2026-11-23T10:00, 2026-11-23T10:00, 0",
  })
  void worked_time_lies_inside_service_hours(String from, String to, long minutes) {
    assertThat(clock.workedBetween(at(from), at(to))).isEqualTo(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:59:59, false",
    "2026-11-23T09:00, true",
    "2026-11-23T12:00, false",
    "2026-11-23T17:29:59, true",
    "2026-11-23T17:30, false",
    "2026-11-22T10:00, false",
    "2026-02-14T10:00, true",
  })
  void it_is_open_from_a_slot_s_beginning_until_before_its_end(String time, boolean open) {
    assertThat(clock.isOpen(at(time))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T03:00, 2026-11-23T17:30",
    "2026-11-23T17:30, 2026-11-23T17:30",
    "2026-11-23T17:30:01, 2026-11-24T17:30",
    "2026-11-20T20:00, 2026-11-23T17:30",
    "2026-11-21T10:00, 2026-11-23T17:30",
  })
  void what_is_immediate_is_due_at_the_closing_of_the_service_day(String from, String closing) {
    assertThat(clock.closing(at(from)).at()).isEqualTo(at(closing));
  }

  @ParameterizedTest
  @CsvSource({
    // A worked day is itself not counted; a Sunday counts back from the last worked day before it.
    "2026-11-27T17:30, 1, 2026-11-26T09:00",
    "2026-11-23T17:30, 1, 2026-11-20T09:00",
    "2026-11-22T12:00, 1, 2026-11-20T09:00",
    "2026-02-24T17:30, 1, 2026-02-14T09:00",
    "2026-02-24T17:30, 3, 2026-02-12T09:00",
  })
  void so_many_working_days_before_an_instant_is_the_opening_of_that_day(
      String due, int days, String before) {
    assertThat(clock.before(at(due), TimeLimit.workingDays(days))).isEqualTo(at(before));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T17:30, 1, 2026-11-23T16:30",
    "2026-11-23T14:30, 1, 2026-11-23T11:30",
    // At noon nothing has been worked since: the later of two instants with the same time left.
    "2026-11-23T17:30, 3.5, 2026-11-23T14:00",
    "2026-11-23T10:00, 1, 2026-11-23T09:00",
    "2026-11-23T09:30, 1, 2026-11-20T17:00",
    "2026-11-22T12:00, 6.5, 2026-11-20T09:00",
  })
  void so_many_working_hours_before_an_instant_that_much_service_time_is_left(
      String due, String hours, String before) {
    assertThat(clock.before(at(due), TimeLimit.workingHours(hours))).isEqualTo(at(before));
  }

  @Test
  void so_many_calendar_days_before_an_instant_is_the_opening_hour_of_that_date() {
    assertThat(clock.before(at("2026-11-23T23:59:59"), TimeLimit.calendarDays(1)))
        .isEqualTo(at("2026-11-22T09:00"));
  }

  @Test
  void nothing_lies_before_the_calendar() {
    Instant early = at("2019-01-03T10:00");
    for (TimeLimit distance :
        List.of(
            TimeLimit.workingDays(3), TimeLimit.workingHours("14.5"), TimeLimit.calendarDays(3))) {
      refused(ClockRefusal.OUTSIDE_CALENDAR, () -> clock.before(early, distance));
    }
    assertThat(clock.before(early, TimeLimit.workingDays(1))).isEqualTo(at("2019-01-02T09:00"));
  }

  @Test
  void three_working_hours_from_a_friday_afternoon_end_on_the_worked_saturday() {
    assertThat(clock.due(at("2026-02-13T16:30"), TimeLimit.workingHours(3)))
        .isEqualTo(new Due(at("2026-02-14T11:00"), false));
  }

  @Test
  void twenty_working_days_from_the_seventh_of_december_are_provisional() {
    assertThat(clock.due(at("2026-12-07T10:00"), TimeLimit.workingDays(20)))
        .isEqualTo(new Due(at("2027-01-05T17:30"), true));
  }

  @Test
  void instants_and_results_outside_the_calendar_are_refused() {
    TimeLimit day = TimeLimit.workingDays(1);
    List<Instant> outside =
        List.of(Instant.MIN, Instant.MAX, at("2018-12-31T23:59:59"), at("2101-01-01T00:00"));

    assertThat(outside)
        .allSatisfy(from -> refused(ClockRefusal.OUTSIDE_CALENDAR, () -> clock.due(from, day)));
    refused(ClockRefusal.OUTSIDE_CALENDAR, () -> clock.due(at("2100-12-31T10:00"), day));
    refused(
        ClockRefusal.OUTSIDE_CALENDAR,
        () -> clock.due(at("2095-01-01T10:00"), TimeLimit.calendarDays(3650)));
    refused(
        ClockRefusal.OUTSIDE_CALENDAR,
        () -> clock.due(at("2095-01-01T10:00"), TimeLimit.workingDays(3650)));
    refused(
        ClockRefusal.OUTSIDE_CALENDAR,
        () -> clock.due(at("2100-12-01T10:00"), TimeLimit.workingHours(2000)));
    refused(
        ClockRefusal.NOT_ORDERED,
        () -> clock.workedBetween(at("2026-11-23T10:00"), at("2026-11-23T09:00")));
  }

  @Test
  void the_last_day_of_the_calendar_is_still_answered() {
    WorkingCalendar days =
        WorkingCalendar.listing(
            LocalDate.of(2026, 11, 23),
            LocalDate.of(2026, 11, 27),
            LocalDate.of(2026, 11, 27),
            List.of(),
            List.of());
    ServiceClock week = new ServiceClock(days, ServiceHours.standard());

    assertThat(week.due(at("2026-11-23T00:00"), TimeLimit.workingDays(4)).at())
        .isEqualTo(at("2026-11-27T17:30"));
    assertThat(week.due(at("2026-11-23T00:00"), TimeLimit.workingHours("32.5")).at())
        .isEqualTo(at("2026-11-27T17:30"));
    assertThat(week.due(at("2026-11-23T00:00"), TimeLimit.calendarDays(4)).at())
        .isEqualTo(at("2026-11-27T23:59:59"));
    refused(
        ClockRefusal.OUTSIDE_CALENDAR,
        () -> week.due(at("2026-11-27T00:00"), TimeLimit.workingDays(1)));
  }

  private static void refused(ClockRefusal refusal, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ClockRefused.class, thrown -> assertThat(thrown.refusal()).isEqualTo(refusal));
  }
}
