package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** English names by code, learnt from the API's answers in English. */
final class Glossary {
  private final Map<String, String> names = new HashMap<>();

  /** Learns the names of a list's members, and of the departments they name. */
  void learn(JsonNode answer, String list) {
    for (JsonNode item : Tree.items(answer, list)) {
      names.put(Tree.text(item, "code"), Tree.text(item, "name"));
      names.put(Tree.text(item, "department"), Tree.text(item, "departmentName"));
    }
  }

  /** The English name of a code, or the code when it has not been learnt. */
  String of(String code) {
    return names.getOrDefault(code, code);
  }
}
