package banshi.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Calendars of no country, service hours of no office, and clocks that ran by them. */
class RandomClocks extends DomainContextBase {
  static final LocalDate FIRST = LocalDate.of(2040, 2, 20);
  static final LocalDate LAST = FIRST.plusDays(1_400);
  private static final PauseReason REASON = new PauseReason("检验", "行政许可法第四十五条", 5);
  private static final int TEN_DAYS = 864_000;

  /** A ledger on the days of {@link #FIRST} and soon after. */
  record Story(Ledger ledger) {}

  @Provide
  Arbitrary<WorkingCalendar> calendars() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(0, 60))
        .as(RandomClocks::calendar);
  }

  private static WorkingCalendar calendar(long seed, int offPercent, int workPercent) {
    Random random = new Random(seed);
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> work = new HashSet<>();
    FIRST
        .datesUntil(LAST.plusDays(1))
        .forEach(
            date -> {
              if (random.nextInt(100) < offPercent) {
                off.add(date);
              }
              if (random.nextInt(100) < workPercent) {
                work.add(date);
              }
            });
    return WorkingCalendar.listing(FIRST, LAST, FIRST.plusDays(random.nextInt(200)), off, work);
  }

  @Provide
  Arbitrary<ServiceHours> hours() {
    return Arbitraries.integers()
        .between(0, 1_439)
        .set()
        .ofMinSize(2)
        .ofMaxSize(9)
        .map(minutes -> ServiceHours.of(slots(minutes.stream().sorted().toList())))
        // Sixty hours must end within the calendar.
        .filter(hours -> hours.perDay().toMinutes() >= 60);
  }

  private static List<Slot> slots(List<Integer> minutes) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i + 1 < minutes.size(); i += 2) {
      slots.add(new Slot(time(minutes.get(i)), time(minutes.get(i + 1))));
    }
    return slots;
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute * 60L);
  }

  @Provide
  Arbitrary<ServiceClock> clocks() {
    return Combinators.combine(calendars(), hours()).as(ServiceClock::new);
  }

  @Provide
  Arbitrary<TimeLimit> limits() {
    Arbitrary<Integer> days = Arbitraries.integers().between(1, 40);
    return Arbitraries.oneOf(
        days.map(TimeLimit::workingDays),
        days.map(TimeLimit::calendarDays),
        // Twentieths of an hour are whole minutes.
        Arbitraries.integers()
            .between(1, 1_200)
            .map(n -> TimeLimit.workingHours(String.valueOf(n / 20.0))));
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.integers().between(0, 30 * 86_400).map(RandomClocks::after);
  }

  private static Instant after(long seconds) {
    return FIRST.atStartOfDay(ServiceClock.ZONE).toInstant().plusSeconds(seconds);
  }

  @Provide
  Arbitrary<Story> stories() {
    Arbitrary<List<Integer>> lengths =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0, TEN_DAYS),
                // Whole half hours, to fall on closings and on one another.
                Arbitraries.integers().between(0, TEN_DAYS / 1800).map(n -> n * 1800))
            .list()
            .ofMaxSize(8);
    return Combinators.combine(limits(), instants(), lengths, Arbitraries.of(true, false))
        .as(RandomClocks::story);
  }

  private static Story story(
      TimeLimit limit, Instant start, List<Integer> lengths, boolean stopped) {
    List<Span> spans = new ArrayList<>();
    Instant at = start;
    for (int i = 0; i < lengths.size(); i++) {
      Instant to = at.plusSeconds(lengths.get(i));
      spans.add(span(i, at, Optional.of(to)));
      at = to;
    }
    if (!stopped || spans.isEmpty()) {
      spans.add(span(lengths.size(), at, Optional.empty()));
    }
    return new Story(Ledger.of(limit, List.of(), spans));
  }

  private static Span span(int index, Instant from, Optional<Instant> to) {
    return index % 2 == 0 ? new Run(from, to) : new Pause(from, to, REASON);
  }
}
