package banshi.http;

import banshi.audit.AuditUnavailable;
import banshi.store.ContendedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure leaves as a problem document; none with an exception's text. */
@ApplicationScoped
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final Caller caller;

  ProblemMappers(Caller caller) {
    this.caller = caller;
  }

  /** An expected refusal. */
  @ServerExceptionMapper
  public Response expected(ProblemException refusal) {
    return answer(refusal.problem());
  }

  /** What the framework refuses: unknown paths and methods, parameters that cannot be read. */
  @ServerExceptionMapper
  public Response byFramework(WebApplicationException refusal) {
    // What a parameter's own constructor refuses arrives wrapped.
    if (refusal.getCause() instanceof ProblemException own) {
      return answer(own.problem());
    }
    Response response = refusal.getResponse();
    return switch (response.getStatus()) {
      case 404 -> answer(Problem.of(ProblemCode.NOT_FOUND));
      case 405 -> {
        Problem problem = Problem.of(ProblemCode.METHOD_NOT_ALLOWED);
        yield answer(
            AllowedMethods.here()
                .map(methods -> problem.withHeader(HttpHeaders.ALLOW, methods))
                .orElse(problem));
      }
      case 406 -> answer(Problem.of(ProblemCode.NOT_ACCEPTABLE));
      case 413 -> answer(Problem.of(ProblemCode.BODY_TOO_LARGE));
      case 415 -> answer(Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
      default ->
          response.getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR
              ? answer(Problem.of(ProblemCode.BAD_REQUEST))
              : unexpected(refusal);
    };
  }

  /** Others were writing the same all the while: nothing is broken, and nothing was written. */
  @ServerExceptionMapper
  public Response contended(ContendedException busy) {
    return answer(Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE));
  }

  /** A reading that could not be put on record: nothing is shown. Logged without who read. */
  @ServerExceptionMapper
  public Response unaudited(AuditUnavailable unwritten) {
    LOG.errorf(unwritten, "request %s: the audit cannot be written", caller.requestId());
    return answer(Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE));
  }

  /** What nobody expected: logged with the request's id, which is all the caller is told. */
  @ServerExceptionMapper
  public Response unexpected(Throwable failure) {
    LOG.errorf(failure, "request %s failed", caller.requestId());
    return answer(Problem.of(ProblemCode.INTERNAL_ERROR).with("requestId", caller.requestId()));
  }

  private Response answer(Problem problem) {
    var builder =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .entity(problem.json(caller.language()));
    problem.headers().forEach(builder::header);
    return builder.build();
  }
}
