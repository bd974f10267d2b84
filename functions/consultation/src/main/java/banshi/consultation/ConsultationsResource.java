package banshi.consultation;

import banshi.cases.TimelineVerification;
import banshi.http.Caller;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Versioned;
import banshi.http.Write;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.Counter;
import banshi.http.desk.FilingCheck;
import banshi.http.view.TimelineView;
import banshi.identity.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consultations (咨询): asking, reading, and what everybody may do with them. */
@Path("/v1/consultations")
@Tag(name = "consultations", description = "咨询 · Consultations")
@Shows(value = ConsultationView.class, says = "咨询 · The consultation")
public class ConsultationsResource {
  private final Counter<ConsultationDetails> counter;
  private final Consultations consultations;
  private final Caller caller;

  ConsultationsResource(
      Counter<ConsultationDetails> counter, Consultations consultations, Caller caller) {
    this.counter = counter;
    this.consultations = consultations;
    this.caller = caller;
  }

  @POST
  @Write
  @RolesNeeded({Role.APPLICANT, Role.OFFICER})
  @Operation(operationId = "ask", summary = "提出咨询 · Ask a question")
  @Shows(value = ConsultationView.class, status = 201, says = "已收到 · Received")
  public Response ask(Requests.Ask body) {
    return counter.open(
        body.draftId(),
        body.onBehalfOf(),
        body.channel(),
        filer -> consultations.askers().prepare(filer, body, caller.now()));
  }

  @POST
  @Path("/validation")
  @RolesNeeded(Role.APPLICANT)
  @Operation(
      operationId = "validateConsultation",
      summary = "检查咨询内容，不保存 · Look through a question without storing it",
      description = "一次列出全部问题。Every fault at once.")
  @APIResponse(responseCode = "200", description = "全部问题 · Every fault")
  public FilingCheck validate(Requests.QuestionForm body) {
    return consultations.askers().checked(caller.actor(), body, caller.now());
  }

  @GET
  @Path("/{number}")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "getConsultation", summary = "查看咨询 · Read a consultation")
  public Response read(@PathParam("number") String number) {
    return counter.read(number);
  }

  @GET
  @Path("/{number}/timeline")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "getConsultationTimeline", summary = "办理过程 · Timeline")
  public TimelineView timeline(@PathParam("number") String number) {
    return counter.timeline(number);
  }

  @GET
  @Path("/{number}/timeline/verification")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "verifyConsultationTimeline", summary = "核验办理过程 · Verify the timeline")
  public TimelineVerification verification(@PathParam("number") String number) {
    return counter.verification(number);
  }

  @POST
  @Path("/{number}/actions/follow-up")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "followUpConsultation", summary = "追问（一次） · Ask once more")
  public Response followUp(@PathParam("number") String number, Requests.FollowUp body) {
    return counter.act(number, consultations.askers().followUp(body));
  }

  @POST
  @Path("/{number}/actions/accept-answer")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "acceptAnswer", summary = "认可答复 · Take the answer")
  public Response acceptAnswer(@PathParam("number") String number, CommonRequests.Plain body) {
    return counter.act(number, consultations.askers().acceptAnswer(body));
  }

  @POST
  @Path("/{number}/actions/convert")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(
      operationId = "convertConsultation",
      summary = "转为办事申请或办不成事反映 · Turn it into an application or a complaint")
  public Response convert(@PathParam("number") String number, Requests.Convert body) {
    return counter.act(number, consultations.askers().convert(body));
  }

  @POST
  @Path("/{number}/actions/withdraw")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "withdrawConsultation", summary = "撤回咨询 · Withdraw")
  public Response withdraw(@PathParam("number") String number, CommonRequests.Withdraw body) {
    return counter.act(number, consultations.askers().withdraw(body));
  }

  @POST
  @Path("/{number}/actions/disclose")
  @Write
  @Versioned
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "discloseOfConsultation",
      summary = "查阅完整个人信息（留痕） · Read personal data in full, on the record")
  public Response disclose(@PathParam("number") String number, CommonRequests.Disclose body) {
    return counter.disclose(number, body);
  }
}
