package banshi.http;

import banshi.identity.Role;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a resource method's annotations promise.
 *
 * @param route the path template of class and method, e.g. {@code /v1/drafts/{draftId}}
 * @param open for everybody
 * @param roles any one is needed; empty when any caller will do
 * @param write needs an idempotency key
 * @param offers media types that it gives besides JSON
 * @param versionOptionalFor present when a version is taken; the roles that may leave it out
 * @param query the query parameters that it takes
 */
record Endpoint(
    String route,
    boolean open,
    Set<Role> roles,
    boolean write,
    Set<String> offers,
    Optional<Set<Role>> versionOptionalFor,
    QueryParameters query) {

  static Endpoint of(Class<?> resource, Method method) {
    return new Endpoint(
        path(resource.getAnnotation(Path.class)) + path(method.getAnnotation(Path.class)),
        annotation(Public.class, resource, method).isPresent(),
        annotation(RolesNeeded.class, resource, method)
            .map(needed -> Set.of(needed.value()))
            .orElse(Set.of()),
        method.isAnnotationPresent(Write.class),
        Optional.ofNullable(method.getAnnotation(Produces.class))
            .map(types -> Set.of(types.value()))
            .orElse(Set.of()),
        Optional.ofNullable(method.getAnnotation(Versioned.class))
            .map(versioned -> Set.of(versioned.optionalFor())),
        QueryParameters.of(method));
  }

  /** Whether a caller in {@code held} may come in at all. */
  boolean admits(Set<Role> held) {
    return roles.isEmpty() || held.stream().anyMatch(roles::contains);
  }

  /** Whether a caller in {@code held} may leave {@code If-Match} out. */
  boolean excusesVersion(Set<Role> held) {
    return versionOptionalFor.isEmpty()
        || held.stream()
            .filter(role -> roles.isEmpty() || roles.contains(role))
            .anyMatch(versionOptionalFor.get()::contains);
  }

  private static <A extends Annotation> Optional<A> annotation(
      Class<A> type, Class<?> resource, Method method) {
    return Stream.of(method.getAnnotation(type), resource.getAnnotation(type))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  private static String path(Path path) {
    return path == null ? "" : segment(path.value());
  }

  /** A {@code @Path}'s value with one slash before it and none after it. */
  static String segment(String value) {
    String bare = value.replaceAll("^/+|/+$", "");
    return bare.isEmpty() ? "" : "/" + bare;
  }
}
