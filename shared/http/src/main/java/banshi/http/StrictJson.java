package banshi.http;

import banshi.text.Text;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a request body as JSON (RFC 8259) and refuses what two readers could understand
 * differently: duplicate names, bytes that are not UTF-8, a byte order mark, lone surrogates,
 * control characters (but tab, line feed and carriage return), numbers too long or too large to be
 * exact, nesting deeper than {@value #DEEPEST}, and anything after the value. The value must be an
 * object.
 *
 * <p>Broken grammar ends the reading ({@code malformed-json}); every other fault is noted with its
 * pointer and the reading goes on ({@code invalid-body}).
 */
public final class StrictJson {

  /** Objects and arrays inside one another, the outermost counted. */
  public static final int DEEPEST = 32;

  /** Characters in a member's name. */
  public static final int LONGEST_NAME = 100;

  /** Digits of a number, and places its decimal point may be away from them. */
  public static final int LONGEST_NUMBER = 40;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          // A client could otherwise fill the process-wide table of names.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** Stands where a value was refused, so that one mistake is not reported twice. */
  private static final Object FAULTY = new Object();

  private final JsonParser parser;
  private final Faults faults;

  private StrictJson(JsonParser parser, Faults faults) {
    this.parser = parser;
    this.faults = faults;
  }

  /**
   * The object in {@code body}. No body at all reads as an object without members, so that what is
   * missing is named member by member.
   *
   * @throws ProblemException {@code malformed-json} or {@code invalid-body}
   */
  public static ObjectNode read(byte[] body) {
    var faults = new Faults();
    ObjectNode object = read(body, faults);
    refuse(faults);
    return object;
  }

  /** As {@link #read(byte[])}, but faults that have a pointer are only added to {@code faults}. */
  static ObjectNode read(byte[] body, Faults faults) {
    if (body.length == 0) {
      return NODES.objectNode();
    }
    try (JsonParser parser = FACTORY.createParser(text(body))) {
      return new StrictJson(parser, faults).object();
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      var at = e.getLocation();
      throw at == null ? malformed() : malformed(at.getLineNr(), at.getColumnNr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether {@code node} stands for a value that was refused while it was read. */
  static boolean faulty(JsonNode node) {
    return node instanceof POJONode marker && marker.getPojo() == FAULTY;
  }

  /** Ends the request when there are faults. */
  static void refuse(Faults faults) {
    if (faults.none()) {
      return;
    }
    Problem problem = Problem.of(ProblemCode.INVALID_BODY, faults.kept());
    throw (faults.more() == 0 ? problem : problem.with("errorsOmitted", faults.more()))
        .asException();
  }

  private static String text(byte[] body) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.of(
              ProblemCode.MALFORMED_JSON, new Text("请求内容不是 UTF-8 编码。", "The body is not UTF-8."))
          .asException();
    }
    if (text.startsWith("\uFEFF")) {
      throw Problem.of(
              ProblemCode.MALFORMED_JSON,
              new Text("请求内容不得以字节顺序标记开头。", "The body must not begin with a byte order mark."))
          .asException();
    }
    return text;
  }

  private ObjectNode object() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw malformed();
    }
    JsonNode value = value(first, "", 1);
    if (parser.nextToken() != null) {
      throw malformed(
          parser.currentTokenLocation().getLineNr(), parser.currentTokenLocation().getColumnNr());
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    faults.add("", "wrong-type", "请求内容须为 JSON 对象。", "The body must be a JSON object.");
    return NODES.objectNode();
  }

  private JsonNode value(JsonToken token, String pointer, int depth) throws IOException {
    return switch (token) {
      case START_OBJECT -> tooDeep(pointer, depth) ? skipped() : members(pointer, depth);
      case START_ARRAY -> tooDeep(pointer, depth) ? skipped() : elements(pointer, depth);
      case VALUE_STRING -> string(pointer);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(pointer);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw malformed();
    };
  }

  private boolean tooDeep(String pointer, int depth) {
    if (depth <= DEEPEST) {
      return false;
    }
    faults.add(
        pointer,
        "too-deep",
        "嵌套不得超过 " + DEEPEST + " 层。",
        "Nesting must not be deeper than " + DEEPEST + ".");
    return true;
  }

  private JsonNode skipped() throws IOException {
    parser.skipChildren();
    return NODES.pojoNode(FAULTY);
  }

  private ObjectNode members(String pointer, int depth) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (!nameIsSound(pointer, name)) {
        parser.skipChildren();
        continue;
      }
      String at = Faults.step(pointer, name);
      boolean again = object.has(name);
      if (again) {
        faults.add(at, "duplicate-key", "此项出现了不止一次。", "This member is given more than once.");
        parser.skipChildren();
      } else {
        object.set(name, value(token, at, depth + 1));
      }
    }
    return object;
  }

  private boolean nameIsSound(String pointer, String name) {
    if (name.length() > LONGEST_NAME) {
      faults.add(
          pointer,
          "name-too-long",
          "项名不得超过 " + LONGEST_NAME + " 个字符。",
          "A member's name must not be longer than " + LONGEST_NAME + " characters.");
      return false;
    }
    return charactersAreSound(pointer, name);
  }

  private ArrayNode elements(String pointer, int depth) throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.add(value(token, Faults.step(pointer, array.size()), depth + 1));
    }
    return array;
  }

  private JsonNode string(String pointer) throws IOException {
    String text = parser.getText();
    return charactersAreSound(pointer, text) ? NODES.textNode(text) : NODES.pojoNode(FAULTY);
  }

  private boolean charactersAreSound(String pointer, String text) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r') {
        faults.add(
            pointer,
            "control-character",
            "含有控制字符 " + hex(point) + "。",
            "Contains the control character " + hex(point) + ".");
        return false;
      }
      boolean loneSurrogate = Character.getType(point) == Character.SURROGATE;
      boolean nonCharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
      if (loneSurrogate || nonCharacter) {
        faults.add(
            pointer,
            "bad-unicode",
            "含有无效字符 " + hex(point) + "。",
            "Contains " + hex(point) + ", which is not a character.");
        return false;
      }
      i += Character.charCount(point);
    }
    return true;
  }

  private static String hex(int point) {
    return "U+%04X".formatted(point);
  }

  private JsonNode number(String pointer) throws IOException {
    String digits = parser.getText();
    if (digits.length() > LONGEST_NUMBER) {
      return unreasonable(pointer);
    }
    BigDecimal exact;
    try {
      exact = new BigDecimal(digits);
    } catch (NumberFormatException e) {
      // The exponent itself does not fit an int.
      return unreasonable(pointer);
    }
    if (Math.abs((long) exact.scale()) > LONGEST_NUMBER) {
      return unreasonable(pointer);
    }
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? NODES.numberNode(exact.toBigIntegerExact())
        : DecimalNode.valueOf(exact);
  }

  private JsonNode unreasonable(String pointer) {
    faults.add(pointer, "out-of-range", "数值过长或过大。", "The number is too long or too large.");
    return NODES.pojoNode(FAULTY);
  }

  private static ProblemException malformed() {
    return Problem.of(ProblemCode.MALFORMED_JSON).asException();
  }

  private static ProblemException malformed(int line, int column) {
    return Problem.of(
            ProblemCode.MALFORMED_JSON,
            new Text(
                "请求内容不是有效的 JSON（第 " + line + " 行第 " + column + " 列）。",
                "The body is not valid JSON (line " + line + ", column " + column + ")."))
        .asException();
  }
}
