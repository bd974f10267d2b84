package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.ComplaintAction;
import banshi.cases.ComplaintLifeCycle;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.Task;
import banshi.cases.TaskState;
import banshi.cases.TaskWork;
import banshi.clock.LimitUnit;
import banshi.complaint.ComplaintDetails.Related;
import banshi.complaint.ComplaintDetails.Reply;
import banshi.desk.Decision;
import banshi.desk.ExtensionSteps;
import banshi.desk.JointDecision;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the department does that a complaint was assigned to (承办单位). */
final class Departments {
  /** What a complaint's own content has room for, many times over. */
  private static final int MOST_CORRECTIONS = 20;

  private final Kernel kernel;
  private final Steps<ComplaintDetails> steps;
  private final TaskWork work;
  private final Rules rules;
  private final ExtensionSteps<ComplaintDetails> extensions;
  private final RelatedCases related;

  Departments(Kernel kernel, Rules rules, RelatedCases related) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.work = new TaskWork(kernel);
    this.rules = rules;
    this.related = related;
    this.extensions =
        new ExtensionSteps<>(
            kernel, ClockName.ANSWER, ComplaintDetails::extension, ComplaintDetails::extending);
  }

  /** Gives it back to the window; its clock runs on. */
  Decision<ComplaintDetails> returnAssignment(Actor actor, CommonRequests.Reasoned request) {
    return (c, parties, now) ->
        steps.performed(
            c,
            ComplaintAction.RETURN_ASSIGNMENT,
            actor,
            parties,
            now,
            occasion -> occasion.noting(request.reason()).adding(new Rounds(rules).triage(c)),
            UnaryOperator.identity());
  }

  /** Asks to extend the time for the answer, once, before it is due; a second person approves. */
  Decision<ComplaintDetails> extend(Actor actor, CommonRequests.Extend request) {
    return (c, parties, now) -> {
      boolean refused = kernel.refuse(c, ComplaintAction.EXTEND, parties).isPresent();
      int most = rules.extendAtMost().amount().intValueExact();
      if (!refused && request.days() > most) {
        return Steps.invalid(
            new Fault(
                "/days",
                "out-of-range",
                new Text("最多延长" + most + "个工作日", "At most " + most + " working days")));
      }
      if (!refused && c.clock(ClockName.ANSWER).limit().unit() != LimitUnit.WORKING_DAYS) {
        return steps.notNow(
            c,
            parties,
            new Text(
                "即时办理的不延长；确需更多时间的，请监督人员调整定级",
                "What is due the same day is not extended; a supervisor may change its tier"));
      }
      return extensions.asked(
          c, ComplaintAction.EXTEND, actor, parties, request.days(), request.reason(), now);
    };
  }

  /** Approves an extension, or rejects it. */
  ExtensionSteps<ComplaintDetails> extensions() {
    return extensions;
  }

  /**
   * Corrects the words of the answer that was given last, while it may still be disputed: the time
   * for that begins anew. What is closed stays as it was closed.
   */
  Decision<ComplaintDetails> correctReply(Actor actor, Requests.CorrectReply request) {
    return (c, parties, now) -> {
      Optional<Refusal> refusal = kernel.refuse(c, ComplaintAction.CORRECT_REPLY, parties);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      Reply before = c.details().answers().getLast();
      if (before.text().equals(request.answer())) {
        return Steps.invalid(
            new Fault(
                "/answer",
                "nothing-changes",
                new Text("更正前后没有不同", "Nothing is different from before")));
      }
      if (before.earlier().size() >= MOST_CORRECTIONS) {
        return steps.notNow(
            c, parties, new Text("更正次数已达上限", "It was corrected as often as it can be"));
      }
      return steps.performed(
          c,
          ComplaintAction.CORRECT_REPLY,
          actor,
          parties,
          now,
          occasion -> occasion.noting(request.reason()),
          details ->
              details.reanswered(
                  before.corrected(request.reason(), request.answer(), c.notBeforeLast(now))));
    };
  }

  /**
   * Answers. Refused while another officer holds the task. When the related case has moved on since
   * the complaint came in, and the answer says that it is resolved, both timelines name each other.
   */
  Decision<ComplaintDetails> reply(Actor actor, Requests.Reply request) {
    return new Replying(actor, request);
  }

  private final class Replying implements JointDecision<ComplaintDetails> {
    private final Actor actor;
    private final Requests.Reply request;

    private Replying(Actor actor, Requests.Reply request) {
      this.actor = actor;
      this.request = request;
    }

    @Override
    public Optional<Refusal> refuseAnyVersion(
        Case<ComplaintDetails> c, Set<Party> parties, Instant now) {
      return c.tasks().stream()
          .filter(task -> task.state() == TaskState.OPEN)
          .filter(task -> task.isOf(ComplaintLifeCycle.ANSWER_TASK))
          .map(Task::id)
          .findFirst()
          .flatMap(id -> work.heldByAnother(c, id, TaskWork.Officer.of(actor), true, parties, now));
    }

    @Override
    public Outcome<Together<ComplaintDetails>> decideTogether(
        Case<ComplaintDetails> c, Set<Party> parties, Instant now) {
      return steps
          .performed(
              c,
              ComplaintAction.REPLY,
              actor,
              parties,
              now,
              occasion ->
                  occasion
                      .noting(request.answer())
                      .knowing(
                          "decision",
                          request.resolved()
                              ? new Text("已解决：", "Resolved: ")
                              : new Text("未解决：", "Not resolved: ")),
              details ->
                  details.answered(
                      new Reply(
                          c.mark(Mark.DEPARTMENT).orElse(""),
                          request.answer(),
                          request.resolved(),
                          request.evidence().orElse(List.of()),
                          now,
                          List.of())))
          .map(change -> linked(c, change, now));
    }

    private Together<ComplaintDetails> linked(
        Case<ComplaintDetails> c, Change<ComplaintDetails> change, Instant now) {
      Optional<Related> filed =
          request.resolved() ? c.details().relatedCase() : Optional.<Related>empty();
      return filed
          .flatMap(
              about -> {
                CaseNumber other = new CaseNumber(about.number());
                return related
                    .movedOn(other, about.stage(), c.number(), now)
                    .map(
                        companion ->
                            new Together<>(
                                change.then(kernel.link(change.after(), other, now)),
                                List.of(companion)));
              })
          .orElseGet(() -> new Together<>(change, List.of()));
    }
  }
}
