package banshi.complaint;

import banshi.cases.TimelineVerification;
import banshi.http.Caller;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Versioned;
import banshi.http.Write;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.Counter;
import banshi.http.desk.FilingCheck;
import banshi.http.view.TimelineView;
import banshi.identity.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Complaints (办不成事): complaining, reading, and what everybody may do with them. */
@Path("/v1/complaints")
@Tag(name = "complaints", description = "办不成事 · Complaints")
@Shows(value = ComplaintView.class, says = "反映 · The complaint")
public class ComplaintsResource {
  private final Counter<ComplaintDetails> counter;
  private final Complaints complaints;
  private final Caller caller;

  ComplaintsResource(Counter<ComplaintDetails> counter, Complaints complaints, Caller caller) {
    this.counter = counter;
    this.complaints = complaints;
    this.caller = caller;
  }

  @POST
  @Write
  @RolesNeeded({Role.APPLICANT, Role.OFFICER})
  @Operation(
      operationId = "submitComplaint",
      summary = "反映办不成事 · Complain about what could not be done")
  @Shows(value = ComplaintView.class, status = 201, says = "已收到 · Received")
  public Response submit(Requests.Complaint body) {
    return counter.open(
        body.draftId(),
        body.onBehalfOf(),
        body.channel(),
        filer ->
            complaints
                .complainants()
                .prepare(
                    filer,
                    body,
                    number -> complaints.related().look(number, caller.now()).map(c -> c),
                    caller.now())
                .map(filed -> filed.naming(complaints.links(), caller.now())));
  }

  @POST
  @Path("/validation")
  @RolesNeeded(Role.APPLICANT)
  @Operation(
      operationId = "validateComplaint",
      summary = "检查反映内容，不保存 · Look through a complaint without storing it",
      description = "一次列出全部问题。Every fault at once.")
  @APIResponse(responseCode = "200", description = "全部问题 · Every fault")
  public FilingCheck validate(Requests.ComplaintForm body) {
    return complaints
        .complainants()
        .checked(
            caller.actor(),
            body,
            number -> complaints.related().look(number, caller.now()).map(c -> c),
            caller.now());
  }

  @GET
  @Path("/{number}")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "getComplaint", summary = "查看反映 · Read a complaint")
  public Response read(@PathParam("number") String number) {
    return counter.read(number);
  }

  @GET
  @Path("/{number}/timeline")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "getComplaintTimeline", summary = "办理过程 · Timeline")
  public TimelineView timeline(@PathParam("number") String number) {
    return counter.timeline(number);
  }

  @GET
  @Path("/{number}/timeline/verification")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "verifyComplaintTimeline", summary = "核验办理过程 · Verify the timeline")
  public TimelineVerification verification(@PathParam("number") String number) {
    return counter.verification(number);
  }

  @POST
  @Path("/{number}/actions/confirm")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "confirmAnswer", summary = "认可答复 · Take the answer")
  public Response confirm(@PathParam("number") String number, CommonRequests.Plain body) {
    return counter.act(number, complaints.complainants().confirm(body));
  }

  @POST
  @Path("/{number}/actions/dispute")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "disputeAnswer", summary = "对答复提出异议 · Dispute the answer")
  public Response dispute(@PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(number, complaints.complainants().dispute(body));
  }

  @POST
  @Path("/{number}/actions/withdraw")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "withdrawComplaint", summary = "撤回反映 · Withdraw")
  public Response withdraw(@PathParam("number") String number, CommonRequests.Withdraw body) {
    return counter.act(number, complaints.complainants().withdraw(body));
  }

  @POST
  @Path("/{number}/actions/disclose")
  @Write
  @Versioned
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "discloseOfComplaint",
      summary = "查阅完整个人信息（留痕） · Read personal data in full, on the record")
  public Response disclose(@PathParam("number") String number, CommonRequests.Disclose body) {
    return counter.disclose(number, body);
  }
}
