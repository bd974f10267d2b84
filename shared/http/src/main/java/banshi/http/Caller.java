package banshi.http;

import banshi.identity.Actor;
import banshi.text.Language;
import io.quarkus.amazon.lambda.http.model.ApiGatewayRequestIdentity;
import io.quarkus.amazon.lambda.http.model.AwsProxyRequestContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who calls, in which language, and when: one for each request. */
@RequestScoped
public class Caller {
  /** An address of either version of the protocol, as text. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:%]{2,45}");

  private final AwsProxyRequestContext event;
  private final InstantSource time;
  private Language language = Language.ZH_CN;
  private Optional<Actor> actor = Optional.empty();

  Caller(AwsProxyRequestContext event, InstantSource time) {
    this.event = event;
    this.time = time;
  }

  /**
   * Who calls.
   *
   * @throws IllegalStateException at an endpoint that is {@link Public}, where nobody is asked
   */
  public Actor actor() {
    return actor.orElseThrow(() -> new IllegalStateException("nobody is known here"));
  }

  /** The language to answer in. */
  public Language language() {
    return language;
  }

  /** The request's own time, the only one that business decisions may use. */
  public Instant now() {
    return time.instant();
  }

  /** The gateway's id of this request, for the log and for reports of errors. */
  public String requestId() {
    return Optional.ofNullable(event.getRequestId()).orElse("");
  }

  void speaks(Language language) {
    this.language = language;
  }

  /** Who calls, from where the gateway saw them: headers may say anything. */
  void is(Actor actor) {
    Optional<String> address =
        Optional.ofNullable(event.getIdentity())
            .map(ApiGatewayRequestIdentity::getSourceIp)
            .filter(ADDRESS.asMatchPredicate());
    this.actor = Optional.of(actor.from(address));
  }
}
