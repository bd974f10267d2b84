package banshi.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** What resource-types.yaml knows; its head says how it is written. */
final class Types {
  /**
   * @param attributes what {@code Fn::GetAtt} may ask for
   * @param parts the properties of what is nested, by the part's name
   */
  record Type(
      List<String> attributes,
      Map<String, String> properties,
      Map<String, Map<String, String>> parts) {}

  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> common = new LinkedHashMap<>();

  private Types(Node root) {
    Yaml.members(root)
        .forEach(
            (name, node) -> {
              if (name.equals("common")) {
                Yaml.members(node).forEach((part, kinds) -> common.put(part, texts(kinds)));
              } else {
                types.put(name, type(node));
              }
            });
  }

  static Types known() {
    try (InputStream file = Types.class.getResourceAsStream("/resource-types.yaml")) {
      return new Types(Yaml.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Type type(Node node) {
    Map<String, Map<String, String>> parts = new LinkedHashMap<>();
    Yaml.at(node, "parts")
        .ifPresent(all -> Yaml.members(all).forEach((name, part) -> parts.put(name, texts(part))));
    return new Type(
        Yaml.at(node, "attributes").map(Yaml::children).orElse(List.of()).stream()
            .map(Yaml::text)
            .toList(),
        Yaml.at(node, "properties").map(Types::texts).orElse(Map.of()),
        parts);
  }

  private static Map<String, String> texts(Node node) {
    Map<String, String> texts = new LinkedHashMap<>();
    Yaml.members(node).forEach((name, value) -> texts.put(name, Yaml.text(value)));
    return texts;
  }

  Optional<Type> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** The properties that a kind like {@code .Name} or {@code /Name} stands for. */
  Map<String, String> part(Type type, String kind) {
    Map<String, String> part =
        (kind.startsWith("/") ? common : type.parts()).get(kind.substring(1));
    if (part == null) {
      throw new IllegalStateException("resource-types.yaml has no part " + kind);
    }
    return part;
  }
}
