package banshi.cases;

import banshi.notices.Recipient;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * For whom a case waits in some of its stages. Every stage that is not final has one: nothing waits
 * where nobody looks.
 *
 * @param stages in which it may wait for them
 * @param party who must act
 * @param work what they have a task for, such as {@code RECEIVE}; empty where nobody's queue holds
 *     it, because they are residents
 * @param until the timed move that happens when they do nothing, if there is one
 * @param clock the case's clock by which they must act; empty where each task has its own
 */
public record Wait(
    Set<Stage> stages,
    Party party,
    Optional<String> work,
    Optional<Action> until,
    Optional<ClockName> clock) {
  public Wait {
    stages = Set.copyOf(stages);
  }

  /** Whether it is for them that the case waits now. */
  boolean holds(Case<?> c) {
    return stages.contains(c.stage())
        && (work.isPresent()
            ? open(c).findAny().isPresent()
            : until.filter(timed -> c.timers().containsKey(timed.name())).isPresent());
  }

  /** Those whom the case waits for now, by this. */
  Stream<Recipient> recipients(Case<?> c) {
    return work.isPresent()
        ? open(c).map(task -> new Recipient.Department(task.department()))
        : Telling.recipients(c, party);
  }

  private Stream<Task> open(Case<?> c) {
    return c.tasks().stream()
        .filter(task -> task.state() == TaskState.OPEN)
        .filter(task -> task.work().equals(work.orElseThrow()) || task.isOf(work.orElseThrow()));
  }
}
