package banshi.intake;

import banshi.cases.TimelineVerification;
import banshi.http.Caller;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Versioned;
import banshi.http.Write;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.Counter;
import banshi.http.view.TimelineView;
import banshi.identity.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications (办件): filing, reading, and what everybody may do with them. */
@Path("/v1/applications")
@Tag(name = "applications", description = "办件 · Applications")
@Shows(value = ApplicationView.class, says = "办件 · The application")
public class ApplicationsResource {
  private final Counter<ApplicationDetails> counter;
  private final Intake intake;
  private final Caller caller;

  ApplicationsResource(Counter<ApplicationDetails> counter, Intake intake, Caller caller) {
    this.counter = counter;
    this.intake = intake;
    this.caller = caller;
  }

  @POST
  @Write
  @RolesNeeded({Role.APPLICANT, Role.OFFICER})
  @Operation(operationId = "submitApplication", summary = "提交申请 · File an application")
  @Shows(value = ApplicationView.class, status = 201, says = "已收件 · Received")
  public Response submit(Requests.Application body) {
    return counter.open(
        Optional.empty(),
        body.onBehalfOf(),
        body.channel(),
        filer -> intake.submissions().prepare(filer, body, caller.now()));
  }

  @GET
  @Path("/{number}")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "getApplication", summary = "查看办件 · Read an application")
  public Response read(@PathParam("number") String number) {
    return counter.read(number);
  }

  @GET
  @Path("/{number}/timeline")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "getApplicationTimeline", summary = "办理过程 · Timeline")
  public TimelineView timeline(@PathParam("number") String number) {
    return counter.timeline(number);
  }

  @GET
  @Path("/{number}/timeline/verification")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(operationId = "verifyApplicationTimeline", summary = "核验办理过程 · Verify the timeline")
  public TimelineVerification verification(@PathParam("number") String number) {
    return counter.verification(number);
  }

  @POST
  @Path("/{number}/actions/supplement")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(
      operationId = "supplementApplication",
      summary = "补交材料 · Bring corrections or owed materials")
  public Response supplement(@PathParam("number") String number, Requests.Supplement body) {
    return counter.act(number, intake.applicants().supplement(body));
  }

  @POST
  @Path("/{number}/actions/withdraw")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "withdrawApplication", summary = "撤回申请 · Withdraw")
  public Response withdraw(@PathParam("number") String number, CommonRequests.Withdraw body) {
    return counter.act(number, intake.applicants().withdraw(body));
  }

  @POST
  @Path("/{number}/actions/disclose")
  @Write
  @Versioned
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "disclosePersonalData",
      summary = "查阅完整个人信息（留痕） · Read personal data in full, on the record")
  @Shows(
      value = ApplicationView.class,
      says = "办件 · The application, with the values asked for in `disclosed`")
  public Response disclose(@PathParam("number") String number, CommonRequests.Disclose body) {
    return counter.disclose(number, body);
  }
}
