package banshi.catalogue.build;

import banshi.catalogue.CatalogueReader;
import banshi.catalogue.Question;
import banshi.catalogue.build.Definitions.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an entry out in full: each name of a definition replaced by what it defines. */
final class Writing {
  private final Entry entry;
  private final Definitions definitions;
  private final ObjectNode json;
  private final Map<String, Question> questions = new LinkedHashMap<>();

  Writing(Entry entry, Definitions definitions) {
    this.entry = entry;
    this.definitions = definitions;
    this.json = entry.node().deepCopy();
  }

  /** The entry as far as it is written out. */
  ObjectNode json() {
    return json;
  }

  /** Writes out its questions, and tells them by id. */
  Map<String, Question> questions() {
    ArrayNode written = json.putArray("questions");
    List<String> ids = entry.list("questions").stream().map(JsonNode::textValue).toList();
    Rules.noted(entry, "questions", Rules.repeated(ids));
    for (int i = 0; i < ids.size(); i++) {
      definitions
          .use(Kind.QUESTION, ids.get(i), entry, "questions[" + i + "]")
          .ifPresent(
              node -> {
                written.add(node);
                questions.put(node.get("id").textValue(), CatalogueReader.question(node));
              });
    }
    return questions;
  }

  /** Writes out a list of uses of definitions, each with its condition. */
  void uses(String list, String key, Kind kind, Conditions conditions) {
    ArrayNode written = JsonNodeFactory.instance.arrayNode();
    List<JsonNode> uses = entry.list(list);
    Rules.noted(entry, list, Rules.repeated(uses, key));
    for (int i = 0; i < uses.size(); i++) {
      JsonNode use = uses.get(i);
      String at = list + "[" + i + "]";
      ObjectNode out = JsonNodeFactory.instance.objectNode();
      definitions
          .use(kind, use.get(key).textValue(), entry, at + "." + key)
          .ifPresent(node -> out.setAll((ObjectNode) node));
      out.setAll((ObjectNode) use);
      out.remove(List.of(key, "when"));
      conditions.read(use, at).ifPresent(when -> out.put("when", when));
      written.add(out);
    }
    json.set(list, written);
  }

  /** Notes departments of a list that do not exist. */
  void departments(String list, List<JsonNode> items) {
    for (int i = 0; i < items.size(); i++) {
      definitions.use(
          Kind.DEPARTMENT,
          items.get(i).get("department").textValue(),
          entry,
          list + "[" + i + "].department");
    }
  }
}
