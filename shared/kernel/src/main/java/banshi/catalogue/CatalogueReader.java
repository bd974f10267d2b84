package banshi.catalogue;

import banshi.clock.LimitUnit;
import banshi.clock.TimeLimit;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decodes what the build compiled. It trusts the build: what is not as written there fails with an
 * unchecked exception.
 */
public final class CatalogueReader {
  private CatalogueReader() {}

  /** A matter's version. */
  public static Matter matter(JsonNode node) {
    return new Matter(
        matterVersion(node),
        validTo(node),
        optional(node, "basicCode", JsonNode::textValue),
        type(node),
        text(node.required("name")),
        servedTo(node.required("servedTo")),
        string(node, "responsible"),
        list(node, "tasks", CatalogueReader::task),
        limit(node.required("statutory")),
        promise(node.required("promised")),
        new Matter.Visits(
            node.required("visits").required("count").intValue(),
            optional(node.required("visits"), "reason", CatalogueReader::text)),
        OnlineReach.valueOf(string(node, "online")),
        fee(node.required("fee")),
        new Matter.Contacts(
            string(node.required("phones"), "consultation"),
            string(node.required("phones"), "complaint")),
        list(node, "questions", CatalogueReader::question),
        list(node, "materials", CatalogueReader::materialUse),
        list(node, "form", CatalogueReader::fieldUse),
        list(node, "conditions", CatalogueReader::text),
        list(node, "reviewPoints", CatalogueReader::text),
        list(node, "legalBasis", CatalogueReader::text),
        text(node.required("remedy")),
        text(node.required("remedyNotice")));
  }

  /** A package's version. */
  public static ThemePackage themePackage(JsonNode node) {
    return new ThemePackage(
        packageVersion(node),
        validTo(node),
        text(node.required("name")),
        text(node.required("summary")),
        string(node, "lead"),
        list(node, "questions", CatalogueReader::question),
        list(node, "matters", CatalogueReader::part),
        limit(node.required("statutory")),
        limit(node.required("promised")),
        limit(node.required("extension")));
  }

  /** What a list shows of a matter. */
  static MatterSummary matterSummary(JsonNode node) {
    return new MatterSummary(
        matterVersion(node),
        validTo(node),
        text(node.required("name")),
        type(node),
        string(node, "responsible"),
        limit(node.required("statutory")),
        promise(node.required("promised")),
        node.required("visits").intValue(),
        OnlineReach.valueOf(string(node, "online")),
        node.required("charged").booleanValue());
  }

  /** What a list shows of a package. */
  static PackageSummary packageSummary(JsonNode node) {
    return new PackageSummary(
        packageVersion(node),
        validTo(node),
        text(node.required("name")),
        text(node.required("summary")),
        string(node, "lead"),
        limit(node.required("statutory")),
        limit(node.required("promised")));
  }

  /** A department. */
  static Department department(JsonNode node) {
    return new Department(string(node, "code"), text(node.required("name")));
  }

  /** A question. */
  public static Question question(JsonNode node) {
    Question.Format format =
        switch (string(node, "kind")) {
          case "BOOLEAN" -> new Question.YesNoFormat();
          case "NUMBER" -> range(node);
          case "CHOICE" ->
              new Question.ChoiceFormat(list(node, "choices", CatalogueReader::choice));
          case String other -> throw new IllegalStateException("kind of question: " + other);
        };
    return new Question(
        string(node, "id"),
        text(node.required("text")),
        format,
        optional(node, "default", value -> Answers.answer(format, value).orElseThrow()));
  }

  private static Matter.Task task(JsonNode node) {
    return new Matter.Task(string(node, "department"), text(node.required("title")));
  }

  private static Matter.Fee fee(JsonNode node) {
    return new Matter.Fee(
        node.required("charged").booleanValue(),
        optional(node, "basis", CatalogueReader::text),
        optional(node, "standard", CatalogueReader::text));
  }

  private static Matter.MaterialUse materialUse(JsonNode node) {
    return new Matter.MaterialUse(
        new Material(string(node, "code"), text(node.required("name"))),
        when(node),
        node.required("required").booleanValue(),
        node.required("originals").intValue(),
        node.required("copies").intValue(),
        Medium.valueOf(string(node, "medium")),
        optional(node, "owedDays", JsonNode::intValue));
  }

  private static Matter.FieldUse fieldUse(JsonNode node) {
    return new Matter.FieldUse(field(node), when(node), node.required("required").booleanValue());
  }

  private static Field field(JsonNode node) {
    FieldKind kind = FieldKind.valueOf(string(node, "kind"));
    return new Field(
        string(node, "name"),
        text(node.required("label")),
        kind,
        optional(node, "maxLength", JsonNode::intValue),
        kind == FieldKind.NUMBER ? Optional.of(range(node)) : Optional.empty(),
        node.has("choices") ? list(node, "choices", CatalogueReader::choice) : List.of(),
        node.required("personal").booleanValue());
  }

  private static ThemePackage.Part part(JsonNode node) {
    return new ThemePackage.Part(string(node, "matter"), when(node));
  }

  private static Question.NumberFormat range(JsonNode node) {
    return new Question.NumberFormat(
        node.required("min").decimalValue(),
        node.required("max").decimalValue(),
        node.path("decimals").intValue());
  }

  private static Choice choice(JsonNode node) {
    return new Choice(string(node, "code"), text(node.required("name")));
  }

  private static Optional<Condition> when(JsonNode node) {
    return optional(node, "when", condition -> ConditionParser.parse(condition.textValue()));
  }

  /** A promise. */
  public static Promise promise(JsonNode node) {
    return node.has("immediate") ? new Promise.Immediate() : new Promise.Within(limit(node));
  }

  /** A limit. */
  public static Limit limit(JsonNode node) {
    return new Limit(
        new TimeLimit(
            node.required("amount").decimalValue(), LimitUnit.valueOf(string(node, "unit"))),
        LimitBasis.valueOf(string(node, "basis")),
        optional(node, "explanation", CatalogueReader::text));
  }

  private static MatterType type(JsonNode node) {
    return MatterType.ofCode(string(node, "type")).orElseThrow();
  }

  private static Set<ServiceObject> servedTo(JsonNode codes) {
    Set<ServiceObject> objects = EnumSet.noneOf(ServiceObject.class);
    codes.forEach(code -> objects.add(ServiceObject.ofCode(code.textValue()).orElseThrow()));
    return objects;
  }

  private static MatterVersion matterVersion(JsonNode node) {
    return new MatterVersion(string(node, "code"), date(node.required("validFrom")));
  }

  private static PackageVersion packageVersion(JsonNode node) {
    return new PackageVersion(string(node, "code"), date(node.required("validFrom")));
  }

  private static Optional<LocalDate> validTo(JsonNode node) {
    return optional(node, "validTo", CatalogueReader::date);
  }

  /** A date. */
  public static LocalDate date(JsonNode node) {
    return LocalDate.parse(node.textValue());
  }

  private static Text text(JsonNode node) {
    return new Text(string(node, "zh"), string(node, "en"));
  }

  private static String string(JsonNode node, String key) {
    return node.required(key).textValue();
  }

  private static <T> Optional<T> optional(JsonNode node, String key, Function<JsonNode, T> decode) {
    return Optional.ofNullable(node.get(key)).map(decode);
  }

  private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> decode) {
    List<T> items = new ArrayList<>();
    node.required(key).forEach(item -> items.add(decode.apply(item)));
    return items;
  }
}
