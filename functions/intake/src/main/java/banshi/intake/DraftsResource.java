package banshi.intake;

import banshi.cases.CaseKind;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.catalogue.Severity;
import banshi.http.Answers;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RequestTerms;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Versioned;
import banshi.identity.Role;
import banshi.store.Draft;
import banshi.store.Drafts;
import banshi.text.Fault;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Filings of every kind that are still being written. They belong to the person, not to a device.
 */
@Path("/v1/drafts")
@Tag(name = "drafts", description = "草稿 · Drafts")
@RolesNeeded(Role.APPLICANT)
@Shows(value = DraftView.class, says = "草稿 · The draft")
public class DraftsResource {
  private final Drafts drafts;
  private final Intake intake;
  private final Pages pages;
  private final Caller caller;
  private final RequestTerms terms;

  DraftsResource(Drafts drafts, Intake intake, Pages pages, Caller caller, RequestTerms terms) {
    this.drafts = drafts;
    this.intake = intake;
    this.pages = pages;
    this.caller = caller;
    this.terms = terms;
  }

  /**
   * Every fault that submitting the draft would have.
   *
   * @param complete whether there are none but warnings, which do not stand in the way
   */
  public record Validation(boolean complete, List<banshi.catalogue.Fault> faults) {}

  @PUT
  @Path("/{draftId}")
  @Versioned
  @Operation(
      operationId = "saveDraft",
      summary = "保存草稿 · Save a draft",
      description =
          "If-Match 指明所读版本：草稿已在别处改动时答复 412，并附现存内容（current）。If-None-Match: * 只新建。"
              + "If-Match names the version that was read: when the draft was changed elsewhere, the"
              + " answer is 412 with what is stored (current). If-None-Match: * only creates.")
  public Response save(
      @PathParam("draftId") String draftId,
      @Parameter(description = "只新建 *，仅此一值 · Only creates: *, and nothing else")
          @HeaderParam("If-None-Match")
          List<String> none,
      Requests.Draft body) {
    UUID id = DraftAnswers.id(draftId);
    List<Fault> strange = DraftContent.faults(body);
    if (!strange.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_BODY, strange).asException();
    }
    String formVersion =
        switch (intake.submissions().formVersion(body, caller.now())) {
          case Outcome.Refused<String>(Refusal refusal) -> throw Answers.refusal(refusal);
          case Outcome.Done<String>(String version) -> version;
        };
    return DraftAnswers.kept(
            drafts.save(
                new Drafts.Saving(
                    caller.actor().key(),
                    id,
                    body.kind().orElse(CaseKind.APPLICATION),
                    formVersion,
                    DraftContent.of(body)),
                new Drafts.Terms(DraftAnswers.version(terms), DraftAnswers.onlyNew(none)),
                caller.now()))
        .map(DraftsResource::shown)
        .orElseThrow();
  }

  @GET
  @Path("/{draftId}")
  @Operation(operationId = "getDraft", summary = "读取草稿 · Read a draft")
  public Response read(@PathParam("draftId") String draftId) {
    return shown(found(draftId));
  }

  private static Response shown(Draft draft) {
    return Response.ok(DraftView.of(draft))
        .header(HttpHeaders.ETAG, Answers.etag(draft.version()))
        .build();
  }

  @GET
  @Operation(operationId = "listDrafts", summary = "我的草稿 · My drafts")
  public Page<DraftView> mine(@BeanParam PageQuery query) {
    return pages.of(
        query,
        "drafts",
        (after, limit) ->
            drafts.of(caller.actor().key(), after, limit, caller.now()).map(DraftView::of));
  }

  @POST
  @Path("/{draftId}/validation")
  @Operation(
      operationId = "validateDraft",
      summary = "检查办件草稿 · What submitting an application's draft would find",
      description =
          "其他各类草稿的内容由 validationPath 所指的操作检查。Drafts of other kinds have their content checked by the"
              + " operation that validationPath names.")
  @APIResponse(responseCode = "200", description = "全部问题 · Every fault")
  @APIResponse(responseCode = "409")
  public Validation validate(@PathParam("draftId") String draftId, Requests.Nothing body) {
    Draft draft = found(draftId);
    if (draft.kind() != CaseKind.APPLICATION) {
      throw DraftAnswers.checkedElsewhere(draft);
    }
    List<banshi.catalogue.Fault> faults =
        intake
            .submissions()
            .faults(caller.actor().key(), DraftContent.request(draft), caller.now());
    return new Validation(
        faults.stream().allMatch(fault -> fault.severity() == Severity.WARNING), faults);
  }

  private Draft found(String draftId) {
    return drafts
        .find(caller.actor().key(), DraftAnswers.id(draftId), caller.now())
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
  }
}
