package banshi.http.desk;

import banshi.audit.AuditKind;
import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.FilingChannel;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.TimelineVerification;
import banshi.clock.ServiceClock;
import banshi.desk.Answer;
import banshi.desk.Decision;
import banshi.desk.Desk;
import banshi.desk.Filer;
import banshi.desk.Filers;
import banshi.desk.Filing;
import banshi.desk.Steps;
import banshi.desk.TaskSteps;
import banshi.http.Answers;
import banshi.http.Caller;
import banshi.http.Json;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.ProblemException;
import banshi.http.RequestTerms;
import banshi.http.view.TimelineView;
import banshi.store.StoredAnswer;
import banshi.text.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The caller at the desk of one kind of case: turns a request into a command and its outcome into
 * an answer. Every refusal is thrown as the problem that it is to the caller.
 *
 * @param <D> the kind's own content
 */
public final class Counter<D> {
  private static final int CREATED = 201;
  private static final int OK = 200;

  private final ServedKind<D> served;
  private final Filers filers;
  private final TaskSteps<D> taskSteps;
  private final Caller caller;
  private final RequestTerms terms;

  /** The counter of a kind, for whoever calls on whatever terms. */
  public Counter(ServedKind<D> served, Filers filers, Caller caller, RequestTerms terms) {
    this.served = served;
    this.filers = filers;
    this.taskSteps = new TaskSteps<>(served.kernel());
    this.caller = caller;
    this.terms = terms;
  }

  /**
   * A number as it was typed, of whatever kind.
   *
   * @throws ProblemException {@code invalid-number} when it cannot be one
   */
  public static CaseNumber number(String typed) {
    return CaseNumber.parse(typed)
        .orElseThrow(() -> Problem.of(ProblemCode.INVALID_NUMBER).asException());
  }

  /**
   * Files a case, for the caller or for somebody at the counter: 201 with its receipt. An officer
   * who is involved in what the case is about files it for nobody.
   *
   * @param draft of the caller's own draft that becomes it: it goes with the case, and is filed
   *     once
   * @param onBehalfOf for whom, when an officer files
   * @param channel by which way it came to the officer
   * @param prepare makes what is filed ready, each time anew when something else came between
   */
  public <F extends Filing<D>> Response open(
      Optional<UUID> draft,
      Optional<CommonRequests.OnBehalfOf> onBehalfOf,
      Optional<FilingChannel> channel,
      Function<Filer, Outcome<F>> prepare) {
    // The code follows from the request itself, so a repeated request finds it again without its
    // ever being stored.
    String scope = terms.idempotency().scope() + "\n" + terms.idempotency().key();
    Answer answer =
        served
            .desk()
            .open(
                terms.write(),
                () ->
                    filers
                        .filer(
                            caller.actor(),
                            onBehalfOf.map(CommonRequests.OnBehalfOf::petitioner),
                            channel,
                            caller.now())
                        .then(
                            filer ->
                                prepare
                                    .apply(filer)
                                    .map(filing -> opening(filing, draft, scope))
                                    .then(opening -> judged(filer, opening))),
                caller.actor(),
                (after, parties) -> rendered(CREATED, after, parties, Map.of()),
                caller.now());
    return Answers.of(
        answer, stored -> Receipted.body(stored.body(), number -> code(number, scope)));
  }

  /**
   * What is known of the caller when the case is made: an officer files no draft, nor their own.
   */
  private Outcome<Desk.Opening<D>> judged(Filer filer, Desk.Opening<D> opening) {
    if (!filer.isCounter()) {
      return Outcome.done(opening);
    }
    if (opening.draftId().isPresent()) {
      return Steps.invalid(
          Fault.of(
              "/draftId",
              "not-at-counter",
              "代为提交时不能使用草稿",
              "A draft is its owner's to file, not an officer's"));
    }
    return served.recusal().isInvolved(opening.change().after(), filer.actor())
        ? Outcome.refused(new Refusal.ConflictOfInterest())
        : Outcome.done(opening);
  }

  private Desk.Opening<D> opening(Filing<D> filing, Optional<UUID> draft, String scope) {
    CaseNumber number =
        CaseNumber.draw(served.kind(), ServiceClock.dateOf(caller.now()), served.random());
    return new Desk.Opening<>(
        filing.open(number, caller.now()),
        served.receipts().hash(code(number.value(), scope), number.value()),
        draft.map(UUID::toString).or(filing::draftId),
        filing.companions(number, caller.now()));
  }

  private String code(String number, String scope) {
    return served.receipts().code(number, scope);
  }

  /** Shows a case to the caller. */
  public Response read(String number) {
    Desk.Seen<D> seen = see(number, AuditKind.READ, "read");
    return Answers.of(
        new Answer.Given(rendered(OK, seen.found(), acting(seen), Map.of()), false),
        StoredAnswer::body);
  }

  /**
   * A case that the caller may see, for some part of it.
   *
   * @param what the part in a few letters, as the audit names it: {@code ledger}
   */
  public Case<D> seen(String number, String what) {
    return see(number, AuditKind.PART, what).found();
  }

  /** The whole history of a case that the caller may see. */
  public TimelineView timeline(String number) {
    Desk.Seen<D> seen = see(number, AuditKind.TIMELINE, "timeline");
    CaseNumber found = seen.found().number();
    return TimelineView.of(
        found, served.kernel().lifeCycle(), served.desk().timeline(found), seen.parties());
  }

  /** Whether that history is whole. */
  public TimelineVerification verification(String number) {
    Case<D> seen = see(number, AuditKind.VERIFICATION, "verification").found();
    return TimelineVerification.of(
        seen.number(), served.desk().timeline(seen.number()), seen.timeline());
  }

  private Desk.Seen<D> see(String number, AuditKind kind, String what) {
    return switch (served
        .desk()
        .see(served.parsed(number), caller.actor(), kind, what, caller.now())) {
      case Outcome.Refused<Desk.Seen<D>>(Refusal refusal) -> throw Answers.refusal(refusal);
      case Outcome.Done<Desk.Seen<D>>(var seen) -> seen;
    };
  }

  /** Carries out a decision on a case. */
  public Response act(String number, Decision<D> decision) {
    return act(number, decision, c -> Map.of());
  }

  /** Reads personal data in full, on the record: the answer holds the values. */
  public Response disclose(String number, CommonRequests.Disclose body) {
    return act(
        number,
        served.disclosures().recorded(caller.actor(), body.fields(), body.reason()),
        c ->
            served
                .disclosures()
                .values(c, body.fields(), caller.actor(), body.reason(), caller.now()));
  }

  /** Claims a task for the caller, or renews the claim. */
  public Response claim(String number, String taskId) {
    return act(number, taskSteps.claim(caller.actor(), taskId));
  }

  /** Gives the caller's claim on a task back. */
  public Response release(String number, String taskId) {
    return act(number, taskSteps.release(caller.actor(), taskId));
  }

  /** Hands a task to a colleague. */
  public Response handOver(String number, String taskId, CommonRequests.HandOver body) {
    return act(number, taskSteps.handOver(caller.actor(), taskId, body.to(), body.reason()));
  }

  /** Takes back a task that was handed to a colleague. */
  public Response takeBack(String number, String taskId, CommonRequests.Reasoned body) {
    return act(number, taskSteps.takeBack(caller.actor(), taskId, body.reason()));
  }

  /** Lets a colleague act on the caller's task as well. */
  public Response share(String number, String taskId, CommonRequests.Share body) {
    return act(number, taskSteps.share(caller.actor(), taskId, body.with()));
  }

  /** Ends a task with what the caller found. */
  public Response complete(String number, String taskId, CommonRequests.Complete body) {
    return act(
        number,
        taskSteps.complete(caller.actor(), taskId, body.opinion(), body.comment(), body.remark()));
  }

  /**
   * Carries out an act on many cases, on each by itself.
   *
   * @param decisions gives the act on the item at a place, counted from 0
   */
  public Response actOnEach(
      List<BulkRequests.NumberAtVersion> items, IntFunction<Decision<D>> decisions) {
    return actOnEach(items, decisions, Set.of());
  }

  /**
   * The same for items that have words of their own.
   *
   * @param own pointers into the body of the act on one case that an item has for itself
   */
  public Response actOnEach(
      List<BulkRequests.NumberAtVersion> items,
      IntFunction<Decision<D>> decisions,
      Set<String> own) {
    return new BulkCounter<>(served, caller, terms)
        .act(
            IntStream.range(0, items.size())
                .mapToObj(
                    place ->
                        new BulkCounter.Wanted<>(
                            items.get(place).number(),
                            items.get(place).version(),
                            decisions.apply(place),
                            own))
                .toList());
  }

  /** Claims a task of each of many cases for the caller. */
  public Response claimEach(BulkRequests.ClaimMany body) {
    return actOnEach(
        body.items().stream()
            .map(item -> new BulkRequests.NumberAtVersion(item.number(), item.version()))
            .toList(),
        place -> taskSteps.claim(caller.actor(), body.items().get(place).taskId()));
  }

  private Response act(
      String number, Decision<D> decision, Function<Case<D>, Map<String, JsonNode>> disclosed) {
    Answer answer =
        served
            .desk()
            .act(
                terms.write(),
                served.parsed(number),
                caller.actor(),
                version(),
                decision.unless(served.recusal(), caller.actor()),
                (after, parties) -> rendered(OK, after, parties, disclosed.apply(after)),
                caller.now());
    return Answers.of(answer, StoredAnswer::body);
  }

  private StoredAnswer rendered(
      int status, Case<D> c, Set<Party> parties, Map<String, JsonNode> disclosed) {
    boolean created = status == CREATED;
    Object view = served.views().of(c, parties, created, disclosed, caller.now());
    return new StoredAnswer(
        status,
        Optional.of(c.version()),
        created ? Optional.of(served.path() + c.number()) : Optional.empty(),
        Json.bytes(view, caller.language()));
  }

  /** Who is involved sees the case, but has nothing to do in it; whoever acted on it is not. */
  private Set<Party> acting(Desk.Seen<D> seen) {
    boolean own = seen.parties().contains(Party.APPLICANT);
    return !own && served.recusal().isInvolved(seen.found(), caller.actor())
        ? Set.of()
        : seen.parties();
  }

  private Optional<Long> version() {
    return terms.expectedVersion().isPresent()
        ? Optional.of(terms.expectedVersion().getAsLong())
        : Optional.empty();
  }
}
