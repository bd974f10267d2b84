package banshi.catalogue.build;

import banshi.catalogue.CatalogueReader;
import banshi.catalogue.Department;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is defined once and used by many matters: so that the same code or name always means the
 * same thing, and lists of several matters can be merged.
 */
final class Definitions {
  /** The kinds of definition. */
  enum Kind {
    DEPARTMENT("code", Shapes.DEPARTMENT),
    QUESTION("id", Shapes.QUESTION),
    MATERIAL("code", Shapes.MATERIAL),
    FIELD("name", Shapes.FIELD),
    REMEDY("code", Shapes.REMEDY);

    private final String key;
    private final Shape shape;

    Kind(String key, Shape shape) {
      this.key = key;
      this.shape = shape;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    String plural() {
      return this == REMEDY ? "remedies" : word() + "s";
    }
  }

  private final Map<Kind, Map<String, Entry>> sound = new EnumMap<>(Kind.class);
  private final Map<Kind, Set<String>> unsound = new EnumMap<>(Kind.class);
  private final Map<Kind, Set<String>> used = new EnumMap<>(Kind.class);
  private int unresolved;

  Definitions(Sources sources) {
    for (Kind kind : Kind.values()) {
      sound.put(kind, new TreeMap<>());
      unsound.put(kind, new HashSet<>());
      used.put(kind, new HashSet<>());
      sources.definitions(kind.plural()).forEach(entry -> take(kind, entry));
    }
  }

  private void take(Kind kind, Entry entry) {
    String code = entry.node().path(kind.key).asText();
    if (sound.get(kind).containsKey(code) || unsound.get(kind).contains(code)) {
      entry.problem(kind.key, "is defined twice");
    } else if (entry.has(kind.shape) & bounds(entry)) {
      sound.get(kind).put(code, entry);
    } else {
      unsound.get(kind).add(code);
    }
  }

  private static boolean bounds(Entry entry) {
    JsonNode node = entry.node();
    boolean right = true;
    if (node.path("min").isNumber()
        && node.path("max").isNumber()
        && node.get("min").decimalValue().compareTo(node.get("max").decimalValue()) > 0) {
      entry.problem("min", "is above max");
      right = false;
    }
    if (Rules.noted(entry, "choices", Rules.repeated(entry.list("choices"), "code"))) {
      right = false;
    }
    JsonNode phones = node.path("phones");
    if (phones.isObject()) {
      right &= Rules.phonesDiffer(entry, phones);
    }
    if (right && node.has("default") && !defaultFits(node)) {
      entry.problem("default", "is no answer to the question");
      right = false;
    }
    return right;
  }

  private static boolean defaultFits(JsonNode node) {
    try {
      CatalogueReader.question(node);
      return true;
    } catch (RuntimeException misfit) {
      return false;
    }
  }

  /**
   * The definition of that code. Notes a problem at {@code field} of {@code user} if there is none.
   */
  Optional<JsonNode> use(Kind kind, String code, Entry user, String field) {
    used.get(kind).add(code);
    Optional<JsonNode> found = Optional.ofNullable(sound.get(kind).get(code)).map(Entry::node);
    if (found.isEmpty()) {
      unresolved++;
    }
    if (found.isEmpty() && !unsound.get(kind).contains(code)) {
      user.problem(field, "names no " + kind.word() + ": " + code);
    }
    return found;
  }

  /** How many uses have found nothing sound so far: who used one cannot be written out. */
  int unresolved() {
    return unresolved;
  }

  /** Notes what must be there and is not, and what is there for nobody. */
  void checkUse(List<Problem> problems) {
    if (!sound.get(Kind.DEPARTMENT).containsKey(Department.HALL)) {
      problems.add(new Problem("departments.yaml", Department.HALL, "", "is missing"));
    }
    used.get(Kind.DEPARTMENT).add(Department.HALL);
    sound.forEach(
        (kind, entries) ->
            entries.forEach(
                (code, entry) -> {
                  boolean servesAKind = !entry.list("serves").isEmpty();
                  if (!used.get(kind).contains(code) && !servesAKind) {
                    entry.problem("", "is used by nothing");
                  }
                }));
  }

  /** The departments, by code. */
  List<JsonNode> departments() {
    return sound.get(Kind.DEPARTMENT).values().stream()
        .map(Entry::node)
        .sorted(Comparator.comparing(node -> node.get("code").textValue()))
        .toList();
  }
}
