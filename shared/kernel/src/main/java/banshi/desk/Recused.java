package banshi.desk;

import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.identity.Actor;
import banshi.store.Companion;
import java.time.Instant;
import java.util.List;
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
  public List<Companion> companions(Case<D> c, Change<D> decided, Instant now) {
    return decision.companions(c, decided, now);
  }

  @Override
  public Optional<Refusal> refuseAnyVersion(Case<D> c, Set<Party> parties, Instant now) {
    boolean own = actor.key().equals(c.owner());
    return !own && recusal.isInvolved(c, actor)
        ? Optional.of(new Refusal.ConflictOfInterest())
        : decision.refuseAnyVersion(c, parties, now);
  }
}
