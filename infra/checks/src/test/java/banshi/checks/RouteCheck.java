package banshi.checks;

import banshi.local.gateway.Routes;
import banshi.local.template.Template;
import banshi.local.template.Template.Function;
import banshi.local.template.Template.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every operation of the functions' API documents has its route, and every route an operation. */
final class RouteCheck {
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options");

  private final Template template;
  private final Routes routes;
  private final Set<Route> used = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();

  private RouteCheck(Template template) {
    this.template = template;
    this.routes = new Routes(template.routes());
  }

  static List<String> faults(Template template) throws IOException {
    RouteCheck check = new RouteCheck(template);
    for (Function function : template.functions()) {
      Path document = function.code().resolveSibling("openapi/openapi.json");
      if (Files.exists(document)) {
        check.document(function, new ObjectMapper().readTree(document.toFile()));
      }
    }
    check.rest();
    return check.faults;
  }

  private void document(Function function, JsonNode document) {
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            operation(
                                function, method.getKey().toUpperCase(Locale.ROOT), path.getKey());
                          }
                        }));
  }

  private void operation(Function function, String method, String path) {
    Optional<Route> route =
        routes.match(method, path.replaceAll("\\{[^}]+}", "x")).map(Routes.Match::route);
    route.ifPresent(used::add);
    String what = method + " " + path + " of " + function.logicalId();
    if (route.isEmpty()) {
      faults.add("Resources." + function.logicalId() + ".Properties.Events: no route for " + what);
    } else if (!route.get().function().equals(function.logicalId())) {
      faults.add(
          "Resources.%s.Properties.Events: %s %s takes what is for %s"
              .formatted(route.get().function(), route.get().method(), route.get().path(), what));
    }
  }

  private void rest() {
    Map<String, Route> shapes = new HashMap<>();
    for (Route route : template.routes()) {
      String named = route.method() + " " + route.path();
      if (!used.contains(route)) {
        faults.add(
            "Resources.%s.Properties.Events: no operation for the route %s"
                .formatted(route.function(), named));
      }
      Route other =
          shapes.put(route.method() + " " + route.path().replaceAll("\\{[^}+]+", "{"), route);
      if (other != null) {
        faults.add(
            "Resources.%s.Properties.Events: %s means the same as %s of %s"
                .formatted(route.function(), named, other.path(), other.function()));
      }
    }
  }
}
