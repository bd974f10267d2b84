package banshi.startup;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.cases.CaseNumber;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.desk.Filer;
import banshi.desk.Filers;
import banshi.desk.Steps;
import banshi.http.Answers;
import banshi.http.Caller;
import banshi.http.Json;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.Public;
import banshi.http.RequestTerms;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Write;
import banshi.http.desk.CommonRequests;
import banshi.identity.Role;
import banshi.startup.names.CompanyName;
import banshi.startup.names.Likeness;
import banshi.startup.names.OrganisationForm;
import banshi.store.Companion;
import banshi.store.ReservedName;
import banshi.store.StoredAnswer;
import banshi.text.Text;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Names (名称申报): checking one, reserving it, giving it up. */
@Path("/v1/startups")
@Tag(name = "names", description = "名称申报 · Company names")
public class NamesResource {
  private final Startups startups;
  private final Filers filers;
  private final Pages pages;
  private final Caller caller;
  private final RequestTerms terms;

  NamesResource(Startups startups, Filers filers, Pages pages, Caller caller, RequestTerms terms) {
    this.startups = startups;
    this.filers = filers;
    this.pages = pages;
    this.caller = caller;
    this.terms = terms;
  }

  /**
   * What is known of a name.
   *
   * @param fullName the whole name, when it has no fault
   * @param conflicts names that are held and like it: warnings; one that is the same is no warning
   * @param reservedMonths for how long it would be reserved
   */
  public record NameCheckView(
      Optional<String> fullName,
      boolean available,
      boolean taken,
      List<NameFaultView> faults,
      List<ConflictView> conflicts,
      Optional<Integer> reservedMonths) {

    /** What is wrong with it, with the article behind it. */
    public record NameFaultView(String pointer, String code, Text detail) {}

    /** A name like it. */
    public record ConflictView(
        String fullName, String tradeName, Likeness.Kind kind, Text kindName) {}

    static NameCheckView of(Naming.Judgement judgement) {
      return new NameCheckView(
          judgement.check().name().map(CompanyName::full),
          judgement.available(),
          judgement.taken(),
          judgement.check().faults().stream()
              .map(fault -> new NameFaultView(fault.pointer(), fault.code(), fault.detail()))
              .toList(),
          judgement.alike().stream()
              .map(
                  like ->
                      new ConflictView(
                          like.fullName(), like.tradeName(), like.kind(), label(like.kind())))
              .toList(),
          judgement.check().name().map(CompanyName::months));
    }

    private static Text label(Likeness.Kind kind) {
      return switch (kind) {
        case SAME_SOUND -> new Text("读音相同", "Sounds the same");
        case ONE_CHARACTER -> new Text("仅一字之差", "One character apart");
      };
    }
  }

  /**
   * A name that is reserved for the caller.
   *
   * @param until until when, exclusively
   * @param startup the start-up that uses it, or used it last
   * @param code the credit code of the company that is registered by it
   */
  @Schema
  public record ReservationView(
      String nameReservation,
      String fullName,
      String tradeName,
      String industry,
      OrganisationForm form,
      Instant reservedAt,
      Instant until,
      Optional<String> startup,
      Optional<String> code) {
    static ReservationView of(ReservedName name) {
      return new ReservationView(
          name.id(),
          name.fullName(),
          name.tradeName(),
          name.industry(),
          OrganisationForm.valueOf(name.form()),
          name.reservedAt(),
          name.until(),
          name.startup().map(CaseNumber::value),
          name.code());
    }
  }

  @POST
  @Path("/name-checks")
  @Public
  @Operation(operationId = "checkName", summary = "名称自主查询，不保存 · Check a name without storing it")
  public NameCheckView check(Requests.Name body) {
    return NameCheckView.of(startups.naming().judge(body.proposed(), caller.now()));
  }

  @POST
  @Path("/names")
  @Write
  @RolesNeeded({Role.APPLICANT, Role.OFFICER})
  @Operation(operationId = "reserveName", summary = "申报名称 · Reserve a name")
  @Shows(value = ReservationView.class, status = 201, says = "已保留 · Reserved")
  public Response reserve(Requests.Reserve body) {
    Filer filer = filer(body);
    return Answers.of(
        startups
            .naming()
            .reserve(
                filer.owner(),
                body.proposed(),
                filer.isCounter() ? List.of(recorded()) : List.of(),
                terms.write(),
                name ->
                    new StoredAnswer(
                        201,
                        Optional.empty(),
                        Optional.empty(),
                        Json.bytes(ReservationView.of(name), caller.language())),
                caller.now()),
        StoredAnswer::body);
  }

  /** An officer reserves for somebody on the record. */
  private Companion recorded() {
    return startups
        .audit()
        .beside(AuditEntry.of(caller.actor(), caller.now(), AuditKind.ACT, "RESERVE_NAME"));
  }

  /** For whom: whoever cannot be known again could never use the name. */
  private Filer filer(Requests.Reserve body) {
    Outcome<Filer> filer =
        filers
            .filer(
                caller.actor(),
                body.onBehalfOf().map(CommonRequests.OnBehalfOf::petitioner),
                body.channel(),
                caller.now())
            .then(
                known ->
                    known
                        .unfindable()
                        .<Outcome<Filer>>map(Steps::invalid)
                        .orElseGet(() -> Outcome.done(known)));
    return switch (filer) {
      case Outcome.Refused<Filer>(Refusal refusal) -> throw Answers.refusal(refusal);
      case Outcome.Done<Filer>(Filer known) -> known;
    };
  }

  @GET
  @Path("/names")
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "listNames", summary = "我申报的名称 · My reserved names")
  public Page<ReservationView> mine(@BeanParam PageQuery query) {
    return pages.of(
        query,
        "names",
        (after, limit) ->
            startups.names().of(caller.actor().key(), after, limit).map(ReservationView::of));
  }

  @POST
  @Path("/names/{reservation}/actions/release")
  @Write
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "releaseName", summary = "放弃名称 · Give a reserved name up")
  @Shows(value = ReservationView.class, says = "已放弃 · Given up")
  public Response release(@PathParam("reservation") String reservation, CommonRequests.Plain body) {
    return Answers.of(
        startups
            .naming()
            .release(
                caller.actor().key(),
                id(reservation),
                terms.write(),
                name -> Answers.ok(ReservationView.of(name), caller.language()),
                caller.now()),
        StoredAnswer::body);
  }

  private static UUID id(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException none) {
      throw Problem.of(ProblemCode.NOT_FOUND).asException();
    }
  }
}
