package banshi.desk;

import banshi.cases.Case;
import banshi.cases.Party;
import banshi.store.StoredAnswer;
import java.util.Set;

/**
 * How a case becomes an answer. It is asked before the write, so that the answer is stored with it.
 *
 * @param <D> the kind's own content
 */
@FunctionalInterface
public interface Rendering<D> {
  /** Renders the case as it will be, for somebody who is these parties to it. */
  StoredAnswer render(Case<D> after, Set<Party> parties);
}
