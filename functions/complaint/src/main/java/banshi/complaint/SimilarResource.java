package banshi.complaint;

import banshi.cases.CaseKind;
import banshi.cases.ComplaintLifeCycle;
import banshi.cases.Mark;
import banshi.cases.Stage;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.RolesNeeded;
import banshi.http.desk.Counter;
import banshi.identity.Role;
import banshi.store.CaseSummary;
import banshi.store.Clusters;
import banshi.text.Text;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open complaints of the same cause, matter and department (一类事), offered to the handler. */
@Path("/v1/complaints/{number}/similar")
@Tag(name = "complaint-officers", description = "办理反映 · What officers do with complaints")
public class SimilarResource {
  private final Counter<ComplaintDetails> counter;
  private final Clusters clusters;
  private final Pages pages;

  SimilarResource(Counter<ComplaintDetails> counter, Clusters clusters, Pages pages) {
    this.counter = counter;
    this.clusters = clusters;
    this.pages = pages;
  }

  /** One of them. */
  public record SimilarLine(
      String number,
      String stage,
      Text stageName,
      Text title,
      Instant receivedAt,
      Optional<Instant> dueAt) {}

  @GET
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "listSimilarComplaints",
      summary = "一类事，最早在前；含本件 · Open complaints alike, oldest first, this one included")
  public Page<SimilarLine> similar(@PathParam("number") String number, @BeanParam PageQuery query) {
    Optional<String> like = counter.seen(number, "similar").mark(Mark.SIMILAR);
    return pages.of(
        query,
        "similar " + number,
        (after, limit) ->
            like.map(what -> clusters.similar(CaseKind.COMPLAINT, what, after, limit))
                .orElseGet(() -> new banshi.store.Page<>(List.of(), Optional.empty()))
                .map(SimilarResource::line));
  }

  private static SimilarLine line(CaseSummary summary) {
    return new SimilarLine(
        summary.number().value(),
        summary.stage(),
        ComplaintLifeCycle.TABLE
            .stage(summary.stage())
            .map(Stage::label)
            .orElseGet(() -> new Text(summary.stage(), summary.stage())),
        summary.title(),
        summary.receivedAt(),
        summary.dueAt());
  }
}
