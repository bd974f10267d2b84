package banshi.intake;

import banshi.catalogue.Catalogue;
import banshi.clock.ServiceClock;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.Public;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The matters (政务服务事项) that one can apply for. */
@Path("/v1/matters")
@Tag(name = "matters", description = "事项 · Matters")
@Public
public class MattersResource {
  private final Catalogue catalogue;
  private final MatterViews views;
  private final Pages pages;
  private final Caller caller;

  MattersResource(Catalogue catalogue, Pages pages, Caller caller) {
    this.catalogue = catalogue;
    this.views = new MatterViews(catalogue);
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listMatters", summary = "事项目录，可检索 · Matters, searchable")
  public Page<MatterViews.MatterLine> list(
      @QueryParam("query") Optional<String> query, @BeanParam PageQuery page) {
    String wanted = SearchWords.of(query);
    LocalDate today = ServiceClock.dateOf(caller.now());
    return pages.open(
        page, "matters " + wanted, (after, limit) -> views.page(wanted, today, after, limit));
  }

  @GET
  @Path("/{code}")
  @Operation(operationId = "getMatter", summary = "办事指南 · A matter in full")
  public MatterViews.MatterDetail read(@PathParam("code") String code) {
    return catalogue
        .matter(code, ServiceClock.dateOf(caller.now()))
        .map(views::detail)
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
  }
}
