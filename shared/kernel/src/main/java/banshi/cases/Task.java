package banshi.cases;

import banshi.clock.Ledger;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

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
 * @param duty what is to be done to the case, such as {@code RECEIVE}: doing it ends the task, and
 *     nobody completes it as well. Empty for a review, which ends with an opinion of its own
 * @param after the part whose tasks must all be over before this one opens; empty when it waits for
 *     none
 * @param routedTo the department that it was routed to, which ended it here
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
    Optional<TaskResult> result,
    Optional<String> duty,
    Optional<String> after,
    Optional<String> routedTo) {

  /** What the queue calls a task that ends with an opinion of its own. */
  public static final String REVIEW = "REVIEW";

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
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same task, which ends when this is done to the case. */
  public Task endingWith(String duty) {
    return edited(edit -> edit.duty = Optional.of(duty));
  }

  /** The same task, which opens only when every task of that part is over. */
  public Task opensAfter(String part) {
    return edited(edit -> edit.after = Optional.of(part));
  }

  /** What is to be done: its duty, or else {@value #REVIEW}. */
  public String work() {
    return duty.orElse(REVIEW);
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
    return edited(
        edit -> {
          edit.state = newState;
          edit.clock = newClock;
          edit.claim = Optional.empty();
        });
  }

  Task timed(Ledger newClock) {
    return edited(edit -> edit.clock = newClock);
  }

  Task climbing(Optional<Climb> newClimb) {
    return edited(edit -> edit.climb = newClimb);
  }

  Task claimed(Optional<Claim> lease) {
    return edited(edit -> edit.claim = lease);
  }

  /** Ended here, because it goes on with another department. */
  Task routedAway(String to, Instant at) {
    return in(TaskState.CANCELLED, Kernel.stopped(clock, at))
        .edited(edit -> edit.routedTo = Optional.of(to));
  }

  /** The same work of another department, which nobody there has taken. Its time runs on. */
  Task openFor(String other) {
    return new Task(
        part + "." + other,
        part,
        other,
        title,
        TaskState.OPEN,
        Optional.empty(),
        clock,
        climb,
        result,
        duty,
        after,
        Optional.empty());
  }

  Task done(TaskResult found, Ledger stopped) {
    return edited(
        edit -> {
          edit.state = TaskState.DONE;
          edit.claim = Optional.empty();
          edit.clock = stopped;
          edit.climb = Optional.empty();
          edit.result = Optional.of(found);
        });
  }

  private Task edited(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return new Task(
        id,
        part,
        department,
        title,
        edit.state,
        edit.claim,
        edit.clock,
        edit.climb,
        edit.result,
        edit.duty,
        edit.after,
        edit.routedTo);
  }

  /** A copy to change, which never leaves this class. */
  private static final class Edit {
    private TaskState state;
    private Optional<Claim> claim;
    private Ledger clock;
    private Optional<Climb> climb;
    private Optional<TaskResult> result;
    private Optional<String> duty;
    private Optional<String> after;
    private Optional<String> routedTo;

    Edit(Task task) {
      state = task.state;
      claim = task.claim;
      clock = task.clock;
      climb = task.climb;
      result = task.result;
      duty = task.duty;
      after = task.after;
      routedTo = task.routedTo;
    }
  }
}
