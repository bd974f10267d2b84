package banshi.desk;

import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.store.Companion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case that is ready to be received, but for its number.
 *
 * @param <D> the kind's own content
 */
public interface Filing<D> {
  /** Makes the case under a number; asked again with another when that one is taken. */
  Change<D> open(CaseNumber number, Instant now);

  /** What is written together with the case, on conditions of its own. */
  default List<Companion> companions(CaseNumber number, Instant now) {
    return List.of();
  }

  /** The caller's draft that becomes the case, and goes with it. */
  default Optional<String> draftId() {
    return Optional.empty();
  }
}
