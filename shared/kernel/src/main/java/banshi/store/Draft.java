package banshi.store;

import banshi.cases.CaseKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A filing that is still being written: an application, a complaint, a start-up, a consultation.
 *
 * @param id made by the client
 * @param kind of the case that it is to become
 * @param version grows with every change of it, also where it was deleted and begun again
 * @param formVersion the version of the form it was begun with
 * @param savedAt when it was saved last
 * @param deletedAt when it will be deleted, 90 days after it was saved last
 * @param content what the client saved
 */
public record Draft(
    UUID id,
    CaseKind kind,
    long version,
    String formVersion,
    Instant savedAt,
    Instant deletedAt,
    JsonNode content) {}
