package banshi.http;

import banshi.identity.Role;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * What {@link Endpoint} is at run time, read from the build's index.
 *
 * @param path as the API document has it, without patterns in its templates
 * @param roles who may call, if it is not open to all
 * @param excused those of them who may leave {@code If-Match} out of a versioned operation
 * @param shown what it shows when all went well, where its return type does not tell
 */
record ApiOperation(
    String method,
    String path,
    boolean open,
    boolean write,
    boolean versioned,
    Set<Role> roles,
    Set<Role> excused,
    Optional<Shown> shown) {

  /**
   * What {@link Shows} says.
   *
   * @param schema the name of its schema in the API document
   */
  record Shown(String status, String schema, String description) {}

  private static final List<Class<? extends Annotation>> METHODS =
      List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

  private static final DotName RESPONSE = DotName.createSimple(Response.class);

  /** Whether every role that may call must send {@code If-Match}. */
  boolean versionRequired() {
    return excused.isEmpty();
  }

  /** Every resource method in {@code index}. */
  static List<ApiOperation> all(IndexView index) {
    List<ApiOperation> operations = new ArrayList<>();
    for (Class<? extends Annotation> method : METHODS) {
      for (AnnotationInstance annotation : index.getAnnotations(method)) {
        if (annotation.target().kind() == AnnotationTarget.Kind.METHOD) {
          operations.add(of(method.getSimpleName(), annotation.target().asMethod(), index));
        }
      }
    }
    return operations;
  }

  private static ApiOperation of(String verb, MethodInfo method, IndexView index) {
    Set<Role> needed =
        annotation(method, RolesNeeded.class)
            .map(roles -> roles(roles, index))
            .orElse(Set.of(Role.values()));
    Optional<AnnotationInstance> versioned =
        Optional.ofNullable(method.annotation(Versioned.class));
    Set<Role> excused = versioned.map(terms -> roles(terms, index)).orElse(Set.of());
    return new ApiOperation(
        verb,
        path(method.declaringClass().declaredAnnotation(Path.class))
            + path(method.annotation(Path.class)),
        annotation(method, Public.class).isPresent(),
        method.hasAnnotation(Write.class),
        versioned.isPresent(),
        needed,
        needed.stream().filter(excused::contains).collect(Collectors.toUnmodifiableSet()),
        shown(method, index));
  }

  private static Optional<Shown> shown(MethodInfo method, IndexView index) {
    return annotation(method, Shows.class)
        .filter(shows -> method.returnType().name().equals(RESPONSE))
        // A method that tells itself what it shows is taken at its word.
        .filter(shows -> !tellsOfSuccess(method))
        .map(
            shows ->
                new Shown(
                    Integer.toString(shows.valueWithDefault(index, "status").asInt()),
                    index.getClassByName(shows.value().asClass().name()).simpleName(),
                    shows.value("says").asString()));
  }

  private static boolean tellsOfSuccess(MethodInfo method) {
    return Optional.ofNullable(method.declaredAnnotation(APIResponse.class))
        .map(told -> told.value("responseCode"))
        .filter(code -> code.asString().startsWith("2"))
        .isPresent();
  }

  private static Optional<AnnotationInstance> annotation(
      MethodInfo method, Class<? extends Annotation> type) {
    return Optional.ofNullable(method.annotation(type))
        .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(type)));
  }

  private static Set<Role> roles(AnnotationInstance annotation, IndexView index) {
    String member =
        annotation.name().toString().equals(Versioned.class.getName()) ? "optionalFor" : "value";
    return Arrays.stream(annotation.valueWithDefault(index, member).asEnumArray())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String path(AnnotationInstance path) {
    if (path == null) {
      return "";
    }
    return Endpoint.segment(path.value().asString())
        .replaceAll("\\{\\s*([\\w.-]+)\\s*:[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "{$1}");
  }
}
