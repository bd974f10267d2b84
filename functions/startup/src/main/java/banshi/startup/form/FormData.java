package banshi.startup.form;

import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * What the form may choose from, and bounds of our own: {@code forms.json}.
 *
 * @param smallUpTo most shareholders of a company that counts as small (股东人数较少): the law gives no
 *     number, this one is ours
 * @param mostCapital greatest capital taken here, in yuan, our own bound
 * @param scope the items of the business scope by code
 * @param streets the streets and towns whose names are known, by code
 * @param streetCode what the code of any other looks like
 */
record FormData(
    int smallUpTo,
    BigDecimal mostCapital,
    SequencedMap<String, ScopeItem> scope,
    Map<String, Street> streets,
    Pattern streetCode) {

  private static final class Published {
    static final FormData DATA = load();

    private static FormData load() {
      try (InputStream file = FormData.class.getResourceAsStream("/forms.json")) {
        return read(new JsonMapper().readTree(file));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** The data that this build holds. */
  static FormData published() {
    return Published.DATA;
  }

  /**
   * Data from a file.
   *
   * @throws IllegalArgumentException where something is missing or a code stands twice
   */
  static FormData read(JsonNode root) {
    SequencedMap<String, ScopeItem> scope = new LinkedHashMap<>();
    for (JsonNode node : root.required("scope")) {
      ScopeItem item = item(node);
      if (scope.put(item.code(), item) != null) {
        throw new IllegalArgumentException("twice: " + item.code());
      }
    }
    Map<String, Street> streets = new LinkedHashMap<>();
    for (JsonNode node : root.required("streets")) {
      String code = string(node, "code");
      streets.put(code, new Street(code, Optional.of(string(node, "name"))));
    }
    return new FormData(
        root.required("smallCompanyUpToShareholders").intValue(),
        new BigDecimal(string(root, "mostCapital")),
        scope,
        streets,
        Pattern.compile(string(root, "streetCode")));
  }

  private static ScopeItem item(JsonNode node) {
    return new ScopeItem(
        string(node, "code"),
        text(node),
        Optional.ofNullable(node.get("licence")).map(FormData::text),
        Optional.ofNullable(node.get("matter")).map(JsonNode::textValue));
  }

  private static Text text(JsonNode node) {
    return new Text(string(node, "zh"), string(node, "en"));
  }

  private static String string(JsonNode node, String name) {
    return node.required(name).textValue();
  }

  /** The street that a code or a name means. */
  Optional<Street> street(String codeOrName) {
    String given = codeOrName.strip();
    return Optional.ofNullable(streets.get(given))
        .or(
            () ->
                streets.values().stream()
                    .filter(street -> street.name().filter(given::equals).isPresent())
                    .findFirst())
        .or(
            () ->
                streetCode.matcher(given).matches()
                    ? Optional.of(new Street(given, Optional.empty()))
                    : Optional.empty());
  }

  /** The item that {@code code} means. */
  Optional<ScopeItem> item(String code) {
    return Optional.ofNullable(scope.get(code));
  }

  List<ScopeItem> items() {
    return List.copyOf(scope.values());
  }
}
