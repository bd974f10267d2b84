package banshi.intake;

import banshi.cases.CaseKind;
import banshi.catalogue.Catalogue;
import banshi.clock.ServiceClock;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RolesNeeded;
import banshi.identity.Role;
import banshi.store.QueueView;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

  /**
   * One line of a queue.
   *
   * @param part what the task is about: a matter's code, or a round such as {@code ANSWER-2}
   * @param work what is to be done: a duty such as {@code RECEIVE}, which ends by being acted on,
   *     or {@code REVIEW}, which ends by completing the task
   * @param mine whether the caller holds it
   */
  public record QueueLine(
      String number,
      CaseKind kind,
      Text caseTitle,
      String taskId,
      String part,
      String work,
      String department,
      Text departmentName,
      Text title,
      QueueView.State state,
      Text stateName,
      boolean overdue,
      boolean mine,
      Optional<Instant> claimedUntil,
      Instant dueAt) {}

  /**
   * How many tasks of a department stand so.
   *
   * @param more whether there are more than were counted: nobody counts thousands for a badge
   */
  public record QueueCount(QueueView.State state, Text stateName, int count, boolean more) {}

  /** How many tasks of a department stand in each way. */
  public record QueueCounts(String department, Text departmentName, List<QueueCount> items) {}

  @GET
  @Path("/{department}")
  @Operation(operationId = "listQueue", summary = "部门待办，按到期时间 · A department's tasks by due time")
  public Page<QueueLine> queue(
      @PathParam("department") String department,
      @Parameter(
              description =
                  "OPEN（默认）、CLAIMED、OVERDUE、PAUSED、MINE（本人办理中） · OPEN (default), CLAIMED, OVERDUE,"
                      + " PAUSED, MINE (under the caller's own lease)")
          @QueryParam("state")
          Optional<QueueView.State> state,
      @Parameter(description = "只看一类办件 · Only this kind of case") @QueryParam("kind")
          Optional<CaseKind> kind,
      @Parameter(
              description =
                  "只看一个事项的审查与决定；按 kind、matter、MINE 筛选时，一页可能不满，请按 nextCursor 继续 · Only the"
                      + " reviews and the decision of this matter. Narrowed by kind, matter or"
                      + " MINE, a page may be short: go on by nextCursor")
          @QueryParam("matter")
          Optional<String> matter,
      @BeanParam PageQuery query) {
    admit(department);
    matter.filter(code -> !known(code)).ifPresent(QueuesResource::refuseMatter);
    QueueView view =
        new QueueView(state.orElse(QueueView.State.OPEN), kind, matter, caller.actor().subject());
    return pages.of(
        query,
        "queue " + department + " " + view,
        (after, limit) -> queues.of(department, view, after, limit, caller.now()).map(this::line));
  }

  @GET
  @Path("/{department}/counts")
  @Operation(
      operationId = "countQueue",
      summary = "部门待办数量，按状态 · How many tasks a department has, by state")
  public QueueCounts counts(@PathParam("department") String department) {
    admit(department);
    return new QueueCounts(
        department,
        catalogue.departmentName(department),
        Stream.of(
                QueueView.State.OPEN,
                QueueView.State.CLAIMED,
                QueueView.State.OVERDUE,
                QueueView.State.PAUSED)
            .map(state -> counted(department, state))
            .toList());
  }

  private QueueCount counted(String department, QueueView.State state) {
    Queues.Count count = queues.count(department, state, caller.now());
    return new QueueCount(state, state.label(), count.count(), count.more());
  }

  private void admit(String department) {
    boolean known = catalogue.department(department).isPresent();
    if (!known || !(caller.actor().is(Role.SUPERVISOR) || caller.actor().actsFor(department))) {
      throw Problem.of(ProblemCode.NOT_FOUND).asException();
    }
  }

  private boolean known(String matterCode) {
    return catalogue.matter(matterCode, ServiceClock.dateOf(caller.now())).isPresent();
  }

  private static void refuseMatter(String code) {
    throw Problem.of(
            ProblemCode.INVALID_PARAMETER,
            List.of(
                new Fault(
                    "matter", "unknown-matter", new Text("没有这个事项", "There is no such matter"))))
        .asException();
  }

  private QueueLine line(QueuedTask task) {
    Instant now = caller.now();
    Optional<Instant> claimedUntil = task.claimedUntil().filter(now::isBefore);
    QueueView.State state = state(task, now);
    return new QueueLine(
        task.number().value(),
        task.number().kind(),
        task.caseTitle(),
        task.taskId(),
        task.part(),
        task.work(),
        task.department(),
        catalogue.departmentName(task.department()),
        task.title(),
        state,
        state.label(),
        !task.paused() && task.dueAt().isBefore(now),
        task.leasedAt(now) && task.claimedBy().filter(caller.actor().subject()::equals).isPresent(),
        claimedUntil,
        task.dueAt());
  }

  private static QueueView.State state(QueuedTask task, Instant now) {
    if (task.paused()) {
      return QueueView.State.PAUSED;
    }
    return task.leasedAt(now) ? QueueView.State.CLAIMED : QueueView.State.OPEN;
  }
}
