package banshi.intake;

import banshi.cases.ApplicationAction;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.desk.Decision;
import banshi.identity.Actor;
import banshi.text.Fault;
import banshi.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reading personal data in full, which is an act of its own on the timeline. */
final class Readers {
  private final Kernel kernel;
  private final Steps steps;

  Readers(Kernel kernel) {
    this.kernel = kernel;
    this.steps = new Steps(kernel);
  }

  /** Records who read which personal data and why. */
  Decision<ApplicationDetails> disclose(Actor actor, Requests.Disclose request) {
    return (c, parties, now) -> {
      List<Fault> unknown = new ArrayList<>();
      for (int i = 0; i < request.fields().size(); i++) {
        if (!Disclosures.holds(c, request.fields().get(i))) {
          unknown.add(
              new Fault(
                  "/fields/" + i,
                  "not-one-of",
                  new Text("本办件没有该项个人信息", "This case holds no such personal data")));
        }
      }
      Optional<Refusal> refusal = kernel.refuse(c, ApplicationAction.DISCLOSE, parties);
      if (refusal.isEmpty() && !unknown.isEmpty()) {
        return Outcome.refused(new Refusal.Invalid(unknown));
      }
      return steps.performed(
          c,
          ApplicationAction.DISCLOSE,
          actor,
          parties,
          now,
          occasion ->
              occasion.noting(String.join(", ", request.fields()) + ": " + request.reason()),
          UnaryOperator.identity());
    };
  }
}
