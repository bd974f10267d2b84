package banshi.intake;

import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.catalogue.Fault;
import banshi.http.Answers;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RolesNeeded;
import banshi.identity.Role;
import banshi.store.Draft;
import banshi.store.Drafts;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications that are still being written. They belong to the person, not to a device. */
@Path("/v1/drafts")
@Tag(name = "drafts", description = "草稿 · Drafts")
@RolesNeeded(Role.APPLICANT)
public class DraftsResource {
  private final Drafts drafts;
  private final Intake intake;
  private final Pages pages;
  private final Caller caller;

  DraftsResource(Drafts drafts, Intake intake, Pages pages, Caller caller) {
    this.drafts = drafts;
    this.intake = intake;
    this.pages = pages;
    this.caller = caller;
  }

  /**
   * A draft as it was saved.
   *
   * @param formVersion the version of the matter or package it was begun with
   * @param deletedAt when it will be deleted unless it is saved again
   */
  public record DraftView(
      UUID draftId, String formVersion, Instant savedAt, Instant deletedAt, JsonNode content) {
    static DraftView of(Draft draft) {
      return new DraftView(
          draft.id(), draft.formVersion(), draft.savedAt(), draft.deletedAt(), draft.content());
    }
  }

  /** Every fault that submitting the draft would have. */
  public record Validation(boolean complete, List<Fault> faults) {}

  @PUT
  @Path("/{draftId}")
  @Operation(operationId = "saveDraft", summary = "保存草稿 · Save a draft")
  public DraftView save(@PathParam("draftId") String draftId, Requests.Draft body) {
    UUID id = id(draftId);
    JsonNode content = DraftContent.of(body);
    String formVersion =
        switch (intake.submissions().formVersion(body, caller.now())) {
          case Outcome.Refused<String>(Refusal refusal) -> throw Answers.refusal(refusal);
          case Outcome.Done<String>(String version) -> version;
        };
    return DraftView.of(drafts.save(caller.actor().key(), id, formVersion, content, caller.now()));
  }

  @GET
  @Path("/{draftId}")
  @Operation(operationId = "getDraft", summary = "读取草稿 · Read a draft")
  public DraftView read(@PathParam("draftId") String draftId) {
    return DraftView.of(found(draftId));
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
  @Operation(operationId = "validateDraft", summary = "检查草稿 · What submitting it would find")
  public Validation validate(@PathParam("draftId") String draftId, Requests.Nothing body) {
    List<Fault> faults =
        intake.submissions().faults(DraftContent.request(found(draftId)), caller.now());
    return new Validation(faults.isEmpty(), faults);
  }

  private Draft found(String draftId) {
    return drafts
        .find(caller.actor().key(), id(draftId), caller.now())
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
  }

  static UUID id(String draftId) {
    try {
      return UUID.fromString(draftId);
    } catch (IllegalArgumentException notAUuid) {
      throw Problem.of(
              ProblemCode.INVALID_PARAMETER,
              List.of(
                  new banshi.text.Fault(
                      "draftId", "bad-format", new Text("须为 UUID", "This must be a UUID"))))
          .asException();
    }
  }
}
