package banshi.store;

import banshi.cases.CaseNumber;
import banshi.identity.ApplicantKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A company's name that is held for somebody.
 *
 * @param id what its holder calls it by, a random UUID
 * @param owner who holds it
 * @param registry six digits of the registry's division
 * @param industry the code of its industry: a name is unique within registry and industry
 * @param tradeName the part that tells companies apart (字号)
 * @param fullName the whole name
 * @param form the organisation form's code
 * @param keys what names alike have in common, at most a score
 * @param reservedAt since when
 * @param until until when, if no start-up uses it then
 * @param startup the start-up that uses it, or used it last
 * @param code the credit code of the company that is registered by it, for good
 */
public record ReservedName(
    String id,
    ApplicantKey owner,
    String registry,
    String industry,
    String tradeName,
    String fullName,
    String form,
    List<String> keys,
    Instant reservedAt,
    Instant until,
    Optional<CaseNumber> startup,
    Optional<String> code) {
  public ReservedName {
    keys = List.copyOf(keys);
  }

  /** Whether nobody may hold it any longer on the strength of the reservation alone. */
  public boolean isOver(Instant now) {
    return code.isEmpty() && !now.isBefore(until);
  }
}
