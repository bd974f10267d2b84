package banshi.cases;

import banshi.clock.ClockState;
import banshi.clock.DueChange;
import banshi.clock.Ledger;
import banshi.clock.ServiceClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A running clock whose due date another calendar would change.
 *
 * @param clock the clock's name, or the task's id
 * @param change its due date by either calendar
 */
public record Revised(String clock, DueChange change) {

  /** Which of a case's running clocks another calendar would change; nothing is changed here. */
  public static List<Revised> of(Case<?> c, Clocks before, Clocks after, Instant now) {
    Stream<Optional<Revised>> own =
        c.clocks().entrySet().stream()
            .map(
                clock ->
                    of(clock.getKey().name(), clock.getValue(), before.hall(), after.hall(), now));
    Stream<Optional<Revised>> ofTasks =
        c.tasks().stream()
            .map(
                task ->
                    of(
                        task.id(),
                        task.clock(),
                        before.of(task.department()),
                        after.of(task.department()),
                        now));
    return Stream.concat(own, ofTasks).flatMap(Optional::stream).toList();
  }

  private static Optional<Revised> of(
      String name, Ledger ledger, ServiceClock before, ServiceClock after, Instant now) {
    return ledger.state() == ClockState.RUNNING
        ? DueChange.between(before, after, ledger, now).map(change -> new Revised(name, change))
        : Optional.empty();
  }
}
