package banshi.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a call of {@code Ref}, {@code Fn::GetAtt} or {@code Fn::Sub} names: a parameter, a resource,
 * or an attribute of one.
 *
 * @param attribute empty where the parameter or resource itself is meant
 */
record Named(String name, Optional<String> attribute) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)}");

  /** All that a call names; nothing for a call of another function. */
  static List<Named> by(Yaml.Call call) {
    List<Node> given = Yaml.children(call.argument());
    String first = given.isEmpty() ? Yaml.text(call.argument()) : Yaml.text(given.getFirst());
    return switch (call.function()) {
      case "Ref" -> List.of(new Named(first, Optional.empty()));
      case "Fn::GetAtt" ->
          List.of(
              given.isEmpty()
                  ? attribute(first)
                  : new Named(first, Optional.of(Yaml.text(given.getLast()))));
      case "Fn::Sub" -> {
        Set<String> own = given.isEmpty() ? Set.of() : Yaml.members(given.getLast()).keySet();
        yield PLACEHOLDER
            .matcher(first)
            .results()
            .map(found -> found.group(1))
            .filter(name -> !own.contains(name))
            .map(name -> name.contains(".") ? attribute(name) : new Named(name, Optional.empty()))
            .toList();
      }
      default -> List.of();
    };
  }

  private static Named attribute(String dotted) {
    int dot = dotted.indexOf('.');
    return dot < 0
        ? new Named(dotted, Optional.of(""))
        : new Named(dotted.substring(0, dot), Optional.of(dotted.substring(dot + 1)));
  }
}
