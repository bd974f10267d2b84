package banshi.local.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The components of several documents. One that functions have in common stays as it is; where
 * those of the same name differ, in themselves or in what they refer to, each gets its function's
 * name before its own, so that a further function renames nobody else's.
 */
final class ApiComponents {
  private static final String PREFIX = "#/components/";

  /** By reference, such as {@code #/components/schemas/Problem}. */
  private final SortedMap<String, JsonNode> components = new TreeMap<>();

  /**
   * Also makes the documents refer to components by the names they get.
   *
   * @param documents by the functions' names
   */
  ApiComponents(SortedMap<String, ObjectNode> documents) {
    Map<String, Map<String, JsonNode>> holders = holders(documents);
    Set<String> differing = differing(holders);
    documents.forEach(
        (function, document) -> {
          Map<String, String> renamed = new LinkedHashMap<>();
          for (String reference : differing) {
            if (holders.get(reference).containsKey(function)) {
              renamed.put(reference, named(reference, function));
            }
          }
          pointElsewhere(document, renamed);
        });
    holders.forEach(
        (reference, byFunction) ->
            byFunction.forEach(
                (function, component) -> {
                  String name =
                      differing.contains(reference) ? named(reference, function) : reference;
                  JsonNode other = components.put(name, component);
                  if (other != null && !other.equals(component)) {
                    throw new IllegalStateException(name + " would be two components");
                  }
                }));
  }

  private static String named(String reference, String function) {
    int name = reference.lastIndexOf('/') + 1;
    return reference.substring(0, name) + function + reference.substring(name);
  }

  private static Map<String, Map<String, JsonNode>> holders(Map<String, ObjectNode> documents) {
    Map<String, Map<String, JsonNode>> holders = new LinkedHashMap<>();
    documents.forEach(
        (function, document) ->
            document
                .path("components")
                .properties()
                .forEach(
                    section ->
                        section
                            .getValue()
                            .properties()
                            .forEach(
                                component ->
                                    holders
                                        .computeIfAbsent(
                                            PREFIX + section.getKey() + "/" + component.getKey(),
                                            reference -> new LinkedHashMap<>())
                                        .put(function, component.getValue()))));
    return holders;
  }

  private static Set<String> differing(Map<String, Map<String, JsonNode>> holders) {
    Set<String> differing = new TreeSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, Map<String, JsonNode>> held : holders.entrySet()) {
        Map<String, JsonNode> byFunction = held.getValue();
        boolean differs =
            Set.copyOf(byFunction.values()).size() > 1
                || byFunction.size() > 1
                    && byFunction.values().stream()
                        .anyMatch(component -> refersToAny(component, differing));
        more |= differs && differing.add(held.getKey());
      }
    }
    return differing;
  }

  private static boolean refersToAny(JsonNode component, Set<String> differing) {
    return references(component).stream().anyMatch(differing::contains);
  }

  private static Set<String> references(JsonNode node) {
    Set<String> references = new HashSet<>();
    node.findValues("$ref").forEach(reference -> references.add(reference.asText()));
    // A security requirement names its scheme without referring to it.
    node.findValues("security")
        .forEach(
            requirements ->
                requirements.forEach(
                    requirement ->
                        requirement
                            .fieldNames()
                            .forEachRemaining(
                                scheme -> references.add(PREFIX + "securitySchemes/" + scheme))));
    return references;
  }

  private static void pointElsewhere(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object
        && object.path("$ref").isTextual()
        && renamed.containsKey(object.path("$ref").textValue())) {
      object.put("$ref", renamed.get(object.path("$ref").textValue()));
    }
    node.forEach(child -> pointElsewhere(child, renamed));
  }

  /** Those that the paths use, and that these use, by section and name. */
  ObjectNode neededBy(JsonNode paths) {
    SortedMap<String, JsonNode> needed = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(references(paths));
    while (!open.isEmpty()) {
      String reference = open.remove();
      JsonNode component = components.get(reference);
      if (component == null) {
        throw new IllegalStateException("nothing is at " + reference);
      }
      if (needed.put(reference, component) == null) {
        open.addAll(references(component));
      }
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    needed.forEach(
        (reference, component) -> {
          String[] parts = reference.substring(PREFIX.length()).split("/", 2);
          result.withObject("/" + parts[0]).set(parts[1], component);
        });
    return result;
  }
}
