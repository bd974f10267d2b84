package banshi.startup.licence;

import banshi.clock.Ledger;
import banshi.clock.Pause;
import banshi.clock.Run;
import banshi.clock.ServiceClock;
import banshi.clock.Span;
import banshi.startup.licence.Holding.Holder;
import banshi.startup.licence.MinutesLedger.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stretches of a clock until now, cut where the holder changes. */
final class Stretches {
  private static final Holder APPLICANT = new Holder(MinutesLedger.APPLICANT, true, List.of());

  private final Ledger promised;
  private final Holding holding;
  private final ServiceClock clock;
  private final Instant now;

  Stretches(Ledger promised, Holding holding, ServiceClock clock, Instant now) {
    this.promised = promised;
    this.holding = holding;
    this.clock = clock;
    this.now = now;
  }

  /** In order; those without a whole minute too, but none without any time. */
  List<Entry> entries() {
    Instant change = holding.firstDoneAt().orElse(now);
    List<Entry> entries = new ArrayList<>();
    for (Span span : promised.spans()) {
      Instant from = span.from();
      Instant to = earlier(span.to().orElse(now), now);
      switch (span) {
        case Pause ignored -> add(entries, from, to, APPLICANT, false);
        case Run ignored -> {
          add(entries, from, earlier(to, change), holding.before(), true);
          add(entries, later(from, change), to, holding.after(), true);
        }
      }
    }
    return entries;
  }

  private void add(List<Entry> entries, Instant from, Instant to, Holder holder, boolean counted) {
    if (from.isBefore(to)) {
      long minutes = minutesUntil(to) - minutesUntil(from);
      entries.add(
          new Entry(
              from, to, holder.name(), minutes, counted, holder.settled(), holder.waitingFor()));
    }
  }

  /** Whole working minutes since the clock was started. */
  private long minutesUntil(Instant at) {
    return clock.workedBetween(promised.startedAt().orElseThrow(), at).toMinutes();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
