package banshi.cases;

import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Moves a review to another department: a part's lead found that it is not the first one's to do.
 * The clock of the task runs on, with every pause and rung that it has had: a review is not begun
 * anew by being somebody else's.
 */
public final class Routing {
  private static final Text REVIEWS_ONLY =
      new Text("只有审查任务可以改派", "Only a review can be routed to another department");
  private static final Text NOT_OPEN = new Text("任务不在办理中", "The task is not open");
  private static final Text THERE_ALREADY =
      new Text("该部门已有此事项的任务", "The department has a task of this matter already");

  private final Kernel kernel;

  /** By this kernel. */
  public Routing(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * The review cancelled, and open for the other department instead. Both are told; the former one
   * sees the case no longer, unless it has to do with it otherwise.
   *
   * @param actsFor whether the officer acts for a department: it must be the part's lead
   * @param to a department that exists
   */
  public <D> Outcome<Change<D>> route(
      Case<D> c,
      String taskId,
      Predicate<String> actsFor,
      String to,
      String reason,
      Set<Party> parties,
      Instant now) {
    Optional<Task> found = c.task(taskId);
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    Task task = found.get();
    Optional<String> lead = c.part(task.part()).map(Part::lead);
    if (lead.isPresent() && !actsFor.test(lead.get())) {
      return Outcome.refused(new Refusal.Forbidden());
    }
    Optional<Refusal> refusal = kernel.refuse(c, ApplicationAction.ROUTE, parties);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Optional<Text> against = against(c, task, lead, to);
    if (against.isPresent()) {
      return Outcome.refused(
          new Refusal.NotAllowed(kernel.lifeCycle().allowedActions(c, parties), against));
    }
    Instant at = c.notBeforeLast(now);
    Task elsewhere = task.openFor(to);
    ActorStamp stamp = new ActorStamp(Party.LEAD, lead);
    return kernel
        .perform(
            moved(c, task.routedAway(to, at), elsewhere),
            ApplicationAction.ROUTE,
            parties,
            move -> Occasion.of(at, stamp).noting(taskId + " → " + elsewhere.id()))
        .map(change -> told(change, task, elsewhere))
        .map(change -> change.because(reason));
  }

  private static Optional<Text> against(Case<?> c, Task task, Optional<String> lead, String to) {
    if (lead.isEmpty() || task.duty().isPresent()) {
      return Optional.of(REVIEWS_ONLY);
    }
    if (task.state() != TaskState.OPEN) {
      return Optional.of(NOT_OPEN);
    }
    return c.tasks().stream()
            .filter(other -> other.part().equals(task.part()))
            .filter(other -> other.department().equals(to))
            .anyMatch(other -> other.state() != TaskState.CANCELLED)
        ? Optional.of(THERE_ALREADY)
        : Optional.empty();
  }

  /** A department that the review came back to has one task of it, not two. */
  private static <D> Case<D> moved(Case<D> c, Task away, Task elsewhere) {
    Case<D> cancelled = c.withTasks(each -> each.id().equals(away.id()) ? away : each);
    return c.task(elsewhere.id()).isPresent()
        ? cancelled.withTasks(each -> each.id().equals(elsewhere.id()) ? elsewhere : each)
        : cancelled.withMoreTasks(List.of(elsewhere));
  }

  private <D> Change<D> told(Change<D> change, Task from, Task to) {
    Case<D> c = change.after();
    Stream<Notice> left =
        Telling.to(
                c,
                NoticeName.TASK_ROUTED_AWAY,
                Stream.of(new Recipient.Department(from.department())))
            .stream()
            .map(notice -> notice.knowing("task", from.title()));
    return change.telling(
        Stream.concat(left, Stream.of(Arrivals.of(c, kernel.clocks(), to))).toList());
  }
}
