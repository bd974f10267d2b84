package banshi.intake;

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

/** What officers do with applications: the window first, then the lead department. */
@Path("/v1/applications/{number}/actions")
@Tag(name = "officers", description = "办理 · What officers do")
@Shows(value = ApplicationView.class, says = "办件 · The application")
public class OfficerActionsResource {
  private final Counter<ApplicationDetails> counter;
  private final Intake intake;
  private final Caller caller;

  OfficerActionsResource(Counter<ApplicationDetails> counter, Intake intake, Caller caller) {
    this.counter = counter;
    this.intake = intake;
    this.caller = caller;
  }

  @POST
  @Path("/request-correction")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "requestCorrection", summary = "一次性告知补正 · Tell once what to correct")
  public Response requestCorrection(
      @PathParam("number") String number, Requests.RequestCorrection body) {
    return counter.act(number, intake.window().requestCorrection(caller.actor(), body));
  }

  @POST
  @Path("/accept")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "accept", summary = "受理 · Accept")
  public Response accept(@PathParam("number") String number, CommonRequests.Plain body) {
    return counter.act(number, intake.window().accept(caller.actor(), body));
  }

  @POST
  @Path("/refuse")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "refuse", summary = "不予受理 · Refuse to accept")
  public Response refuse(@PathParam("number") String number, Requests.Refuse body) {
    return counter.act(number, intake.window().refuse(caller.actor(), body));
  }

  @POST
  @Path("/suspend")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "suspend", summary = "进入特别程序 · Begin a special procedure")
  public Response suspend(@PathParam("number") String number, Requests.Suspend body) {
    return counter.act(number, intake.lead().suspend(caller.actor(), body));
  }

  @POST
  @Path("/resume")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "resume", summary = "特别程序结束 · End the special procedure")
  public Response resume(@PathParam("number") String number, CommonRequests.Plain body) {
    return counter.act(number, intake.lead().resume(caller.actor(), body));
  }

  @POST
  @Path("/extend")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "extend",
      summary = "申请延长期限，由另一人批准 · Ask for an extension, which a second person approves")
  public Response extend(@PathParam("number") String number, CommonRequests.Extend body) {
    return counter.act(number, intake.lead().extend(caller.actor(), body));
  }

  @POST
  @Path("/approve-extension")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "approveExtension",
      summary = "批准延长期限 · Approve the extension that a colleague asked for")
  public Response approveExtension(@PathParam("number") String number, CommonRequests.Plain body) {
    return counter.act(
        number, intake.lead().extensions().approve(caller.actor(), body.note().orElse("")));
  }

  @POST
  @Path("/reject-extension")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "rejectExtension",
      summary = "不批准延长期限 · Reject the extension that a colleague asked for")
  public Response rejectExtension(
      @PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(number, intake.lead().extensions().reject(caller.actor(), body.reason()));
  }

  @POST
  @Path("/decide")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "decide", summary = "作出决定 · Decide a matter")
  public Response decide(@PathParam("number") String number, Requests.Decide body) {
    return counter.act(number, intake.lead().decide(caller.actor(), body));
  }

  @POST
  @Path("/correct-decision")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "correctDecision",
      summary = "更正已作出的决定或证照 · Correct an issued decision or certificate",
      description =
          "结论不变，更正前后的内容都保留并告知申请人。The outcome stays; both versions are kept, and the applicant"
              + " is told.")
  public Response correctDecision(
      @PathParam("number") String number, Requests.CorrectDecision body) {
    return counter.act(number, intake.corrections().correct(caller.actor(), body));
  }

  @POST
  @Path("/deliver")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "deliver", summary = "送达 · Deliver the result")
  public Response deliver(@PathParam("number") String number, Requests.Deliver body) {
    return counter.act(number, intake.window().deliver(caller.actor(), body));
  }
}
