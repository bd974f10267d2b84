package banshi.cases;

import banshi.clock.Ledger;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * One department's work on one part of a case.
 *
 * @param id stable within the case: the part and the department
 * @param part the part it belongs to
 * @param department the department that does it
 * @param title what people read
 * @param state where it stands
 * @param claim the last lease, which may have run out
 * @param clock the task's own clock
 * @param climb how far the clock has come on its ladder, while it runs
 * @param result what was found, once it is done
 */
public record Task(
    String id,
    String part,
    String department,
    Text title,
    TaskState state,
    Optional<Claim> claim,
    Ledger clock,
    Optional<Climb> climb,
    Optional<TaskResult> result) {

  /** A task that waits for the case to be accepted. */
  public static Task planned(String part, String department, Text title, Ledger clock) {
    return new Task(
        part + "." + department,
        part,
        department,
        title,
        TaskState.PLANNED,
        Optional.empty(),
        clock,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it is of this part, or of a later round of it, such as {@code ANSWER-2}. */
  public boolean isOf(String which) {
    return part.equals(which) || part.startsWith(which + "-");
  }

  /** The lease that holds at this instant. */
  public Optional<Claim> claimAt(Instant now) {
    return claim.filter(lease -> state == TaskState.OPEN && lease.holdsAt(now));
  }

  Task in(TaskState newState, Ledger newClock) {
    return new Task(
        id, part, department, title, newState, Optional.empty(), newClock, climb, result);
  }

  Task timed(Ledger newClock) {
    return new Task(id, part, department, title, state, claim, newClock, climb, result);
  }

  Task climbing(Optional<Climb> newClimb) {
    return new Task(id, part, department, title, state, claim, clock, newClimb, result);
  }

  Task claimed(Optional<Claim> lease) {
    return new Task(id, part, department, title, state, lease, clock, climb, result);
  }

  Task done(TaskResult found, Ledger stopped) {
    return new Task(
        id,
        part,
        department,
        title,
        TaskState.DONE,
        Optional.empty(),
        stopped,
        Optional.empty(),
        Optional.of(found));
  }
}
