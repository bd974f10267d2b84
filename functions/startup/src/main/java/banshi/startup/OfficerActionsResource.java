package banshi.startup;

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

/** What the registrar and the other departments do with start-ups. */
@Path("/v1/startups/{number}")
@Tag(name = "startup-officers", description = "办理企业开办 · What officers do with start-ups")
@Shows(value = StartupView.class, says = "开办申请 · The start-up")
public class OfficerActionsResource {
  private final Counter<StartupDetails> counter;
  private final Startups startups;
  private final Caller caller;

  OfficerActionsResource(Counter<StartupDetails> counter, Startups startups, Caller caller) {
    this.counter = counter;
    this.startups = startups;
    this.caller = caller;
  }

  @POST
  @Path("/actions/request-correction")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "requestStartupCorrection",
      summary = "一次性告知需修改的内容 · Tell once what is to be corrected")
  public Response requestCorrection(
      @PathParam("number") String number, Requests.RequestCorrection body) {
    return counter.act(number, startups.registrars().requestCorrection(caller.actor(), body));
  }

  @POST
  @Path("/actions/deny")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "denyStartup", summary = "不予登记 · Deny the registration")
  public Response deny(@PathParam("number") String number, Requests.Deny body) {
    return counter.act(number, startups.registrars().deny(caller.actor(), body));
  }

  @POST
  @Path("/tasks/{taskId}/actions/claim")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "claimStartupTask",
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
  @Operation(operationId = "releaseStartupTask", summary = "放回任务 · Release a task")
  public Response release(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.Plain body) {
    return counter.release(number, taskId);
  }

  @POST
  @Path("/tasks/{taskId}/actions/complete")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "completeStartupTask",
      summary = "完成任务，载明结果 · Complete a task with its result",
      description =
          "设立登记任务完成即核发营业执照并同时开启其余任务。Completing the registrar's task issues the licence and"
              + " opens the others.")
  public Response complete(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      Requests.Complete body) {
    return counter.act(number, startups.departments().complete(caller.actor(), taskId, body));
  }

  @POST
  @Path("/actions/correct-result")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "correctStartupResult",
      summary = "更正办理结果 · Correct what a department gave",
      description =
          "更正前后的内容都保留并告知申请人；营业执照不在此更正。Both versions are kept and the applicant is told; the"
              + " licence is not corrected here.")
  public Response correctResult(@PathParam("number") String number, Requests.CorrectResult body) {
    return counter.act(number, startups.corrections().correct(caller.actor(), body));
  }
}
