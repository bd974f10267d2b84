package banshi.local.template;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A YAML document as nodes that know their lines. */
final class YamlSource {
  private YamlSource() {}

  static Node parse(String name, String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        throw new TemplateFault(name, List.of("line 1: there is nothing in it"));
      }
      return root;
    } catch (YAMLException e) {
      throw new TemplateFault(name, List.of(String.valueOf(e.getMessage())));
    }
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** The members of a mapping; a key that stands twice is a fault, and its first value is kept. */
  static SequencedMap<String, Node> members(MappingNode node, Place place, Faults faults) {
    SequencedMap<String, Node> members = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faults.add(place, "a key is not a text");
        continue;
      }
      if (members.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        faults.add(place.at(line(key), key.getValue()), "stands here a second time");
      }
    }
    return members;
  }
}
