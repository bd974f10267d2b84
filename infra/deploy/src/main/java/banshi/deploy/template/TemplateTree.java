package banshi.deploy.template;

import banshi.deploy.console.Stopped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A CloudFormation template as a JSON tree. Intrinsic functions are in their long form: {@code !Sub
 * x} becomes {@code {"Fn::Sub": "x"}}. What JSON would say differently from YAML is refused with
 * its line, never guessed.
 */
final class TemplateTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;

  private TemplateTree(String name) {
    this.name = name;
  }

  /** Reads a template in YAML or JSON; {@code name} is for messages. */
  static ObjectNode parse(String name, String text) {
    TemplateTree reader = new TemplateTree(name);
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root instanceof MappingNode mapping) {
        return reader.fields(mapping);
      }
    } catch (YAMLException e) {
      throw new Stopped(name + " 不是有效的 YAML", name + " is not YAML: " + e.getMessage());
    }
    throw new Stopped(name + " 不是模板", name + " is no template: it has no named members");
  }

  private JsonNode value(Node node) {
    String tag = node.getTag().getValue();
    if (tag.startsWith("!")) {
      return call(tag.substring(1), node);
    }
    return plain(node);
  }

  private JsonNode plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> fields(mapping);
      case SequenceNode sequence -> items(sequence);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw fault(node, "is a kind of YAML that is not understood");
    };
  }

  private JsonNode call(String function, Node argument) {
    ObjectNode call = JSON.objectNode();
    if (function.equals("Ref") || function.equals("Condition")) {
      return call.set(function, text(argument));
    }
    if (function.equals("GetAtt") && argument instanceof ScalarNode scalar) {
      return call.set("Fn::GetAtt", attribute(scalar));
    }
    JsonNode value = argument instanceof ScalarNode ? text(argument) : plain(argument);
    return call.set("Fn::" + function, value);
  }

  /** JSON takes a resource and its attribute only as a list. */
  private ArrayNode attribute(ScalarNode both) {
    String[] parts = both.getValue().split("\\.", 2);
    if (parts.length != 2) {
      throw fault(both, "!GetAtt takes a resource and its attribute, with a dot between");
    }
    return JSON.arrayNode().add(parts[0]).add(parts[1]);
  }

  private JsonNode text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return JSON.textNode(scalar.getValue());
    }
    throw fault(node, "takes a name");
  }

  private ObjectNode fields(MappingNode mapping) {
    ObjectNode fields = JSON.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.MERGE)) {
        throw fault(tuple.getKeyNode(), "is no name of a member");
      }
      if (fields.has(key.getValue())) {
        throw fault(key, key.getValue() + " stands here a second time");
      }
      fields.set(key.getValue(), value(tuple.getValueNode()));
    }
    return fields;
  }

  private ArrayNode items(SequenceNode sequence) {
    ArrayNode items = JSON.arrayNode();
    sequence.getValue().forEach(item -> items.add(value(item)));
    return items;
  }

  private JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP)) {
      return JSON.textNode(text);
    }
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL) && text.matches("true|false")) {
      return JSON.booleanNode(text.equals("true"));
    }
    if (tag.equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]*)")) {
      return JSON.numberNode(new BigInteger(text));
    }
    if (tag.equals(Tag.FLOAT) && text.matches("-?[0-9]+\\.[0-9]+")) {
      return JSON.numberNode(new BigDecimal(text));
    }
    throw fault(scalar, "put " + text + " in quotes, or write it as JSON does");
  }

  private Stopped fault(Node node, String what) {
    int line = node.getStartMark().getLine() + 1;
    return new Stopped(name + " 第 " + line + " 行无法转换", name + ", line " + line + ": " + what);
  }
}
