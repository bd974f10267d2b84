package banshi.catalogue.build;

import static banshi.catalogue.build.Shape.bool;
import static banshi.catalogue.build.Shape.by;
import static banshi.catalogue.build.Shape.date;
import static banshi.catalogue.build.Shape.integer;
import static banshi.catalogue.build.Shape.list;
import static banshi.catalogue.build.Shape.number;
import static banshi.catalogue.build.Shape.object;
import static banshi.catalogue.build.Shape.oneOf;
import static banshi.catalogue.build.Shape.string;
import static banshi.catalogue.build.Shape.text;
import static banshi.catalogue.build.Shape.yes;

import banshi.cases.CaseKind;
import banshi.catalogue.Catalogue;
import banshi.catalogue.FieldKind;
import banshi.catalogue.LimitBasis;
import banshi.catalogue.MatterType;
import banshi.catalogue.Medium;
import banshi.catalogue.OnlineReach;
import banshi.catalogue.ServiceObject;
import banshi.clock.LimitUnit;
import banshi.clock.TimeLimit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the entries of each kind of source file look like. */
final class Shapes {
  private static final int LONG_TEXT = 500;
  private static final int NAME = 200;
  private static final int SHORT_TEXT = 80;

  private static final Shape UPPER_SNAKE = string("[A-Z][A-Z0-9_]{0,39}", "UPPER_SNAKE");
  private static final Shape CAMEL = string("[a-z][A-Za-z0-9]{0,39}", "camelCase");
  private static final Shape CODE =
      string(
          "(?=.{1," + Catalogue.LONGEST_CODE + "}\\z)" + Catalogue.CODE,
          "capital letters, digits and dashes, at most " + Catalogue.LONGEST_CODE);
  private static final Shape CONDITION = string("(?s).{1,500}", "a condition");
  private static final Shape KEYWORDS = list(1, 20, string("\\S(.{0,38}\\S)?", "a search word"));
  private static final Shape PHONES =
      object()
          .required("consultation", string("[0-9]{3,4}-?[0-9]{5,8}", "a telephone number"))
          .required("complaint", string("[0-9]{3,5}|[0-9]{3,4}-?[0-9]{5,8}", "a telephone number"));
  private static final Shape CHOICES =
      list(2, 30, object().required("code", UPPER_SNAKE).required("name", text(NAME)));
  private static final Shape PARAMETERS =
      list(
          1,
          20,
          object()
              .required("name", CAMEL)
              .required("value", number())
              .required("basis", oneOf(LimitBasis.class))
              .required("note", text(LONG_TEXT)));

  private static final Shape.ObjectShape LIMIT =
      object()
          .required("amount", integer(1, TimeLimit.MAX_DAYS))
          .required("unit", oneOf(LimitUnit.class))
          .required("basis", oneOf(LimitBasis.class))
          .optional("explanation", text(LONG_TEXT));

  static final Shape DEPARTMENT =
      object()
          .required("code", UPPER_SNAKE)
          .required("name", text(NAME))
          .required("phones", PHONES)
          .optional("serves", list(1, 4, oneOf(CaseKind.class)));

  static final Shape REMEDY =
      object()
          .required("code", UPPER_SNAKE)
          .required("text", text(LONG_TEXT))
          .required("notice", text(SHORT_TEXT));

  static final Shape MATERIAL = object().required("code", UPPER_SNAKE).required("name", text(NAME));

  static final Shape QUESTION =
      by(
          "kind",
          Map.of(
              "BOOLEAN", question().optional("default", bool()),
              "NUMBER", range(question()).optional("default", number()),
              "CHOICE", question().required("choices", CHOICES).optional("default", UPPER_SNAKE)));

  static final Shape FIELD = by("kind", fields());

  static final Shape MATTER =
      object()
          .required("code", CODE)
          .required("validFrom", date())
          .optional("validTo", date())
          .optional("basicCode", string("[A-Z0-9]{10,14}", "10 to 14 capital letters and digits"))
          .optional("keywords", KEYWORDS)
          .required(
              "type", oneOf(Arrays.stream(MatterType.values()).map(MatterType::code).toList()))
          .required("handling", oneOf(List.of("1", "2", "9")))
          .required("name", text(NAME))
          .required(
              "servedTo",
              list(
                  1,
                  6,
                  oneOf(Arrays.stream(ServiceObject.values()).map(ServiceObject::code).toList())))
          .required("responsible", UPPER_SNAKE)
          .required(
              "tasks",
              list(
                  1, 8, object().required("department", UPPER_SNAKE).required("title", text(NAME))))
          .required("statutory", LIMIT)
          .required("promised", promised())
          .required(
              "visits",
              object().required("count", integer(0, 9)).optional("reason", text(LONG_TEXT)))
          .required("online", oneOf(OnlineReach.class))
          .required(
              "fee",
              object()
                  .required("charged", bool())
                  .optional("basis", text(LONG_TEXT))
                  .optional("standard", text(LONG_TEXT)))
          .optional("phones", PHONES)
          .optional("parameters", PARAMETERS)
          .optional("questions", list(1, 20, CAMEL))
          .required(
              "materials",
              list(
                  0,
                  40,
                  object()
                      .required("material", UPPER_SNAKE)
                      .optional("when", CONDITION)
                      .required("required", bool())
                      .required("originals", integer(0, 99))
                      .required("copies", integer(0, 99))
                      .required("medium", oneOf(Medium.class))
                      .optional("owedDays", integer(1, 60))))
          .required(
              "form",
              list(
                  1,
                  60,
                  object()
                      .required("field", CAMEL)
                      .optional("when", CONDITION)
                      .required("required", bool())))
          .required("conditions", texts())
          .required("reviewPoints", texts())
          .required("legalBasis", texts())
          .required("remedy", UPPER_SNAKE);

  static final Shape PACKAGE =
      object()
          .required("code", CODE)
          .required("validFrom", date())
          .optional("validTo", date())
          .required("name", text(NAME))
          .required("summary", text(LONG_TEXT))
          .required("lead", UPPER_SNAKE)
          .optional("parameters", PARAMETERS)
          .optional("questions", list(1, 40, CAMEL))
          .required(
              "matters", list(2, 30, object().required("matter", CODE).optional("when", CONDITION)))
          .required("statutory", LIMIT)
          .required("promised", LIMIT)
          .required("extension", LIMIT);

  private Shapes() {}

  private static Shape texts() {
    return list(1, 12, text(LONG_TEXT));
  }

  private static Shape promised() {
    Shape immediate = object().required("immediate", yes());
    return (node, at, problem) ->
        (node.has("immediate") ? immediate : LIMIT).check(node, at, problem);
  }

  private static Shape.ObjectShape question() {
    return object()
        .required("id", CAMEL)
        .required("text", text(LONG_TEXT))
        .required("kind", oneOf(List.of("BOOLEAN", "NUMBER", "CHOICE")));
  }

  private static Map<String, Shape> fields() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (FieldKind kind : FieldKind.values()) {
      Shape.ObjectShape plain =
          object()
              .required("name", CAMEL)
              .required("label", text(NAME))
              .required("kind", oneOf(FieldKind.class))
              .required("personal", bool());
      shapes.put(
          kind.name(),
          switch (kind) {
            case TEXT, ADDRESS -> plain.required("maxLength", integer(1, 2000));
            case NUMBER -> range(plain);
            case CHOICE -> plain.required("choices", CHOICES);
            case DATE, BOOLEAN, CITIZEN_ID, CREDIT_CODE, PHONE -> plain;
          });
    }
    return shapes;
  }

  private static Shape.ObjectShape range(Shape.ObjectShape plain) {
    return plain
        .required("min", number())
        .required("max", number())
        .optional("decimals", integer(0, 6));
  }
}
