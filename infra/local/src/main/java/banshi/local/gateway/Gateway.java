package banshi.local.gateway;

import banshi.local.functions.FunctionHost;
import banshi.local.functions.Outcome;
import banshi.local.template.Template;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The template's REST API: finds who answers a request, and has it answered. */
public final class Gateway {
  /** API Gateway's limit on how long an integration may take. */
  public static final Duration TIME_LIMIT = Duration.ofSeconds(29);

  /** API Gateway's limit on a request's body. */
  public static final int BODY_LIMIT = 10 * 1024 * 1024;

  private final Routes routes;
  private final FunctionHost functions;
  private final InstantSource clock;

  /** The API of a template, whose events carry a clock's time. */
  public Gateway(Template template, FunctionHost functions, InstantSource clock) {
    this.routes = new Routes(template.routes());
    this.functions = functions;
    this.clock = clock;
  }

  /** What a function or the gateway itself answers. */
  public Answer answer(Request request) throws InterruptedException {
    Optional<Routes.Match> match;
    try {
      match = routes.match(request.method(), request.rawPath());
    } catch (IllegalArgumentException badEncoding) {
      return refuse(GatewayFault.BAD_REQUEST, request);
    }
    if (match.isEmpty()) {
      return refuse(GatewayFault.NOT_FOUND, request);
    }
    byte[] event;
    try {
      event = GatewayEvents.event(request, match.get(), clock.instant());
    } catch (IllegalArgumentException badEncoding) {
      return refuse(GatewayFault.BAD_REQUEST, request);
    }
    String function = match.get().route().function();
    return switch (functions.function(function).invoke(event, TIME_LIMIT)) {
      case Outcome.Answered answered ->
          GatewayEvents.answer(answered.payload())
              .orElseGet(() -> refuse(GatewayFault.FUNCTION_FAILED, request));
      case Outcome.Failed failed -> refuse(GatewayFault.FUNCTION_FAILED, request);
      case Outcome.Crashed crashed -> refuse(GatewayFault.FUNCTION_FAILED, request);
      case Outcome.TimedOut timedOut -> refuse(GatewayFault.TIMED_OUT, request);
      case Outcome.Throttled throttled -> refuse(GatewayFault.THROTTLED, request);
      case Outcome.TooLarge tooLarge -> refuse(GatewayFault.TOO_LARGE, request);
    };
  }

  private static Answer refuse(GatewayFault fault, Request request) {
    return Problems.of(fault, request.acceptLanguage());
  }
}
