package banshi.consultation;

import banshi.cases.ConsultationAction;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.consultation.ConsultationDetails.Reply;
import banshi.desk.Decision;
import banshi.desk.Steps;
import banshi.identity.Actor;
import banshi.text.Fault;
import banshi.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Corrects the answer that was given last (更正), on the record: both versions stay, and whoever
 * asked is told. While a follow-up question is open its time begins anew; what is closed stays
 * closed, and whoever needs more may ask anew. A published answer has words of its own, and is
 * published anew.
 */
final class AnswerCorrections {
  /** What a consultation's own content has room for, many times over. */
  private static final int MOST = 20;

  private final Kernel kernel;
  private final Steps<ConsultationDetails> steps;

  AnswerCorrections(Kernel kernel) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
  }

  /** Corrects the last answer, for the department that gave it. */
  Decision<ConsultationDetails> correct(Actor actor, Requests.CorrectAnswer request) {
    return (c, parties, now) -> {
      Optional<Refusal> refusal = kernel.refuse(c, ConsultationAction.CORRECT_ANSWER, parties);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      Reply before = c.details().answers().getLast();
      String text = request.text().orElse(before.text());
      List<String> references = request.references().orElse(before.references());
      if (text.equals(before.text()) && references.equals(before.references())) {
        return Steps.invalid(
            new Fault(
                "/text",
                "nothing-changes",
                new Text("更正前后没有不同", "Nothing is different from before")));
      }
      if (before.earlier().size() >= MOST) {
        return steps.notNow(
            c, parties, new Text("更正次数已达上限", "It was corrected as often as it can be"));
      }
      return steps.performed(
          c,
          ConsultationAction.CORRECT_ANSWER,
          actor,
          parties,
          now,
          occasion -> occasion.noting(request.reason()),
          details ->
              details.reanswered(
                  before.corrected(request.reason(), text, references, c.notBeforeLast(now))));
    };
  }
}
