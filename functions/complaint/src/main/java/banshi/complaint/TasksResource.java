package banshi.complaint;

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
@Path("/v1/complaints/{number}/tasks/{taskId}/actions")
@Tag(name = "complaint-tasks", description = "任务 · Tasks")
@Shows(value = ComplaintView.class, says = "反映 · The complaint")
@RolesNeeded(Role.OFFICER)
public class TasksResource {
  private final Counter<ComplaintDetails> counter;

  TasksResource(Counter<ComplaintDetails> counter) {
    this.counter = counter;
  }

  @POST
  @Path("/claim")
  @Write
  @Versioned
  @Operation(
      operationId = "claimComplaintTask",
      summary = "认领任务 · Claim a task, or renew one's claim")
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
  @Operation(operationId = "releaseComplaintTask", summary = "放回任务 · Release a task")
  public Response release(
      @PathParam("number") String number,
      @PathParam("taskId") String taskId,
      CommonRequests.Plain body) {
    return counter.release(number, taskId);
  }
}
