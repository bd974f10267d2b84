package banshi.catalogue.build;

import banshi.catalogue.CatalogueReader;
import banshi.catalogue.Department;
import banshi.catalogue.Limit;
import banshi.catalogue.Matter;
import banshi.catalogue.Promise;
import banshi.catalogue.Question;
import banshi.catalogue.build.Definitions.Kind;
import banshi.catalogue.build.Rules.Validity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a matter's version out in full, and holds it to the rules of matter lists. */
final class MatterCompiler {
  private static final String IMMEDIATE = "1";

  private final Definitions definitions;

  MatterCompiler(Definitions definitions) {
    this.definitions = definitions;
  }

  /** A matter's version: where it was written, what is read at run time, and what it says. */
  record Compiled(Entry entry, ObjectNode json, Matter matter) {
    Validity validity() {
      return new Validity(entry, matter.version().validFrom(), matter.validTo());
    }
  }

  /** The matter, if nothing is wrong with it; notes every problem. */
  Optional<Compiled> compile(Entry entry) {
    if (!entry.has(Shapes.MATTER)) {
      return Optional.empty();
    }
    int before = entry.problems().size() + definitions.unresolved();
    ObjectNode json = written(entry);
    rules(entry, entry.node());
    return entry.problems().size() + definitions.unresolved() == before
        ? Optional.of(new Compiled(entry, json, CatalogueReader.matter(json)))
        : Optional.empty();
  }

  private ObjectNode written(Entry entry) {
    Writing writing = new Writing(entry, definitions);
    ObjectNode json = writing.json();
    Map<String, Question> questions = writing.questions();
    Conditions conditions = new Conditions(entry, questions);
    writing.uses("materials", "material", Kind.MATERIAL, conditions);
    writing.uses("form", "field", Kind.FIELD, conditions);
    conditions.checkParametersUsed();
    questions.keySet().stream()
        .filter(id -> !conditions.asked().contains(id))
        .forEach(id -> entry.problem("questions", "decides nothing: " + id));
    definitions
        .use(Kind.REMEDY, entry.string("remedy"), entry, "remedy")
        .ifPresent(
            remedy -> {
              json.set("remedy", remedy.get("text"));
              json.set("remedyNotice", remedy.get("notice"));
            });
    writing.departments("tasks", entry.list("tasks"));
    definitions
        .use(Kind.DEPARTMENT, entry.string("responsible"), entry, "responsible")
        .filter(_ -> !json.has("phones"))
        .ifPresent(department -> json.set("phones", department.get("phones")));
    json.remove(List.of("handling", "parameters"));
    return json;
  }

  private static void rules(Entry entry, JsonNode node) {
    Promise promise = CatalogueReader.promise(node.get("promised"));
    boolean immediate = promise instanceof Promise.Immediate;
    if (immediate != entry.string("handling").equals(IMMEDIATE)) {
      entry.problem("handling", "is \"1\" (即办件) if and only if promised is immediate");
    }
    Limit statutory = CatalogueReader.limit(node.get("statutory"));
    Rules.sourced(entry, "statutory", statutory);
    if (promise instanceof Promise.Within(var promised)) {
      Rules.sourced(entry, "promised", promised);
      Rules.promisedWithin(entry, promised, statutory);
    }
    visits(entry, node);
    fee(entry, node.get("fee"));
    if (node.has("phones")) {
      Rules.phonesDiffer(entry, node.get("phones"));
    }
    Rules.validity(entry);
    Rules.noted(entry, "tasks", Rules.repeated(entry.list("tasks"), "department"));
    Rules.noted(
        entry,
        "servedTo",
        Rules.repeated(entry.list("servedTo").stream().map(JsonNode::textValue).toList()));
    if (entry.string("responsible").equals(Department.HALL)) {
      entry.problem("responsible", "is the general window, which decides nothing");
    }
    List<JsonNode> materials = entry.list("materials");
    for (int i = 0; i < materials.size(); i++) {
      if (materials.get(i).has("owedDays") && !materials.get(i).get("required").booleanValue()) {
        entry.problem("materials[" + i + "].owedDays", "only what is required can be owed");
      }
    }
  }

  private static void visits(Entry entry, JsonNode node) {
    int visits = node.get("visits").get("count").intValue();
    if (visits > 0 && !node.get("visits").has("reason")) {
      entry.problem("visits.reason", "is missing: a visit needs a written reason");
    }
    if (visits > 0 && entry.string("online").equals("FULL")) {
      entry.problem("visits.count", "must be 0: online is FULL");
    }
  }

  private static void fee(Entry entry, JsonNode fee) {
    boolean charged = fee.get("charged").booleanValue();
    for (String part : List.of("basis", "standard")) {
      if (charged && !fee.has(part)) {
        entry.problem("fee." + part, "is missing: there is a fee");
      } else if (!charged && fee.has(part)) {
        entry.problem("fee." + part, "must be left out: there is no fee");
      }
    }
  }
}
