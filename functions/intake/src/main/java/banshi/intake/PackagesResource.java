package banshi.intake;

import banshi.catalogue.Catalogue;
import banshi.catalogue.Checklist;
import banshi.catalogue.Fault;
import banshi.catalogue.Medium;
import banshi.catalogue.PackageSummary;
import banshi.catalogue.Promise;
import banshi.catalogue.SearchPage;
import banshi.catalogue.ThemePackage;
import banshi.clock.ServiceClock;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.Public;
import banshi.text.Text;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Theme packages (主题套餐, 一件事一次办): several matters asked for at one go. */
@Path("/v1/packages")
@Tag(name = "packages", description = "主题套餐 · Theme packages")
@Public
public class PackagesResource {
  private final Catalogue catalogue;
  private final MatterViews views;
  private final Pages pages;
  private final Caller caller;

  PackagesResource(Catalogue catalogue, Pages pages, Caller caller) {
    this.catalogue = catalogue;
    this.views = new MatterViews(catalogue);
    this.pages = pages;
    this.caller = caller;
  }

  /** A matter that applies. */
  public record ApplicableMatter(
      String code, Text name, String department, Text departmentName, boolean immediate) {}

  /** A material, once, with the matters that use it. */
  public record NeededMaterial(
      String code,
      Text name,
      List<String> matters,
      boolean required,
      int originals,
      int copies,
      Medium medium,
      boolean mayBeOwed,
      Optional<Integer> owedDays) {}

  /** A form field, once, with the matters that use it. */
  public record NeededField(MatterViews.FieldView field, List<String> matters) {}

  /** What an applicant needs, told at once (一次告知). */
  public record ChecklistView(
      List<ApplicableMatter> matters,
      List<NeededMaterial> materials,
      List<NeededField> formFields,
      Optional<MatterViews.LimitView> promisedLimit,
      MatterViews.LimitView statutoryLimit,
      List<Fault> faults) {}

  @GET
  @Operation(
      operationId = "listPackages",
      summary = "主题套餐目录，可检索 · Theme packages, searchable",
      description = "也按套餐所含事项的名称和关键词检索。Found by the names and search words of their matters too.")
  public Page<MatterViews.PackageSummary> list(
      @QueryParam("query") Optional<String> query, @BeanParam PageQuery page) {
    String wanted = SearchWords.of(query);
    LocalDate today = ServiceClock.dateOf(caller.now());
    return pages.open(
        page, "packages " + wanted, (after, limit) -> page(wanted, today, after, limit));
  }

  private banshi.store.Page<MatterViews.PackageSummary> page(
      String query, LocalDate today, Optional<String> after, int limit) {
    SearchPage<PackageSummary> found = catalogue.packages(query, today, after, limit);
    return new banshi.store.Page<>(
        found.items().stream().map(views::summary).toList(), found.next());
  }

  @GET
  @Path("/{code}")
  @Operation(operationId = "getPackage", summary = "主题套餐的问题与事项 · A package in full")
  public MatterViews.PackageDetail read(@PathParam("code") String code) {
    LocalDate today = ServiceClock.dateOf(caller.now());
    return views.detail(found(code, today), today);
  }

  @POST
  @Path("/{code}/checklist")
  @Operation(
      operationId = "getChecklist",
      summary = "一次告知：适用事项、材料、表单、时限 · What applies and what is needed")
  public ChecklistView checklist(@PathParam("code") String code, Requests.Answers body) {
    LocalDate today = ServiceClock.dateOf(caller.now());
    Checklist checklist = Checklist.of(catalogue, found(code, today), today, body.answers());
    return new ChecklistView(
        checklist.matters().stream()
            .map(
                m ->
                    new ApplicableMatter(
                        m.code(),
                        m.name(),
                        m.responsible(),
                        catalogue.departmentName(m.responsible()),
                        m.immediate()))
            .toList(),
        checklist.materials().stream()
            .map(
                n ->
                    new NeededMaterial(
                        n.material().code(),
                        n.material().name(),
                        n.matters(),
                        n.required(),
                        n.originals(),
                        n.copies(),
                        n.medium(),
                        n.owedDays().isPresent(),
                        n.owedDays()))
            .toList(),
        checklist.form().stream()
            .map(
                n ->
                    new NeededField(
                        MatterViews.FieldView.of(n.field(), n.required(), Optional.empty()),
                        n.matters()))
            .toList(),
        checklist.promise() instanceof Promise.Within(var limit)
            ? Optional.of(MatterViews.LimitView.of(limit))
            : Optional.empty(),
        MatterViews.LimitView.of(checklist.statutory()),
        checklist.faults());
  }

  private ThemePackage found(String code, LocalDate today) {
    return catalogue
        .themePackage(code, today)
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
  }
}
