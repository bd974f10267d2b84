package banshi.complaint;

import banshi.http.Caller;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Versioned;
import banshi.http.Write;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.Counter;
import banshi.identity.Role;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the window, the department and supervisors do with complaints. */
@Path("/v1/complaints/{number}/actions")
@Tag(name = "complaint-officers", description = "办理反映 · What officers do with complaints")
@Shows(value = ComplaintView.class, says = "反映 · The complaint")
public class OfficerActionsResource {
  private final Counter<ComplaintDetails> counter;
  private final Complaints complaints;
  private final Caller caller;

  OfficerActionsResource(Counter<ComplaintDetails> counter, Complaints complaints, Caller caller) {
    this.counter = counter;
    this.complaints = complaints;
    this.caller = caller;
  }

  @POST
  @Path("/triage")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "triageComplaint", summary = "分类定级 · Judge how soon and why")
  public Response triage(@PathParam("number") String number, Requests.Triage body) {
    return counter.act(number, complaints.window().triage(caller.actor(), body));
  }

  @POST
  @Path("/assign")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "assignComplaint", summary = "转办 · Say whose it is")
  public Response assign(@PathParam("number") String number, Requests.Assign body) {
    return counter.act(number, complaints.window().assign(caller.actor(), body));
  }

  @POST
  @Path("/redirect")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "redirectComplaint", summary = "告知去向 · Say where to go")
  public Response redirect(@PathParam("number") String number, Requests.Redirect body) {
    return counter.act(number, complaints.window().redirect(caller.actor(), body));
  }

  @POST
  @Path("/return-assignment")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "returnComplaint", summary = "退回转办 · Give it back to the window")
  public Response returnAssignment(
      @PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(number, complaints.departments().returnAssignment(caller.actor(), body));
  }

  @POST
  @Path("/extend")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "extendComplaint",
      summary = "申请延长期限，由另一人批准 · Ask for more time, which a second person approves")
  public Response extend(@PathParam("number") String number, CommonRequests.Extend body) {
    return counter.act(number, complaints.departments().extend(caller.actor(), body));
  }

  @POST
  @Path("/approve-extension")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "approveExtensionOfComplaint",
      summary = "批准延长期限 · Approve the extension that a colleague asked for")
  public Response approveExtension(@PathParam("number") String number, CommonRequests.Plain body) {
    return counter.act(
        number,
        complaints.departments().extensions().approve(caller.actor(), body.note().orElse("")));
  }

  @POST
  @Path("/reject-extension")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "rejectExtensionOfComplaint",
      summary = "不批准延长期限 · Reject the extension that a colleague asked for")
  public Response rejectExtension(
      @PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(
        number, complaints.departments().extensions().reject(caller.actor(), body.reason()));
  }

  @POST
  @Path("/correct-reply")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "correctReplyToComplaint",
      summary = "更正答复 · Correct the answer given last",
      description =
          "更正前后的内容都保留，异议期限重新计算。Both versions are kept, and the time to dispute it begins anew.")
  public Response correctReply(@PathParam("number") String number, Requests.CorrectReply body) {
    return counter.act(number, complaints.departments().correctReply(caller.actor(), body));
  }

  @POST
  @Path("/acknowledge-referral")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "acknowledgeReferral",
      summary = "纪检监察签收移交 · Discipline takes note of a referral")
  public Response acknowledge(@PathParam("number") String number, Requests.Acknowledge body) {
    return counter.act(number, complaints.supervisors().acknowledge(caller.actor(), body));
  }

  @POST
  @Path("/reply")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "replyToComplaint", summary = "答复 · Answer")
  public Response reply(@PathParam("number") String number, Requests.Reply body) {
    return counter.act(number, complaints.departments().reply(caller.actor(), body));
  }

  @POST
  @Path("/escalate")
  @Write
  @Versioned
  @RolesNeeded(Role.SUPERVISOR)
  @Operation(operationId = "escalateComplaint", summary = "升级督办 · Lift it one level")
  public Response escalate(@PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(number, complaints.supervisors().escalate(caller.actor(), body));
  }

  @POST
  @Path("/refer-discipline")
  @Write
  @Versioned
  @RolesNeeded(Role.SUPERVISOR)
  @Operation(operationId = "referComplaintToDiscipline", summary = "移交纪检监察 · Refer to discipline")
  public Response referDiscipline(
      @PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(number, complaints.supervisors().referDiscipline(caller.actor(), body));
  }

  @POST
  @Path("/merge")
  @Write
  @Versioned
  @RolesNeeded(Role.SUPERVISOR)
  @Operation(operationId = "mergeComplaint", summary = "并入一类事 · Merge into a cluster")
  public Response merge(@PathParam("number") String number, Requests.Merge body) {
    return counter.act(number, complaints.supervisors().merge(caller.actor(), body));
  }
}
