package banshi.startup;

import banshi.cases.TimelineVerification;
import banshi.http.Caller;
import banshi.http.Public;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Versioned;
import banshi.http.Write;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.Counter;
import banshi.http.view.TimelineView;
import banshi.identity.Role;
import banshi.startup.form.FormCheck;
import banshi.text.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Start-ups (企业开办): filing, signing, reading, and what everybody may do with them. */
@Path("/v1/startups")
@Tag(name = "startups", description = "企业开办 · Company start-ups")
@Shows(value = StartupView.class, says = "开办申请 · The start-up")
public class StartupsResource {
  private final Counter<StartupDetails> counter;
  private final Startups startups;
  private final Caller caller;

  StartupsResource(Counter<StartupDetails> counter, Startups startups, Caller caller) {
    this.counter = counter;
    this.startups = startups;
    this.caller = caller;
  }

  /** What a form would be refused for. */
  public record Validation(boolean valid, List<FaultView> faults) {
    /** One fault, with where and by which article. */
    public record FaultView(String pointer, String code, Text detail) {}

    static Validation of(FormCheck check) {
      return new Validation(
          check.faults().isEmpty(),
          check.faults().stream()
              .map(fault -> new FaultView(fault.pointer(), fault.code(), fault.detail()))
              .toList());
    }
  }

  @POST
  @Path("/validation")
  @Public
  @Operation(
      operationId = "validateStartup",
      summary = "检查开办申请表，不保存 · Check the form without storing it",
      description = "一次列出全部问题及依据条款。Every fault at once, with the article behind it.")
  public Validation validation(Requests.Form body) {
    return Validation.of(
        startups.founders().checked(body.submitted(), body.organisation(), caller.now()));
  }

  @POST
  @Write
  @RolesNeeded({Role.APPLICANT, Role.OFFICER})
  @Operation(operationId = "fileStartup", summary = "提交开办申请 · File a start-up")
  @Shows(value = StartupView.class, status = 201, says = "待全体签署 · Waits to be signed")
  public Response file(Requests.Startup body) {
    return counter.open(
        body.draftId(),
        body.onBehalfOf(),
        body.channel(),
        filer -> startups.founders().prepare(filer, body, caller.now()));
  }

  @GET
  @Path("/{number}")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "getStartup", summary = "查看开办申请 · Read a start-up")
  public Response read(@PathParam("number") String number) {
    return counter.read(number);
  }

  @GET
  @Path("/{number}/timeline")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "getStartupTimeline", summary = "办理过程 · Timeline")
  public TimelineView timeline(@PathParam("number") String number) {
    return counter.timeline(number);
  }

  @GET
  @Path("/{number}/timeline/verification")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "verifyStartupTimeline", summary = "核验办理过程 · Verify the timeline")
  public TimelineVerification verification(@PathParam("number") String number) {
    return counter.verification(number);
  }

  @GET
  @Path("/{number}/ledger")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "getStartupLedger", summary = "用时明细 · Who used which minutes")
  public LedgerView ledger(@PathParam("number") String number) {
    return startups.views().ledger(counter.seen(number, "ledger"), caller.now());
  }

  @POST
  @Path("/{number}/actions/sign")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(
      operationId = "signStartup",
      summary = "签署 · Sign the form as it was read",
      description =
          "formHash 为所签内容的哈希；内容变动后须重新签署。formHash says what is signed; after every change"
              + " everybody signs anew.")
  public Response sign(@PathParam("number") String number, Requests.Sign body) {
    return counter.act(number, startups.founders().sign(caller.actor(), body));
  }

  @POST
  @Path("/{number}/actions/amend")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(
      operationId = "amendStartup",
      summary = "修改申请，已签署的作废 · Change the form; every signature is void")
  public Response amend(@PathParam("number") String number, Requests.Amend body) {
    return counter.act(number, startups.founders().amend(body));
  }

  @POST
  @Path("/{number}/actions/withdraw")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "withdrawStartup", summary = "撤回申请 · Withdraw")
  public Response withdraw(@PathParam("number") String number, CommonRequests.Withdraw body) {
    return counter.act(number, startups.founders().withdraw(body));
  }

  @POST
  @Path("/{number}/actions/disclose")
  @Write
  @Versioned
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "discloseOfStartup",
      summary = "查阅完整个人信息（留痕） · Read personal data in full, on the record")
  public Response disclose(@PathParam("number") String number, CommonRequests.Disclose body) {
    return counter.disclose(number, body);
  }
}
