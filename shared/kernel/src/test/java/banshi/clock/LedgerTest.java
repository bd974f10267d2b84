package banshi.clock;

import static banshi.clock.China.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final PauseReason HEARING = new PauseReason("听证", "行政许可法第四十五条", 10);
  private static final TimeLimit TWENTY = TimeLimit.workingDays(20);
  private static final Instant MONDAY = at("2026-11-23T10:00");

  private final ServiceClock clock = ServiceClock.standard();
  private final Ledger running = Ledger.of(TWENTY).start(MONDAY).orThrow();

  private static Ledger paused(Ledger ledger, String when) {
    return ledger.pause(at(when), HEARING).orThrow();
  }

  private static Ledger resumed(Ledger ledger, String when) {
    return ledger.resume(at(when)).orThrow();
  }

  private Extension extension(String when, int days) {
    return new Extension(TimeLimit.workingDays(days), at(when), "案情复杂", "SUPERVISOR");
  }

  private Instant due(Ledger ledger) {
    return ledger.due(clock).orElseThrow().at();
  }

  @Test
  void a_clock_that_is_not_started_consumes_nothing_and_is_never_due() {
    Ledger idle = Ledger.of(TWENTY);

    assertThat(idle.state()).isEqualTo(ClockState.NOT_STARTED);
    assertThat(idle.due(clock)).isEmpty();
    assertThat(idle.overdue(clock, at("2090-01-01T00:00"))).isFalse();
    assertThat(idle.consumed(clock, MONDAY).amount()).isEqualTo("0");
    assertThat(idle.pause(MONDAY, HEARING)).isEqualTo(ClockRefusal.NOT_STARTED);
    assertThat(idle.resume(MONDAY)).isEqualTo(ClockRefusal.NOT_STARTED);
    assertThat(idle.stop(MONDAY)).isEqualTo(ClockRefusal.NOT_STARTED);
    assertThat(idle.extend(extension("2026-11-23T10:00", 10), clock))
        .isEqualTo(ClockRefusal.NOT_STARTED);
  }

  @Test
  void a_running_clock_cannot_be_started_or_resumed() {
    assertThat(running.state()).isEqualTo(ClockState.RUNNING);
    assertThat(running.start(MONDAY)).isEqualTo(ClockRefusal.ALREADY_STARTED);
    assertThat(running.resume(MONDAY)).isEqualTo(ClockRefusal.NOT_PAUSED);
  }

  @Test
  void a_paused_clock_cannot_be_started_or_paused() {
    Ledger paused = paused(running, "2026-11-25T10:00");

    assertThat(paused.state()).isEqualTo(ClockState.PAUSED);
    assertThat(paused.start(at("2026-11-26T10:00"))).isEqualTo(ClockRefusal.ALREADY_STARTED);
    assertThat(paused.pause(at("2026-11-26T10:00"), HEARING))
        .isEqualTo(ClockRefusal.ALREADY_PAUSED);
  }

  @Test
  void a_stopped_clock_stays_stopped() {
    Instant later = at("2026-11-27T10:00");
    for (Ledger before : List.of(running, paused(running, "2026-11-24T10:00"))) {
      Ledger stopped = before.stop(at("2026-11-26T10:00")).orThrow();

      assertThat(stopped.state()).isEqualTo(ClockState.STOPPED);
      assertThat(stopped.stoppedAt()).contains(at("2026-11-26T10:00"));
      assertThat(stopped.start(later)).isEqualTo(ClockRefusal.ALREADY_STARTED);
      assertThat(stopped.pause(later, HEARING)).isEqualTo(ClockRefusal.ALREADY_STOPPED);
      assertThat(stopped.resume(later)).isEqualTo(ClockRefusal.ALREADY_STOPPED);
      assertThat(stopped.stop(later)).isEqualTo(ClockRefusal.ALREADY_STOPPED);
      assertThat(stopped.extend(extension("2026-11-27T10:00", 10), clock))
          .isEqualTo(ClockRefusal.ALREADY_STOPPED);
    }
  }

  @Test
  void nothing_can_be_entered_before_the_last_entry() {
    Instant sunday = at("2026-11-22T10:00");
    Ledger paused = paused(running, "2026-11-25T10:00");

    assertThat(running.pause(sunday, HEARING)).isEqualTo(ClockRefusal.BEFORE_LAST_ENTRY);
    assertThat(running.stop(sunday)).isEqualTo(ClockRefusal.BEFORE_LAST_ENTRY);
    assertThat(paused.resume(at("2026-11-25T09:59"))).isEqualTo(ClockRefusal.BEFORE_LAST_ENTRY);
    assertThat(running.extend(extension("2026-11-22T10:00", 10), clock))
        .isEqualTo(ClockRefusal.BEFORE_LAST_ENTRY);
  }

  @Test
  void an_extension_moves_the_due_date_once() {
    Ledger extended = running.extend(extension("2026-12-01T10:00", 10), clock).orThrow();

    assertThat(due(running)).isEqualTo(at("2026-12-21T17:30"));
    assertThat(extended.due(clock)).contains(new Due(at("2027-01-05T17:30"), true));
    assertThat(extended.limit()).isEqualTo(TWENTY);
    assertThat(extended.totalLimit()).isEqualTo(TimeLimit.workingDays(30));
    assertThat(extended.extend(extension("2026-12-02T10:00", 5), clock))
        .isEqualTo(ClockRefusal.ALREADY_EXTENDED);
  }

  @Test
  void an_extension_is_in_time_until_the_due_instant_and_refused_after_it() {
    assertThat(running.extend(extension("2026-12-21T17:30", 10), clock)).isInstanceOf(Ledger.class);
    assertThat(running.extend(extension("2026-12-21T17:30:01", 10), clock))
        .isEqualTo(ClockRefusal.OVERDUE);
  }

  @Test
  void an_extension_is_in_the_limit_s_unit_and_within_its_bounds() {
    Extension hours =
        new Extension(TimeLimit.workingHours(3), at("2026-11-24T10:00"), "案情复杂", "SUPERVISOR");

    assertThat(running.extend(hours, clock)).isEqualTo(ClockRefusal.UNIT_MISMATCH);
    assertThat(running.extend(extension("2026-11-24T10:00", 3650), clock))
        .isEqualTo(ClockRefusal.TOO_LARGE);
  }

  @Test
  void another_limit_changes_the_due_date_and_nothing_that_was_counted() {
    Ledger shorter = running.limited(TimeLimit.workingDays(3)).orThrow();

    assertThat(due(shorter)).isEqualTo(at("2026-11-26T17:30"));
    assertThat(shorter.startedAt()).contains(MONDAY);
    assertThat(shorter.consumed(clock, at("2026-11-25T18:00")))
        .isEqualTo(running.consumed(clock, at("2026-11-25T18:00")));
    assertThat(shorter.limited(TWENTY)).isEqualTo(running);
    assertThat(shorter.overdue(clock, at("2026-11-27T09:00"))).isTrue();
  }

  @Test
  void a_stopped_clock_gets_no_other_limit_nor_an_extended_one_of_another_unit() {
    assertThat(running.stop(at("2026-11-24T10:00")).orThrow().limited(TimeLimit.workingDays(3)))
        .isEqualTo(ClockRefusal.ALREADY_STOPPED);
    Ledger extended = running.extend(extension("2026-12-01T10:00", 10), clock).orThrow();
    assertThat(extended.limited(TimeLimit.workingHours(3))).isEqualTo(ClockRefusal.UNIT_MISMATCH);
    assertThat(extended.limited(TimeLimit.workingDays(3650))).isEqualTo(ClockRefusal.TOO_LARGE);
    assertThat(extended.limited(TimeLimit.workingDays(5)).orThrow().totalLimit())
        .isEqualTo(TimeLimit.workingDays(15));
  }

  @ParameterizedTest
  @CsvSource({
    // Counted until the pause: none, then 24 Nov; resumed days count by their closing.
    "2026-11-23T16:00, 2026-11-24T17:00, 2026-12-21T17:30",
    "2026-11-24T16:00, 2026-11-24T17:00, 2026-12-21T17:30",
    "2026-11-24T16:00, 2026-11-24T17:30, 2026-12-22T17:30",
    "2026-11-24T17:30, 2026-11-25T17:29, 2026-12-21T17:30",
    "2026-11-24T17:29, 2026-11-25T17:31, 2026-12-23T17:30",
    "2026-11-28T00:00, 2026-11-29T23:00, 2026-12-21T17:30",
    "2026-11-24T10:00, 2026-12-08T10:00, 2027-01-05T17:30",
  })
  void a_working_day_counts_if_the_clock_runs_at_its_closing(
      String pause, String resume, String due) {
    assertThat(due(resumed(paused(running, pause), resume))).isEqualTo(at(due));
  }

  @Test
  void consumed_days_are_those_whose_closing_the_clock_has_reached() {
    Ledger ledger = resumed(paused(running, "2026-11-25T10:00"), "2026-11-27T10:00");

    assertThat(consumed(ledger, "2026-11-23T17:30")).isEqualTo("0");
    assertThat(consumed(ledger, "2026-11-24T17:29:59")).isEqualTo("0");
    assertThat(consumed(ledger, "2026-11-24T17:30")).isEqualTo("1");
    assertThat(consumed(ledger, "2026-11-26T23:00")).isEqualTo("1");
    assertThat(consumed(ledger, "2026-11-27T17:30")).isEqualTo("2");
    assertThat(consumed(ledger, "2026-11-01T10:00")).isEqualTo("0");
  }

  @Test
  void consumed_hours_are_rounded_down_and_go_on_beyond_the_limit() {
    Ledger hours = Ledger.of(TimeLimit.workingHours(1)).start(at("2026-11-23T09:00")).orThrow();

    assertThat(consumed(hours, "2026-11-23T09:20")).isEqualTo("0.3333");
    assertThat(consumed(hours, "2026-11-23T10:30")).isEqualTo("1.5");
    assertThat(consumed(hours, "2026-11-24T09:00")).isEqualTo("6.5");
  }

  private String consumed(Ledger ledger, String now) {
    return ledger.consumed(clock, at(now)).amount().toString();
  }

  @Test
  void hours_do_not_run_while_paused() {
    Ledger three = Ledger.of(TimeLimit.workingHours(3)).start(at("2026-11-23T09:00")).orThrow();
    Ledger ledger = resumed(paused(three, "2026-11-23T10:00"), "2026-11-24T16:00");

    assertThat(due(ledger)).isEqualTo(at("2026-11-25T09:30"));
    assertThat(consumed(ledger, "2026-11-24T15:00")).isEqualTo("1");
  }

  @Test
  void a_paused_clock_is_due_as_if_it_were_resumed_now() {
    Ledger paused = paused(running, "2026-11-24T10:00");

    assertThat(paused.due(clock).orElseThrow().at()).isEqualTo(at("2026-12-21T17:30"));
    assertThat(paused.due(clock, at("2026-12-08T10:00")).orElseThrow().at())
        .isEqualTo(at("2027-01-05T17:30"));
    assertThat(paused.overdue(clock, at("2030-01-01T10:00"))).isFalse();
  }

  @Test
  void the_due_instant_is_still_in_time() {
    assertThat(running.overdue(clock, at("2026-12-21T17:30"))).isFalse();
    assertThat(running.overdue(clock, at("2026-12-21T17:30:01"))).isTrue();
  }

  @Test
  void a_pause_after_the_due_date_does_not_undo_being_overdue() {
    Ledger late = resumed(paused(running, "2026-12-23T10:00"), "2026-12-28T10:00");

    assertThat(due(late)).isEqualTo(at("2026-12-21T17:30"));
    assertThat(late.overdue(clock, at("2026-12-28T10:00"))).isTrue();
    assertThat(paused(running, "2026-12-23T10:00").overdue(clock, at("2026-12-24T10:00"))).isTrue();
  }

  @Test
  void a_clock_stopped_in_time_never_becomes_overdue() {
    Ledger stopped = running.stop(at("2026-12-01T10:00")).orThrow();
    Ledger late = running.stop(at("2026-12-22T10:00")).orThrow();

    assertThat(stopped.overdue(clock, at("2030-01-01T10:00"))).isFalse();
    assertThat(due(stopped)).isEqualTo(at("2026-12-21T17:30"));
    assertThat(consumed(stopped, "2030-01-01T10:00")).isEqualTo("5");
    assertThat(late.overdue(clock, at("2030-01-01T10:00"))).isTrue();
    assertThat(late.overdue(clock, at("2026-12-21T10:00"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // Ten days end on Thursday 3 December.
    "2026-11-25T10:00, 2026-11-25T20:00, 2026-12-03T23:59:59",
    "2026-11-25T10:00, 2026-11-26T20:00, 2026-12-04T23:59:59",
    // Two days paused end on a Saturday, which moves to Monday.
    "2026-11-25T10:00, 2026-11-27T20:00, 2026-12-07T23:59:59",
    // Used up on Saturday, paused over Monday: the day it moves to lies after the pause.
    "2026-11-25T10:00, 2026-11-27T10:00, 2026-12-07T23:59:59",
  })
  void calendar_days_are_counted_at_their_end(String pause, String resume, String due) {
    Ledger ten = Ledger.of(TimeLimit.calendarDays(10)).start(MONDAY).orThrow();

    assertThat(due(resumed(paused(ten, pause), resume))).isEqualTo(at(due));
  }

  @Test
  void a_due_date_moved_because_its_day_is_off_does_not_fall_into_a_pause() {
    Ledger twelve = Ledger.of(TimeLimit.calendarDays(12)).start(MONDAY).orThrow();
    Ledger ledger = resumed(paused(twelve, "2026-12-06T10:00"), "2026-12-08T10:00");

    assertThat(due(twelve)).isEqualTo(at("2026-12-07T23:59:59"));
    assertThat(due(ledger)).isEqualTo(at("2026-12-08T23:59:59"));
  }

  @Test
  void a_pause_knows_when_it_was_planned_to_end() {
    Pause pause = paused(running, "2026-11-24T10:00").pauses().getFirst();

    assertThat(pause.plannedEnd(clock).at()).isEqualTo(at("2026-12-08T17:30"));
    assertThat(pause.reason()).isEqualTo(HEARING);
    refused(ClockRefusal.NOT_POSITIVE, () -> new PauseReason("听证", "第四十五条", 0));
    refused(ClockRefusal.TOO_LARGE, () -> new PauseReason("听证", "第四十五条", 3651));
  }

  @Test
  void a_stored_ledger_comes_back_equal() {
    Ledger ledger =
        resumed(paused(running, "2026-11-24T10:00"), "2026-11-26T10:00")
            .extend(extension("2026-11-27T10:00", 10), clock)
            .orThrow();

    assertThat(Ledger.of(ledger.limit(), ledger.extensions(), ledger.spans()))
        .isEqualTo(ledger)
        .hasSameHashCodeAs(ledger);
    assertThat(ledger.runs()).hasSize(2);
    assertThat(ledger.pauses()).hasSize(1);
    assertThat(ledger.startedAt()).contains(MONDAY);
  }

  @Test
  void a_stored_ledger_that_does_not_hang_together_is_refused() {
    Instant tuesday = MONDAY.plusSeconds(86_400);
    Run open = new Run(MONDAY, Optional.empty());
    Run closed = new Run(MONDAY, Optional.of(tuesday));
    Extension granted = extension("2026-11-24T10:00", 10);

    refused(ClockRefusal.BROKEN_LEDGER, () -> spans(open, open));
    refused(ClockRefusal.BROKEN_LEDGER, () -> spans(closed, open));
    refused(ClockRefusal.BROKEN_LEDGER, () -> spans(new Run(tuesday, Optional.of(MONDAY))));
    refused(ClockRefusal.BROKEN_LEDGER, () -> spans(new Pause(MONDAY, Optional.empty(), HEARING)));
    refused(
        ClockRefusal.ALREADY_EXTENDED,
        () -> Ledger.of(TWENTY, List.of(granted, granted), List.of(open)));
    refused(
        ClockRefusal.UNIT_MISMATCH,
        () -> Ledger.of(TimeLimit.workingHours(3), List.of(granted), List.of(open)));
  }

  private static Ledger spans(Span... spans) {
    return Ledger.of(TWENTY, List.of(), List.of(spans));
  }

  private static void refused(ClockRefusal refusal, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ClockRefused.class, thrown -> assertThat(thrown.refusal()).isEqualTo(refusal));
  }
}
