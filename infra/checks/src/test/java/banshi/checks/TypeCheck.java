package banshi.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Every type and property exists, what is required is there, and values are of their kind. */
final class TypeCheck {
  private static final Set<String> AROUND =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata");
  private static final Map<String, String> PARAMETER =
      Map.ofEntries(
          Map.entry("Type!", "String|Number"),
          Map.entry("Default", "text"),
          Map.entry("AllowedPattern", "text"),
          Map.entry("AllowedValues", "[text]"),
          Map.entry("Description", "text"),
          Map.entry("ConstraintDescription", "text"),
          Map.entry("NoEcho", "flag"),
          Map.entry("MinLength", "number"),
          Map.entry("MaxLength", "number"),
          Map.entry("MinValue", "number"),
          Map.entry("MaxValue", "number"));
  private static final Map<String, String> OUTPUT =
      Map.of("Value!", "text", "Description", "text", "Export", "{text}", "Condition", "text");
  private static final Types.Type NONE = new Types.Type(List.of(), Map.of(), Map.of());

  private final Types types = Types.known();
  private final List<String> faults = new ArrayList<>();

  static List<String> faults(Node template) {
    TypeCheck check = new TypeCheck();
    Place top = new Place(1, "");
    check.declared(template, "Parameters", PARAMETER, "a parameter");
    check.declared(template, "Outputs", OUTPUT, "an output");
    Yaml.at(template, "Globals", "Function")
        .ifPresent(
            node ->
                check.type("Globals Function", node, top.at(node, "Globals").at(node, "Function")));
    Yaml.at(template, "Resources")
        .ifPresent(
            all ->
                Yaml.members(all)
                    .forEach(
                        (id, node) ->
                            check.resource(node, top.at(node, "Resources").at(node, id))));
    return check.faults;
  }

  private void declared(Node template, String part, Map<String, String> known, String what) {
    Yaml.at(template, part)
        .ifPresent(
            all ->
                Yaml.members(all)
                    .forEach(
                        (name, node) ->
                            members(node, known, NONE, what, Place.of(node, part + "." + name))));
  }

  private void resource(Node node, Place place) {
    Map<String, Node> members = Yaml.members(node);
    members.forEach(
        (name, value) -> {
          if (!AROUND.contains(name)) {
            faults.add(
                place
                    .at(value, name)
                    .fault("a resource has no " + name + didYouMean(name, AROUND)));
          }
          if (name.endsWith("Policy") && !Set.of("Delete", "Retain").contains(Yaml.text(value))) {
            faults.add(place.at(value, name).fault("should be Delete or Retain"));
          }
        });
    String type = members.containsKey("Type") ? Yaml.text(members.get("Type")) : "";
    if (types.find(type).isEmpty()) {
      faults.add(place.fault("there is no type " + type + " in resource-types.yaml"));
      return;
    }
    Node properties = members.get("Properties");
    if (properties == null) {
      faults.add(place.fault(type + " has no Properties"));
      return;
    }
    type(type, properties, place.at(properties, "Properties"));
  }

  private void type(String name, Node properties, Place place) {
    Types.Type type = types.find(name).orElseThrow();
    members(properties, type.properties(), type, name, place);
    if (name.equals("AWS::Serverless::Function")) {
      Yaml.at(properties, "Events")
          .ifPresent(
              events ->
                  Yaml.members(events)
                      .forEach((id, event) -> event(event, type, place.at(event, "Events." + id))));
    }
  }

  /** What an event's properties may be depends on its type. */
  private void event(Node event, Types.Type type, Place place) {
    String kind = Yaml.at(event, "Type").map(Yaml::text).orElse("") + "Event";
    Yaml.at(event, "Properties")
        .filter(properties -> type.parts().containsKey(kind))
        .ifPresent(
            properties ->
                members(
                    properties,
                    type.parts().get(kind),
                    type,
                    "an event of type " + kind.replaceAll("Event$", ""),
                    place.at(properties, "Properties")));
  }

  private void members(
      Node node, Map<String, String> known, Types.Type type, String what, Place place) {
    if (!(node instanceof MappingNode)) {
      faults.add(place.fault("should have named members"));
      return;
    }
    Map<String, Node> there = Yaml.members(node);
    there.forEach(
        (name, value) -> {
          String kind = known.getOrDefault(name, known.get(name + "!"));
          if (kind == null) {
            faults.add(
                place
                    .at(value, name)
                    .fault(what + " has no property " + name + didYouMean(name, plain(known))));
          } else {
            value(value, kind, type, what, place.at(value, name));
          }
        });
    known.keySet().stream()
        .filter(name -> name.endsWith("!"))
        .map(name -> name.substring(0, name.length() - 1))
        .filter(name -> !there.containsKey(name))
        .forEach(name -> faults.add(place.fault(what + " must have the property " + name)));
  }

  private static Set<String> plain(Map<String, String> known) {
    return known.keySet().stream()
        .map(name -> name.replace("!", ""))
        .collect(java.util.stream.Collectors.toSet());
  }

  private void value(Node node, String kind, Types.Type type, String what, Place place) {
    if (Yaml.call(node).isPresent()) {
      chosen(node, kind, type, what, place);
      return;
    }
    switch (kind.charAt(0)) {
      case '[' -> {
        if (node instanceof SequenceNode items) {
          String each = kind.substring(1, kind.length() - 1);
          for (int i = 0; i < items.getValue().size(); i++) {
            Node item = items.getValue().get(i);
            value(item, each, type, what, place.at(item, Integer.toString(i)));
          }
        } else {
          faults.add(place.fault("should be a list"));
        }
      }
      case '{' -> {
        if (node instanceof MappingNode) {
          String each = kind.substring(1, kind.length() - 1);
          Yaml.members(node)
              .forEach((name, item) -> value(item, each, type, what, place.at(item, name)));
        } else {
          faults.add(place.fault("should have named members"));
        }
      }
      case '.', '/' ->
          members(node, types.part(type, kind), type, what + "'s " + kind.substring(1), place);
      default -> scalar(node, kind, place);
    }
  }

  /** Of what a condition chooses, each must fit; other functions give what only the cloud knows. */
  private void chosen(Node node, String kind, Types.Type type, String what, Place place) {
    Yaml.Call call = Yaml.call(node).orElseThrow();
    if (call.function().equals("Fn::If")) {
      List<Node> parts = Yaml.children(call.argument());
      parts.stream().skip(1).forEach(part -> value(part, kind, type, what, place.at(part, "If")));
    }
  }

  private void scalar(Node node, String kind, Place place) {
    boolean single = node instanceof ScalarNode;
    String text = Yaml.text(node);
    boolean fits =
        switch (kind) {
          case "any" -> true;
          case "text" -> single;
          case "texts" ->
              single
                  || node instanceof SequenceNode items
                      && items.getValue().stream()
                          .allMatch(
                              each -> each instanceof ScalarNode || Yaml.call(each).isPresent());
          case "number" -> single && text.matches("-?[0-9]+(\\.[0-9]+)?");
          case "flag" -> single && text.matches("true|false");
          default -> single && List.of(kind.split("\\|")).contains(text);
        };
    if (!fits) {
      faults.add(
          place.fault(
              switch (kind) {
                case "text" -> "should be a text";
                case "texts" -> "should be a text or a list of texts";
                case "number" -> "should be a number";
                case "flag" -> "should be true or false";
                default -> text + " is none of " + kind.replace("|", ", ");
              }));
    }
  }

  private static String didYouMean(String name, Set<String> known) {
    return known.stream()
        .filter(each -> distance(each, name) <= 2)
        .sorted()
        .findFirst()
        .map(each -> "; did you mean " + each + "?")
        .orElse("");
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), change);
        before = above;
      }
    }
    return row[other.length()];
  }
}
