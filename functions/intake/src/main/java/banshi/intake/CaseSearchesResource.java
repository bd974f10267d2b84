package banshi.intake;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Clocks;
import banshi.clock.ClockState;
import banshi.clock.Due;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.RolesNeeded;
import banshi.http.view.ApplicantView;
import banshi.identity.Role;
import banshi.store.AuditLog;
import banshi.text.Text;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Cases that officers and supervisors look for. Every search is on record before it is answered.
 */
@Path("/v1/case-searches")
@Tag(name = "cases", description = "办件 · Cases")
@RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
public class CaseSearchesResource {
  private final Searches searches;
  private final Finder finder;
  private final AuditLog audit;
  private final Clocks clocks;
  private final Pages pages;
  private final Caller caller;

  CaseSearchesResource(
      Searches searches, Finder finder, AuditLog audit, Clocks clocks, Pages pages, Caller caller) {
    this.searches = searches;
    this.finder = finder;
    this.audit = audit;
    this.clocks = clocks;
    this.pages = pages;
    this.caller = caller;
  }

  /** A case that was found, with its applicant masked. */
  public record FoundCase(
      String number,
      CaseKind kind,
      String stage,
      Text stageName,
      Text title,
      Instant receivedAt,
      long version,
      Optional<Instant> dueAt,
      ApplicantView applicant) {}

  @POST
  @Operation(
      operationId = "searchCases",
      summary = "查找办件（留痕） · Find cases, on the record",
      description =
          """
          以编号、姓名、证件、电话之一查找（后三者须写明理由），或按事项、种类、阶段和收件日期列出；最新在前。\
          部门只能找到本部门参与的办件，综合窗口和督办人员可找到全部。页可能不满，有 nextCursor 即未完。\
          By a number, or an exact name, document or telephone with a reason, or a list by matter, kind, \
          stage and days of receipt; newest first. A department finds the cases that it has a part in, \
          the window and supervisors all. A page may be shorter than asked: while there is a nextCursor \
          there may be more.""")
  public Page<FoundCase> search(Requests.CaseSearch body, @BeanParam PageQuery query) {
    Search search = searches.of(body, caller.actor());
    record(search);
    return switch (search) {
      case Search.ByNumber(CaseNumber number, var why) ->
          new Page<>(
              finder.one(number, caller.actor(), caller.now()).stream().map(this::line).toList(),
              Optional.empty());
      case Search.Listed listed ->
          pages.of(
              query,
              "case-searches " + listed.filter(),
              (after, limit) ->
                  finder
                      .page(
                          listed.source(),
                          listed.wanted(),
                          caller.actor(),
                          after,
                          limit,
                          caller.now())
                      .map(this::line));
    };
  }

  private void record(Search search) {
    AuditEntry entry =
        AuditEntry.of(caller.actor(), caller.now(), AuditKind.SEARCH, search.by().name())
            .because(search.why());
    audit.record(
        switch (search) {
          case Search.ByNumber(CaseNumber number, var why) -> entry.about(number);
          case Search.Listed listed -> entry;
        });
  }

  private FoundCase line(Case<?> c) {
    return new FoundCase(
        c.number().value(),
        c.kind(),
        c.stage().name(),
        c.stage().label(),
        c.title(),
        c.receivedAt(),
        c.version(),
        c.clocks().values().stream()
            .filter(ledger -> ledger.state() == ClockState.RUNNING)
            .flatMap(ledger -> ledger.due(clocks.hall()).stream())
            .map(Due::at)
            .min(Instant::compareTo),
        ApplicantView.of(c.applicant()));
  }
}
