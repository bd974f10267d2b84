package banshi.catalogue.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One entry of a source file, and where its problems are collected.
 *
 * @param label names it in problems
 * @param problems of the whole compilation
 */
record Entry(String file, String label, JsonNode node, List<Problem> problems) {
  /** Notes a problem with one of its fields. */
  void problem(String field, String message) {
    problems.add(new Problem(file, label, field, message));
  }

  /** Whether it has the shape; notes where it has not. */
  boolean has(Shape shape) {
    int before = problems.size();
    BiConsumer<String, String> note = this::problem;
    shape.check(node, "", note);
    return problems.size() == before;
  }

  /** The text of a field that its shape requires. */
  String string(String key) {
    return node.required(key).textValue();
  }

  /** The items of a list that may be absent. */
  List<JsonNode> list(String key) {
    return node.path(key).valueStream().toList();
  }
}
