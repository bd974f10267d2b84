package banshi.intake;

import banshi.cases.CaseKind;
import banshi.cases.LifeCycles;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.RolesNeeded;
import banshi.identity.Role;
import banshi.store.CaseLists;
import banshi.store.CaseSummary;
import banshi.text.Text;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything an applicant has going on, of every kind. */
@Path("/v1/cases")
@Tag(name = "cases", description = "我的办件 · My cases")
@RolesNeeded(Role.APPLICANT)
public class CasesResource {
  private final CaseLists lists;
  private final Pages pages;
  private final Caller caller;

  CasesResource(CaseLists lists, Pages pages, Caller caller) {
    this.lists = lists;
    this.pages = pages;
    this.caller = caller;
  }

  /** One line of the list. */
  public record CaseLine(
      String number,
      CaseKind kind,
      String stage,
      Text stageName,
      Text title,
      Instant receivedAt,
      long version,
      Optional<Instant> dueAt) {}

  @GET
  @Operation(operationId = "listMyCases", summary = "我的办件，最新在前 · My cases, newest first")
  public Page<CaseLine> mine(@BeanParam PageQuery query) {
    return pages.of(
        query,
        "cases",
        (after, limit) -> lists.of(caller.actor().key(), after, limit).map(CasesResource::line));
  }

  private static CaseLine line(CaseSummary summary) {
    CaseKind kind = summary.number().kind();
    Text stageName =
        LifeCycles.of(kind)
            .flatMap(table -> table.stage(summary.stage()))
            .map(stage -> stage.label())
            .orElseGet(() -> new Text(summary.stage(), summary.stage()));
    return new CaseLine(
        summary.number().value(),
        kind,
        summary.stage(),
        stageName,
        summary.title(),
        summary.receivedAt(),
        summary.version(),
        summary.dueAt());
  }
}
