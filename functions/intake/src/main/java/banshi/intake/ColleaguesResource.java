package banshi.intake;

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

/** What colleagues do with each other's tasks. */
@Path("/v1/applications/{number}/tasks/{taskId}/actions")
@Tag(name = "colleagues", description = "转交与协办 · Handing over and sharing tasks")
@Shows(value = ApplicationView.class, says = "办件 · The application")
public class ColleaguesResource {
  private final Counter<ApplicationDetails> counter;

  ColleaguesResource(Counter<ApplicationDetails> counter) {
    this.counter = counter;
  }

  @POST
  @Path("/hand-over")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "handOverTask", summary = "转交任务 · Hand a task to a colleague")
  public Response handOver(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.HandOver body) {
    return counter.handOver(number, taskId, body);
  }

  @POST
  @Path("/take-back")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "takeBackTask",
      summary = "收回已转交的任务 · Take back a task that was handed over")
  public Response takeBack(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.Reasoned body) {
    return counter.takeBack(number, taskId, body);
  }

  @POST
  @Path("/share")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "shareTask", summary = "邀请协办 · Share one's task with a colleague")
  public Response share(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.Share body) {
    return counter.share(number, taskId, body);
  }
}
