package banshi.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What is there only under a condition is named only under it. Otherwise a deployment fails just
 * where somebody chose otherwise than whoever tried the template out.
 */
final class ConditionalCheck {
  private final Map<String, String> conditions = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  private ConditionalCheck() {}

  static List<String> faults(Node template) {
    ConditionalCheck check = new ConditionalCheck();
    Map<String, Node> resources =
        Yaml.at(template, "Resources").map(Yaml::members).orElseGet(LinkedHashMap::new);
    resources.forEach(
        (id, node) ->
            Yaml.at(node, "Condition")
                .ifPresent(condition -> check.conditions.put(id, Yaml.text(condition))));
    for (String part : List.of("Globals", "Resources", "Outputs")) {
      Yaml.at(template, part)
          .map(Yaml::members)
          .orElseGet(LinkedHashMap::new)
          .forEach(
              (name, node) -> {
                Set<String> met = new HashSet<>();
                Yaml.at(node, "Condition").map(Yaml::text).ifPresent(met::add);
                check.walk(node, Place.of(node, part + "." + name), met);
              });
    }
    return check.faults;
  }

  private void walk(Node node, Place place, Set<String> met) {
    var call = Yaml.call(node);
    call.ifPresent(each -> Named.by(each).forEach(named -> there(named, place, met)));
    if (call.isPresent() && call.get().function().equals("Fn::If")) {
      chosen(Yaml.children(call.get().argument()), place, met);
    } else if (node instanceof MappingNode) {
      Yaml.members(node).forEach((name, each) -> walk(each, place.at(each, name), met));
    } else {
      List<Node> children = Yaml.children(node);
      for (int i = 0; i < children.size(); i++) {
        walk(children.get(i), place.at(children.get(i), Integer.toString(i)), met);
      }
    }
  }

  /** Of the two that may be chosen, only the first is taken where the condition holds. */
  private void chosen(List<Node> parts, Place place, Set<String> met) {
    for (int i = 1; i < parts.size(); i++) {
      Set<String> here = new HashSet<>(met);
      if (i == 1) {
        here.add(Yaml.text(parts.getFirst()));
      }
      walk(parts.get(i), place.at(parts.get(i), "If"), here);
    }
  }

  private void there(Named named, Place place, Set<String> met) {
    String condition = conditions.get(named.name());
    if (condition != null && !met.contains(condition)) {
      faults.add(
          place.fault(
              named.name()
                  + " is there only under the condition "
                  + condition
                  + ", which does not stand here"));
    }
  }
}
