package banshi.local.template;

import banshi.local.template.Value.Fields;
import banshi.local.template.Value.Items;
import banshi.local.template.Value.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Carries out CloudFormation's intrinsic functions, in their long form ({@code Fn::Sub: …}) and
 * their short one ({@code !Sub …}): Ref, Condition, Sub, GetAtt, Join, Select, Split, If, Equals,
 * Not, And, Or, FindInMap. Any other is a fault.
 */
final class Intrinsics {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
  private static final String NO_VALUE = "AWS::NoValue";

  private final Scope scope;
  private final Faults faults;

  Intrinsics(Scope scope, Faults faults) {
    this.scope = scope;
    this.faults = faults;
  }

  /** The value of a node; empty for {@code AWS::NoValue} and for what was a fault. */
  Optional<Value> resolve(Node node, Place place) {
    String tag = node.getTag().getValue();
    if (tag.startsWith("!")) {
      String name = tag.substring(1);
      return call(
          name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, node, place);
    }
    return switch (node) {
      case ScalarNode scalar -> Optional.of(new Scalar(place, scalar.getValue()));
      case SequenceNode sequence -> Optional.of(items(sequence, place));
      case MappingNode mapping -> mapping(mapping, place);
      default -> fault(place, "is a kind of YAML that is not understood");
    };
  }

  private Items items(SequenceNode sequence, Place place) {
    List<Value> values = new ArrayList<>();
    int index = 0;
    for (Node item : sequence.getValue()) {
      resolve(item, place.at(YamlSource.line(item), Integer.toString(index)))
          .ifPresent(values::add);
      index++;
    }
    return new Items(place, values);
  }

  private Optional<Value> mapping(MappingNode node, Place place) {
    SequencedMap<String, Node> members = YamlSource.members(node, place, faults);
    if (members.size() == 1) {
      Map.Entry<String, Node> only = members.firstEntry();
      boolean function = only.getKey().equals("Ref") || only.getKey().startsWith("Fn::");
      if (function) {
        return call(only.getKey(), only.getValue(), place);
      }
    }
    SequencedMap<String, Value> values = new LinkedHashMap<>();
    members.forEach(
        (key, member) ->
            resolve(member, place.at(YamlSource.line(member), key))
                .ifPresent(value -> values.put(key, value)));
    return Optional.of(new Fields(place, values));
  }

  private Optional<Value> call(String function, Node argument, Place place) {
    return switch (function) {
      case "Ref" -> text(argument, place).flatMap(name -> ref(name, place));
      case "Condition" ->
          text(argument, place)
              .flatMap(name -> condition(name, place))
              .map(met -> truth(place, met));
      case "Fn::Sub" -> sub(argument, place);
      case "Fn::GetAtt" -> getAtt(argument, place);
      case "Fn::Join" -> join(argument, place);
      case "Fn::Select" -> select(argument, place);
      case "Fn::Split" -> split(argument, place);
      case "Fn::FindInMap" -> find(argument, place);
      case "Fn::If" -> choose(argument, place);
      case "Fn::Equals" -> compare(argument, place);
      case "Fn::Not" -> logic(argument, place, met -> !met.getFirst());
      case "Fn::And" -> logic(argument, place, met -> met.stream().allMatch(each -> each));
      case "Fn::Or" -> logic(argument, place, met -> met.stream().anyMatch(each -> each));
      default -> fault(place, "the function " + function + " is not understood");
    };
  }

  private Optional<Value> ref(String name, Place place) {
    if (name.equals(NO_VALUE)) {
      return Optional.empty();
    }
    return named(name, place).map(text -> new Scalar(place, text));
  }

  private Optional<String> named(String name, Place place) {
    if (scope.values().containsKey(name)) {
      return Optional.of(scope.values().get(name));
    }
    if (scope.resources().containsKey(name)) {
      return Optional.of(scope.resources().get(name).name());
    }
    return fault(place, "there is no parameter and no resource " + name);
  }

  private Optional<String> attribute(String resource, String attribute, Place place) {
    if (!scope.resources().containsKey(resource)) {
      return fault(place, "there is no resource " + resource);
    }
    String value = scope.resources().get(resource).attributes().get(attribute);
    if (value == null) {
      return fault(place, "the attribute " + attribute + " of " + resource + " is not understood");
    }
    return Optional.of(value);
  }

  private Optional<Value> sub(Node argument, Place place) {
    Map<String, String> own = new LinkedHashMap<>();
    Node pattern = argument;
    if (argument instanceof SequenceNode both
        && both.getValue().size() == 2
        && both.getValue().get(1) instanceof MappingNode variables) {
      pattern = both.getValue().getFirst();
      YamlSource.members(variables, place, faults)
          .forEach(
              (name, node) ->
                  resolve(node, place.at(YamlSource.line(node), name))
                      .flatMap(value -> scalar(value))
                      .ifPresent(text -> own.put(name, text)));
    }
    if (!(pattern instanceof ScalarNode scalar)) {
      return fault(place, "Fn::Sub takes a text, or a list of a text and its variables");
    }
    String text =
        PLACEHOLDER
            .matcher(scalar.getValue())
            .replaceAll(
                match ->
                    java.util.regex.Matcher.quoteReplacement(filled(match.group(1), own, place)));
    return Optional.of(new Scalar(place, text));
  }

  private String filled(String name, Map<String, String> own, Place place) {
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    if (own.containsKey(name)) {
      return own.get(name);
    }
    int dot = name.indexOf('.');
    Optional<String> value =
        dot < 0
            ? named(name, place)
            : attribute(name.substring(0, dot), name.substring(dot + 1), place);
    return value.orElse("");
  }

  private Optional<Value> getAtt(Node argument, Place place) {
    List<String> names =
        switch (argument) {
          case ScalarNode scalar -> List.of(scalar.getValue().split("\\.", 2));
          case SequenceNode sequence -> texts(items(sequence, place));
          default -> List.of();
        };
    if (names.size() != 2) {
      return fault(place, "Fn::GetAtt takes a resource and its attribute");
    }
    return attribute(names.getFirst(), names.getLast(), place).map(text -> new Scalar(place, text));
  }

  private Optional<Value> join(Node argument, Place place) {
    if (arguments(argument, place) instanceof List<Value> both
        && both.size() == 2
        && both.getFirst() instanceof Scalar separator
        && both.getLast() instanceof Items parts) {
      return Optional.of(new Scalar(place, String.join(separator.text(), texts(parts))));
    }
    return fault(place, "Fn::Join takes a separator and a list");
  }

  private Optional<Value> select(Node argument, Place place) {
    if (arguments(argument, place) instanceof List<Value> both
        && both.size() == 2
        && both.getFirst() instanceof Scalar index
        && index.text().matches("[0-9]{1,4}")
        && both.getLast() instanceof Items from
        && Integer.parseInt(index.text()) < from.values().size()) {
      return Optional.of(from.values().get(Integer.parseInt(index.text())));
    }
    return fault(place, "Fn::Select takes an index and a list that is longer");
  }

  private Optional<Value> split(Node argument, Place place) {
    if (arguments(argument, place) instanceof List<Value> both
        && both.size() == 2
        && both.getFirst() instanceof Scalar separator
        && both.getLast() instanceof Scalar text) {
      List<Value> parts = new ArrayList<>();
      for (String part : text.text().split(Pattern.quote(separator.text()), -1)) {
        parts.add(new Scalar(place, part));
      }
      return Optional.of(new Items(place, parts));
    }
    return fault(place, "Fn::Split takes a separator and a text");
  }

  private Optional<Value> find(Node argument, Place place) {
    List<String> keys = texts(new Items(place, arguments(argument, place)));
    if (keys.size() != 3) {
      return fault(place, "Fn::FindInMap takes a map and two keys");
    }
    Map<String, Map<String, String>> map = scope.mappings().getOrDefault(keys.getFirst(), Map.of());
    String found = map.getOrDefault(keys.get(1), Map.of()).get(keys.getLast());
    return found == null
        ? fault(place, "there is no " + String.join(" → ", keys) + " in Mappings")
        : Optional.of(new Scalar(place, found));
  }

  /** Only the branch that is taken is looked at, as CloudFormation does. */
  private Optional<Value> choose(Node argument, Place place) {
    if (argument instanceof SequenceNode three
        && three.getValue().size() == 3
        && three.getValue().getFirst() instanceof ScalarNode name) {
      return condition(name.getValue(), place)
          .flatMap(met -> resolve(three.getValue().get(met ? 1 : 2), place));
    }
    return fault(place, "Fn::If takes a condition's name and two values");
  }

  private Optional<Value> compare(Node argument, Place place) {
    if (arguments(argument, place) instanceof List<Value> both
        && both.size() == 2
        && both.getFirst() instanceof Scalar one
        && both.getLast() instanceof Scalar other) {
      return Optional.of(truth(place, one.text().equals(other.text())));
    }
    return fault(place, "Fn::Equals takes two texts");
  }

  private Optional<Value> logic(
      Node argument, Place place, java.util.function.Predicate<List<Boolean>> rule) {
    List<Boolean> met = new ArrayList<>();
    for (Value value : arguments(argument, place)) {
      // {Condition: Name} is a call only among conditions; elsewhere it is a member's name.
      if (value instanceof Fields fields
          && fields.members().size() == 1
          && fields.members().get("Condition") instanceof Scalar name) {
        condition(name.text(), place).ifPresent(met::add);
      } else if (value instanceof Scalar scalar && scalar.text().matches("true|false")) {
        met.add(scalar.text().equals("true"));
      } else {
        return fault(place, "takes conditions only");
      }
    }
    return met.isEmpty()
        ? fault(place, "takes a condition at least")
        : Optional.of(truth(place, rule.test(met)));
  }

  private Optional<Boolean> condition(String name, Place place) {
    Optional<Boolean> met = scope.conditions().apply(name);
    return met.isPresent() ? met : fault(place, "there is no condition " + name);
  }

  private List<Value> arguments(Node argument, Place place) {
    return argument instanceof SequenceNode sequence ? items(sequence, place).values() : List.of();
  }

  private Optional<String> text(Node argument, Place place) {
    return argument instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue())
        : fault(place, "takes a name");
  }

  private List<String> texts(Items items) {
    return items.values().stream().flatMap(value -> scalar(value).stream()).toList();
  }

  private Optional<String> scalar(Value value) {
    return value instanceof Scalar scalar
        ? Optional.of(scalar.text())
        : fault(value.place(), "should be a text");
  }

  private static Value truth(Place place, boolean met) {
    return new Scalar(place, Boolean.toString(met));
  }

  private <T> Optional<T> fault(Place place, String what) {
    faults.add(place, what);
    return Optional.empty();
  }
}
