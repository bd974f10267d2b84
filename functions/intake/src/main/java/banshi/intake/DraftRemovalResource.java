package banshi.intake;

import banshi.http.Caller;
import banshi.http.RequestTerms;
import banshi.http.RolesNeeded;
import banshi.http.Versioned;
import banshi.identity.Role;
import banshi.store.Drafts;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Deletes drafts. Apart from {@link DraftsResource}, for Quarkus leaves it to chance whether what a
 * class answers to GET or to DELETE comes first, and the package would differ from build to build.
 */
@Path("/v1/drafts")
@Tag(name = "drafts")
@RolesNeeded(Role.APPLICANT)
public class DraftRemovalResource {
  private final Drafts drafts;
  private final Caller caller;
  private final RequestTerms terms;

  DraftRemovalResource(Drafts drafts, Caller caller, RequestTerms terms) {
    this.drafts = drafts;
    this.caller = caller;
    this.terms = terms;
  }

  @DELETE
  @Versioned
  @Path("/{draftId}")
  @Operation(operationId = "deleteDraft", summary = "删除草稿 · Delete a draft")
  @APIResponse(responseCode = "204", description = "已删除 · Deleted")
  public Response delete(@PathParam("draftId") String draftId) {
    DraftAnswers.kept(
        drafts.delete(
            caller.actor().key(),
            DraftAnswers.id(draftId),
            DraftAnswers.version(terms),
            caller.now()));
    return Response.noContent().build();
  }
}
