package banshi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a schema no longer takes (of a request) or newly gives (in an answer), so that a front end
 * made for the released document would fail. Of an answer's bounds nobody depends on, only a
 * request's are compared.
 */
final class SchemaChanges {
  /** Which side of an exchange a schema is of. */
  enum Side {
    REQUEST,
    ANSWER
  }

  /** Bounds that refuse more when they grow, and those that refuse more when they shrink. */
  private static final Map<String, Integer> BOUNDS =
      Map.ofEntries(
          Map.entry("minLength", 1),
          Map.entry("minItems", 1),
          Map.entry("minProperties", 1),
          Map.entry("minimum", 1),
          Map.entry("exclusiveMinimum", 1),
          Map.entry("maxLength", -1),
          Map.entry("maxItems", -1),
          Map.entry("maxProperties", -1),
          Map.entry("maximum", -1),
          Map.entry("exclusiveMaximum", -1));

  private final JsonNode released;
  private final JsonNode current;
  private final Side side;
  private final Set<String> underWay = new HashSet<>();

  /**
   * @param released the document that front ends were made for; its references are resolved in it
   * @param current the document of today
   */
  SchemaChanges(JsonNode released, JsonNode current, Side side) {
    this.released = released;
    this.current = current;
    this.side = side;
  }

  /** What breaks, each with its place; {@code before} and {@code now} may be references. */
  List<String> between(String where, JsonNode before, JsonNode now) {
    String pair = before + " -> " + now;
    boolean referring = before.has("$ref") && now.has("$ref");
    if (referring && !underWay.add(pair)) {
      return List.of();
    }
    List<JsonNode> old = alternatives(released, before);
    List<JsonNode> fresh = alternatives(current, now);
    List<String> changes = new ArrayList<>();
    // Whatever was taken must fit something that is; whatever is given, something that was.
    if (side == Side.REQUEST) {
      for (JsonNode each : old) {
        changes.addAll(least(fresh.stream().map(other -> one(where, each, other))));
      }
    } else {
      for (JsonNode each : fresh) {
        changes.addAll(least(old.stream().map(other -> one(where, other, each))));
      }
    }
    if (referring) {
      underWay.remove(pair);
    }
    return changes.stream().distinct().toList();
  }

  private static List<String> least(Stream<List<String>> candidates) {
    return candidates.min(Comparator.comparingInt(List::size)).orElseThrow();
  }

  private static List<JsonNode> alternatives(JsonNode document, JsonNode schema) {
    JsonNode resolved = resolved(document, schema);
    List<JsonNode> alternatives = new ArrayList<>();
    for (String choice : List.of("anyOf", "oneOf")) {
      resolved.path(choice).forEach(member -> alternatives.addAll(alternatives(document, member)));
    }
    return alternatives.isEmpty() ? List.of(resolved) : alternatives;
  }

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    if (!schema.has("$ref")) {
      return schema;
    }
    JsonNode target = resolved(document, document.at(schema.get("$ref").asText().substring(1)));
    // What stands beside a reference applies too.
    ObjectNode whole = target.deepCopy();
    schema.properties().forEach(beside -> whole.set(beside.getKey(), beside.getValue()));
    return whole.without("$ref");
  }

  private List<String> one(String where, JsonNode old, JsonNode now) {
    List<String> changes = new ArrayList<>();
    types(where, old, now, changes);
    values(where, old, now, changes);
    if (side == Side.REQUEST) {
      bounds(where, old, now, changes);
    }
    properties(where, old, now, changes);
    for (String part : List.of("items", "additionalProperties")) {
      if (old.path(part).isObject() && now.path(part).isObject()) {
        changes.addAll(between(where + "/*", old.get(part), now.get(part)));
      }
    }
    for (int i = 0; i < Math.min(old.path("allOf").size(), now.path("allOf").size()); i++) {
      changes.addAll(between(where, old.path("allOf").path(i), now.path("allOf").path(i)));
    }
    if (old.path("allOf").size() != now.path("allOf").size()) {
      changes.add(where + ": has other parts (allOf)");
    }
    return changes;
  }

  private void types(String where, JsonNode old, JsonNode now, List<String> changes) {
    Set<String> before = list(old.path("type"));
    Set<String> after = list(now.path("type"));
    boolean fits = side == Side.REQUEST ? within(before, after) : within(after, before);
    if (!fits) {
      changes.add(where + ": type was " + words(before) + ", is " + words(after));
    }
  }

  /** No type is any type; an integer is a number. */
  private static boolean within(Set<String> narrow, Set<String> wide) {
    return wide.isEmpty()
        || !narrow.isEmpty()
            && narrow.stream()
                .allMatch(
                    type ->
                        wide.contains(type) || type.equals("integer") && wide.contains("number"));
  }

  private static Set<String> list(JsonNode node) {
    Set<String> list = new TreeSet<>();
    if (node.isArray()) {
      node.forEach(each -> list.add(each.asText()));
    } else if (!node.isMissingNode()) {
      list.add(node.asText());
    }
    return list;
  }

  private static String words(Set<String> types) {
    return types.isEmpty() ? "any" : String.join(" or ", types);
  }

  private void values(String where, JsonNode old, JsonNode now, List<String> changes) {
    Set<String> before = enumeration(old);
    Set<String> after = enumeration(now);
    Set<String> needed = side == Side.REQUEST ? before : after;
    Set<String> offered = side == Side.REQUEST ? after : before;
    if (offered.isEmpty()) {
      return;
    }
    String verb = side == Side.REQUEST ? "no longer takes " : "may newly be ";
    if (needed.isEmpty()) {
      changes.add(where + ": " + verb + "any value but those listed");
    }
    needed.stream()
        .filter(value -> !offered.contains(value))
        .forEach(value -> changes.add(where + ": " + verb + value));
  }

  private static Set<String> enumeration(JsonNode schema) {
    return schema.has("const") ? list(schema.get("const")) : list(schema.path("enum"));
  }

  private static void bounds(String where, JsonNode old, JsonNode now, List<String> changes) {
    BOUNDS.forEach(
        (bound, direction) -> {
          if (now.has(bound)
              && (!old.has(bound)
                  || now.get(bound).decimalValue().compareTo(old.get(bound).decimalValue())
                          * direction
                      > 0)) {
            changes.add(
                where + ": " + bound + " was " + said(old, bound) + ", is " + now.get(bound));
          }
        });
    for (String rule : List.of("pattern", "format", "uniqueItems")) {
      if (now.has(rule) && !now.get(rule).equals(old.path(rule))) {
        changes.add(where + ": " + rule + " was " + said(old, rule) + ", is " + now.get(rule));
      }
    }
    if (closed(now) && !closed(old)) {
      changes.add(where + ": takes no further properties any more");
    }
  }

  private static String said(JsonNode schema, String rule) {
    return schema.has(rule) ? schema.get(rule).toString() : "none";
  }

  private static boolean closed(JsonNode schema) {
    return schema.path("additionalProperties").isBoolean()
        && !schema.path("additionalProperties").asBoolean();
  }

  private void properties(String where, JsonNode old, JsonNode now, List<String> changes) {
    old.path("properties")
        .properties()
        .forEach(
            property -> {
              String place = where + "/" + property.getKey();
              JsonNode there = now.path("properties").path(property.getKey());
              if (!there.isMissingNode()) {
                changes.addAll(between(place, property.getValue(), there));
              } else if (side == Side.ANSWER || closed(now)) {
                changes.add(place + ": removed");
              }
            });
    Set<String> before = list(old.path("required"));
    Set<String> after = list(now.path("required"));
    if (side == Side.REQUEST) {
      after.stream()
          .filter(name -> !before.contains(name))
          .forEach(name -> changes.add(where + "/" + name + ": newly required"));
    } else {
      before.stream()
          .filter(name -> !after.contains(name) && now.path("properties").has(name))
          .forEach(name -> changes.add(where + "/" + name + ": no longer always there"));
    }
  }
}
