package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills what the checklist asks for. All values are synthetic. */
final class Paperwork {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String ADDRESS = "重庆市沙坪坝区示例路1号";

  private Paperwork() {}

  /** The values worth trying as an answer to a question, the plainest first. */
  static List<JsonNode> candidates(JsonNode question) {
    return switch (Tree.text(question, "kind")) {
      case "BOOLEAN" -> List.of(NODES.booleanNode(false), NODES.booleanNode(true));
      case "NUMBER" ->
          Stream.of(60, 120, 350, 1000)
              .map(number -> within(question, BigDecimal.valueOf(number)))
              .distinct()
              .<JsonNode>map(NODES::numberNode)
              .toList();
      case "CHOICE" ->
          Tree.items(question, "choices").stream()
              .<JsonNode>map(choice -> NODES.textNode(Tree.text(choice, "code")))
              .toList();
      case String kind -> throw new DemoStopped("不认识的问题 Unknown kind of question: " + kind);
    };
  }

  /** How an answer reads. */
  static String answer(JsonNode question, JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? "是 yes" : "否 no";
    }
    return Tree.items(question, "choices", choice -> choice.path("code").equals(value)).stream()
        .findFirst()
        .map(choice -> Tree.text(choice, "name"))
        .orElse(value.asText());
  }

  /** Every field of the form, filled by its kind. */
  static ObjectNode form(JsonNode checklist, LocalDate today) {
    ObjectNode form = NODES.objectNode();
    for (JsonNode needed : Tree.items(checklist, "formFields")) {
      JsonNode field = needed.path("field");
      form.set(Tree.text(field, "name"), value(field, today));
    }
    return form;
  }

  private static JsonNode value(JsonNode field, LocalDate today) {
    return switch (Tree.text(field, "kind")) {
      case "TEXT" -> NODES.textNode(cut("示例" + Tree.text(field, "label"), field));
      case "ADDRESS" -> NODES.textNode(cut(ADDRESS, field));
      case "NUMBER" -> NODES.numberNode(within(field, BigDecimal.valueOf(80)));
      case "DATE" -> NODES.textNode(today.toString());
      case "BOOLEAN" -> NODES.booleanNode(true);
      case "CHOICE" -> NODES.textNode(Tree.text(Tree.items(field, "choices").getFirst(), "code"));
      case "CITIZEN_ID" -> NODES.textNode("500106190001010019");
      case "CREDIT_CODE" -> NODES.textNode("91500106000000019X");
      case "PHONE" -> NODES.textNode("13800000000");
      case String kind -> throw new DemoStopped("不认识的字段 Unknown kind of field: " + kind);
    };
  }

  private static String cut(String text, JsonNode field) {
    int most = field.path("maxLength").asInt(Integer.MAX_VALUE);
    int length = text.codePointCount(0, text.length());
    return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static BigDecimal within(JsonNode bounds, BigDecimal wish) {
    BigDecimal atLeast =
        bounds.path("min").isNumber() ? wish.max(bounds.path("min").decimalValue()) : wish;
    return bounds.path("max").isNumber() ? atLeast.min(bounds.path("max").decimalValue()) : atLeast;
  }

  /** A required material that may be brought later (容缺), the one with most time if several. */
  static Optional<JsonNode> owable(JsonNode checklist) {
    return Tree.items(
            checklist,
            "materials",
            m -> m.path("required").asBoolean() && m.path("mayBeOwed").asBoolean())
        .stream()
        .max((a, b) -> Integer.compare(a.path("owedDays").asInt(), b.path("owedDays").asInt()));
  }

  /** The codes of the materials that must be handed in. */
  static List<String> required(JsonNode checklist) {
    return Tree.items(checklist, "materials", m -> m.path("required").asBoolean()).stream()
        .map(m -> Tree.text(m, "code"))
        .toList();
  }

  /** Files for these materials: their names and digests; files themselves are kept elsewhere. */
  static ArrayNode files(Collection<String> codes) {
    ArrayNode files = NODES.arrayNode();
    for (String code : codes) {
      files
          .addObject()
          .put("code", code)
          .put("fileName", code + ".pdf")
          .put("contentType", "application/pdf")
          .put("size", 1024)
          .put("sha256", digest(code));
    }
    return files;
  }

  private static String digest(String code) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
