package banshi.desk;

import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Outcome;
import banshi.cases.Party;
import java.time.Instant;
import java.util.Set;

/**
 * A decision on a case and on what is written together with it.
 *
 * @param <D> the kind's own content
 */
@FunctionalInterface
public interface JointDecision<D> extends Decision<D> {
  @Override
  Outcome<Together<D>> decideTogether(Case<D> c, Set<Party> parties, Instant now);

  @Override
  default Outcome<Change<D>> decide(Case<D> c, Set<Party> parties, Instant now) {
    return decideTogether(c, parties, now).map(Together::change);
  }
}
