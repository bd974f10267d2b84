package banshi.intake;

import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Write;
import banshi.http.desk.BulkAnswer;
import banshi.http.desk.BulkRequests;
import banshi.http.desk.Counter;
import banshi.identity.Role;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What officers do with tasks of many applications at once, each by itself. */
@Path("/v1/applications/tasks/actions")
@Tag(name = "bulk", description = "批量办理 · Many at once")
@Shows(value = BulkAnswer.class, says = "逐件结果 · What became of each")
@RolesNeeded(Role.OFFICER)
public class BulkTasksResource {
  private final Counter<ApplicationDetails> counter;

  BulkTasksResource(Counter<ApplicationDetails> counter) {
    this.counter = counter;
  }

  @POST
  @Path("/claim")
  @Write
  @Operation(
      operationId = "claimTasks",
      summary = "批量认领任务，最多50件 · Claim tasks of up to 50 applications")
  public Response claim(BulkRequests.ClaimMany body) {
    return counter.claimEach(body);
  }
}
