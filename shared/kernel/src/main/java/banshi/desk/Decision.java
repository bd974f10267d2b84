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
 * A pure decision: from a case and what the caller is to it, to a change or a refusal.
 *
 * @param <D> the kind's own content
 */
@FunctionalInterface
public interface Decision<D> {
  /** Decides; the caller may see the case and acted on its newest version. */
  Outcome<Change<D>> decide(Case<D> c, Set<Party> parties, Instant now);

  /**
   * A change with what is written together with it, or not at all.
   *
   * @param companions each on condition that what it was decided on is still so
   */
  record Together<D>(Change<D> change, List<Companion> companions) {
    public Together {
      companions = List.copyOf(companions);
    }
  }

  /**
   * Decides what is written to this case and to others: from one reading of each, so that nothing
   * can come between what was decided on and what is written.
   */
  default Outcome<Together<D>> decideTogether(Case<D> c, Set<Party> parties, Instant now) {
    return decide(c, parties, now).map(change -> new Together<>(change, List.of()));
  }

  /** The same decision, refused to a caller who is involved in what the case is about. */
  default Decision<D> unless(Recusal<D> recusal, Actor caller) {
    return new Recused<>(this, recusal, caller);
  }

  /** What is refused whatever version the caller acted on. */
  default Optional<Refusal> refuseAnyVersion(Case<D> c, Set<Party> parties, Instant now) {
    return Optional.empty();
  }
}
