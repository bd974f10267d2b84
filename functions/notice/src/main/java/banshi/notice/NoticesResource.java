package banshi.notice;

import banshi.catalogue.Catalogue;
import banshi.http.Answers;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Parameters;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RequestTerms;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Write;
import banshi.identity.Role;
import banshi.store.Inboxes;
import banshi.store.StoredAnswer;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people were told: an applicant, a department's officers, the supervisors. */
@Path("/v1/notices")
@Tag(name = "notices", description = "通知 · Notices")
@RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
public class NoticesResource {
  private final Inboxes inboxes;
  private final Reading reading;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Caller caller;
  private final RequestTerms terms;

  NoticesResource(
      Inboxes inboxes,
      Reading reading,
      Catalogue catalogue,
      Pages pages,
      Caller caller,
      RequestTerms terms) {
    this.inboxes = inboxes;
    this.reading = reading;
    this.catalogue = catalogue;
    this.pages = pages;
    this.caller = caller;
    this.terms = terms;
  }

  @GET
  @Operation(operationId = "listNotices", summary = "通知，最新在前 · Notices, newest first")
  public Page<NoticeView> list(
      @Parameter(
              description =
                  "A department's code (its officers, supervisors) or SUPERVISORS (supervisors);"
                      + " without it an applicant's own")
          @QueryParam("inbox")
          Optional<String> name,
      @BeanParam PageQuery query) {
    if (!caller.actor().is(Role.APPLICANT)) {
      Parameters.required("inbox", name);
    }
    Inbox inbox =
        Inbox.of(caller.actor(), catalogue, name)
            .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
    return pages.of(
        query,
        "notices " + inbox.recipient().inbox(),
        (after, limit) ->
            inboxes
                .of(inbox.recipient(), after, limit, caller.now())
                .map(found -> NoticeView.of(inbox, found)));
  }

  @POST
  @Path("/{id}/actions/read")
  @Write
  @Operation(operationId = "markNoticeRead", summary = "标为已读 · Mark as read")
  @Shows(value = NoticeView.class, says = "通知 · The notice, with the time it was read first")
  public Response read(@PathParam("id") String id, Requests.Nothing body) {
    return Answers.of(
        reading.read(
            caller.actor(),
            id,
            terms.write(),
            view -> Answers.ok(view, caller.language()),
            caller.now()),
        StoredAnswer::body);
  }
}
