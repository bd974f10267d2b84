package banshi.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What functions name is there, and what is declared is used. */
final class ReferenceCheck {
  private final Types types = Types.known();
  private final Node template;
  private final Map<String, Node> parameters;
  private final Map<String, Node> conditions;
  private final Map<String, Node> mappings;
  private final Map<String, Node> resources;
  private final Set<String> used = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  private ReferenceCheck(Node template) {
    this.template = template;
    this.parameters = part("Parameters");
    this.conditions = part("Conditions");
    this.mappings = part("Mappings");
    this.resources = part("Resources");
  }

  static List<String> faults(Node template) {
    ReferenceCheck check = new ReferenceCheck(template);
    for (String part : List.of("Conditions", "Globals", "Resources", "Outputs")) {
      Yaml.at(template, part).ifPresent(node -> check.walk(node, Place.of(node, part)));
    }
    check.resources.forEach(check::around);
    check.unused("Parameters", "the parameter", check.parameters);
    check.unused("Conditions", "the condition", check.conditions);
    check.unused("Mappings", "the mapping", check.mappings);
    return check.faults;
  }

  private Map<String, Node> part(String name) {
    return Yaml.at(template, name).map(Yaml::members).orElseGet(java.util.LinkedHashMap::new);
  }

  private void unused(String part, String what, Map<String, Node> declared) {
    declared.forEach(
        (name, node) -> {
          if (!used.contains(name)) {
            faults.add(
                Place.of(node, part + "." + name).fault("nothing uses " + what + " " + name));
          }
        });
  }

  private void around(String id, Node resource) {
    Place place = Place.of(resource, "Resources." + id);
    Yaml.at(resource, "Condition")
        .ifPresent(node -> condition(Yaml.text(node), place.at(node, "Condition")));
    Yaml.at(resource, "DependsOn")
        .ifPresent(
            node ->
                (node instanceof ScalarNode ? List.of(node) : Yaml.children(node))
                    .forEach(each -> dependency(Yaml.text(each), place.at(each, "DependsOn"))));
  }

  private void dependency(String id, Place place) {
    if (!resources.containsKey(id)) {
      faults.add(place.fault("there is no resource " + id));
    }
  }

  private void walk(Node node, Place place) {
    Optional<Yaml.Call> call = Yaml.call(node);
    call.ifPresent(each -> called(each, place));
    if (node instanceof MappingNode) {
      Yaml.members(node).forEach((name, each) -> walk(each, place.at(each, name)));
    } else {
      List<Node> children = Yaml.children(node);
      for (int i = 0; i < children.size(); i++) {
        walk(children.get(i), place.at(children.get(i), Integer.toString(i)));
      }
    }
  }

  private void called(Yaml.Call call, Place place) {
    List<Node> given = Yaml.children(call.argument());
    String first = given.isEmpty() ? Yaml.text(call.argument()) : Yaml.text(given.getFirst());
    switch (call.function()) {
      case "Condition", "Fn::If" -> condition(first, place);
      case "Ref", "Fn::GetAtt", "Fn::Sub" ->
          Named.by(call)
              .forEach(
                  each ->
                      each.attribute()
                          .ifPresentOrElse(
                              attribute -> attribute(each.name(), attribute, place),
                              () -> named(each.name(), place)));
      case "Fn::FindInMap" -> {
        used.add(first);
        if (!mappings.containsKey(first)) {
          faults.add(place.fault("there is no mapping " + first));
        }
      }
      case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Fn::Join", "Fn::Select", "Fn::Split" -> {}
      default -> faults.add(place.fault(call.function() + " is not used here"));
    }
  }

  private void named(String name, Place place) {
    used.add(name);
    if (!name.startsWith("AWS::")
        && !parameters.containsKey(name)
        && !resources.containsKey(name)) {
      faults.add(place.fault("there is no parameter and no resource " + name));
    }
  }

  private void condition(String name, Place place) {
    used.add(name);
    if (!conditions.containsKey(name)) {
      faults.add(place.fault("there is no condition " + name));
    }
  }

  private void attribute(String resource, String attribute, Place place) {
    Optional<String> type =
        Optional.ofNullable(resources.get(resource))
            .flatMap(node -> Yaml.at(node, "Type"))
            .filter(ScalarNode.class::isInstance)
            .map(Yaml::text);
    if (type.isEmpty()) {
      faults.add(place.fault("there is no resource " + resource));
    } else if (types
        .find(type.get())
        .filter(known -> known.attributes().contains(attribute))
        .isEmpty()) {
      faults.add(place.fault(type.get() + " has no attribute " + attribute));
    }
  }
}
