package banshi.cases;

import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import banshi.notices.NoticeName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One rung of a ladder: what happens at a certain distance from a clock's due date, if the clock
 * still runs then.
 *
 * @param action WARN before the due date, OVERDUE at it, ESCALATE after it
 * @param distance how far from the due date; empty for OVERDUE
 * @param level the level that the case climbs to, 0 to 3; a case never climbs down
 * @param tells who is told
 */
record Rung(ClockAction action, Optional<TimeLimit> distance, int level, Set<Party> tells) {
  static final int HIGHEST = 3;

  Rung {
    tells = Set.copyOf(tells);
    boolean fits =
        switch (action) {
          case WARN, ESCALATE -> distance.isPresent();
          case OVERDUE -> distance.isEmpty();
          case LEASE_END, RECOUNT, LINK -> false;
        };
    if (!fits || level < 0 || level > HIGHEST || tells.isEmpty()) {
      throw new IllegalArgumentException(
          "not a rung: " + action + " " + distance + " " + level + " " + tells);
    }
  }

  /** When the rung fires: strictly after this instant. */
  Instant at(ServiceClock clock, Instant due) {
    return switch (action) {
      case WARN -> clock.before(due, distance.orElseThrow());
      case ESCALATE -> clock.due(due, distance.orElseThrow()).at();
      case OVERDUE, LEASE_END, RECOUNT, LINK -> due;
    };
  }

  NoticeName notice() {
    return switch (action) {
      case WARN -> NoticeName.DUE_SOON;
      case OVERDUE, LEASE_END, RECOUNT, LINK -> NoticeName.OVERDUE;
      case ESCALATE -> NoticeName.ESCALATED;
    };
  }
}
