package banshi.cases;

import banshi.notices.Minute;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells departments of the work that a move gives them: whoever gets a task and is not told of the
 * move otherwise. So nobody who adds a task to a table can forget it.
 */
final class Arrivals {
  private Arrivals() {}

  /**
   * One notice for each department with a task that was not open before.
   *
   * @param told what the move tells by itself
   */
  static Stream<Notice> told(Case<?> before, Case<?> after, Clocks clocks, List<Notice> told) {
    Set<String> known =
        before.tasks().stream()
            .filter(task -> task.state() == TaskState.OPEN)
            .map(Task::id)
            .collect(Collectors.toSet());
    Set<Recipient> knowing = told.stream().map(Notice::to).collect(Collectors.toSet());
    Map<String, List<Task>> arrived = new LinkedHashMap<>();
    after.tasks().stream()
        .filter(task -> task.state() == TaskState.OPEN && !known.contains(task.id()))
        .forEach(
            task -> arrived.computeIfAbsent(task.department(), to -> new ArrayList<>()).add(task));
    return arrived.entrySet().stream()
        .filter(each -> !knowing.contains(new Recipient.Department(each.getKey())))
        .map(each -> notice(after, clocks, each.getKey(), each.getValue()));
  }

  /** Tells the department of a task that came to it by other means than being opened. */
  static Notice of(Case<?> c, Clocks clocks, Task task) {
    return notice(c, clocks, task.department(), List.of(task));
  }

  private static Notice notice(Case<?> c, Clocks clocks, String department, List<Task> tasks) {
    Task first = tasks.stream().min(Comparator.comparing(task -> due(task, clocks))).orElseThrow();
    return Telling.to(c, NoticeName.TASK_ARRIVED, Stream.of(new Recipient.Department(department)))
        .getFirst()
        .knowing("task", named(first.title(), tasks.size()))
        .knowing("due", Minute.of(due(first, clocks)));
  }

  private static Text named(Text title, int tasks) {
    return tasks == 1
        ? title
        : new Text(title.zh() + "等" + tasks + "项", title.en() + " and " + (tasks - 1) + " more");
  }

  private static Instant due(Task task, Clocks clocks) {
    return task.clock().due(clocks.of(task.department())).orElseThrow().at();
  }
}
