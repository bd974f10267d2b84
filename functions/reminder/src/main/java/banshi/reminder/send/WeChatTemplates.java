package banshi.reminder.send;

import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.text.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which subscribe-message template tells which notice. They are data, because WeChat gives each
 * mini-program ids and fields of its own:
 *
 * <pre>
 * {"DECIDED": {"id": "…", "page": "pages/case?number={number}", "lang": "zh_CN",
 *              "fields": {"thing1": "title", "character_string2": "number", "time4": "at"}},
 *  "*": …}
 * </pre>
 *
 * {@code *} stands for every notice that is not named. A field's value is a fact of the notice;
 * every notice has {@code title} (of the case, or its own heading), {@code heading}, {@code at} and
 * {@code body}. Page and language (zh_CN or en_US) may be left out.
 */
final class WeChatTemplates {
  private static final String ANY = "*";

  private final Map<String, Template> byNotice;

  private WeChatTemplates(Map<String, Template> byNotice) {
    this.byNotice = byNotice;
  }

  /**
   * One template.
   *
   * @param id its id with WeChat
   * @param page the page that a tap opens, with facts in braces
   * @param language which of the two languages the fields are in
   * @param fields the fact for each field, by the field's key
   */
  record Template(
      String id, Optional<String> page, Language language, Map<WeChatField, String> fields) {}

  /**
   * Templates as data.
   *
   * @throws IllegalArgumentException where the text is anything else, or names an unknown notice or
   *     kind of field
   */
  static WeChatTemplates read(String json) {
    try {
      Map<String, Template> byNotice = new HashMap<>();
      new JsonMapper()
          .readTree(json)
          .properties()
          .forEach(entry -> byNotice.put(name(entry.getKey()), template(entry.getValue())));
      return new WeChatTemplates(byNotice);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("the WeChat templates are not JSON");
    }
  }

  /** The template that tells a notice; empty when WeChat does not carry it. */
  Optional<Template> of(Notice notice) {
    return Optional.ofNullable(byNotice.getOrDefault(notice.name().name(), byNotice.get(ANY)));
  }

  private static String name(String key) {
    return key.equals(ANY) ? ANY : NoticeName.valueOf(key).name();
  }

  private static Template template(JsonNode node) {
    Map<WeChatField, String> fields = new LinkedHashMap<>();
    node.required("fields")
        .properties()
        .forEach(field -> fields.put(WeChatField.of(field.getKey()), field.getValue().asText()));
    String language = node.path("lang").asText("zh_CN");
    return new Template(
        node.required("id").asText(),
        node.hasNonNull("page") ? Optional.of(node.get("page").asText()) : Optional.empty(),
        switch (language) {
          case "zh_CN" -> Language.ZH_CN;
          case "en_US" -> Language.EN;
          default -> throw new IllegalArgumentException("no language " + language);
        },
        fields);
  }
}
