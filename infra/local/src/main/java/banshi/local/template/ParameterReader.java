package banshi.local.template;

import banshi.local.template.Value.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the declarations of parameters and holds the values against them. */
final class ParameterReader {
  private final Faults faults;

  ParameterReader(Faults faults) {
    this.faults = faults;
  }

  Map<String, String> read(Optional<Node> declarations, Map<String, String> supplied) {
    Map<String, String> values = new HashMap<>();
    if (declarations.isPresent() && declarations.get() instanceof MappingNode mapping) {
      Place place = new Place(YamlSource.line(mapping), "Parameters");
      Intrinsics none =
          new Intrinsics(new Scope(Map.of(), Map.of(), name -> Optional.empty(), Map.of()), faults);
      YamlSource.members(mapping, place, faults)
          .forEach(
              (name, node) ->
                  none.resolve(node, place.at(YamlSource.line(node), name))
                      .ifPresent(
                          value -> {
                            if (value instanceof Fields fields) {
                              Section declaration = new Section(fields, faults);
                              values.put(name, value(name, declaration, supplied));
                              declaration.end();
                            } else {
                              faults.add(value.place(), "should have named members");
                            }
                          }));
    }
    return values;
  }

  private String value(String name, Section declaration, Map<String, String> supplied) {
    declaration.withoutEffect("Description", "ConstraintDescription");
    boolean secret = declaration.flag("NoEcho", false);
    String type = declaration.oneOf("Type", "String", "Number");
    Optional<String> defaultValue = declaration.optionalText("Default");
    Optional<String> pattern = declaration.optionalText("AllowedPattern");
    List<String> allowed = declaration.texts("AllowedValues");
    int least =
        declaration.value("MinLength").isPresent() ? declaration.number("MinLength", 0, 4096) : 0;
    int most =
        declaration.value("MaxLength").isPresent()
            ? declaration.number("MaxLength", 0, 4096)
            : 4096;

    Optional<String> given = Optional.ofNullable(supplied.get(name)).or(() -> defaultValue);
    if (given.isEmpty()) {
      faults.add(declaration.place(), "has neither a value nor a default");
      return "";
    }
    String value = given.get();
    String shown = secret ? "the value" : "the value \"" + value + "\"";
    if (type.equals("Number") && !value.matches("-?[0-9]+(\\.[0-9]+)?")) {
      faults.add(declaration.place(), shown + " is not a number");
    }
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      faults.add(declaration.place(), shown + " is not one of " + allowed);
    }
    if (value.length() < least || value.length() > most) {
      faults.add(declaration.place(), shown + " is shorter or longer than it may be");
    }
    try {
      if (pattern.isPresent() && !Pattern.compile(pattern.get()).matcher(value).matches()) {
        faults.add(declaration.place(), shown + " does not fit " + pattern.get());
      }
    } catch (PatternSyntaxException e) {
      declaration.fault("AllowedPattern", "is not a regular expression");
    }
    return value;
  }
}
