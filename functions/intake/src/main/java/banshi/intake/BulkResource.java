package banshi.intake;

import banshi.http.Caller;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Write;
import banshi.http.desk.BulkAnswer;
import banshi.http.desk.BulkRequests;
import banshi.http.desk.BulkRequests.NumberAtVersion;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.Counter;
import banshi.identity.Role;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What officers do with many applications at once, each by itself. */
@Path("/v1/applications/actions")
@Tag(name = "bulk", description = "批量办理 · Many at once")
@Shows(value = BulkAnswer.class, says = "逐件结果 · What became of each")
@RolesNeeded(Role.OFFICER)
public class BulkResource {
  private final Counter<ApplicationDetails> counter;
  private final Intake intake;
  private final Caller caller;

  BulkResource(Counter<ApplicationDetails> counter, Intake intake, Caller caller) {
    this.counter = counter;
    this.intake = intake;
    this.caller = caller;
  }

  @POST
  @Path("/accept")
  @Write
  @Operation(operationId = "acceptMany", summary = "批量受理，最多50件 · Accept up to 50, each by itself")
  public Response accept(BulkRequests.PlainOfMany body) {
    CommonRequests.Plain each = new CommonRequests.Plain(body.note());
    return counter.actOnEach(body.items(), place -> intake.window().accept(caller.actor(), each));
  }

  @POST
  @Path("/deliver")
  @Write
  @Operation(operationId = "deliverMany", summary = "批量送达，最多50件 · Deliver up to 50, each by itself")
  public Response deliver(Requests.DeliverMany body) {
    return counter.actOnEach(
        body.items().stream()
            .map(item -> new NumberAtVersion(item.number(), item.version()))
            .toList(),
        place ->
            intake
                .window()
                .deliver(
                    caller.actor(),
                    new Requests.Deliver(body.method(), body.items().get(place).trackingNumber())),
        Set.of("/trackingNumber"));
  }
}
