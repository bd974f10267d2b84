package banshi.startup;

import banshi.cases.Case;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.cases.StartupAction;
import banshi.cases.StartupLifeCycle;
import banshi.desk.Decision;
import banshi.desk.Steps;
import banshi.identity.Actor;
import banshi.startup.StartupDetails.Result;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Corrects what a department gave to a start-up (更正), on the record: both versions stay, and the
 * applicant is told. What was refused is not given by this; and the licence is not corrected here:
 * its hash is in the public register and on paper, so another content is another licence, which is
 * a change of registration (变更登记).
 */
final class ResultCorrections {
  /** What a start-up's own content has room for, many times over. */
  private static final int MOST = 20;

  private final Kernel kernel;
  private final Steps<StartupDetails> steps;

  ResultCorrections(Kernel kernel) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
  }

  /** Corrects a result of the caller's own department. */
  Decision<StartupDetails> correct(Actor actor, Requests.CorrectResult request) {
    return (c, parties, now) -> {
      Optional<Refusal> refusal = kernel.refuse(c, StartupAction.CORRECT_RESULT, parties);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      Optional<Result> before = result(c, request.task());
      if (before.isPresent() && !isOwn(c, request.task(), actor)) {
        return Outcome.refused(new Refusal.Forbidden());
      }
      List<Fault> faults = faults(before, request, now);
      if (!faults.isEmpty()) {
        return Outcome.refused(new Refusal.Invalid(faults));
      }
      if (before.orElseThrow().earlier().size() >= MOST) {
        return steps.notNow(
            c, parties, new Text("更正次数已达上限", "It was corrected as often as it can be"));
      }
      Result after = corrected(before.get(), request, c.notBeforeLast(now));
      return steps.performed(
          c,
          StartupAction.CORRECT_RESULT,
          actor,
          parties,
          now,
          occasion -> occasion.noting(request.task() + ": " + request.reason()),
          details -> details.regiven(after));
    };
  }

  private static Optional<Result> result(Case<StartupDetails> c, String part) {
    return c.details().results().stream().filter(result -> result.part().equals(part)).findFirst();
  }

  private static boolean isOwn(Case<StartupDetails> c, String part, Actor actor) {
    return c.tasks().stream()
        .anyMatch(task -> task.part().equals(part) && actor.actsFor(task.department()));
  }

  private static Result corrected(Result before, Requests.CorrectResult request, Instant now) {
    return before.corrected(
        request.reason(),
        request.result().reference().or(before::reference),
        request.result().institution().or(before::institution),
        request.result().appointmentAt().or(before::appointmentAt),
        now);
  }

  private static List<Fault> faults(
      Optional<Result> before, Requests.CorrectResult request, Instant now) {
    List<Fault> faults = new ArrayList<>();
    if (request.task().equals(StartupLifeCycle.LICENCE)) {
      faults.add(
          Fault.of(
              "/task",
              "licence-stands",
              "营业执照不在此更正，内容有误的请办理变更登记",
              "The licence is not corrected here: another content is a change of registration"));
    } else if (before.isEmpty()) {
      faults.add(Fault.of("/task", "not-one-of", "没有这项办理结果", "There is no such result"));
    } else if (!before.get().done()) {
      faults.add(
          Fault.of(
              "/task",
              "not-given",
              "该事项未办成，没有可更正的结果",
              "It was refused: there is nothing to correct"));
    }
    faults.addAll(Appointments.faults(Optional.of(request.result()), now));
    boolean same =
        before
            .filter(
                result -> {
                  Result after = corrected(result, request, now);
                  return after.reference().equals(result.reference())
                      && after.institution().equals(result.institution())
                      && after.appointmentAt().equals(result.appointmentAt());
                })
            .isPresent();
    if (same) {
      faults.add(
          Fault.of("/result", "nothing-changes", "更正前后没有不同", "Nothing is different from before"));
    }
    return faults;
  }
}
