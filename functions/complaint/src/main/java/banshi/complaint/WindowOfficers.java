package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.ComplaintAction;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.catalogue.Catalogue;
import banshi.clock.ClockState;
import banshi.complaint.ComplaintDetails.Redirection;
import banshi.desk.Decision;
import banshi.desk.Steps;
import banshi.identity.Actor;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the general window (综合窗口) does with complaints; supervisors may, where the table says. */
final class WindowOfficers {
  private final Kernel kernel;
  private final Steps<ComplaintDetails> steps;
  private final Catalogue catalogue;
  private final Rules rules;

  WindowOfficers(Kernel kernel, Catalogue catalogue, Rules rules) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.catalogue = catalogue;
    this.rules = rules;
  }

  /**
   * Judges how soon and why. A tier can be raised by the window, with a reason; lowered only by a
   * supervisor, with a reason. Its limit counts from receipt all the same.
   */
  Decision<ComplaintDetails> triage(Actor actor, Requests.Triage request) {
    return (c, parties, now) -> {
      Optional<Tier> before = c.mark(Mark.TIER).map(Tier::valueOf);
      boolean changed = before.filter(tier -> tier != request.tier()).isPresent();
      boolean lowered = before.filter(request.tier()::isLowerThan).isPresent();
      boolean refused = kernel.refuse(c, ComplaintAction.TRIAGE, parties).isPresent();
      if (!refused && lowered && !parties.contains(Party.SUPERVISOR)) {
        return steps.notNow(
            c, parties, new Text("降低定级须由监督人员办理", "Only a supervisor may lower a tier"));
      }
      if (!refused && changed && request.reason().isEmpty()) {
        return Steps.invalid(
            new Fault(
                "/reason", "required", new Text("调整定级须说明理由", "A changed tier needs its reason")));
      }
      return steps.performed(
          c,
          ComplaintAction.TRIAGE,
          actor,
          parties,
          now,
          occasion -> judged(occasion, c, request, changed || before.isEmpty()),
          UnaryOperator.identity());
    };
  }

  private Occasion judged(
      Occasion occasion, Case<ComplaintDetails> c, Requests.Triage request, boolean newTier) {
    Occasion judged =
        occasion
            .noting(
                request.tier()
                    + " "
                    + request.causeClass()
                    + request.reason().map(words -> ": " + words).orElse(""))
            .marking(Mark.TIER, Optional.of(request.tier().name()))
            .marking(Mark.CAUSE, Optional.of(request.causeClass().name()));
    Occasion alike =
        c.mark(Mark.DEPARTMENT)
            .map(
                department ->
                    Rounds.alike(judged, c, Optional.of(request.causeClass()), department))
            .orElse(judged);
    boolean running = c.clock(ClockName.ANSWER).state() == ClockState.RUNNING;
    return newTier && running
        ? alike.limiting(
            ClockName.ANSWER, rules.limit(request.tier(), since(c), kernel.clocks().hall()))
        : alike;
  }

  private static Instant since(Case<ComplaintDetails> c) {
    return c.clock(ClockName.ANSWER).startedAt().orElse(c.receivedAt());
  }

  /** Says whose it is: a department of the catalogue's. */
  Decision<ComplaintDetails> assign(Actor actor, Requests.Assign request) {
    return (c, parties, now) -> {
      boolean refused = kernel.refuse(c, ComplaintAction.ASSIGN, parties).isPresent();
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
                new Text(
                    "纪检监察不承办反映，须由监督人员移交",
                    "Discipline answers no complaints: a supervisor refers them")));
      }
      return steps.performed(
          c,
          ComplaintAction.ASSIGN,
          actor,
          parties,
          now,
          occasion ->
              Rounds.alike(occasion, c, Optional.empty(), request.department())
                  .noting(
                      request.department() + request.note().map(words -> ": " + words).orElse(""))
                  .marking(Mark.DEPARTMENT, Optional.of(request.department()))
                  .marking(Mark.ASSIGNMENT, Optional.empty())
                  .deadline(
                      ComplaintAction.ASSIGNMENT_STANDS,
                      kernel
                          .clocks()
                          .of(request.department())
                          .due(occasion.at(), rules.returnWithin())
                          .at())
                  .adding(Rounds.answer(c, request.department())),
          UnaryOperator.identity());
    };
  }

  /** Says where to go with what does not belong here: never without an answer. */
  Decision<ComplaintDetails> redirect(Actor actor, Requests.Redirect request) {
    return (c, parties, now) ->
        steps.performed(
            c,
            ComplaintAction.REDIRECT,
            actor,
            parties,
            now,
            occasion -> occasion.noting(request.whereToGo() + ": " + request.reason()),
            details ->
                details.redirected(new Redirection(request.reason(), request.whereToGo(), now)));
  }
}
