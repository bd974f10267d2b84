package banshi.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.clock.RandomClocks.Story;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds under every calendar and all service hours. */
@Domain(RandomClocks.class)
@Domain(DomainContext.Global.class)
class ClockPropertiesTest {
  private static final PauseReason REASON = new PauseReason("听证", "行政许可法第四十五条", 5);

  @Property
  void adding_and_measuring_are_inverse(
      @ForAll ServiceClock clock, @ForAll Instant from, @ForAll TimeLimit limit) {
    Ledger running = Ledger.of(limit).start(from).orThrow();
    Due due = clock.due(from, limit);

    assertThat(running.due(clock)).contains(due);
    BigDecimal atDue = running.consumed(clock, due.at()).amount();
    BigDecimal before = running.consumed(clock, due.at().minusNanos(1)).amount();
    switch (limit.unit()) {
      case WORKING_DAYS -> {
        assertThat(atDue).isEqualByComparingTo(limit.amount());
        assertThat(before).isLessThan(limit.amount());
      }
      case WORKING_HOURS -> {
        assertThat(clock.workedBetween(from, due.at())).isEqualTo(Duration.ofNanos(limit.budget()));
        assertThat(clock.workedBetween(from, due.at().minusNanos(1)))
            .isLessThan(Duration.ofNanos(limit.budget()));
      }
      case CALENDAR_DAYS -> {
        assertThat(atDue).isGreaterThanOrEqualTo(limit.amount());
        assertThat(clock.calendar().isWorkingDay(date(due.at()))).isTrue();
      }
    }
  }

  @Property
  void going_back_from_a_due_date_is_the_inverse_of_adding(
      @ForAll ServiceClock clock, @ForAll Instant from, @ForAll TimeLimit limit) {
    Instant due = clock.due(from, limit).at();
    switch (limit.unit()) {
      case WORKING_DAYS -> {
        LocalDate first = clock.calendar().first();
        if (clock.calendar().workingDaysBetween(first, date(from).plusDays(1)) == 0) {
          assertThatThrownBy(() -> clock.before(due, limit)).isInstanceOf(ClockRefused.class);
        } else {
          Instant before = clock.before(due, limit);
          assertThat(clock.due(before, limit).at()).isEqualTo(due);
          assertThat(clock.calendar().isWorkingDay(date(before))).isTrue();
          assertThat(local(before)).isEqualTo(clock.hours().opening());
        }
      }
      case WORKING_HOURS -> {
        Instant before = clock.before(due, limit);
        assertThat(clock.due(before, limit).at()).isEqualTo(due);
        // Nothing is worked between the start and the last instant with the same time left.
        assertThat(clock.workedBetween(from, before)).isZero();
        assertThat(clock.workedBetween(before, due)).isEqualTo(Duration.ofNanos(limit.budget()));
        assertThat(clock.isOpen(before)).isTrue();
      }
      case CALENDAR_DAYS -> {
        Instant before = clock.before(due, limit);
        assertThat(date(before)).isEqualTo(date(due).minusDays(limit.budget()));
        assertThat(local(before)).isEqualTo(clock.hours().opening());
      }
    }
  }

  @Property
  void the_last_moment_with_no_more_worked_is_the_inverse_of_what_is_worked_by_it(
      @ForAll ServiceHours hours,
      @ForAll @LongRange(min = 0, max = 86_399_999_999_999L) long part) {
    long worked = part % hours.nanosPerDay();

    long passed = hours.passed(worked);

    assertThat(hours.workedBy(passed)).isEqualTo(worked);
    assertThat(hours.workedBy(passed + 1)).isEqualTo(worked + 1);
  }

  @Property
  void arithmetic_agrees_with_counting_day_by_day(
      @ForAll ServiceClock clock, @ForAll Story story, @ForAll Instant now) {
    Ledger ledger = story.ledger();
    PlainCount plain = new PlainCount(clock, ledger);

    assertThat(new Reckoning(clock, ledger).consumed(now)).isEqualTo(plain.consumed(now));
    Due due = ledger.due(clock, now).orElseThrow();
    assertThat(due.at()).isEqualTo(plain.due(now));
    assertThat(due.provisional())
        .isEqualTo(date(due.at()).isAfter(clock.calendar().publishedThrough()));
  }

  @Property
  void a_pause_never_moves_the_due_date_to_an_earlier_one(
      @ForAll ServiceClock clock,
      @ForAll Story story,
      @ForAll @IntRange(max = 5_000_000) int offset,
      @ForAll @IntRange(max = 2_000_000) int length,
      @ForAll Instant now) {
    Ledger ledger = story.ledger();
    Instant from = ledger.startedAt().orElseThrow().plusSeconds(offset);

    Optional<Due> paused = withPause(ledger, from, length).due(clock, now);

    assertThat(paused.orElseThrow().at())
        .isAfterOrEqualTo(ledger.due(clock, now).orElseThrow().at());
  }

  @Property
  void splitting_a_run_into_two_adjoining_ones_changes_nothing(
      @ForAll ServiceClock clock,
      @ForAll Story story,
      @ForAll @IntRange(max = 5_000_000) int offset,
      @ForAll Instant now) {
    Ledger ledger = story.ledger();
    Ledger split = split(ledger, ledger.startedAt().orElseThrow().plusSeconds(offset));

    assertThat(split.consumed(clock, now)).isEqualTo(ledger.consumed(clock, now));
    assertThat(split.due(clock, now)).isEqualTo(ledger.due(clock, now));
    assertThat(split.overdue(clock, now)).isEqualTo(ledger.overdue(clock, now));
    assertThat(split.state()).isEqualTo(ledger.state());
  }

  @Property
  void no_more_is_consumed_than_has_elapsed(
      @ForAll ServiceClock clock, @ForAll Story story, @ForAll Instant now) {
    Ledger ledger = story.ledger();
    Instant start = ledger.startedAt().orElseThrow();
    Assume.that(now.isAfter(start));

    long consumed = new Reckoning(clock, ledger).consumed(now);
    LocalDate next = date(start).plusDays(1);
    long elapsed =
        switch (ledger.limit().unit()) {
          case WORKING_DAYS -> clock.calendar().workingDaysBetween(next, date(now).plusDays(1));
          case WORKING_HOURS -> clock.workedBetween(start, now).toNanos();
          case CALENDAR_DAYS -> date(now).toEpochDay() - date(start).toEpochDay();
        };
    assertThat(consumed).isBetween(0L, elapsed);
  }

  @Property
  void consumption_never_falls(
      @ForAll ServiceClock clock,
      @ForAll Story story,
      @ForAll Instant now,
      @ForAll @IntRange(max = 1_000_000) int seconds) {
    assertThat(story.ledger().consumed(clock, now.plusSeconds(seconds)).amount())
        .isGreaterThanOrEqualTo(story.ledger().consumed(clock, now).amount());
  }

  @Property
  void a_later_start_is_never_due_earlier(
      @ForAll ServiceClock clock,
      @ForAll TimeLimit limit,
      @ForAll Instant from,
      @ForAll @IntRange(max = 1_000_000) int seconds) {
    assertThat(clock.due(from.plusSeconds(seconds), limit).at())
        .isAfterOrEqualTo(clock.due(from, limit).at());
  }

  @Property
  void a_revision_leaves_alone_what_ended_before_it(
      @ForAll ServiceClock clock,
      @ForAll Story story,
      @ForAll Set<@IntRange(min = 40, max = 400) Integer> days) {
    ServiceClock revised = new ServiceClock(flipped(clock.calendar(), days), clock.hours());
    Optional<LocalDate> changed = clock.calendar().firstDifference(revised.calendar());
    Instant firstChange =
        changed.map(day -> day.atStartOfDay(ServiceClock.ZONE).toInstant()).orElse(Instant.MAX);
    Ledger ledger = story.ledger();
    Instant now = ledger.spans().getLast().from();

    if (ledger.stoppedAt().isPresent()) {
      assertThat(DueChange.between(clock, revised, ledger, now)).isEmpty();
      if (ledger.stoppedAt().orElseThrow().isBefore(firstChange)) {
        assertThat(ledger.consumed(revised, now)).isEqualTo(ledger.consumed(clock, now));
        assertThat(ledger.overdue(revised, now)).isEqualTo(ledger.overdue(clock, now));
      }
    }
    Due due = ledger.due(clock, now).orElseThrow();
    if (due.at().isBefore(firstChange)) {
      assertThat(ledger.due(revised, now)).contains(due);
      assertThat(ledger.consumed(revised, due.at())).isEqualTo(ledger.consumed(clock, due.at()));
    }
  }

  private static WorkingCalendar flipped(WorkingCalendar calendar, Set<Integer> days) {
    Set<LocalDate> flip = days.stream().map(calendar.first()::plusDays).collect(Collectors.toSet());
    List<LocalDate> off = new ArrayList<>();
    List<LocalDate> work = new ArrayList<>();
    calendar
        .first()
        .datesUntil(calendar.last().plusDays(1))
        .forEach(
            date -> (calendar.isWorkingDay(date) != flip.contains(date) ? work : off).add(date));
    return WorkingCalendar.listing(
        calendar.first(), calendar.last(), calendar.publishedThrough(), off, work);
  }

  private static Ledger split(Ledger ledger, Instant at) {
    return rebuilt(
        ledger,
        span ->
            span instanceof Run run && holds(run, at)
                ? Stream.of(run.endedAt(at), new Run(at, run.to()))
                : Stream.of(span));
  }

  /** Takes that stretch out of the run that holds its beginning, as far as the run goes. */
  private static Ledger withPause(Ledger ledger, Instant from, int seconds) {
    return rebuilt(
        ledger,
        span -> {
          if (!(span instanceof Run run) || !holds(run, from)) {
            return Stream.of(span);
          }
          Instant planned = from.plusSeconds(seconds);
          Instant to = run.to().filter(planned::isAfter).orElse(planned);
          return Stream.of(
              run.endedAt(from), new Pause(from, Optional.of(to), REASON), new Run(to, run.to()));
        });
  }

  private static boolean holds(Run run, Instant at) {
    return !at.isBefore(run.from()) && run.to().filter(at::isAfter).isEmpty();
  }

  private static Ledger rebuilt(Ledger ledger, Function<Span, Stream<Span>> change) {
    List<Span> spans = new ArrayList<>();
    boolean[] done = {false};
    for (Span span : ledger.spans()) {
      List<Span> changed = done[0] ? List.of(span) : change.apply(span).toList();
      done[0] |= changed.size() > 1;
      spans.addAll(changed);
    }
    return Ledger.of(ledger.limit(), ledger.extensions(), spans);
  }

  private static LocalTime local(Instant at) {
    return at.atZone(ServiceClock.ZONE).toLocalTime();
  }

  private static LocalDate date(Instant at) {
    return at.atZone(ServiceClock.ZONE).toLocalDate();
  }
}
