package banshi.startup.names;

import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The words that names are made of and may not be made of: {@code names.json}.
 *
 * @param registries who takes names
 * @param industries what names may state
 * @param endings the words for each form, the usual one first
 * @param formWords words for a form of organisation, which no trade name has in it
 * @param nationalWords words that need the approval of the State Council
 * @param divisions names of divisions, whole and short, that have no other meaning
 * @param prohibited the words of each prohibition that software can judge by words
 * @param longest most characters of a trade name, our own bound
 */
record Vocabulary(
    List<Registry> registries,
    List<Industry> industries,
    Map<OrganisationForm, List<String>> endings,
    List<String> formWords,
    List<String> nationalWords,
    Set<String> divisions,
    Map<NameFault, List<String>> prohibited,
    int longest) {

  Vocabulary {
    if (endings.size() != OrganisationForm.values().length) {
      throw new IllegalArgumentException("a form without words");
    }
    Set<String> known = new HashSet<>();
    for (Industry industry : industries) {
      for (String word : industry.words()) {
        if (!known.add(word)) {
          throw new IllegalArgumentException("in two industries: " + word);
        }
      }
    }
  }

  private static final class Published {
    static final Vocabulary WORDS = load();

    private static Vocabulary load() {
      try (InputStream file = Vocabulary.class.getResourceAsStream("/names.json")) {
        return read(new JsonMapper().readTree(file));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** The words that this build holds. */
  static Vocabulary published() {
    return Published.WORDS;
  }

  /**
   * Words as data.
   *
   * @throws IllegalArgumentException where something is missing, or a word is in two industries
   */
  static Vocabulary read(JsonNode root) {
    Map<OrganisationForm, List<String>> endings = new EnumMap<>(OrganisationForm.class);
    root.required("endings")
        .properties()
        .forEach(
            form -> endings.put(OrganisationForm.valueOf(form.getKey()), strings(form.getValue())));
    Map<NameFault, List<String>> prohibited = new EnumMap<>(NameFault.class);
    root.required("prohibited")
        .properties()
        .forEach(
            kind -> prohibited.put(NameFault.valueOf(kind.getKey()), strings(kind.getValue())));
    return new Vocabulary(
        list(root.required("registries"), Vocabulary::registry),
        list(root.required("industries"), Vocabulary::industry),
        endings,
        strings(root.required("formWords")),
        strings(root.required("nationalWords")),
        divisions(root.required("divisions")),
        prohibited,
        root.required("longestTradeName").intValue());
  }

  private static Registry registry(JsonNode node) {
    return new Registry(
        node.required("code").textValue(),
        node.required("name").textValue(),
        Set.copyOf(strings(node.required("bare"))),
        LocalDate.parse(node.required("validFrom").textValue()),
        Optional.ofNullable(node.path("validTo").textValue()).map(LocalDate::parse));
  }

  private static Industry industry(JsonNode node) {
    return new Industry(
        node.required("code").textValue(),
        node.required("section").textValue(),
        new Text(node.required("zh").textValue(), node.required("en").textValue()),
        strings(node.required("others")),
        node.path("preApproval").asBoolean());
  }

  /** A division stands in the file with its kind: 沙坪坝|区 is both 沙坪坝区 and 沙坪坝. */
  private static Set<String> divisions(JsonNode node) {
    Set<String> names = new HashSet<>();
    for (String division : strings(node.required("names"))) {
      names.add(division.replace("|", ""));
      names.add(division.substring(0, division.indexOf('|')));
    }
    strings(node.required("otherMeaning")).forEach(names::remove);
    return Set.copyOf(names);
  }

  private static List<String> strings(JsonNode array) {
    return list(array, JsonNode::textValue);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).map(element).toList());
  }
}
