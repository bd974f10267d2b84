package banshi.reminder;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.desk.Desk;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A desk for each kind of case, with its content left as it is stored.
 *
 * @param byKind the desks
 */
public record Desks(Map<CaseKind, Desk<JsonNode>> byKind) {
  public Desks {
    byKind = Map.copyOf(byKind);
  }

  /**
   * Makes everything happen to a case that is due by itself.
   *
   * @throws IllegalStateException when the hall serves no such kind
   */
  public Desk.Settled settle(CaseNumber number, Instant now) {
    return Optional.ofNullable(byKind.get(number.kind()))
        .orElseThrow(() -> new IllegalStateException("no life cycle for " + number.kind()))
        .settle(number, now);
  }
}
