package banshi.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules again, day by day as they are written, with no arithmetic to be wrong about. */
final class PlainCount {
  private final ServiceClock clock;
  private final Ledger ledger;

  PlainCount(ServiceClock clock, Ledger ledger) {
    this.clock = clock;
    this.ledger = ledger;
  }

  /** Days counted by then, or nanoseconds of service. */
  long consumed(Instant now) {
    return consumed(ledger.runs(), now);
  }

  private long consumed(List<Run> runs, Instant now) {
    return ledger.limit().unit() == LimitUnit.WORKING_HOURS
        ? worked(runs, now).toNanos()
        : days().filter(day -> counts(runs, day, now)).count();
  }

  /** The first day, or the first second, by which everything is used up. */
  Instant due(Instant now) {
    List<Run> runs = new ArrayList<>(ledger.runs());
    Span last = ledger.spans().getLast();
    switch (last) {
      case Run run -> runs.set(runs.size() - 1, new Run(run.from(), Optional.empty()));
      case Pause pause -> {
        Instant resumed = pause.to().orElse(now.isAfter(pause.from()) ? now : pause.from());
        runs.add(new Run(resumed, Optional.empty()));
      }
    }
    long budget = ledger.totalLimit().budget();
    return switch (ledger.limit().unit()) {
      case WORKING_DAYS, CALENDAR_DAYS -> dayDue(runs, budget);
      case WORKING_HOURS -> hourDue(runs, budget);
    };
  }

  private Instant dayDue(List<Run> runs, long budget) {
    boolean roll = ledger.limit().unit() == LimitUnit.CALENDAR_DAYS;
    long counted = 0;
    for (LocalDate day : days().toList()) {
      if (counts(runs, day, Instant.MAX)) {
        counted++;
      }
      if (counted >= budget
          && counts(runs, day, Instant.MAX)
          && (!roll || clock.calendar().isWorkingDay(day))) {
        return end(day);
      }
    }
    throw new AssertionError("never due");
  }

  private Instant hourDue(List<Run> runs, long budget) {
    Duration left = Duration.ofNanos(budget);
    for (Run run : runs) {
      for (LocalDate day : workingDays().toList()) {
        for (Slot slot : clock.hours().slots()) {
          Duration here = overlap(run, day, slot, Instant.MAX);
          if (here.compareTo(left) >= 0) {
            Instant from = later(run.from(), instant(day, slot.from()));
            return from.plus(left);
          }
          left = left.minus(here);
        }
      }
    }
    throw new AssertionError("never due");
  }

  private Duration worked(List<Run> runs, Instant now) {
    Duration sum = Duration.ZERO;
    for (LocalDate day : workingDays().toList()) {
      for (Slot slot : clock.hours().slots()) {
        for (Run run : runs) {
          sum = sum.plus(overlap(run, day, slot, now));
        }
      }
    }
    return sum;
  }

  private boolean counts(List<Run> runs, LocalDate day, Instant now) {
    LocalDate started = ledger.startedAt().orElseThrow().atZone(ServiceClock.ZONE).toLocalDate();
    boolean works =
        ledger.limit().unit() == LimitUnit.CALENDAR_DAYS || clock.calendar().isWorkingDay(day);
    Instant end = end(day);
    return works
        && day.isAfter(started)
        && !end.isAfter(now)
        && runs.stream()
            .anyMatch(run -> run.from().isBefore(end) && run.to().filter(end::isAfter).isEmpty());
  }

  private Instant end(LocalDate day) {
    return ledger.limit().unit() == LimitUnit.CALENDAR_DAYS
        ? instant(day, LocalTime.of(23, 59, 59))
        : instant(day, clock.hours().closing());
  }

  private static Duration overlap(Run run, LocalDate day, Slot slot, Instant now) {
    Instant from = later(run.from(), instant(day, slot.from()));
    Instant to = instant(day, slot.to());
    Instant ended = run.to().orElse(Instant.MAX);
    to = ended.isBefore(to) ? ended : to;
    to = now.isBefore(to) ? now : to;
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }

  private Stream<LocalDate> workingDays() {
    return days().filter(clock.calendar()::isWorkingDay);
  }

  private Stream<LocalDate> days() {
    return clock.calendar().first().datesUntil(clock.calendar().last());
  }

  private static Instant instant(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ServiceClock.ZONE).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
