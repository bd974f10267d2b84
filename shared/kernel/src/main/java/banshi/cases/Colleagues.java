package banshi.cases;

import static banshi.cases.Party.DEPARTMENT;
import static banshi.cases.Party.SUPERVISOR;

import banshi.clock.TimeLimit;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What colleagues do with each other's tasks: hand over, take back, share.
 *
 * <p>The hall keeps no register of officers: who acts for a department, only a token says. So a
 * task can be handed to any account, and is theirs as by a claim, but with an end ({@link
 * #HANDED}): an account that nobody has keeps a task from nobody for longer. Whether they may act
 * at all is asked when they do.
 */
public final class Colleagues {
  /** How long a task that was handed over waits for the colleague: their department's time. */
  public static final TimeLimit HANDED = TimeLimit.workingDays(1);

  /** How many may share a task besides its holder. */
  public static final int MOST_HELPERS = 5;

  private static final Text NOT_HELD =
      new Text("只有任务的经办人可以邀请协办", "Only whoever holds the task may share it");
  private static final Text NOT_HANDED =
      new Text("任务未被转交，或已由您经办", "The task was handed to nobody, or to you: release it instead");
  private static final Text SHARED_BEFORE = new Text("该同事已在协办", "The colleague shares it already");
  private static final Text ENOUGH =
      new Text(
          "协办人最多" + MOST_HELPERS + "名",
          "At most " + MOST_HELPERS + " may share it with its holder");

  private final TaskWork work;
  private final Kernel kernel;

  /** By this kernel. */
  public Colleagues(Kernel kernel) {
    this.kernel = kernel;
    this.work = new TaskWork(kernel);
  }

  /** The rows, for cases whose tasks can be claimed in these stages. */
  public static <S extends Enum<S> & Stage, A extends Enum<A> & Action>
      Consumer<LifeCycle.Table<S, A>> rows(List<S> stages) {
    return table ->
        table
            .from(stages)
            .on(TaskAction.HAND_OVER)
            .by(DEPARTMENT)
            .then()
            .from(stages)
            .on(TaskAction.TAKE_BACK)
            .by(DEPARTMENT, SUPERVISOR)
            .when(Guard.HANDED_OVER)
            .then()
            .from(stages)
            .on(TaskAction.SHARE)
            .by(DEPARTMENT)
            .then();
  }

  /** Hands a task that is free, or the officer's own, to a colleague. */
  public <D> Outcome<Change<D>> handOver(
      Case<D> c,
      String taskId,
      TaskWork.Officer officer,
      String to,
      Optional<String> reason,
      Set<Party> parties,
      Instant now) {
    if (to.equals(officer.subject())) {
      return own("/to");
    }
    return work.onOpenTask(
            c,
            taskId,
            officer,
            TaskAction.HAND_OVER,
            parties,
            now,
            task -> Optional.empty(),
            task -> task.claimed(Optional.of(handed(task, officer, to, now))))
        .map(change -> told(change, taskId, NoticeName.TASK_HANDED_OVER))
        .map(change -> change.because(reason.map(words -> to + ": " + words).orElse(to)));
  }

  private Claim handed(Task task, TaskWork.Officer by, String to, Instant now) {
    Set<String> helpers = task.claimAt(now).map(Claim::helpers).orElse(Set.of());
    return new Claim(
            to, kernel.clockOf(task).due(now, HANDED).at(), Optional.of(by.subject()), helpers)
        .sharedWithout(to);
  }

  /**
   * Takes back what was handed over: whoever handed it, a colleague or a supervisor, with a reason.
   * The task is free again.
   */
  public <D> Outcome<Change<D>> takeBack(
      Case<D> c,
      String taskId,
      TaskWork.Officer officer,
      String reason,
      Set<Party> parties,
      Instant now) {
    return work.onOpenTask(
            c,
            taskId,
            officer,
            TaskAction.TAKE_BACK,
            parties,
            now,
            task ->
                task.claimAt(now)
                        .filter(claim -> claim.handedBy().isPresent())
                        .filter(claim -> !claim.officer().equals(officer.subject()))
                        .isPresent()
                    ? Optional.empty()
                    : Optional.of(NOT_HANDED),
            // The row asks whether something was handed over, so it is freed when that was asked.
            task -> task)
        .map(change -> freed(change, taskId))
        .map(change -> told(change, taskId, NoticeName.TASK_TAKEN_BACK))
        .map(change -> change.because(reason));
  }

  private static <D> Change<D> freed(Change<D> change, String taskId) {
    return new Change<>(
        change
            .after()
            .withTasks(task -> task.id().equals(taskId) ? task.claimed(Optional.empty()) : task),
        change.entries(),
        change.notices());
  }

  /** Lets a colleague act on the task as well, while its holder keeps it. */
  public <D> Outcome<Change<D>> share(
      Case<D> c,
      String taskId,
      TaskWork.Officer officer,
      String with,
      Set<Party> parties,
      Instant now) {
    if (with.equals(officer.subject())) {
      return own("/with");
    }
    return work.onOpenTask(
            c,
            taskId,
            officer,
            TaskAction.SHARE,
            parties,
            now,
            task -> againstSharing(task, officer, with, now),
            task -> task.claimed(task.claim().map(lease -> lease.sharedWith(with))))
        .map(change -> change.because(with));
  }

  private static Optional<Text> againstSharing(
      Task task, TaskWork.Officer officer, String with, Instant now) {
    if (!TaskWork.heldBy(task, officer, now)) {
      return Optional.of(NOT_HELD);
    }
    Set<String> helpers = task.claim().map(Claim::helpers).orElse(Set.of());
    if (helpers.contains(with)) {
      return Optional.of(SHARED_BEFORE);
    }
    return helpers.size() < MOST_HELPERS ? Optional.empty() : Optional.of(ENOUGH);
  }

  private static <D> Change<D> told(Change<D> change, String taskId, NoticeName name) {
    Task task = change.after().task(taskId).orElseThrow();
    return change.telling(
        Telling.to(change.after(), name, Stream.of(new Recipient.Department(task.department())))
            .stream()
            .map(notice -> notice.knowing("task", task.title()))
            .toList());
  }

  private static <D> Outcome<Change<D>> own(String pointer) {
    return Outcome.refused(
        new Refusal.Invalid(
            List.of(
                new Fault(
                    pointer,
                    "own-account",
                    new Text("须为同事的账号，不能是本人", "A colleague's account, not one's own")))));
  }
}
