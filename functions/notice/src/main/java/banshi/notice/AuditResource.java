package banshi.notice;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.audit.AuditSpan;
import banshi.cases.CaseNumber;
import banshi.catalogue.Catalogue;
import banshi.http.Caller;
import banshi.http.MediaTypes;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RolesNeeded;
import banshi.http.desk.Counter;
import banshi.identity.Accounts;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.store.AuditLog;
import banshi.text.Fault;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who saw and did what, for supervisors. Reading it is put on record in it. */
@Path("/v1/audit")
@Tag(name = "audit", description = "审计 · Who saw and did what")
@RolesNeeded(Role.SUPERVISOR)
public class AuditResource {
  private static final String CSV = "text/csv";
  private static final int LONGEST_SUBJECT = 255;

  private final AuditLog audit;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Caller caller;

  AuditResource(
      AuditLog audit, Accounts accounts, Catalogue catalogue, Pages pages, Caller caller) {
    this.audit = audit;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.pages = pages;
    this.caller = caller;
  }

  /** A page, for the API document: what is answered may be a table as well. */
  @Schema(name = "PageAuditView")
  public record AuditPage(List<AuditView> items, Optional<String> nextCursor) {}

  @GET
  @Produces({"application/json", CSV})
  @Operation(
      operationId = "readAudit",
      summary = "谁看过、办过什么，最新在前 · Who saw and did what, newest first",
      description =
          "按办件或按人员查询，二者必居其一；查询本身也会留痕。Accept: text/csv 时为表格，下一页地址见 Link 响应头。"
              + " Of one case or of one person; reading it is put on record too. With Accept: text/csv"
              + " a table, whose next page is named by the header Link.")
  @APIResponse(
      responseCode = "200",
      description = "审计记录 · A page of the audit",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = AuditPage.class)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
      })
  public Response read(
      @Parameter(description = "办件编号 · A case's number") @QueryParam("case")
          Optional<String> number,
      @Parameter(description = "账号（令牌中的 sub）· An account: the sub of its token")
          @QueryParam("person")
          Optional<String> person,
      @Parameter(description = "首日 First day, yyyy-mm-dd") @QueryParam("from")
          Optional<LocalDate> from,
      @Parameter(description = "末日（含）Last day, inclusive") @QueryParam("to") Optional<LocalDate> to,
      @BeanParam PageQuery query,
      @Context HttpHeaders headers) {
    refuse(faults(number, person, from, to));
    AuditSpan span = new AuditSpan(from, to);
    Page<AuditView> page =
        number
            .map(typed -> ofCase(Counter.number(typed), span, query))
            .orElseGet(() -> ofPerson(person.orElseThrow(), span, query));
    List<String> accept =
        Optional.ofNullable(headers.getRequestHeader(HttpHeaders.ACCEPT)).orElse(List.of());
    return MediaTypes.prefer(accept, CSV)
        ? table(page, asked(number, person, from, to, query))
        : Response.ok(page, "application/json").build();
  }

  private Page<AuditView> ofCase(CaseNumber number, AuditSpan span, PageQuery query) {
    return page(
        query,
        "audit case " + number + " " + span,
        reading().about(number),
        (after, limit) -> audit.ofCase(number, span, after, limit));
  }

  private Page<AuditView> ofPerson(String subject, AuditSpan span, PageQuery query) {
    ApplicantKey account = accounts.of(subject);
    return page(
        query,
        "audit person " + account.value() + " " + span,
        reading().because(subject),
        (after, limit) -> audit.ofPerson(account, span, after, limit));
  }

  private AuditEntry reading() {
    return AuditEntry.of(caller.actor(), caller.now(), AuditKind.AUDIT, "audit");
  }

  /** Nothing is read before it is on record that it is; a cursor that is refused reads nothing. */
  private Page<AuditView> page(
      PageQuery query, String list, AuditEntry reading, Pages.Reader<AuditEntry> reader) {
    return pages.of(
        query,
        list,
        (after, limit) -> {
          audit.record(reading);
          return reader.read(after, limit).map(entry -> AuditView.of(entry, catalogue));
        });
  }

  private Response table(Page<AuditView> page, String asked) {
    Response.ResponseBuilder answer =
        Response.ok(
                AuditTable.of(page.items(), caller.language()).getBytes(StandardCharsets.UTF_8),
                CSV + ";charset=UTF-8")
            .header("Content-Disposition", "attachment; filename=\"audit.csv\"");
    page.nextCursor()
        .ifPresent(
            cursor ->
                answer.header(
                    HttpHeaders.LINK, "<?" + asked + "&cursor=" + cursor + ">; rel=\"next\""));
    return answer.build();
  }

  private static String asked(
      Optional<String> number,
      Optional<String> person,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      PageQuery query) {
    List<String> terms = new ArrayList<>();
    number.ifPresent(typed -> terms.add("case=" + encoded(typed)));
    person.ifPresent(subject -> terms.add("person=" + encoded(subject)));
    from.ifPresent(day -> terms.add("from=" + day));
    to.ifPresent(day -> terms.add("to=" + day));
    terms.add("limit=" + query.limit());
    return String.join("&", terms);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<Fault> faults(
      Optional<String> number,
      Optional<String> person,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    List<Fault> faults = new ArrayList<>();
    if (number.isEmpty() && person.isEmpty()) {
      faults.add(Fault.of("case", "required", "请指明办件（case）或人员（person）", "Name a case or a person"));
    }
    if (number.isPresent() && person.isPresent()) {
      faults.add(
          Fault.of(
              "person",
              "not-together",
              "case 与 person 只能指明其一",
              "Name a case or a person, not both"));
    }
    if (person.filter(subject -> !isSubject(subject)).isPresent()) {
      faults.add(
          Fault.of(
              "person",
              "bad-format",
              "账号为 1 至 255 个字符，不含控制字符",
              "An account is 1 to 255 characters without control characters"));
    }
    if (from.isPresent() && to.filter(day -> day.isBefore(from.get())).isPresent()) {
      faults.add(
          Fault.of("to", "out-of-range", "末日不得早于首日", "The last day is not before the first"));
    }
    return faults;
  }

  private static boolean isSubject(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_SUBJECT
        && text.chars().noneMatch(Character::isISOControl)
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_PARAMETER, faults).asException();
    }
  }
}
