package banshi.desk;

import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import java.time.Instant;
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

  /** What is refused whatever version the caller acted on. */
  default Optional<Refusal> refuseAnyVersion(Case<D> c, Set<Party> parties, Instant now) {
    return Optional.empty();
  }
}
