package banshi.consultation;

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

/** What the window, the departments and supervisors do with consultations. */
@Path("/v1/consultations/{number}")
@Tag(name = "consultation-officers", description = "办理咨询 · What officers do with consultations")
@Shows(value = ConsultationView.class, says = "咨询 · The consultation")
public class OfficerActionsResource {
  private final Counter<ConsultationDetails> counter;
  private final Consultations consultations;
  private final Caller caller;

  OfficerActionsResource(
      Counter<ConsultationDetails> counter, Consultations consultations, Caller caller) {
    this.counter = counter;
    this.consultations = consultations;
    this.caller = caller;
  }

  @POST
  @Path("/actions/assign")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "assignConsultation", summary = "转办 · Say whose it is")
  public Response assign(@PathParam("number") String number, Requests.Assign body) {
    return counter.act(number, consultations.officers().assign(caller.actor(), body));
  }

  @POST
  @Path("/actions/answer")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "answerConsultation", summary = "答复 · Answer")
  public Response answer(@PathParam("number") String number, Requests.Answer body) {
    return counter.act(number, consultations.officers().answer(caller.actor(), body));
  }

  @POST
  @Path("/actions/extend")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "extendConsultation",
      summary = "申请延长期限（一次），由另一人批准 · Ask for more time, once, which a second person approves")
  public Response extend(@PathParam("number") String number, CommonRequests.Extend body) {
    return counter.act(number, consultations.officers().extend(caller.actor(), body));
  }

  @POST
  @Path("/actions/approve-extension")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "approveExtensionOfConsultation",
      summary = "批准延长期限 · Approve the extension that a colleague asked for")
  public Response approveExtension(@PathParam("number") String number, CommonRequests.Plain body) {
    return counter.act(
        number,
        consultations.officers().extensions().approve(caller.actor(), body.note().orElse("")));
  }

  @POST
  @Path("/actions/reject-extension")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "rejectExtensionOfConsultation",
      summary = "不批准延长期限 · Reject the extension that a colleague asked for")
  public Response rejectExtension(
      @PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(
        number, consultations.officers().extensions().reject(caller.actor(), body.reason()));
  }

  @POST
  @Path("/actions/correct-answer")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "correctAnswer",
      summary = "更正答复 · Correct the answer given last",
      description =
          "更正前后的内容都保留；尚可追问的，期限重新计算。Both versions are kept; an open time for a follow-up"
              + " question begins anew.")
  public Response correctAnswer(@PathParam("number") String number, Requests.CorrectAnswer body) {
    return counter.act(number, consultations.corrections().correct(caller.actor(), body));
  }

  @POST
  @Path("/actions/redirect")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "redirectConsultation", summary = "告知去向 · Say where to go")
  public Response redirect(@PathParam("number") String number, Requests.Redirect body) {
    return counter.act(number, consultations.officers().redirect(caller.actor(), body));
  }

  @POST
  @Path("/actions/publish")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "publishAnswer",
      summary = "公开答复，不得含个人信息 · Publish the answer without personal data")
  public Response publish(@PathParam("number") String number, Requests.Publish body) {
    return counter.act(number, consultations.publishers().publish(caller.actor(), body));
  }

  @POST
  @Path("/actions/unpublish")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "unpublishAnswer", summary = "撤下公开答复 · Take the published answer down")
  public Response unpublish(@PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(number, consultations.publishers().unpublish(caller.actor(), body));
  }

  @POST
  @Path("/tasks/{taskId}/actions/claim")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "claimConsultationTask",
      summary = "认领任务 · Claim a task, or renew one's claim")
  public Response claim(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.Plain body) {
    return counter.claim(number, taskId);
  }

  @POST
  @Path("/tasks/{taskId}/actions/release")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "releaseConsultationTask", summary = "放回任务 · Release a task")
  public Response release(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.Plain body) {
    return counter.release(number, taskId);
  }
}
