package banshi.notice;

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
import banshi.http.Write;
import banshi.identity.OpenId;
import banshi.identity.Role;
import banshi.store.Consent;
import banshi.store.Consents;
import banshi.store.StoredAnswer;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consents to WeChat messages: one tap allows one message. */
@Path("/v1/consents")
@Tag(name = "consents", description = "微信订阅消息授权 · Consents to WeChat messages")
@RolesNeeded(Role.APPLICANT)
public class ConsentsResource {
  private final Consents consents;
  private final Granting granting;
  private final Pages pages;
  private final Caller caller;
  private final RequestTerms terms;

  ConsentsResource(
      Consents consents, Granting granting, Pages pages, Caller caller, RequestTerms terms) {
    this.consents = consents;
    this.granting = granting;
    this.pages = pages;
    this.caller = caller;
    this.terms = terms;
  }

  /**
   * The stock of one template.
   *
   * @param available messages that may still be sent
   * @param granted messages ever allowed
   * @param spent messages ever sent
   */
  public record ConsentView(String templateId, long available, long granted, long spent) {
    static ConsentView of(Consent stock) {
      return new ConsentView(stock.templateId(), stock.available(), stock.granted(), stock.spent());
    }
  }

  @POST
  @Write
  @Operation(
      operationId = "grantConsent",
      summary = "授权发送订阅消息 · Allow WeChat messages",
      description =
          "The token must have the claim openid, as tokens of the mini-program's sign-in do;"
              + " without it the answer is 400 openid-missing. At most "
              + Consents.LARGEST_STOCK
              + " messages of a template may be allowed at once.")
  @Shows(value = ConsentView.class, says = "授权余量 · The stock with what was granted in it")
  public Response grant(Requests.Grant body) {
    OpenId openId =
        caller
            .actor()
            .openId()
            .orElseThrow(() -> Problem.of(ProblemCode.OPENID_MISSING).asException());
    return Answers.of(
        granting.grant(
            caller.actor().key(),
            openId,
            body,
            terms.write(),
            stock -> Answers.ok(ConsentView.of(stock), caller.language()),
            caller.now()),
        StoredAnswer::body);
  }

  @GET
  @Operation(operationId = "listConsents", summary = "我的授权余量 · My stocks of consent")
  public Page<ConsentView> mine(@BeanParam PageQuery query) {
    return pages.of(
        query,
        "consents",
        (after, limit) -> consents.of(caller.actor().key(), after, limit).map(ConsentView::of));
  }
}
