package banshi.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The ledger of one clock: its limit, its extensions, and an unbroken, ordered list of runs and
 * pauses. Immutable. What is consumed and when it is due is computed from it and never stored, so
 * that a revised calendar needs no repair. Pausing is not extending.
 */
public final class Ledger implements LedgerOutcome {
  private final TimeLimit limit;
  private final List<Extension> extensions;
  private final List<Span> spans;

  private Ledger(TimeLimit limit, List<Extension> extensions, List<Span> spans) {
    this.limit = limit;
    this.extensions = extensions;
    this.spans = spans;
  }

  /** A clock that is not started. */
  public static Ledger of(TimeLimit limit) {
    return new Ledger(limit, List.of(), List.of());
  }

  /**
   * A clock as it was stored. The first span is a run, each span begins when the one before ended,
   * and only the last may be open; two runs or two pauses may follow each other.
   *
   * @throws ClockRefused with BROKEN_LEDGER where that does not hold, ALREADY_EXTENDED for a second
   *     extension, UNIT_MISMATCH or TOO_LARGE for one that does not fit the limit
   */
  public static Ledger of(TimeLimit limit, List<Extension> extensions, List<Span> spans) {
    if (extensions.size() > 1) {
      throw new ClockRefused(ClockRefusal.ALREADY_EXTENDED);
    }
    Ledger ledger = new Ledger(limit, List.copyOf(extensions), List.copyOf(spans));
    ledger.totalLimit();
    if (!ledger.unbroken()) {
      throw new ClockRefused(ClockRefusal.BROKEN_LEDGER);
    }
    return ledger;
  }

  private boolean unbroken() {
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      boolean follows =
          i == 0
              ? span instanceof Run
              : spans.get(i - 1).to().filter(span.from()::equals).isPresent();
      if (!follows || span.to().filter(to -> to.isBefore(span.from())).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** Starts the clock. Refused: ALREADY_STARTED, in any state but NOT_STARTED. */
  public LedgerOutcome start(Instant at) {
    return switch (state()) {
      case NOT_STARTED -> with(new Run(at, Optional.empty()));
      case RUNNING, PAUSED, STOPPED -> ClockRefusal.ALREADY_STARTED;
    };
  }

  /**
   * Pauses the clock. Refused: NOT_STARTED, ALREADY_PAUSED, ALREADY_STOPPED, BEFORE_LAST_ENTRY. A
   * clock that is overdue may be paused and stays overdue.
   */
  public LedgerOutcome pause(Instant at, PauseReason reason) {
    return switch (state()) {
      case RUNNING -> closing(at, Optional.of(new Pause(at, Optional.empty(), reason)));
      case PAUSED -> ClockRefusal.ALREADY_PAUSED;
      case NOT_STARTED -> ClockRefusal.NOT_STARTED;
      case STOPPED -> ClockRefusal.ALREADY_STOPPED;
    };
  }

  /** Resumes the clock. Refused: NOT_STARTED, NOT_PAUSED, ALREADY_STOPPED, BEFORE_LAST_ENTRY. */
  public LedgerOutcome resume(Instant at) {
    return switch (state()) {
      case PAUSED -> closing(at, Optional.of(new Run(at, Optional.empty())));
      case RUNNING -> ClockRefusal.NOT_PAUSED;
      case NOT_STARTED -> ClockRefusal.NOT_STARTED;
      case STOPPED -> ClockRefusal.ALREADY_STOPPED;
    };
  }

  /** Ends the clock for good. Refused: NOT_STARTED, ALREADY_STOPPED, BEFORE_LAST_ENTRY. */
  public LedgerOutcome stop(Instant at) {
    return switch (state()) {
      case RUNNING, PAUSED -> closing(at, Optional.empty());
      case NOT_STARTED -> ClockRefusal.NOT_STARTED;
      case STOPPED -> ClockRefusal.ALREADY_STOPPED;
    };
  }

  /**
   * Extends the limit, once, at the latest at the instant it is due. Refused: NOT_STARTED,
   * ALREADY_STOPPED, ALREADY_EXTENDED, BEFORE_LAST_ENTRY, UNIT_MISMATCH, OVERDUE, and TOO_LARGE
   * where the whole would exceed the bounds of a limit.
   */
  public LedgerOutcome extend(Extension extension, ServiceClock clock) {
    return switch (state()) {
      case NOT_STARTED -> ClockRefusal.NOT_STARTED;
      case STOPPED -> ClockRefusal.ALREADY_STOPPED;
      case RUNNING, PAUSED -> {
        if (!extensions.isEmpty()) {
          yield ClockRefusal.ALREADY_EXTENDED;
        }
        if (extension.at().isBefore(spans.getLast().from())) {
          yield ClockRefusal.BEFORE_LAST_ENTRY;
        }
        if (overdue(clock, extension.at())) {
          yield ClockRefusal.OVERDUE;
        }
        try {
          limit.plus(extension.added());
        } catch (ClockRefused unfit) {
          yield unfit.refusal();
        }
        yield new Ledger(limit, List.of(extension), spans);
      }
    };
  }

  /**
   * Gives the clock another limit; what was counted, and since when, stays. Refused:
   * ALREADY_STOPPED, and UNIT_MISMATCH or TOO_LARGE where an extension no longer fits.
   */
  public LedgerOutcome limited(TimeLimit other) {
    if (state() == ClockState.STOPPED) {
      return ClockRefusal.ALREADY_STOPPED;
    }
    try {
      extensions.forEach(extension -> other.plus(extension.added()));
    } catch (ClockRefused unfit) {
      return unfit.refusal();
    }
    return new Ledger(other, extensions, spans);
  }

  /** The limit as it was given, without extensions. */
  public TimeLimit limit() {
    return limit;
  }

  /** The limit with its extensions. */
  public TimeLimit totalLimit() {
    return extensions.stream().map(Extension::added).reduce(limit, TimeLimit::plus);
  }

  /** The extensions, at most one. */
  public List<Extension> extensions() {
    return extensions;
  }

  /** Runs and pauses, in order. */
  public List<Span> spans() {
    return spans;
  }

  /** The runs, in order. */
  public List<Run> runs() {
    return spans.stream().filter(Run.class::isInstance).map(Run.class::cast).toList();
  }

  /** The pauses, in order. */
  public List<Pause> pauses() {
    return spans.stream().filter(Pause.class::isInstance).map(Pause.class::cast).toList();
  }

  /** When it was started; empty when it was not. */
  public Optional<Instant> startedAt() {
    return spans.isEmpty() ? Optional.empty() : Optional.of(spans.getFirst().from());
  }

  /** When it was stopped; empty when it was not. */
  public Optional<Instant> stoppedAt() {
    return spans.isEmpty() ? Optional.empty() : spans.getLast().to();
  }

  /** Where it stands. */
  public ClockState state() {
    if (spans.isEmpty()) {
      return ClockState.NOT_STARTED;
    }
    if (spans.getLast().to().isPresent()) {
      return ClockState.STOPPED;
    }
    return switch (spans.getLast()) {
      case Run ignored -> ClockState.RUNNING;
      case Pause ignored -> ClockState.PAUSED;
    };
  }

  /** What is used up by {@code now}; nothing before the start, no more after the stop. */
  public Consumed consumed(ServiceClock clock, Instant now) {
    return Consumed.of(new Reckoning(clock, this).consumed(now), limit.unit());
  }

  /**
   * When it is due, as far as the ledger tells. Empty when NOT_STARTED. When PAUSED, the date that
   * would hold had it been resumed at once: it can only become later. When STOPPED, the date that
   * held when it was stopped.
   */
  public Optional<Due> due(ServiceClock clock) {
    return startedAt().map(start -> new Reckoning(clock, this).due(start));
  }

  /** The same, but when PAUSED the date that would hold if it were resumed at {@code now}. */
  public Optional<Due> due(ServiceClock clock, Instant now) {
    return startedAt().map(start -> new Reckoning(clock, this).due(now));
  }

  /**
   * Whether the due date has passed at {@code now}, or had passed when the clock was stopped. The
   * instant it is due is still in time.
   */
  public boolean overdue(ServiceClock clock, Instant now) {
    Instant end = stoppedAt().filter(now::isAfter).orElse(now);
    return due(clock, now).filter(due -> end.isAfter(due.at())).isPresent();
  }

  private LedgerOutcome closing(Instant at, Optional<Span> next) {
    if (at.isBefore(spans.getLast().from())) {
      return ClockRefusal.BEFORE_LAST_ENTRY;
    }
    List<Span> ended = new ArrayList<>(spans.subList(0, spans.size() - 1));
    ended.add(spans.getLast().endedAt(at));
    next.ifPresent(ended::add);
    return new Ledger(limit, extensions, List.copyOf(ended));
  }

  private Ledger with(Span span) {
    return new Ledger(limit, extensions, List.of(span));
  }

  @Override
  public Ledger orThrow() {
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ledger ledger
        && limit.equals(ledger.limit)
        && extensions.equals(ledger.extensions)
        && spans.equals(ledger.spans);
  }

  @Override
  public int hashCode() {
    return Objects.hash(limit, extensions, spans);
  }

  @Override
  public String toString() {
    return "Ledger[" + limit + ", " + extensions + ", " + spans + "]";
  }
}
