package banshi.desk;

import banshi.cases.Action;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.ExtensionAction;
import banshi.cases.ExtensionRequest;
import banshi.cases.Extensions;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.clock.ClockRefusal;
import banshi.clock.Extension;
import banshi.clock.TimeLimit;
import banshi.identity.Actor;
import banshi.identity.Role;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Asking for an extension and a second person's word on it, as decisions on any kind of case: see
 * {@link Extensions}.
 *
 * @param <D> the kind's own content
 */
public final class ExtensionSteps<D> {
  private final Kernel kernel;
  private final Steps<D> steps;
  private final ClockName clock;
  private final Function<D, Optional<ExtensionRequest>> kept;
  private final BiFunction<D, Optional<ExtensionRequest>, D> keeping;

  /**
   * On the cases that this kernel moves.
   *
   * @param clock the clock that is extended
   * @param kept the request in the kind's own content
   * @param keeping that content with another request, or with none
   */
  public ExtensionSteps(
      Kernel kernel,
      ClockName clock,
      Function<D, Optional<ExtensionRequest>> kept,
      BiFunction<D, Optional<ExtensionRequest>, D> keeping) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.clock = clock;
    this.kept = kept;
    this.keeping = keeping;
  }

  /**
   * Asks for an extension: no clock moves, and the department that asks has the task to approve it.
   * Refused where the law would refuse the extension itself, twice or after due.
   *
   * @param days how many working days; its bounds are the kind's
   */
  public Outcome<Change<D>> asked(
      Case<D> c,
      Action ask,
      Actor actor,
      Set<Party> parties,
      int days,
      String reason,
      Instant now) {
    Optional<Refusal> refusal = kernel.refuse(c, ask, parties);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Instant at = c.notBeforeLast(now);
    Extension wanted = new Extension(TimeLimit.workingDays(days), at, reason, "");
    if (c.clock(clock).extend(wanted, kernel.clocks().hall()) instanceof ClockRefusal late) {
      return steps.notNow(c, parties, new Text(late.inChinese(), late.inEnglish()));
    }
    Set<Party> by = kernel.lifeCycle().open(c, ask, parties).orElseThrow().by();
    String department = Parties.stamp(actor, c, by).department().orElse(Parties.WINDOW_DEPARTMENT);
    return steps.performed(
        c,
        ask,
        actor,
        parties,
        now,
        occasion ->
            occasion.noting(words(days, reason)).adding(Extensions.task(c, clock, department)),
        details ->
            keeping.apply(
                details,
                Optional.of(
                    new ExtensionRequest(
                        days, reason, department, actor.subject(), actor.key(), at))));
  }

  /**
   * Approves what was asked for, which extends the clocks; refused after due. Never by whoever
   * asked, and only for the department that asked or by a supervisor.
   */
  public Decision<D> approve(Actor actor, String note) {
    return answered(
        actor,
        (c, parties, now, request) ->
            steps.performed(
                c,
                ExtensionAction.APPROVE_EXTENSION,
                actor,
                parties,
                now,
                occasion ->
                    occasion
                        .noting(words(request.days(), note.isBlank() ? request.reason() : note))
                        .extending(
                            new Extension(
                                TimeLimit.workingDays(request.days()),
                                occasion.at(),
                                request.reason(),
                                actor.person().account().value())),
                details -> keeping.apply(details, Optional.empty())),
        ExtensionAction.APPROVE_EXTENSION);
  }

  /** Rejects what was asked for, with the reason; the limit stays, and it may be asked again. */
  public Decision<D> reject(Actor actor, String reason) {
    return answered(
        actor,
        (c, parties, now, request) ->
            steps.performed(
                c,
                ExtensionAction.REJECT_EXTENSION,
                actor,
                parties,
                now,
                occasion -> occasion.noting(reason),
                details -> keeping.apply(details, Optional.empty())),
        ExtensionAction.REJECT_EXTENSION);
  }

  /** What is said to a request that waits. */
  private interface Answering<D> {
    Outcome<Change<D>> decide(Case<D> c, Set<Party> parties, Instant now, ExtensionRequest request);
  }

  private Decision<D> answered(Actor actor, Answering<D> answering, Action action) {
    return (c, parties, now) -> {
      Optional<Refusal> refusal = kernel.refuse(c, action, parties);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      ExtensionRequest request = kept.apply(c.details()).orElseThrow();
      if (request.isOf(actor)) {
        return Outcome.refused(new Refusal.OwnRequest());
      }
      if (!actor.is(Role.SUPERVISOR) && !actor.actsFor(request.department())) {
        return Outcome.refused(new Refusal.Forbidden());
      }
      return answering.decide(c, parties, now, request);
    };
  }

  private static String words(int days, String reason) {
    return "+" + days + ": " + reason;
  }
}
