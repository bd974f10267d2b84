package banshi.consultation;

import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.ConsultationAction;
import banshi.cases.ConsultationStage;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.Task;
import banshi.cases.TaskState;
import banshi.cases.TaskWork;
import banshi.catalogue.Catalogue;
import banshi.consultation.ConsultationDetails.Redirection;
import banshi.consultation.ConsultationDetails.Reply;
import banshi.desk.Decision;
import banshi.desk.ExtensionSteps;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.store.PublishedAnswers;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the window and the departments do: say whose it is, answer, say where to go. */
final class Officers {
  private final Kernel kernel;
  private final Steps<ConsultationDetails> steps;
  private final TaskWork work;
  private final Catalogue catalogue;
  private final Rules rules;
  private final PublishedAnswers published;
  private final ExtensionSteps<ConsultationDetails> extensions;

  Officers(Kernel kernel, Catalogue catalogue, Rules rules, PublishedAnswers published) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.work = new TaskWork(kernel);
    this.catalogue = catalogue;
    this.rules = rules;
    this.published = published;
    this.extensions =
        new ExtensionSteps<>(
            kernel,
            ClockName.ANSWER,
            ConsultationDetails::extension,
            ConsultationDetails::extending);
  }

  /** Says whose it is: a department of the catalogue's. */
  Decision<ConsultationDetails> assign(Actor actor, Requests.Assign request) {
    return (c, parties, now) -> {
      boolean refused = kernel.refuse(c, ConsultationAction.ASSIGN, parties).isPresent();
      if (!refused && catalogue.department(request.department()).isEmpty()) {
        return Steps.invalid(
            new Fault(
                "/department",
                "unknown-department",
                new Text("没有这个部门", "There is no such department")));
      }
      if (!refused && request.department().equals(Parties.DISCIPLINE_DEPARTMENT)) {
        return Steps.invalid(
            new Fault(
                "/department",
                "not-assignable",
                new Text("纪检监察不答复咨询", "Discipline answers no questions")));
      }
      return steps.performed(
          c,
          ConsultationAction.ASSIGN,
          actor,
          parties,
          now,
          occasion ->
              occasion
                  .noting(
                      request.department() + request.note().map(words -> ": " + words).orElse(""))
                  .marking(Mark.DEPARTMENT, Optional.of(request.department()))
                  .adding(Rounds.answer(c, request.department())),
          UnaryOperator.identity());
    };
  }

  /** Says where to go with what does not belong here: never without an answer. */
  Decision<ConsultationDetails> redirect(Actor actor, Requests.Redirect request) {
    return (c, parties, now) ->
        steps.performed(
            c,
            ConsultationAction.REDIRECT,
            actor,
            parties,
            now,
            occasion -> occasion.noting(request.reason() + " → " + request.whereToGo()),
            details ->
                details.redirected(new Redirection(request.reason(), request.whereToGo(), now)));
  }

  /** Asks to extend the time for the answer, once, before it is due; a second person approves. */
  Decision<ConsultationDetails> extend(Actor actor, CommonRequests.Extend request) {
    return (c, parties, now) -> {
      boolean refused = kernel.refuse(c, ConsultationAction.EXTEND, parties).isPresent();
      int most = rules.extendAtMost().amount().intValueExact();
      if (!refused && request.days() > most) {
        return Steps.invalid(
            new Fault(
                "/days",
                "out-of-range",
                new Text("最多延长" + most + "个工作日", "At most " + most + " working days")));
      }
      return extensions.asked(
          c, ConsultationAction.EXTEND, actor, parties, request.days(), request.reason(), now);
    };
  }

  /** Approves an extension, or rejects it. */
  ExtensionSteps<ConsultationDetails> extensions() {
    return extensions;
  }

  /**
   * Answers. Refused while another officer holds the task, and when it repeats a published answer
   * that is not there.
   */
  Decision<ConsultationDetails> answer(Actor actor, Requests.Answer request) {
    return new Answering(actor, request);
  }

  private final class Answering implements Decision<ConsultationDetails> {
    private final Actor actor;
    private final Requests.Answer request;

    private Answering(Actor actor, Requests.Answer request) {
      this.actor = actor;
      this.request = request;
    }

    @Override
    public Optional<Refusal> refuseAnyVersion(
        Case<ConsultationDetails> c, Set<Party> parties, Instant now) {
      return c.tasks().stream()
          .filter(task -> task.state() == TaskState.OPEN)
          .filter(task -> actor.actsFor(task.department()))
          .map(Task::id)
          .findFirst()
          .flatMap(id -> work.heldByAnother(c, id, TaskWork.Officer.of(actor), true, parties, now));
    }

    @Override
    public Outcome<Change<ConsultationDetails>> decide(
        Case<ConsultationDetails> c, Set<Party> parties, Instant now) {
      boolean refused = kernel.refuse(c, ConsultationAction.ANSWER, parties).isPresent();
      if (!refused && request.knowledgeId().filter(this::isUnknown).isPresent()) {
        return Steps.invalid(
            new Fault(
                "/knowledgeId",
                "unknown-answer",
                new Text("没有这条公开答复", "There is no such published answer")));
      }
      String department =
          c.stage() == ConsultationStage.ASKED
              ? Parties.WINDOW_DEPARTMENT
              : c.mark(Mark.DEPARTMENT).orElse(Parties.WINDOW_DEPARTMENT);
      return steps.performed(
          c,
          ConsultationAction.ANSWER,
          actor,
          parties,
          now,
          occasion ->
              occasion.noting(request.text()).marking(Mark.DEPARTMENT, Optional.of(department)),
          details ->
              details.answered(
                  new Reply(
                      department,
                      request.text(),
                      request.references().orElse(List.of()),
                      request.knowledgeId(),
                      now,
                      List.of())));
    }

    private boolean isUnknown(String id) {
      return published.find(id).isEmpty();
    }
  }
}
