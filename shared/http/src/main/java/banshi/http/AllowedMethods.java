package banshi.http;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** The methods that the current path has: a 405 must name them (RFC 9110, section 15.5.6). */
final class AllowedMethods {
  private AllowedMethods() {}

  /** The value of {@code Allow}; empty outside a request. */
  static Optional<String> here() {
    return Optional.ofNullable(CurrentRequestManager.get())
        .map(AllowedMethods::of)
        .map(methods -> String.join(", ", methods));
  }

  private static SortedSet<String> of(ResteasyReactiveRequestContext request) {
    SortedSet<String> methods = new TreeSet<>();
    methods.add("OPTIONS");
    var mapper = new RequestMapper<>(request.getDeployment().getClassMappers());
    String path = request.getPathWithoutPrefix();
    for (var match = mapper.map(path);
        match != null;
        match = mapper.continueMatching(path, match)) {
      addMethods(match, methods);
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }

  private static void addMethods(
      RequestMapper.RequestMatch<InitialMatch> resource, SortedSet<String> methods) {
    String remaining = resource.remaining.isEmpty() ? "/" : resource.remaining;
    for (ServerRestHandler handler : resource.value.handlers) {
      if (handler instanceof ClassRoutingHandler routing) {
        routing
            .getMappers()
            .forEach(
                (method, mapper) -> {
                  if (method != null && mapper.map(remaining) != null) {
                    methods.add(method);
                  }
                });
      }
    }
  }
}
