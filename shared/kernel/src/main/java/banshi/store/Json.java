package banshi.store;

import banshi.text.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * JSON trees for stored attributes: no reflection, so that a cold function need not learn any
 * class.
 */
public final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** A new object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A list, each member written by the given function. */
  public static <T> ArrayNode array(Iterable<T> members, Function<T, JsonNode> encode) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    members.forEach(member -> array.add(encode.apply(member)));
    return array;
  }

  /** The members of a list, each read by the given function; a missing list has none. */
  public static <T> List<T> list(JsonNode array, Function<JsonNode, T> decode) {
    return StreamSupport.stream(array.spliterator(), false).map(decode).toList();
  }

  /** A bilingual text. */
  public static ObjectNode text(Text text) {
    return object().put("zh", text.zh()).put("en", text.en());
  }

  /** Reads what {@link #text(Text)} wrote. */
  public static Text text(JsonNode node) {
    return new Text(node.path("zh").asText(), node.path("en").asText());
  }

  /** A string member that may be missing. */
  public static Optional<String> string(JsonNode node, String name) {
    return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
  }

  /** An instant member that may be missing. */
  public static Optional<Instant> instant(JsonNode node, String name) {
    return string(node, name).map(Instant::parse);
  }

  static String print(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException neverForTrees) {
      throw new IllegalStateException(neverForTrees);
    }
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException neverForTrees) {
      throw new IllegalStateException(neverForTrees);
    }
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new CorruptItemException("a stored attribute is not JSON", e);
    }
  }

  static JsonNode parse(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new CorruptItemException("a sealed attribute is not JSON", e);
    }
  }
}
