package banshi.cases;

import banshi.clock.ServiceClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps every running clock of a case, its own and its tasks', on its ladder. */
record Climbing(Clocks clocks, Ladders ladders) {
  /** A clock that climbs: a case's own, or a task's. */
  sealed interface Climber {
    record Own(ClockName clock) implements Climber {}

    record OfTask(String task) implements Climber {}
  }

  /**
   * The case with every climb as its clocks stand now. An older build that still runs beside a
   * newer one counts by an older calendar: the case then says so, and the newer one counts it
   * again.
   */
  <D> Case<D> refreshed(Case<D> c, Instant now) {
    Case<D> fresh = c.withEdition(Math.min(c.edition(), clocks.edition()));
    for (ClockName name : c.clocks().keySet()) {
      fresh =
          fresh.withClimb(
              name,
              Climb.of(
                  c.climb(name), c.clock(name), ladders.of(c.kind(), name), clocks.hall(), now));
    }
    return fresh.withTasks(
        task ->
            task.climbing(
                Climb.of(
                    task.climb(),
                    task.clock(),
                    ladders.of(c.kind(), task),
                    clocks.of(task.department()),
                    now)));
  }

  /** How far a climber has come; empty while its clock does not run. */
  static Optional<Climb> climb(Case<?> c, Climber climber) {
    return switch (climber) {
      case Climber.Own(ClockName name) -> c.climb(name);
      case Climber.OfTask(String id) -> c.task(id).flatMap(Task::climb);
    };
  }

  /** The rung that a climber is about to fire. */
  Rung next(Case<?> c, Climber climber) {
    return ladder(c, climber).get(climb(c, climber).orElseThrow().fired());
  }

  /** The case after a climber's next rung has fired. */
  <D> Case<D> stepped(Case<D> c, Climber climber) {
    Climb next = climb(c, climber).orElseThrow().stepped(ladder(c, climber), clock(c, climber));
    return switch (climber) {
      case Climber.Own(ClockName name) -> c.withClimb(name, Optional.of(next));
      case Climber.OfTask(String id) ->
          c.withTasks(task -> task.id().equals(id) ? task.climbing(Optional.of(next)) : task);
    };
  }

  private List<Rung> ladder(Case<?> c, Climber climber) {
    return switch (climber) {
      case Climber.Own(ClockName name) -> ladders.of(c.kind(), name);
      case Climber.OfTask(String id) -> ladders.of(c.kind(), c.task(id).orElseThrow());
    };
  }

  private ServiceClock clock(Case<?> c, Climber climber) {
    return switch (climber) {
      case Climber.Own(ClockName name) -> clocks.hall();
      case Climber.OfTask(String id) -> clocks.of(c.task(id).orElseThrow().department());
    };
  }
}
