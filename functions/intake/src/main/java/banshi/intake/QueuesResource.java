package banshi.intake;

import banshi.cases.CaseKind;
import banshi.catalogue.Catalogue;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RolesNeeded;
import banshi.identity.Role;
import banshi.store.QueuedTask;
import banshi.store.Queues;
import banshi.text.Fault;
import banshi.text.Text;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A department's open tasks by due time. */
@Path("/v1/queues")
@Tag(name = "queues", description = "部门待办 · Department queues")
@RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
public class QueuesResource {
  private final Queues queues;
  private final Pages pages;
  private final Catalogue catalogue;
  private final Caller caller;

  QueuesResource(Queues queues, Pages pages, Catalogue catalogue, Caller caller) {
    this.queues = queues;
    this.pages = pages;
    this.catalogue = catalogue;
    this.caller = caller;
  }

  /** One line of a queue. */
  public record QueueLine(
      String number,
      CaseKind kind,
      Text caseTitle,
      String taskId,
      String department,
      Text departmentName,
      Text title,
      Queues.Filter state,
      boolean overdue,
      Optional<Instant> claimedUntil,
      Instant dueAt) {}

  @GET
  @Path("/{department}")
  @Operation(operationId = "listQueue", summary = "部门待办，按到期时间 · A department's tasks by due time")
  public Page<QueueLine> queue(
      @PathParam("department") String department,
      @Parameter(
              description = "OPEN (default), CLAIMED, OVERDUE",
              schema = @Schema(implementation = Queues.Filter.class))
          @QueryParam("state")
          Optional<String> state,
      @BeanParam PageQuery query) {
    boolean known = catalogue.department(department).isPresent();
    if (!known || !(caller.actor().is(Role.SUPERVISOR) || caller.actor().actsFor(department))) {
      throw Problem.of(ProblemCode.NOT_FOUND).asException();
    }
    Queues.Filter filter = state.map(QueuesResource::filter).orElse(Queues.Filter.OPEN);
    return pages.of(
        query,
        "queue " + department + " " + filter,
        (after, limit) ->
            queues.of(department, filter, after, limit, caller.now()).map(task -> line(task)));
  }

  private QueueLine line(QueuedTask task) {
    Instant now = caller.now();
    Optional<Instant> claimedUntil = task.claimedUntil().filter(now::isBefore);
    return new QueueLine(
        task.number().value(),
        task.number().kind(),
        task.caseTitle(),
        task.taskId(),
        task.department(),
        catalogue.departmentName(task.department()),
        task.title(),
        claimedUntil.isPresent() ? Queues.Filter.CLAIMED : Queues.Filter.OPEN,
        task.dueAt().isBefore(now),
        claimedUntil,
        task.dueAt());
  }

  private static Queues.Filter filter(String state) {
    return Arrays.stream(Queues.Filter.values())
        .filter(filter -> filter.name().equals(state))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.INVALID_PARAMETER,
                        List.of(
                            new Fault(
                                "state",
                                "not-one-of",
                                new Text("应为 OPEN、CLAIMED 或 OVERDUE", "OPEN, CLAIMED or OVERDUE"))))
                    .asException());
  }
}
