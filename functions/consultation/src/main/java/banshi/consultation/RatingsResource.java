package banshi.consultation;

import banshi.http.Caller;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Versioned;
import banshi.http.Write;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.Counter;
import banshi.identity.Role;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 好差评 and what a poor rating sets off. */
@Path("/v1/consultations/{number}/actions")
@Tag(name = "consultation-ratings", description = "好差评 · Ratings")
@Shows(value = ConsultationView.class, says = "咨询 · The consultation")
public class RatingsResource {
  private final Counter<ConsultationDetails> counter;
  private final Consultations consultations;
  private final Caller caller;

  RatingsResource(
      Counter<ConsultationDetails> counter, Consultations consultations, Caller caller) {
    this.counter = counter;
    this.consultations = consultations;
    this.caller = caller;
  }

  @POST
  @Path("/rate")
  @Write
  @Versioned
  @RolesNeeded(Role.APPLICANT)
  @Operation(operationId = "rateConsultation", summary = "好差评 · Rate the service")
  public Response rate(@PathParam("number") String number, CommonRequests.Rate body) {
    return counter.act(number, consultations.ratings().rate(caller.actor(), body::at));
  }

  @POST
  @Path("/contact-rater")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(
      operationId = "contactRaterOfConsultation",
      summary = "联系评价人 · Contact whoever rated poorly")
  public Response contactRater(@PathParam("number") String number, CommonRequests.Contact body) {
    return counter.act(number, consultations.ratings().contacted(caller.actor(), body.note()));
  }

  @POST
  @Path("/rectify")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "rectifyOfConsultation", summary = "报告整改 · Report what was put right")
  public Response rectify(@PathParam("number") String number, CommonRequests.Rectify body) {
    return counter.act(number, consultations.ratings().rectified(caller.actor(), body.measures()));
  }

  @POST
  @Path("/call-back")
  @Write
  @Versioned
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "callBackOfConsultation",
      summary = "回访核实 · Call back: only this closes the duty")
  public Response callBack(@PathParam("number") String number, CommonRequests.CallBack body) {
    return counter.act(
        number, consultations.ratings().calledBack(caller.actor(), body.solved(), body.note()));
  }

  @POST
  @Path("/appeal-rating")
  @Write
  @Versioned
  @RolesNeeded(Role.OFFICER)
  @Operation(operationId = "appealRatingOfConsultation", summary = "申诉评价 · Appeal against a rating")
  public Response appealRating(@PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(number, consultations.ratings().appealed(caller.actor(), body.reason()));
  }

  @POST
  @Path("/uphold-appeal")
  @Write
  @Versioned
  @RolesNeeded(Role.SUPERVISOR)
  @Operation(
      operationId = "upholdAppealOfConsultation",
      summary = "申诉成立 · Uphold the appeal: the rating no longer counts")
  public Response upholdAppeal(@PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(
        number, consultations.ratings().decidedAppeal(caller.actor(), true, body.reason()));
  }

  @POST
  @Path("/reject-appeal")
  @Write
  @Versioned
  @RolesNeeded(Role.SUPERVISOR)
  @Operation(operationId = "rejectAppealOfConsultation", summary = "申诉不成立 · Reject the appeal")
  public Response rejectAppeal(@PathParam("number") String number, CommonRequests.Reasoned body) {
    return counter.act(
        number, consultations.ratings().decidedAppeal(caller.actor(), false, body.reason()));
  }
}
