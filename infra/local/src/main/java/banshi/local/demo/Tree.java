package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reading JSON trees in which a field may be missing or null. */
final class Tree {
  private Tree() {}

  /** The text of a field, empty when it is missing or null. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() ? "" : value.asText();
  }

  /** The members of a list, none when it is missing. */
  static List<JsonNode> items(JsonNode node, String field) {
    return node.path(field).valueStream().toList();
  }

  /** The members of a list of which something holds. */
  static List<JsonNode> items(JsonNode node, String field, Predicate<JsonNode> which) {
    return node.path(field).valueStream().filter(which).toList();
  }

  /** The texts of one field of every member, each once, in order. */
  static List<String> texts(JsonNode node, String list, String field) {
    Stream<String> all = items(node, list).stream().map(item -> text(item, field));
    return all.distinct().toList();
  }
}
