package banshi.cases;

import banshi.clock.Due;
import banshi.clock.Ledger;
import banshi.clock.ServiceClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a running clock has come on its ladder. It keeps the due date that people were last told,
 * so that a revised calendar can be told from a clock that was paused or extended.
 *
 * @param due the due date by which the rungs lie
 * @param fired how many rungs have fired, from the first on
 * @param next when the next one fires; empty while the clock is paused, and behind the last rung
 */
public record Climb(Due due, int fired, Optional<Instant> next) {
  /**
   * The climb of a running or paused clock, after something may have moved its due date. Rungs that
   * lie before the clock's start never fire. One that has fired counts as fired for the new date
   * too if it would have by {@code now}; else it will fire again, and none is ever left out.
   */
  static Optional<Climb> of(
      Optional<Climb> before, Ledger ledger, List<Rung> ladder, ServiceClock clock, Instant now) {
    return switch (ledger.state()) {
      case NOT_STARTED, STOPPED -> Optional.empty();
      case PAUSED -> before.map(climb -> new Climb(climb.due, climb.fired, Optional.empty()));
      case RUNNING -> Optional.of(running(before, ledger, ladder, clock, now));
    };
  }

  private static Climb running(
      Optional<Climb> before, Ledger ledger, List<Rung> ladder, ServiceClock clock, Instant now) {
    Due due = ledger.due(clock).orElseThrow();
    List<Instant> rungs = instants(ladder, clock, due);
    int fired =
        before
            .map(
                climb ->
                    climb.due.at().equals(due.at())
                        ? climb.fired
                        : Math.min(climb.fired, passed(rungs, now)))
            .orElseGet(() -> passed(rungs, ledger.startedAt().orElseThrow()));
    return new Climb(due, fired, at(rungs, fired));
  }

  /** The climb after its next rung has fired. */
  Climb stepped(List<Rung> ladder, ServiceClock clock) {
    return new Climb(due, fired + 1, at(instants(ladder, clock, due), fired + 1));
  }

  private static Optional<Instant> at(List<Instant> rungs, int index) {
    return index < rungs.size() ? Optional.of(rungs.get(index)) : Optional.empty();
  }

  private static int passed(List<Instant> rungs, Instant now) {
    return Math.toIntExact(rungs.stream().takeWhile(rung -> rung.isBefore(now)).count());
  }

  /** When each rung fires; never one before the rung below it. */
  private static List<Instant> instants(List<Rung> ladder, ServiceClock clock, Due due) {
    List<Instant> instants = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Rung rung : ladder) {
      Instant at = rung.at(clock, due.at());
      last = at.isBefore(last) ? last : at;
      instants.add(last);
    }
    return instants;
  }
}
