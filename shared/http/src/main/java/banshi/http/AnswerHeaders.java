package banshi.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers that every answer has. */
@ApplicationScoped
public class AnswerHeaders {
  private final Caller caller;

  AnswerHeaders(Caller caller) {
    this.caller = caller;
  }

  /** What an endpoint has set itself is left as it is. */
  @ServerResponseFilter
  public void complete(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    // Personal answers may not stay in any cache; an endpoint for everybody says otherwise itself.
    headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    if (response.hasEntity()) {
      headers.putIfAbsent(HttpHeaders.CONTENT_LANGUAGE, List.of(Languages.tag(caller.language())));
      if (response.getMediaType() == null) {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_TYPE);
      }
    }
  }
}
