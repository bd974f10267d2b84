package banshi.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Which other origins' pages may call (the Fetch standard's CORS protocol): those of {@code
 * banshi.allowed-origins}, compared exactly; none when it is not set. A page of another origin is
 * not refused here but by its browser, which finds no permission in the answer.
 */
@ApplicationScoped
public class Cors {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String ONE_HOUR = "3600";

  private final Set<String> allowed;

  Cors(@ConfigProperty(name = "banshi.allowed-origins") Optional<List<String>> allowed) {
    this.allowed = Set.copyOf(allowed.orElse(List.of()));
  }

  /** Answers a preflight, at any path and without a token: a browser sends none with it. */
  @ServerRequestFilter(preMatching = true)
  public Optional<Response> preflight(ContainerRequestContext request) {
    boolean asked =
        request.getMethod().equals("OPTIONS")
            && request.getHeaderString("Origin") != null
            && request.getHeaderString("Access-Control-Request-Method") != null;
    if (!asked) {
      return Optional.empty();
    }
    var answer = Response.noContent();
    if (origin(request).isPresent()) {
      answer
          .header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE")
          .header(
              "Access-Control-Allow-Headers",
              "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match")
          .header("Access-Control-Max-Age", ONE_HOUR);
    }
    return Optional.of(answer.build());
  }

  /** Lets an allowed origin's page read the answer, whatever it says. */
  @ServerResponseFilter
  public void permit(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().add(HttpHeaders.VARY, "Origin");
    origin(request)
        .ifPresent(
            origin -> {
              response.getHeaders().putSingle(ALLOW_ORIGIN, origin);
              response
                  .getHeaders()
                  .putSingle(
                      "Access-Control-Expose-Headers",
                      "ETag, Location, Link, Idempotent-Replayed, Retry-After");
            });
  }

  private Optional<String> origin(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString("Origin")).filter(allowed::contains);
  }
}
