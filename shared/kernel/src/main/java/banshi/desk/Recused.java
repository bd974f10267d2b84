package banshi.desk;

import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.identity.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A decision that is refused to whoever is involved, whatever version they acted on.
 *
 * @param <D> the kind's own content
 */
record Recused<D>(Decision<D> decision, Recusal<D> recusal, Actor actor) implements Decision<D> {
  @Override
  public Outcome<Change<D>> decide(Case<D> c, Set<Party> parties, Instant now) {
    return decision.decide(c, parties, now);
  }

  @Override
  public Outcome<Together<D>> decideTogether(Case<D> c, Set<Party> parties, Instant now) {
    return decision.decideTogether(c, parties, now);
  }

  @Override
  public Optional<Refusal> refuseAnyVersion(Case<D> c, Set<Party> parties, Instant now) {
    boolean own = actor.key().equals(c.owner());
    return !own && recusal.isInvolved(c, actor)
        ? Optional.of(new Refusal.ConflictOfInterest())
        : decision.refuseAnyVersion(c, parties, now);
  }
}
