package banshi.desk;

import banshi.cases.Action;
import banshi.cases.ActorStamp;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Move;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.identity.Actor;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One step on a case: the kernel's move together with the content that it changes.
 *
 * @param <D> the kind's own content
 */
public record Steps<D>(Kernel kernel) {
  /**
   * What somebody does who is these parties to the case; the timeline names them by the party that
   * the move asks for.
   */
  public Outcome<Change<D>> performed(
      Case<D> c,
      Action action,
      Actor actor,
      Set<Party> parties,
      Instant now,
      UnaryOperator<Occasion> occasion,
      UnaryOperator<D> details) {
    return performed(
        c, action, parties, now, move -> Parties.stamp(actor, c, move.by()), occasion, details);
  }

  /** What applicants do with their own case. */
  public Outcome<Change<D>> performedByApplicant(
      Case<D> c,
      Action action,
      Set<Party> parties,
      Instant now,
      UnaryOperator<Occasion> occasion,
      UnaryOperator<D> details) {
    return performedAs(Party.APPLICANT, c, action, parties, now, occasion, details);
  }

  /** What a person does, named on the timeline as this party. */
  public Outcome<Change<D>> performedAs(
      Party party,
      Case<D> c,
      Action action,
      Set<Party> parties,
      Instant now,
      UnaryOperator<Occasion> occasion,
      UnaryOperator<D> details) {
    ActorStamp person = new ActorStamp(party, Optional.empty());
    return performed(c, action, parties, now, move -> person, occasion, details);
  }

  private Outcome<Change<D>> performed(
      Case<D> c,
      Action action,
      Set<Party> parties,
      Instant now,
      Function<Move, ActorStamp> stamp,
      UnaryOperator<Occasion> occasion,
      UnaryOperator<D> details) {
    return kernel
        .perform(
            c,
            action,
            parties,
            move -> occasion.apply(Occasion.of(c.notBeforeLast(now), stamp.apply(move))))
        .map(change -> change.withDetails(details.apply(c.details())));
  }

  /** Refuses what the table allows but the content does not, saying why. */
  public <T> Outcome<T> notNow(Case<D> c, Set<Party> parties, Text why) {
    return Outcome.refused(
        new Refusal.NotAllowed(kernel.lifeCycle().allowedActions(c, parties), Optional.of(why)));
  }

  /** Refuses a body for what only the case can tell is wrong with it. */
  public static <T> Outcome<T> invalid(Fault fault) {
    return Outcome.refused(new Refusal.Invalid(List.of(fault)));
  }
}
