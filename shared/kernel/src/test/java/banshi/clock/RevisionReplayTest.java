package banshi.clock;

import static banshi.clock.China.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two years that were revised while they ran, over clocks that were running. */
class RevisionReplayTest {
  private static final LocalDate LABOUR_DAY_2019 = LocalDate.of(2019, 3, 22);
  private static final LocalDate SPRING_FESTIVAL_2020 = LocalDate.of(2020, 1, 27);

  private static ServiceClock knownOn(LocalDate day) {
    return new ServiceClock(Notices.asKnownOn(day).calendar(), ServiceHours.standard());
  }

  private static Optional<DueChange> change(LocalDate revised, Ledger ledger) {
    Instant now = revised.atTime(12, 0).atZone(ServiceClock.ZONE).toInstant();
    return DueChange.between(knownOn(revised.minusDays(1)), knownOn(revised), ledger, now);
  }

  private static Ledger started(String from, TimeLimit limit) {
    return Ledger.of(limit).start(at(from)).orThrow();
  }

  @Test
  void the_labour_day_revision_changes_exactly_the_days_it_names() {
    assertThat(changedDays(LABOUR_DAY_2019))
        .containsExactly("2019-04-28", "2019-05-02", "2019-05-03", "2019-05-05");
  }

  @Test
  void the_spring_festival_extension_changes_exactly_the_days_it_names() {
    assertThat(changedDays(SPRING_FESTIVAL_2020)).containsExactly("2020-01-31", "2020-02-01");
  }

  private static List<String> changedDays(LocalDate revised) {
    WorkingCalendar before = knownOn(revised.minusDays(1)).calendar();
    WorkingCalendar after = knownOn(revised).calendar();
    return before
        .first()
        .datesUntil(before.last().plusDays(1))
        .filter(date -> before.isWorkingDay(date) != after.isWorkingDay(date))
        .map(LocalDate::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    // Twenty days over the whole of it: two days gained by make-up, two lost.
    "2019-04-10T10:00, 20, 2019-05-09T17:30, 2019-05-09T17:30",
    // Due inside the holiday as it was first: moved out of it.
    "2019-04-24T10:00, 5, 2019-05-02T17:30, 2019-04-30T17:30",
    "2019-04-25T10:00, 5, 2019-05-03T17:30, 2019-05-05T17:30",
    "2019-04-29T10:00, 2, 2019-05-02T17:30, 2019-05-05T17:30",
    // The worked Sunday brings it forward.
    "2019-04-26T10:00, 1, 2019-04-29T17:30, 2019-04-28T17:30",
  })
  void running_clocks_move_with_the_labour_day_revision(
      String from, int days, String before, String after) {
    Ledger ledger = started(from, TimeLimit.workingDays(days));

    assertThat(ledger.due(knownOn(LABOUR_DAY_2019.minusDays(1))).orElseThrow().at())
        .isEqualTo(at(before));
    assertThat(ledger.due(knownOn(LABOUR_DAY_2019)).orElseThrow().at()).isEqualTo(at(after));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-20T10:00, 5, WORKING_DAYS, 2020-02-01T17:30, 2020-02-04T17:30",
    "2020-01-20T10:00, 20, WORKING_DAYS, 2020-02-21T17:30, 2020-02-25T17:30",
    "2020-01-23T16:30, 3, WORKING_HOURS, 2020-01-31T11:00, 2020-02-03T11:00",
    "2020-01-21T10:00, 10, CALENDAR_DAYS, 2020-01-31T23:59:59, 2020-02-03T23:59:59",
    "2020-01-21T10:00, 14, CALENDAR_DAYS, 2020-02-04T23:59:59, 2020-02-04T23:59:59",
  })
  void running_clocks_move_with_the_spring_festival_extension(
      String from, String amount, String unit, String before, String after) {
    Ledger ledger = started(from, TimeLimit.parse(amount, unit));

    assertThat(change(SPRING_FESTIVAL_2020, ledger).map(DueChange::moved).orElse(false))
        .isEqualTo(!before.equals(after));
    assertThat(ledger.due(knownOn(SPRING_FESTIVAL_2020.minusDays(1))).orElseThrow().at())
        .isEqualTo(at(before));
    assertThat(ledger.due(knownOn(SPRING_FESTIVAL_2020)).orElseThrow().at()).isEqualTo(at(after));
  }

  @Test
  void a_clock_that_was_paused_over_the_extension_does_not_feel_it() {
    PauseReason review = new PauseReason("专家评审", "行政许可法第四十五条", 20);
    Ledger ledger =
        started("2020-01-15T10:00", TimeLimit.workingDays(5))
            .pause(at("2020-01-17T09:00"), review)
            .orThrow()
            .resume(at("2020-02-05T09:00"))
            .orThrow();

    assertThat(change(SPRING_FESTIVAL_2020, ledger)).isEmpty();
    assertThat(ledger.due(knownOn(SPRING_FESTIVAL_2020)).orElseThrow().at())
        .isEqualTo(at("2020-02-10T17:30"));
  }

  @Test
  void a_clock_that_ended_before_a_revision_is_left_alone() {
    Ledger due = started("2019-03-01T10:00", TimeLimit.workingDays(5));
    Ledger stopped =
        started("2020-01-20T10:00", TimeLimit.workingDays(20))
            .stop(at("2020-01-22T10:00"))
            .orThrow();

    assertThat(change(LABOUR_DAY_2019, due)).isEmpty();
    assertThat(change(SPRING_FESTIVAL_2020, stopped)).isEmpty();
  }

  @Test
  void a_new_year_s_notice_makes_what_was_provisional_certain() {
    Ledger ledger = started("2025-11-03T10:00", TimeLimit.workingDays(45));
    DueChange change = change(LocalDate.of(2025, 11, 4), ledger).orElseThrow();

    // 4 January 2026, a Sunday, works; 2 January does not: neither could be guessed.
    assertThat(change.before()).isEqualTo(new Due(at("2026-01-06T17:30"), true));
    assertThat(change.after()).isEqualTo(new Due(at("2026-01-06T17:30"), false));
    assertThat(change.moved()).isFalse();
  }

  @Test
  void before_the_law_of_2024_two_days_fewer_were_fixed() {
    WorkingCalendar known = Notices.asKnownOn(LocalDate.of(2020, 11, 1)).calendar();

    assertThat(known.publishedThrough()).isEqualTo("2020-12-31");
    // Lunar New Year's Eve of 2021, a Thursday, and 2 May of 2022, a Monday.
    assertThat(known.isWorkingDay(LocalDate.of(2021, 2, 11))).isTrue();
    assertThat(known.isWorkingDay(LocalDate.of(2022, 5, 2))).isTrue();
    assertThat(known.isWorkingDay(LocalDate.of(2021, 2, 12))).isFalse();
  }
}
