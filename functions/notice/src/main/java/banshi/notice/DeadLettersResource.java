package banshi.notice;

import banshi.http.Answers;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.RequestTerms;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Write;
import banshi.identity.Role;
import banshi.store.DeadLetters;
import banshi.store.StoredAnswer;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices that reached their person by no channel, for those who look after the hall. */
@Path("/v1/dead-letters")
@Tag(name = "dead letters", description = "无法送达的通知 · Notices that could not be sent")
@RolesNeeded({Role.ADMIN, Role.SUPERVISOR})
public class DeadLettersResource {
  private final DeadLetters letters;
  private final Replaying replaying;
  private final Pages pages;
  private final Caller caller;
  private final RequestTerms terms;

  DeadLettersResource(
      DeadLetters letters, Replaying replaying, Pages pages, Caller caller, RequestTerms terms) {
    this.letters = letters;
    this.replaying = replaying;
    this.pages = pages;
    this.caller = caller;
    this.terms = terms;
  }

  @GET
  @Operation(
      operationId = "listDeadLetters",
      summary = "无法送达的通知，最早在前 · Notices that could not be sent, oldest first")
  public Page<DeadLetterView> list(@BeanParam PageQuery query) {
    return pages.of(
        query, "dead letters", (after, limit) -> letters.of(after, limit).map(DeadLetterView::of));
  }

  @POST
  @Path("/{id}/actions/replay")
  @Write
  @Operation(
      operationId = "replayDeadLetter",
      summary = "重新发送 · Send again",
      description = "Its attempts count anew; it goes with the next run.")
  @Shows(value = DeadLetterView.class, says = "重新待发的通知 · The notice as it waits again")
  public Response replay(@PathParam("id") String id, Requests.Nothing body) {
    return Answers.of(
        replaying.replay(
            id, terms.write(), view -> Answers.ok(view, caller.language()), caller.now()),
        StoredAnswer::body);
  }
}
