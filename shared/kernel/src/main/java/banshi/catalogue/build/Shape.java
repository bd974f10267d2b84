package banshi.catalogue.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a part of a source looks like. Finds every departure, with its path. */
@FunctionalInterface
interface Shape {
  /** Tells {@code problem} the path and nature of every departure of {@code node} at {@code at}. */
  void check(JsonNode node, String at, BiConsumer<String, String> problem);

  private static Shape that(Predicate<JsonNode> test, String wanted) {
    return (node, at, problem) -> {
      if (!test.test(node)) {
        problem.accept(at, "must be " + wanted);
      }
    };
  }

  /** A text that fits {@code pattern}. */
  static Shape string(String pattern, String wanted) {
    Pattern compiled = Pattern.compile(pattern);
    return that(node -> node.isTextual() && compiled.matcher(node.textValue()).matches(), wanted);
  }

  /** A whole number within bounds, both included. */
  static Shape integer(int min, int max) {
    return that(
        node -> node.isInt() && node.intValue() >= min && node.intValue() <= max,
        "a whole number from " + min + " to " + max);
  }

  /** A number of up to twelve digits and six decimals. */
  static Shape number() {
    BigDecimal most = new BigDecimal("1e12");
    return that(
        node ->
            node.isNumber()
                && node.decimalValue().abs().compareTo(most) < 0
                && node.decimalValue().scale() <= 6,
        "a number of up to 12 digits and 6 decimals");
  }

  /** True or false. */
  static Shape bool() {
    return that(JsonNode::isBoolean, "true or false");
  }

  /** Nothing but true. */
  static Shape yes() {
    return that(node -> node.isBoolean() && node.booleanValue(), "true, or left out");
  }

  /** One of some words, in quotes if they look like numbers. */
  static Shape oneOf(Collection<String> words) {
    return that(
        node -> node.isTextual() && words.contains(node.textValue()),
        "one of " + String.join(", ", words) + " (as text)");
  }

  /** The names of an enumeration. */
  static <E extends Enum<E>> Shape oneOf(Class<E> type) {
    return oneOf(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }

  /** A date that exists. */
  static Shape date() {
    return that(
        node -> {
          try {
            return node.isTextual() && LocalDate.parse(node.textValue()).getYear() >= 1949;
          } catch (DateTimeParseException malformed) {
            return false;
          }
        },
        "a date, yyyy-MM-dd");
  }

  /** A text in both languages, each in its own script. */
  static Shape text(int longest) {
    Shape zh = string("(?s)(?=.*\\p{IsHan}).{1," + longest + "}", "a Chinese text");
    Shape en = string("(?s)(?=.*[A-Za-z])[^\\p{IsHan}]{1," + 3 * longest + "}", "an English text");
    return object().required("zh", zh).required("en", en);
  }

  /** A list of so many items. */
  static Shape list(int min, int max, Shape item) {
    return (node, at, problem) -> {
      if (!node.isArray() || node.size() < min || node.size() > max) {
        problem.accept(at, "must be a list of " + min + " to " + max + " items");
        return;
      }
      for (int i = 0; i < node.size(); i++) {
        item.check(node.get(i), at + "[" + i + "]", problem);
      }
    };
  }

  /** Whichever shape the word at {@code key} names. */
  static Shape by(String key, Map<String, Shape> shapes) {
    Shape word = object().required(key, oneOf(shapes.keySet()));
    return (node, at, problem) -> {
      String named = node.path(key).asText();
      if (shapes.containsKey(named)) {
        shapes.get(named).check(node, at, problem);
      } else {
        word.check(node.isObject() ? named(node, key) : node, at, problem);
      }
    };
  }

  private static JsonNode named(JsonNode node, String key) {
    return node.<ObjectNode>deepCopy().retain(key);
  }

  /** An object of known keys. */
  static ObjectShape object() {
    return new ObjectShape(Map.of(), Map.of());
  }

  /** An object: what it must have, what it may have, and nothing else. */
  record ObjectShape(Map<String, Shape> required, Map<String, Shape> optional) implements Shape {
    ObjectShape required(String key, Shape shape) {
      return new ObjectShape(with(required, key, shape), optional);
    }

    ObjectShape optional(String key, Shape shape) {
      return new ObjectShape(required, with(optional, key, shape));
    }

    private static Map<String, Shape> with(Map<String, Shape> shapes, String key, Shape shape) {
      Map<String, Shape> more = new LinkedHashMap<>(shapes);
      more.put(key, shape);
      return more;
    }

    @Override
    public void check(JsonNode node, String at, BiConsumer<String, String> problem) {
      if (!node.isObject()) {
        problem.accept(at, "must be an object");
        return;
      }
      required.forEach(
          (key, shape) -> {
            if (node.hasNonNull(key)) {
              shape.check(node.get(key), path(at, key), problem);
            } else {
              problem.accept(path(at, key), "is missing");
            }
          });
      optional.forEach(
          (key, shape) -> {
            if (node.has(key)) {
              shape.check(node.get(key), path(at, key), problem);
            }
          });
      node.fieldNames()
          .forEachRemaining(
              key -> {
                if (!required.containsKey(key) && !optional.containsKey(key)) {
                  problem.accept(path(at, key), "is not a known key");
                }
              });
    }

    private static String path(String at, String key) {
      return at.isEmpty() ? key : at + "." + key;
    }
  }
}
