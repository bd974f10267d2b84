package banshi.http.desk;

import banshi.cases.Case;
import banshi.cases.Party;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * How a kind's cases are shown: the common fields of the contract, then its own.
 *
 * @param <D> the kind's own content
 */
@FunctionalInterface
public interface CaseViews<D> {
  /**
   * Shows a case to somebody who is these parties to it.
   *
   * @param withReceipt whether the answer holds a {@code receipt}; its {@code code} is put in last,
   *     so that it is never stored
   * @param disclosed personal data in full, when its being read was put on record; else empty
   */
  Object of(
      Case<D> c,
      Set<Party> parties,
      boolean withReceipt,
      Map<String, JsonNode> disclosed,
      Instant now);
}
