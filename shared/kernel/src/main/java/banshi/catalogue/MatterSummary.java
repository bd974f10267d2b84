package banshi.catalogue;

import banshi.text.Text;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a list of matters shows of one: see {@link Matter} for each part.
 *
 * @param validTo the last day it is in force; empty while no end is known
 */
public record MatterSummary(
    MatterVersion version,
    Optional<LocalDate> validTo,
    Text name,
    MatterType type,
    String responsible,
    Limit statutory,
    Promise promise,
    int visits,
    OnlineReach online,
    boolean charged) {

  /** What a list shows of {@code matter}. */
  public static MatterSummary of(Matter matter) {
    return new MatterSummary(
        matter.version(),
        matter.validTo(),
        matter.name(),
        matter.type(),
        matter.responsible(),
        matter.statutory(),
        matter.promise(),
        matter.visits().count(),
        matter.online(),
        matter.fee().charged());
  }
}
