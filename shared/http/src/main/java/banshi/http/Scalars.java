package banshi.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values without parts. Each method gives the value, or notes its faults and gives nothing. */
final class Scalars {
  private static final Pattern MARKUP = Pattern.compile("<\\s*[/!?]?\\s*[A-Za-z]");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  /** RFC 3339, section 5.6, but no leap second: no moment of a case is one. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:[0-5]\\d)");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private static final Pattern UNIQUE =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final int CHOICES_NAMED = 30;

  private Scalars() {}

  static Optional<String> words(JsonNode node, Limits limits, String pointer, Faults faults) {
    if (!node.isTextual()) {
      faults.add(pointer, "wrong-type", "须为字符串。", "This must be a string.");
      return Optional.empty();
    }
    String text = node.textValue();
    if (!limits.mayBeBlank() && text.isBlank()) {
      faults.add(pointer, "blank", "不得为空白。", "This must not be blank.");
      return Optional.empty();
    }
    int length = text.codePointCount(0, text.length());
    if (length < limits.shortest()) {
      faults.add(
          pointer,
          "too-short",
          "至少 " + limits.shortest() + " 个字符。",
          "This needs at least " + limits.shortest() + " characters.");
      return Optional.empty();
    }
    if (length > limits.longest()) {
      faults.add(
          pointer,
          "too-long",
          "至多 " + limits.longest() + " 个字符。",
          "This may have at most " + limits.longest() + " characters.");
      return Optional.empty();
    }
    if (limits.plain() && MARKUP.matcher(text).find()) {
      faults.add(pointer, "markup", "请填写纯文本，不要含网页标签。", "Plain words only, no markup.");
      return Optional.empty();
    }
    if (!limits.patterns().stream().allMatch(pattern -> pattern.matcher(text).matches())) {
      faults.add(pointer, "bad-format", "格式不符。", "This does not have the expected form.");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  static Optional<Object> whole(
      JsonNode node, Limits limits, boolean wide, String pointer, Faults faults) {
    if (!node.isIntegralNumber()) {
      faults.add(pointer, "wrong-type", "须为整数。", "This must be a whole number.");
      return Optional.empty();
    }
    BigInteger value = node.bigIntegerValue();
    if (value.bitLength() > (wide ? 63 : 31)) {
      faults.add(pointer, "out-of-range", "数值过大。", "The number is too large.");
      return Optional.empty();
    }
    if (!inRange(new BigDecimal(value), limits, pointer, faults)) {
      return Optional.empty();
    }
    return Optional.of(wide ? (Object) value.longValueExact() : (Object) value.intValueExact());
  }

  static Optional<Object> decimal(JsonNode node, Limits limits, String pointer, Faults faults) {
    if (!node.isNumber()) {
      faults.add(pointer, "wrong-type", "须为数值。", "This must be a number.");
      return Optional.empty();
    }
    BigDecimal value = node.decimalValue();
    return inRange(value, limits, pointer, faults) ? Optional.of(value) : Optional.empty();
  }

  private static boolean inRange(BigDecimal value, Limits limits, String pointer, Faults faults) {
    Optional<Limits.Bound> broken =
        limits
            .least()
            .filter(bound -> beyond(value.compareTo(bound.value()), bound))
            .or(() -> limits.most().filter(bound -> beyond(bound.value().compareTo(value), bound)));
    if (broken.isEmpty()) {
      return true;
    }
    faults.add(
        pointer, "out-of-range", range(limits, "须", "至"), range(limits, "This must be ", " to "));
    return false;
  }

  private static boolean beyond(int comparison, Limits.Bound bound) {
    return bound.inclusive() ? comparison < 0 : comparison <= 0;
  }

  private static String range(Limits limits, String before, String between) {
    String least =
        limits
            .least()
            .map(bound -> (bound.inclusive() ? "≥ " : "> ") + bound.value().toPlainString())
            .orElse("");
    String most =
        limits
            .most()
            .map(bound -> (bound.inclusive() ? "≤ " : "< ") + bound.value().toPlainString())
            .orElse("");
    return before + least + (least.isEmpty() || most.isEmpty() ? "" : between) + most;
  }

  static Optional<Object> flag(JsonNode node, String pointer, Faults faults) {
    if (!node.isBoolean()) {
      faults.add(pointer, "wrong-type", "须为 true 或 false。", "This must be true or false.");
      return Optional.empty();
    }
    return Optional.of(node.booleanValue());
  }

  static Optional<Object> choice(
      JsonNode node, Map<String, Object> constants, String pointer, Faults faults) {
    if (!node.isTextual()) {
      faults.add(pointer, "wrong-type", "须为字符串。", "This must be a string.");
      return Optional.empty();
    }
    Optional<Object> constant = Optional.ofNullable(constants.get(node.textValue()));
    if (constant.isEmpty()) {
      String names =
          constants.size() > CHOICES_NAMED ? "" : ": " + String.join(", ", constants.keySet());
      faults.add(
          pointer, "not-one-of", "不在可选范围内" + names, "This is not one of the choices" + names);
    }
    return constant;
  }

  static Optional<Object> day(JsonNode node, String pointer, Faults faults) {
    Optional<String> text = form(node, DATE);
    try {
      if (text.isPresent()) {
        return Optional.of(LocalDate.parse(text.get(), DAY));
      }
    } catch (DateTimeException e) {
      // Falls through: a date such as 2026-02-30 has the form and does not exist.
    }
    faults.add(
        pointer,
        node.isTextual() ? "bad-format" : "wrong-type",
        "须为日期，例如 2026-11-23。",
        "This must be a date such as 2026-11-23.");
    return Optional.empty();
  }

  static Optional<Object> moment(
      JsonNode node, boolean keepsOffset, String pointer, Faults faults) {
    Optional<String> text = form(node, MOMENT);
    try {
      if (text.isPresent()) {
        OffsetDateTime moment = OffsetDateTime.parse(text.get());
        return Optional.of(keepsOffset ? moment : moment.toInstant());
      }
    } catch (DateTimeException e) {
      // Falls through: the form is right and the moment does not exist.
    }
    faults.add(
        pointer,
        node.isTextual() ? "bad-format" : "wrong-type",
        "须为带时区的时间，例如 2026-11-23T09:00:00+08:00。",
        "This must be a moment with its offset, such as 2026-11-23T09:00:00+08:00.");
    return Optional.empty();
  }

  static Optional<Object> unique(JsonNode node, String pointer, Faults faults) {
    Optional<Object> value = form(node, UNIQUE).map(UUID::fromString);
    if (value.isEmpty()) {
      faults.add(
          pointer,
          node.isTextual() ? "bad-format" : "wrong-type",
          "须为 UUID。",
          "This must be a UUID.");
    }
    return value;
  }

  private static Optional<String> form(JsonNode node, Pattern pattern) {
    return Optional.ofNullable(node.textValue()).filter(text -> pattern.matcher(text).matches());
  }

  /** Whether a list or a free object has as many members as {@code limits} allow. */
  static boolean count(int size, Limits limits, String pointer, Faults faults) {
    if (size < limits.shortest()) {
      faults.add(
          pointer,
          "too-few",
          "至少 " + limits.shortest() + " 项。",
          "This needs at least " + limits.shortest() + " elements.");
      return false;
    }
    if (size > limits.longest()) {
      faults.add(
          pointer,
          "too-many",
          "至多 " + limits.longest() + " 项。",
          "This may have at most " + limits.longest() + " elements.");
      return false;
    }
    return true;
  }
}
