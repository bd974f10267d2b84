package banshi.intake;

import banshi.cases.CaseKind;
import banshi.store.Draft;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft as it was saved.
 *
 * @param kind of the case that it is to become
 * @param version what {@code ETag} says, and {@code If-Match} is to name
 * @param formVersion the version of the form it was begun with: of the matter or package, or the
 *     day on which it was begun
 * @param deletedAt when it will be deleted unless it is saved again
 * @param validationPath where its content is sent to be told every fault that filing it would have;
 *     the draft's own for an application, which needs no content
 * @param content the body of the filing, as far as it is written
 * @param page the page of the form that the client was on
 */
@Schema
public record DraftView(
    UUID draftId,
    CaseKind kind,
    long version,
    String formVersion,
    Instant savedAt,
    Instant deletedAt,
    String validationPath,
    JsonNode content,
    Optional<String> page) {
  static DraftView of(Draft draft) {
    return new DraftView(
        draft.id(),
        draft.kind(),
        draft.version(),
        draft.formVersion(),
        draft.savedAt(),
        draft.deletedAt(),
        validationPath(draft),
        DraftContent.filing(draft),
        DraftContent.page(draft));
  }

  static String validationPath(Draft draft) {
    return switch (draft.kind()) {
      case APPLICATION -> "/v1/drafts/" + draft.id() + "/validation";
      case STARTUP -> "/v1/startups/validation";
      case COMPLAINT -> "/v1/complaints/validation";
      case CONSULTATION -> "/v1/consultations/validation";
    };
  }
}
