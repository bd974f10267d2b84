package banshi.startup.licence;

import banshi.cases.Task;
import banshi.cases.TaskResult;
import banshi.cases.TaskState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * For whom a case waits before its first part is done, and after; as {@link MinutesLedger} says.
 */
final class Holding {
  /** A holder, whether it is certain, and who is still at work. */
  record Holder(String name, boolean settled, List<String> waitingFor) {}

  private final Instant now;
  private final List<Task> first;
  private final List<Task> others;

  Holding(List<Task> tasks, Instant now) {
    this.now = now;
    String part = tasks.getFirst().part();
    this.first = tasks.stream().filter(task -> task.isOf(part)).toList();
    this.others = tasks.stream().filter(task -> !task.isOf(part)).toList();
  }

  /** When the first part was done; empty while it is not. */
  Optional<Instant> firstDoneAt() {
    List<Task> kept = first.stream().filter(task -> task.state() != TaskState.CANCELLED).toList();
    return kept.stream().allMatch(this::isDone)
        ? kept.stream().map(Holding::doneAt).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** Who holds until then. */
  Holder before() {
    String department = first.getFirst().department();
    return new Holder(
        department, true, firstDoneAt().isPresent() ? List.of() : List.of(department));
  }

  /** Who holds from then on. */
  Holder after() {
    List<Task> waited = waited();
    if (waited.isEmpty()) {
      return before();
    }
    List<String> open =
        waited.stream().filter(task -> !isDone(task)).map(Task::department).distinct().toList();
    return open.isEmpty()
        ? new Holder(last(waited), true, open)
        : new Holder(open.getFirst(), open.size() == 1, open);
  }

  private List<Task> waited() {
    List<Task> kept =
        others.stream()
            .filter(task -> task.state() == TaskState.OPEN || task.state() == TaskState.DONE)
            .toList();
    return kept.isEmpty()
        ? others.stream()
            .filter(task -> task.state() == TaskState.CANCELLED)
            .filter(task -> task.clock().startedAt().isPresent())
            .toList()
        : kept;
  }

  private String last(List<Task> done) {
    Instant end = done.stream().map(Holding::doneAt).max(Comparator.naturalOrder()).orElseThrow();
    return done.stream()
        .filter(task -> doneAt(task).equals(end))
        .findFirst()
        .orElseThrow()
        .department();
  }

  private boolean isDone(Task task) {
    return task.state() == TaskState.DONE && !doneAt(task).isAfter(now);
  }

  private static Instant doneAt(Task task) {
    return task.result().map(TaskResult::at).orElse(Instant.MAX);
  }
}
