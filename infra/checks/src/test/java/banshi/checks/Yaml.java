package banshi.checks;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as nodes, whose lines are known and whose short functions ({@code !Ref}) are not lost. */
final class Yaml {
  private Yaml() {}

  static Node parse(String text) {
    return new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  /** The members of a mapping by name; none of anything else. */
  static SequencedMap<String, Node> members(Node node) {
    SequencedMap<String, Node> members = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(tuple -> members.put(text(tuple.getKeyNode()), tuple.getValueNode()));
    }
    return members;
  }

  /** The member of a mapping that these names lead to. */
  static Optional<Node> at(Node node, String... names) {
    Optional<Node> found = Optional.of(node);
    for (String name : names) {
      found = found.map(each -> members(each).get(name));
    }
    return found;
  }

  static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** A call of an intrinsic function: its name in the long form, and what it is given. */
  record Call(String function, Node argument) {}

  static Optional<Call> call(Node node) {
    String tag = node.getTag().getValue();
    if (tag.startsWith("!")) {
      String name = tag.substring(1);
      return Optional.of(
          new Call(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, node));
    }
    Map<String, Node> members = members(node);
    if (members.size() == 1) {
      Map.Entry<String, Node> only = members.entrySet().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return Optional.of(new Call(only.getKey(), only.getValue()));
      }
    }
    return Optional.empty();
  }

  /** What a node holds: a mapping's values or a sequence's items. */
  static List<Node> children(Node node) {
    return switch (node) {
      case MappingNode mapping ->
          mapping.getValue().stream().map(tuple -> tuple.getValueNode()).toList();
      case SequenceNode sequence -> sequence.getValue();
      default -> List.of();
    };
  }
}
