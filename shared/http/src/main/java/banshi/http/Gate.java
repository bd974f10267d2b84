package banshi.http;

import banshi.identity.Actor;
import banshi.identity.Verification;
import io.quarkus.amazon.lambda.http.model.AwsProxyRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Decides whether a request reaches its endpoint. The order of the checks is part of the contract:
 * nobody learns what an endpoint takes before it is known that they may call it.
 */
@ApplicationScoped
public class Gate {

  /** The largest body, in bytes as sent (before base64). */
  public static final int LARGEST_BODY = 256 * 1024;

  private static final Logger LOG = Logger.getLogger(Gate.class);
  private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
  private static final Pattern STRONG_ETAG = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final CallerVerifier verifier;
  private final Caller caller;
  private final RequestTerms terms;
  private final AwsProxyRequest event;
  private final Map<Method, Endpoint> endpoints = new ConcurrentHashMap<>();

  Gate(CallerVerifier verifier, Caller caller, RequestTerms terms, AwsProxyRequest event) {
    this.verifier = verifier;
    this.caller = caller;
    this.terms = terms;
    this.event = event;
  }

  /** Before the endpoint is known: the language, which even a 404 needs. */
  @ServerRequestFilter(preMatching = true)
  public void arrive(ContainerRequestContext request) {
    caller.speaks(
        Languages.preferred(String.join(",", lines(request, HttpHeaders.ACCEPT_LANGUAGE))));
  }

  /**
   * Once the endpoint is known.
   *
   * @throws ProblemException with the first check that fails
   */
  @ServerRequestFilter
  public void admit(ContainerRequestContext request, ResourceInfo resource) {
    Endpoint endpoint =
        endpoints.computeIfAbsent(
            resource.getResourceMethod(),
            method -> Endpoint.of(resource.getResourceClass(), method));
    if (!endpoint.open()) {
      admitCaller(request, endpoint);
    }
    byte[] body = body();
    checkMedia(request, endpoint, body);
    if (body.length > LARGEST_BODY) {
      throw refusal(ProblemCode.BODY_TOO_LARGE);
    }
    endpoint.query().admit(given(request));
    if (endpoint.write()) {
      terms.are(idempotency(request, endpoint, body));
    }
    if (endpoint.versionOptionalFor().isPresent()) {
      readVersion(request, endpoint);
    }
  }

  private static Map<String, Integer> given(ContainerRequestContext request) {
    return request.getUriInfo().getQueryParameters().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, values -> values.getValue().size()));
  }

  private void admitCaller(ContainerRequestContext request, Endpoint endpoint) {
    List<String> authorization = lines(request, HttpHeaders.AUTHORIZATION);
    Optional<String> only =
        authorization.size() == 1 ? Optional.of(authorization.getFirst()) : Optional.empty();
    switch (verifier.verify(only, caller.now())) {
      case Verification.Verified(Actor actor, var flaws) -> caller.is(actor);
      case Verification.Refused(var reason) -> {
        LOG.debugf("401 for request %s: %s", caller.requestId(), reason.code());
        String challenge = authorization.isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"";
        throw Problem.of(ProblemCode.UNAUTHORIZED)
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge)
            .asException();
      }
    }
    if (!endpoint.admits(caller.actor().roles())) {
      throw refusal(ProblemCode.FORBIDDEN);
    }
  }

  private void checkMedia(ContainerRequestContext request, Endpoint endpoint, byte[] body) {
    if (WITH_BODY.contains(request.getMethod()) && body.length > 0) {
      List<String> types = lines(request, HttpHeaders.CONTENT_TYPE);
      if (types.size() != 1 || !MediaTypes.isJson(types.getFirst())) {
        throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE)
            .withHeader(HttpHeaders.ACCEPT, "application/json")
            .asException();
      }
    }
    List<String> accept = lines(request, HttpHeaders.ACCEPT);
    if (!MediaTypes.acceptJson(accept)
        && endpoint.offers().stream().noneMatch(type -> MediaTypes.accept(accept, type))) {
      throw refusal(ProblemCode.NOT_ACCEPTABLE);
    }
  }

  private RequestTerms.Idempotency idempotency(
      ContainerRequestContext request, Endpoint endpoint, byte[] body) {
    List<String> keys = lines(request, "Idempotency-Key");
    if (keys.isEmpty()) {
      throw refusal(ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
    }
    if (keys.size() != 1 || !KEY.matcher(keys.getFirst()).matches()) {
      throw refusal(ProblemCode.IDEMPOTENCY_KEY_INVALID);
    }
    String who = endpoint.open() ? "" : caller.actor().key().value();
    String scope = sha256(bytes(request.getMethod()), bytes(endpoint.route()), bytes(who));
    String path = request.getUriInfo().getRequestUri().getRawPath();
    return new RequestTerms.Idempotency(keys.getFirst(), scope, sha256(bytes(path), body));
  }

  private void readVersion(ContainerRequestContext request, Endpoint endpoint) {
    List<String> tags = lines(request, HttpHeaders.IF_MATCH);
    if (tags.isEmpty()) {
      if (!endpoint.excusesVersion(endpoint.open() ? Set.of() : caller.actor().roles())) {
        throw refusal(ProblemCode.PRECONDITION_REQUIRED);
      }
      return;
    }
    var tag = STRONG_ETAG.matcher(tags.getFirst().trim());
    if (tags.size() != 1 || !tag.matches()) {
      throw refusal(ProblemCode.VERSION_INVALID);
    }
    terms.expect(Long.parseLong(tag.group(1)));
  }

  private byte[] body() {
    String body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    return event.isBase64Encoded() ? Base64.getDecoder().decode(body) : bytes(body);
  }

  private static List<String> lines(ContainerRequestContext request, String header) {
    List<String> lines = request.getHeaders().get(header);
    return lines == null ? List.of() : lines;
  }

  private static ProblemException refusal(ProblemKind kind) {
    return Problem.of(kind).asException();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Each part goes in with its length before it, so that parts cannot run into each other. */
  private static String sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(bytes(part.length + ":"));
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
