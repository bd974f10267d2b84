package banshi.desk;

import banshi.cases.Action;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Colleagues;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.TaskResult;
import banshi.cases.TaskWork;
import banshi.identity.Actor;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What officers decide about their department's tasks: by the rows {@code claim}, {@code release}
 * and {@code complete} of the kind's own table, and those that {@link Colleagues} adds to it. All
 * but taking back are refused in any version while another officer holds the task.
 *
 * @param <D> the kind's own content
 */
public final class TaskSteps<D> {
  private final Kernel kernel;
  private final TaskWork work;
  private final Colleagues colleagues;

  /** On the cases that this kernel moves. */
  public TaskSteps(Kernel kernel) {
    this.kernel = kernel;
    this.work = new TaskWork(kernel);
    this.colleagues = new Colleagues(kernel);
  }

  /** Takes a task for {@link TaskWork#LEASE}, or renews one's own lease. */
  public Decision<D> claim(Actor actor, String taskId) {
    TaskWork.Officer officer = TaskWork.Officer.of(actor);
    return onTask(
        taskId,
        officer,
        false,
        (c, parties, now) -> work.claim(c, taskId, officer, action("claim"), parties, now));
  }

  /** Gives one's own lease back. */
  public Decision<D> release(Actor actor, String taskId) {
    TaskWork.Officer officer = TaskWork.Officer.of(actor);
    return onTask(
        taskId,
        officer,
        true,
        (c, parties, now) -> work.release(c, taskId, officer, action("release"), parties, now));
  }

  /**
   * Ends a task with what was found; a rejection without its reason is refused.
   *
   * @param comment the officer's words for the hall alone
   * @param remark the officer's words for the applicant
   */
  public Decision<D> complete(
      Actor actor,
      String taskId,
      TaskResult.Opinion opinion,
      Optional<String> comment,
      Optional<String> remark) {
    TaskWork.Officer officer = TaskWork.Officer.of(actor);
    return onTask(
        taskId,
        officer,
        true,
        (c, parties, now) -> {
          boolean unexplained =
              opinion == TaskResult.Opinion.REJECT
                  && comment.filter(words -> !words.isBlank()).isEmpty();
          if (unexplained) {
            return Steps.invalid(
                new Fault(
                    "/comment", "required", new Text("不通过须说明理由", "A rejection needs its reason")));
          }
          TaskResult found =
              new TaskResult(
                  opinion,
                  comment.orElse(""),
                  remark.filter(words -> !words.isBlank()),
                  c.notBeforeLast(now));
          return work.complete(c, taskId, officer, action("complete"), parties, found, now);
        });
  }

  /** Hands a task to a colleague's account. */
  public Decision<D> handOver(Actor actor, String taskId, String to, Optional<String> reason) {
    TaskWork.Officer officer = TaskWork.Officer.of(actor);
    return onTask(
        taskId,
        officer,
        false,
        (c, parties, now) -> colleagues.handOver(c, taskId, officer, to, reason, parties, now));
  }

  /** Takes back what was handed to a colleague, whoever holds it. */
  public Decision<D> takeBack(Actor actor, String taskId, String reason) {
    TaskWork.Officer officer = TaskWork.Officer.of(actor);
    return (c, parties, now) -> colleagues.takeBack(c, taskId, officer, reason, parties, now);
  }

  /** Lets a colleague act on one's own task as well. */
  public Decision<D> share(Actor actor, String taskId, String with) {
    TaskWork.Officer officer = TaskWork.Officer.of(actor);
    return onTask(
        taskId,
        officer,
        false,
        (c, parties, now) -> colleagues.share(c, taskId, officer, with, parties, now));
  }

  private Action action(String path) {
    return kernel.lifeCycle().action(path).orElseThrow();
  }

  private Decision<D> onTask(
      String taskId, TaskWork.Officer officer, boolean together, Decision<D> decision) {
    return new Decision<>() {
      @Override
      public Outcome<Change<D>> decide(Case<D> c, Set<Party> parties, Instant now) {
        return decision.decide(c, parties, now);
      }

      @Override
      public Optional<Refusal> refuseAnyVersion(Case<D> c, Set<Party> parties, Instant now) {
        return work.heldByAnother(c, taskId, officer, together, parties, now);
      }
    };
  }
}
