package banshi.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts one started ledger by one clock. A day counts where a run reaches the instant at which
 * days are counted (closing, or 23:59:59), that is for a run from <em>a</em> to <em>b</em> where
 * <em>a</em> &lt; instant ≤ <em>b</em>: so two adjoining runs count as one, and what is consumed at
 * the due instant is the whole limit. Costs one step for each span, whatever their length.
 */
final class Reckoning {
  private final ServiceClock clock;
  private final Ledger ledger;
  private final LimitUnit unit;
  private final long countedAt;

  Reckoning(ServiceClock clock, Ledger ledger) {
    this.clock = clock;
    this.ledger = ledger;
    this.unit = ledger.limit().unit();
    this.countedAt = clock.countedAt(unit);
  }

  /** Days, or service nanoseconds, used up by then. */
  long consumed(Instant now) {
    long sum = 0;
    for (Span span : ledger.spans()) {
      if (span instanceof Run run && run.from().isBefore(now)) {
        sum += measure(run.from(), run.to().filter(now::isAfter).orElse(now));
      }
    }
    return sum;
  }

  /** When it is due; a paused clock is taken to resume at {@code now}, or at its pause if later. */
  Due due(Instant now) {
    List<Run> runs = runsGoingOn(now);
    long left = ledger.totalLimit().budget();
    for (int i = 0; i < runs.size() - 1; i++) {
      Run run = runs.get(i);
      long here = measure(run.from(), run.to().orElseThrow());
      if (here >= left) {
        return reach(runs.subList(i, runs.size()), left);
      }
      left -= here;
    }
    return reach(runs.subList(runs.size() - 1, runs.size()), left);
  }

  /** The runs, the last one open: a stopped clock is due when it would have been. */
  private List<Run> runsGoingOn(Instant now) {
    List<Run> runs = new ArrayList<>(ledger.spans().size());
    for (Span span : ledger.spans()) {
      if (span instanceof Run run) {
        runs.add(run);
      }
    }
    switch (ledger.spans().getLast()) {
      case Run run -> runs.set(runs.size() - 1, new Run(run.from(), Optional.empty()));
      case Pause pause -> {
        Instant resumed = pause.to().orElse(now.isAfter(pause.from()) ? now : pause.from());
        runs.add(new Run(resumed, Optional.empty()));
      }
    }
    return runs;
  }

  private long measure(Instant from, Instant to) {
    if (unit == LimitUnit.WORKING_HOURS) {
      return clock.worked(to) - clock.worked(from);
    }
    int last = clock.day(to);
    int through = clock.nanoOfDay(to) < countedAt ? last - 1 : last;
    return clock.days(unit, firstCountable(from), through);
  }

  /** The due date where the first of these runs uses up what is left. */
  private Due reach(List<Run> runs, long left) {
    Instant from = runs.getFirst().from();
    return switch (unit) {
      case WORKING_DAYS ->
          clock.dueAt((int) clock.lastCounted(unit, firstCountable(from), left), countedAt);
      case WORKING_HOURS -> clock.dueAfterWork(from, left);
      case CALENDAR_DAYS -> rolled(runs, clock.lastCounted(unit, firstCountable(from), left));
    };
  }

  /**
   * The first working day, from the last counted one on, at whose end the clock runs: a due date
   * that moves because its day is off does not fall into a pause.
   */
  private Due rolled(List<Run> runs, long lastDay) {
    for (Run run : runs) {
      long from = Math.max(lastDay, firstCountable(run.from()));
      Due due = clock.dueAt(clock.calendar().workingDayOnOrAfter(from), countedAt);
      if (run.to().filter(due.at()::isAfter).isEmpty()) {
        return due;
      }
    }
    throw new IllegalStateException("the last run is open");
  }

  /** The first day that a run from then may use up; the day the clock was started is never one. */
  private int firstCountable(Instant from) {
    int day = clock.day(from);
    int countable = clock.nanoOfDay(from) < countedAt ? day : day + 1;
    return Math.max(countable, clock.day(ledger.spans().getFirst().from()) + 1);
  }
}
