package banshi.intake;

import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.TaskResult;
import banshi.cases.TaskWork;
import banshi.desk.Decision;
import banshi.http.Caller;
import banshi.identity.Actor;
import banshi.text.Fault;
import banshi.text.Text;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the calling officer decides about tasks. */
@RequestScoped
class Reviewers {
  private final TaskWork work;
  private final Caller caller;

  Reviewers(Intake intake, Caller caller) {
    this.work = intake.taskWork();
    this.caller = caller;
  }

  Decision<ApplicationDetails> claim(String taskId) {
    return new OnTask(taskId, officer()) {
      @Override
      public Outcome<Change<ApplicationDetails>> decide(
          Case<ApplicationDetails> c, Set<Party> parties, Instant now) {
        return work.claim(c, taskId, officer, ApplicationAction.CLAIM, parties, now);
      }
    };
  }

  Decision<ApplicationDetails> release(String taskId) {
    return new OnTask(taskId, officer()) {
      @Override
      public Outcome<Change<ApplicationDetails>> decide(
          Case<ApplicationDetails> c, Set<Party> parties, Instant now) {
        return work.release(c, taskId, officer, ApplicationAction.RELEASE, parties, now);
      }
    };
  }

  Decision<ApplicationDetails> complete(String taskId, Requests.Complete request) {
    return new OnTask(taskId, officer()) {
      @Override
      public Outcome<Change<ApplicationDetails>> decide(
          Case<ApplicationDetails> c, Set<Party> parties, Instant now) {
        boolean unexplained =
            request.opinion() == TaskResult.Opinion.REJECT
                && request.comment().filter(words -> !words.isBlank()).isEmpty();
        if (unexplained) {
          return Outcome.refused(
              new Refusal.Invalid(
                  List.of(
                      new Fault(
                          "/comment",
                          "required",
                          new Text("不通过须说明理由", "A rejection needs its reason")))));
        }
        TaskResult found =
            new TaskResult(request.opinion(), request.comment().orElse(""), c.notBeforeLast(now));
        return work.complete(c, taskId, officer, ApplicationAction.COMPLETE, parties, found, now);
      }
    };
  }

  private TaskWork.Officer officer() {
    Actor actor = caller.actor();
    return new TaskWork.Officer(actor.subject(), actor::actsFor);
  }

  /** A decision about a task, refused in any version while another officer holds it. */
  private abstract class OnTask implements Decision<ApplicationDetails> {
    final String taskId;
    final TaskWork.Officer officer;

    OnTask(String taskId, TaskWork.Officer officer) {
      this.taskId = taskId;
      this.officer = officer;
    }

    @Override
    public Optional<Refusal> refuseAnyVersion(
        Case<ApplicationDetails> c, Set<Party> parties, Instant now) {
      return work.heldByAnother(c, taskId, officer, parties, now);
    }
  }
}
