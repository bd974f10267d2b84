package banshi.catalogue.build;

import banshi.catalogue.CatalogueReader;
import banshi.catalogue.Limit;
import banshi.catalogue.Question;
import banshi.catalogue.ThemePackage;
import banshi.catalogue.build.Definitions.Kind;
import banshi.catalogue.build.Rules.Validity;
import banshi.clock.LimitUnit;
import banshi.clock.TimeLimit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a package's version out in full, and holds it to the rules of joint handling. */
final class PackageCompiler {
  /** Administrative Licensing Law, art. 42: joint handling ends within 45 working days. */
  private static final int JOINT_DAYS = 45;

  /** Art. 42: 15 more with the approval of the head of government. */
  private static final int JOINT_EXTENSION_DAYS = 15;

  private final Definitions definitions;
  private final Map<String, List<MatterCompiler.Compiled>> matters;
  private final Set<String> faulty;

  /**
   * @param matters the sound versions of each matter, oldest first
   * @param faulty the codes of matters with problems of their own
   */
  PackageCompiler(
      Definitions definitions,
      Map<String, List<MatterCompiler.Compiled>> matters,
      Set<String> faulty) {
    this.definitions = definitions;
    this.matters = matters;
    this.faulty = faulty;
  }

  /** A package's version: where it was written, what is read at run time, and what it says. */
  record Compiled(Entry entry, ObjectNode json, ThemePackage themePackage) {
    Validity validity() {
      return new Validity(entry, themePackage.version().validFrom(), themePackage.validTo());
    }
  }

  /** The package, if nothing is wrong with it; notes every problem. */
  Optional<Compiled> compile(Entry entry) {
    if (!entry.has(Shapes.PACKAGE)) {
      return Optional.empty();
    }
    int before = entry.problems().size() + definitions.unresolved();
    ObjectNode json = written(entry);
    limits(entry, entry.node());
    Rules.validity(entry);
    return entry.problems().size() + definitions.unresolved() == before
        ? Optional.of(new Compiled(entry, json, CatalogueReader.themePackage(json)))
        : Optional.empty();
  }

  private ObjectNode written(Entry entry) {
    Writing writing = new Writing(entry, definitions);
    Map<String, Question> questions = writing.questions();
    Conditions conditions = new Conditions(entry, questions);
    List<JsonNode> parts = entry.list("matters");
    Rules.noted(entry, "matters", Rules.repeated(parts, "matter"));
    Set<String> decisive = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      String at = "matters[" + i + "]";
      ObjectNode part = (ObjectNode) writing.json().get("matters").get(i);
      conditions.read(parts.get(i), at).ifPresent(when -> part.put("when", when));
      decisive.addAll(questionsOf(entry, parts.get(i).get("matter").textValue(), at, questions));
    }
    decisive.addAll(conditions.asked());
    conditions.checkParametersUsed();
    // A faulty matter may be the one that asks: its own problems come first.
    if (parts.stream().noneMatch(part -> faulty.contains(part.get("matter").textValue()))) {
      questions.keySet().stream()
          .filter(id -> !decisive.contains(id))
          .forEach(id -> entry.problem("questions", "decides nothing: " + id));
    }
    definitions.use(Kind.DEPARTMENT, entry.string("lead"), entry, "lead");
    writing.json().remove("parameters");
    return writing.json();
  }

  private Set<String> questionsOf(
      Entry entry, String code, String at, Map<String, Question> questions) {
    Set<String> asked = new HashSet<>();
    if (faulty.contains(code)) {
      return asked;
    }
    List<MatterCompiler.Compiled> versions = matters.getOrDefault(code, List.of());
    Validity own =
        new Validity(
            entry,
            CatalogueReader.date(entry.node().get("validFrom")),
            Optional.ofNullable(entry.node().get("validTo")).map(CatalogueReader::date));
    if (versions.isEmpty()) {
      entry.problem(at + ".matter", "names no matter: " + code);
      return asked;
    }
    Optional<LocalDate> uncovered =
        own.uncovered(versions.stream().map(MatterCompiler.Compiled::validity).toList());
    uncovered.ifPresent(
        day -> entry.problem(at + ".matter", "is not in force on " + day + ": " + code));
    for (MatterCompiler.Compiled version :
        own.touching(versions, MatterCompiler.Compiled::validity)) {
      promisedNoSooner(entry, version);
      for (Question question : version.matter().questions()) {
        asked.add(question.id());
        if (!questions.containsKey(question.id())) {
          entry.problem("questions", "lacks " + question.id() + ", which " + code + " asks");
        }
      }
    }
    return asked;
  }

  /** Nobody is promised a package sooner than one of its parts. */
  private static void promisedNoSooner(Entry entry, MatterCompiler.Compiled part) {
    TimeLimit whole = CatalogueReader.limit(entry.node().get("promised")).time();
    part.matter()
        .promise()
        .time()
        .filter(time -> time.unit() == whole.unit())
        .filter(time -> time.amount().compareTo(whole.amount()) > 0)
        .ifPresent(_ -> entry.problem("promised.amount", "is sooner than " + part.entry().label()));
  }

  private static void limits(Entry entry, JsonNode node) {
    Limit statutory = CatalogueReader.limit(node.get("statutory"));
    Limit promised = CatalogueReader.limit(node.get("promised"));
    Limit extension = CatalogueReader.limit(node.get("extension"));
    atMost(entry, "statutory", statutory, JOINT_DAYS);
    atMost(entry, "extension", extension, JOINT_EXTENSION_DAYS);
    Rules.promisedWithin(entry, promised, statutory);
    Rules.sourced(entry, "statutory", statutory);
    Rules.sourced(entry, "promised", promised);
    Rules.sourced(entry, "extension", extension);
  }

  private static void atMost(Entry entry, String field, Limit limit, int days) {
    if (limit.time().unit() != LimitUnit.WORKING_DAYS
        || limit.time().amount().compareTo(BigDecimal.valueOf(days)) > 0) {
      entry.problem(
          field, "must be at most " + days + " WORKING_DAYS (Administrative Licensing Law, 42)");
    }
  }
}
