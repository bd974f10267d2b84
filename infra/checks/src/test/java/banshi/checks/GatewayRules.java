package banshi.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What API Gateway refuses only when paths are created: of the children of a path one may be a
 * variable, whatever stands below it, and what takes everything that follows must come last.
 */
final class GatewayRules {
  private record Variable(String segment, Place place) {}

  private final Map<String, Variable> variables = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private GatewayRules() {}

  static List<String> faults(Node template) {
    GatewayRules rules = new GatewayRules();
    Yaml.at(template, "Resources")
        .ifPresent(resources -> Yaml.members(resources).forEach(rules::function));
    return rules.faults;
  }

  private void function(String id, Node resource) {
    Yaml.at(resource, "Properties", "Events")
        .ifPresent(
            events ->
                Yaml.members(events)
                    .forEach(
                        (name, event) ->
                            Yaml.at(event, "Properties", "Path")
                                .ifPresent(
                                    path ->
                                        path(
                                            Yaml.text(path),
                                            Place.of(
                                                path,
                                                "Resources.%s.Properties.Events.%s.Properties.Path"
                                                    .formatted(id, name))))));
  }

  private void path(String path, Place place) {
    String[] segments = path.substring(1).split("/");
    StringBuilder parent = new StringBuilder();
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      if (segment.startsWith("{")) {
        Variable other =
            variables.computeIfAbsent(parent.toString(), key -> new Variable(segment, place));
        if (!other.segment().equals(segment)) {
          faults.add(
              place.fault(
                  "under %s/ there is %s already, on line %d: API Gateway takes one variable there, not %s too"
                      .formatted(parent, other.segment(), other.place().line(), segment)));
        }
        if (segment.endsWith("+}") && i < segments.length - 1) {
          faults.add(place.fault(segment + " should come last"));
        }
      }
      parent.append('/').append(segment);
    }
  }
}
