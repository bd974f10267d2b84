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

/** What officers do with their department's tasks. */
@Path("/v1/applications/{number}/tasks/{taskId}/actions")
@Tag(name = "tasks", description = "任务 · Tasks")
@Shows(value = ApplicationView.class, says = "办件 · The application")
@RolesNeeded(Role.OFFICER)
public class TasksResource {
  private final Counter<ApplicationDetails> counter;
  private final Intake intake;
  private final Caller caller;

  TasksResource(Counter<ApplicationDetails> counter, Intake intake, Caller caller) {
    this.counter = counter;
    this.intake = intake;
    this.caller = caller;
  }

  @POST
  @Path("/claim")
  @Write
  @Versioned
  @Operation(operationId = "claimTask", summary = "认领任务 · Claim a task, or renew one's claim")
  public Response claim(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.Plain body) {
    return counter.claim(number, taskId);
  }

  @POST
  @Path("/release")
  @Write
  @Versioned
  @Operation(operationId = "releaseTask", summary = "放回任务 · Release a task")
  public Response release(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.Plain body) {
    return counter.release(number, taskId);
  }

  @POST
  @Path("/complete")
  @Write
  @Versioned
  @Operation(operationId = "completeTask", summary = "完成任务 · Complete a task")
  public Response complete(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.Complete body) {
    return counter.complete(number, taskId, body);
  }

  @POST
  @Path("/route")
  @Write
  @Versioned
  @Operation(operationId = "routeTask", summary = "改派审查任务 · Route a review to another department")
  public Response route(
      @PathParam("number") String number, @PathParam("taskId") String taskId, Requests.Route body) {
    return counter.act(number, intake.lead().route(caller.actor(), taskId, body));
  }
}
