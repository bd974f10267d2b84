package banshi.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What WeChat's documents ask of the fields of a subscribe message, each by its kind. */
final class MessageForm {
  private static final Pattern KEY = Pattern.compile("([a-z_]+?)\\d+");
  private static final String DATE = "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?";
  private static final String TIME = "\\d{1,2}:\\d{2}(:\\d{2})?";
  private static final String HAN = "[\\x{4e00}-\\x{9fff}]";
  private static final Map<String, Pattern> FORMS =
      Map.ofEntries(
          form("thing", "[^\\n\\r]{1,20}"),
          form("number", "[0-9.+-]{1,32}"),
          form("letter", "[A-Za-z]{1,32}"),
          form("symbol", "[^0-9A-Za-z\\x{4e00}-\\x{9fff}]{1,5}"),
          form("character_string", "[^\\x{4e00}-\\x{9fff}\\s]{1,32}"),
          form("time", "(" + DATE + " ?)?" + TIME + "(~.*)?"),
          form("date", DATE + "( ?" + TIME + ")?(~.*)?"),
          form("amount", "[^0-9]?[0-9.]{1,13}元?"),
          form("phone_number", "[^A-Za-z]{1,17}"),
          form("car_number", ".{1,8}"),
          form("name", "(" + HAN + "|[A-Za-z·. ]){1,10}|[A-Za-z·. ]{1,20}"),
          form("phrase", HAN + "{1,5}"),
          form("enum", ".+"));

  private MessageForm() {}

  private static Map.Entry<String, Pattern> form(String kind, String expression) {
    return Map.entry(kind, Pattern.compile(expression));
  }

  /** The first field that is not as it should be. */
  static Optional<String> fault(JsonNode data) {
    if (!data.isObject() || data.isEmpty()) {
      return Optional.of("data");
    }
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      Matcher key = KEY.matcher(field.getKey());
      Pattern form = key.matches() ? FORMS.get(key.group(1)) : null;
      JsonNode value = field.getValue().path("value");
      if (form == null || !value.isValueNode() || !form.matcher(value.asText()).matches()) {
        return Optional.of("data." + field.getKey() + ".value");
      }
    }
    return Optional.empty();
  }
}
