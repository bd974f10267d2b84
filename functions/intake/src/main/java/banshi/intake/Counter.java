package banshi.intake;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.desk.Answer;
import banshi.desk.Decision;
import banshi.desk.Desk;
import banshi.http.Answers;
import banshi.http.Caller;
import banshi.http.Json;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RequestTerms;
import banshi.identity.Disclosure;
import banshi.store.StoredAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The caller at the desk: turns a request into a command and its outcome into an answer. */
@RequestScoped
class Counter {
  private static final int CREATED = 201;
  private static final int OK = 200;

  private final Intake intake;
  private final Caller caller;
  private final RequestTerms terms;

  Counter(Intake intake, Caller caller, RequestTerms terms) {
    this.intake = intake;
    this.caller = caller;
    this.terms = terms;
  }

  /** Files an application. */
  Response open(Requests.Application body) {
    return switch (intake.submissions().prepare(caller.actor(), body, caller.now())) {
      case Outcome.Refused<Submission>(Refusal refusal) -> throw Answers.refusal(refusal);
      case Outcome.Done<Submission>(Submission submission) -> {
        // The code follows from the request itself, so a repeated request finds it again without
        // its
        // ever being stored.
        String scope = terms.idempotency().scope() + "\n" + terms.idempotency().key();
        Answer answer =
            intake
                .desk()
                .open(
                    terms.write(),
                    attempt -> {
                      Desk.Opening<ApplicationDetails> opening =
                          submission.open(intake.random(), caller.now());
                      CaseNumber number = opening.change().after().number();
                      return new Desk.Opening<>(
                          opening.change(),
                          intake
                              .receipts()
                              .hash(intake.receipts().code(number.value(), scope), number.value()),
                          opening.draftId());
                    },
                    (after, parties) -> rendered(CREATED, after, parties, Map.of()),
                    caller.now());
        yield Answers.of(answer, stored -> withReceipt(stored, scope));
      }
    };
  }

  private byte[] withReceipt(StoredAnswer stored, String scope) {
    return Receipted.body(stored.body(), number -> intake.receipts().code(number, scope));
  }

  /** Shows a case to the caller. */
  Response read(String number) {
    Desk.Seen<ApplicationDetails> seen = see(number);
    return Answers.of(
        new Answer.Given(rendered(OK, seen.found(), seen.parties(), Map.of()), false),
        StoredAnswer::body);
  }

  /** The case itself, if the caller may see it. */
  Case<ApplicationDetails> seen(String number) {
    return see(number).found();
  }

  private Desk.Seen<ApplicationDetails> see(String number) {
    return switch (intake.desk().see(parsed(number), caller.actor(), caller.now())) {
      case Outcome.Refused<Desk.Seen<ApplicationDetails>>(Refusal refusal) ->
          throw Answers.refusal(refusal);
      case Outcome.Done<Desk.Seen<ApplicationDetails>>(var seen) -> seen;
    };
  }

  /** Carries out a decision on a case. */
  Response act(String number, Decision<ApplicationDetails> decision) {
    return act(number, decision, c -> Map.of());
  }

  /** Carries out a disclosure: the answer holds the full values of these fields. */
  Response disclose(
      String number, Decision<ApplicationDetails> decision, Requests.Disclose request) {
    Disclosure.Recorded why =
        new Disclosure.Recorded(caller.actor().subject(), request.reason(), caller.now());
    return act(number, decision, c -> disclosed(c, request.fields(), why));
  }

  private Response act(
      String number,
      Decision<ApplicationDetails> decision,
      Function<Case<ApplicationDetails>, Map<String, JsonNode>> disclosed) {
    Answer answer =
        intake
            .desk()
            .act(
                terms.write(),
                parsed(number),
                caller.actor(),
                version(),
                decision,
                (after, parties) -> rendered(OK, after, parties, disclosed.apply(after)),
                caller.now());
    return Answers.of(answer, StoredAnswer::body);
  }

  private static Map<String, JsonNode> disclosed(
      Case<ApplicationDetails> c, List<String> fields, Disclosure.Recorded why) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    fields.forEach(
        field -> Disclosures.value(c, field, why).ifPresent(value -> values.put(field, value)));
    return values;
  }

  private StoredAnswer rendered(
      int status, Case<ApplicationDetails> c, Set<Party> parties, Map<String, JsonNode> disclosed) {
    ApplicationView view =
        intake.views().of(c, parties, status == CREATED, disclosed, caller.now());
    return new StoredAnswer(
        status,
        Optional.of(c.version()),
        status == CREATED ? Optional.of("/v1/applications/" + c.number()) : Optional.empty(),
        Json.bytes(view, caller.language()));
  }

  private Optional<Long> version() {
    return terms.expectedVersion().isPresent()
        ? Optional.of(terms.expectedVersion().getAsLong())
        : Optional.empty();
  }

  /** An application's number as it was typed; another kind's is not there for this function. */
  static CaseNumber parsed(String typed) {
    CaseNumber number =
        CaseNumber.parse(typed)
            .orElseThrow(() -> Problem.of(ProblemCode.INVALID_NUMBER).asException());
    if (number.kind() != CaseKind.APPLICATION) {
      throw Problem.of(ProblemCode.NOT_FOUND).asException();
    }
    return number;
  }
}
