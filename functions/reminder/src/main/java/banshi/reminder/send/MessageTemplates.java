package banshi.reminder.send;

import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.text.Language;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which notice goes out in which approved text message. Words and lengths are data, since a
 * provider approves each text ({@code text-messages.json}); their ids are a setting, since each
 * account gets its own:
 *
 * <pre>
 * {"templates": {"GENERIC": {"text": "…{1}…{2}…", "lengths": [30, 20], "lang": "zh_CN"}},
 *  "notices": {"*": {"template": "GENERIC", "facts": ["title", "number"]}}}
 *
 * {"GENERIC": "1110001"}
 * </pre>
 *
 * A place of the text takes the fact of the same position, cut to its length. {@code *} stands for
 * every notice that is not named, and for one whose template has no id yet or whose facts are not
 * all there. Every notice has the facts {@code heading} and {@code at}. Language is zh_CN (as
 * without it) or en_US.
 */
final class MessageTemplates {
  static final String ANY = "*";

  private static final String ELLIPSIS = "…";
  private static final Set<String> GIVEN = Set.of("heading", "at");

  private final Map<String, Template> templates;
  private final Map<String, Use> uses;
  private final Map<String, String> ids;

  /**
   * An approved text.
   *
   * @param text its words, with {1}, {2}, … for what differs
   * @param lengths how many characters each place takes
   */
  record Template(String text, List<Integer> lengths, Language language) {}

  /** Which template tells a notice, with the facts for its places. */
  record Use(String template, List<String> facts) {}

  /** A message in the form that the provider takes. */
  record Filled(String id, List<String> values) {}

  private MessageTemplates(
      Map<String, Template> templates, Map<String, Use> uses, Map<String, String> ids) {
    this.templates = templates;
    this.uses = uses;
    this.ids = ids;
  }

  /**
   * The hall's own templates.
   *
   * @param ids what the account calls each of them, as JSON
   * @throws IllegalArgumentException where the ids are not JSON, name no template, or leave out the
   *     one for every notice
   */
  static MessageTemplates ofTheHall(String ids) {
    try (InputStream file = MessageTemplates.class.getResourceAsStream("/text-messages.json")) {
      return read(new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), ids);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Templates as data.
   *
   * @throws IllegalArgumentException where the data is anything else than is described above
   */
  static MessageTemplates read(String json, String ids) {
    JsonNode data = tree(json);
    Map<String, Template> templates = new HashMap<>();
    data.required("templates")
        .properties()
        .forEach(each -> templates.put(each.getKey(), template(each.getValue())));
    Map<String, Use> uses = new HashMap<>();
    data.required("notices")
        .properties()
        .forEach(each -> uses.put(name(each.getKey()), use(each.getValue(), templates)));
    Map<String, String> known = new HashMap<>();
    tree(ids)
        .properties()
        .forEach(each -> known.put(existing(each.getKey(), templates), each.getValue().asText()));
    if (!uses.containsKey(ANY) || !known.containsKey(uses.get(ANY).template())) {
      throw new IllegalArgumentException("no text message for a notice that is not named");
    }
    return new MessageTemplates(templates, uses, known);
  }

  /** A notice in its template, or in the one for every notice; empty when neither can tell it. */
  Optional<Filled> fill(Notice notice) {
    Map<String, Text> facts = facts(notice);
    return Optional.ofNullable(uses.get(notice.name().name()))
        .flatMap(use -> filled(use, facts))
        .or(() -> filled(uses.get(ANY), facts));
  }

  private Optional<Filled> filled(Use use, Map<String, Text> facts) {
    Template template = templates.get(use.template());
    Optional<String> id = Optional.ofNullable(ids.get(use.template()));
    List<String> values = new ArrayList<>();
    for (int i = 0; i < use.facts().size(); i++) {
      String value =
          Optional.ofNullable(facts.get(use.facts().get(i)))
              .map(text -> clean(text.in(template.language())))
              .orElse("");
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(cut(value, template.lengths().get(i)));
    }
    return id.map(known -> new Filled(known, values));
  }

  private static Map<String, Text> facts(Notice notice) {
    Map<String, Text> facts = new HashMap<>(notice.facts());
    facts.put("heading", notice.title());
    facts.put("at", banshi.notices.Minute.of(notice.at()));
    return facts;
  }

  /** Without line ends, and without the brackets that only a signature may stand in. */
  private static String clean(String value) {
    return value.replaceAll("\\p{Cntrl}+", " ").replace('【', '[').replace('】', ']').strip();
  }

  /** No longer than a place takes, and never within what people take for one character. */
  static String cut(String value, int most) {
    if (value.length() <= most) {
      return value;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(value);
    int room = most - ELLIPSIS.length();
    int end = characters.isBoundary(room) ? room : characters.preceding(room);
    return value.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  private static JsonNode tree(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("the text messages are not JSON");
    }
  }

  private static String name(String key) {
    return key.equals(ANY) ? ANY : NoticeName.valueOf(key).name();
  }

  private static String existing(String name, Map<String, Template> templates) {
    if (!templates.containsKey(name)) {
      throw new IllegalArgumentException("no text message " + name);
    }
    return name;
  }

  private static Template template(JsonNode node) {
    String text = node.required("text").asText();
    List<Integer> lengths = new ArrayList<>();
    node.required("lengths").forEach(length -> lengths.add(length.asInt()));
    for (int i = 1; i <= lengths.size() + 1; i++) {
      if (text.contains("{" + i + "}") != i <= lengths.size()) {
        throw new IllegalArgumentException("a text message without a length for each place");
      }
    }
    return new Template(
        text,
        lengths,
        switch (node.path("lang").asText("zh_CN")) {
          case "zh_CN" -> Language.ZH_CN;
          case "en_US" -> Language.EN;
          default -> throw new IllegalArgumentException("a text message in no language of ours");
        });
  }

  private static Use use(JsonNode node, Map<String, Template> templates) {
    String template = existing(node.required("template").asText(), templates);
    List<String> facts = new ArrayList<>();
    node.required("facts").forEach(fact -> facts.add(fact.asText()));
    if (facts.size() != templates.get(template).lengths().size()) {
      throw new IllegalArgumentException("a notice without a fact for each place of " + template);
    }
    return new Use(template, facts);
  }

  /** Every template, by its name. */
  Map<String, Template> templates() {
    return Map.copyOf(templates);
  }

  /** The template that tells a notice by its name. */
  Use use(NoticeName name) {
    return uses.getOrDefault(name.name(), uses.get(ANY));
  }

  /** Whether every notice has a fact, whatever caused it. */
  static boolean isGiven(String fact) {
    return GIVEN.contains(fact);
  }
}
