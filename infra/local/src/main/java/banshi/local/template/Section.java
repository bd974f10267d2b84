package banshi.local.template;

import banshi.local.template.Value.Fields;
import banshi.local.template.Value.Items;
import banshi.local.template.Value.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Named members of which each must be asked for: {@link #end} makes a fault of every one that was
 * not. A missing or malformed member is a fault too, and something harmless is given in its place
 * so that reading goes on to the next.
 */
final class Section {
  private final Fields fields;
  private final Faults faults;
  private final Set<String> asked = new HashSet<>();

  Section(Fields fields, Faults faults) {
    this.fields = fields;
    this.faults = faults;
  }

  Place place() {
    return fields.place();
  }

  Set<String> names() {
    return fields.members().sequencedKeySet();
  }

  /** This section with what it does not say itself taken from another. */
  Section under(Fields shared) {
    return new Section(FunctionReader.join(shared, fields), faults);
  }

  Optional<Value> value(String name) {
    asked.add(name);
    return Optional.ofNullable(fields.members().get(name));
  }

  String text(String name) {
    return optionalText(name).orElseGet(() -> missing(name, ""));
  }

  Optional<String> optionalText(String name) {
    return value(name)
        .flatMap(
            value -> {
              if (value instanceof Scalar scalar) {
                return Optional.of(scalar.text());
              }
              faults.add(value.place(), "should be a text");
              return Optional.empty();
            });
  }

  /** One of a few words; any other is a fault, and so is its absence. */
  String oneOf(String name, String... known) {
    String word = text(name);
    if (!word.isEmpty() && !List.of(known).contains(word)) {
      faults.add(
          value(name).orElseThrow().place(), word + " is not understood; known: " + List.of(known));
    }
    return word;
  }

  int number(String name, int least, int most) {
    String text = text(name);
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    if (!text.isEmpty()) {
      faults.add(
          value(name).orElseThrow().place(), "should be a number of " + least + " to " + most);
    }
    return least;
  }

  boolean flag(String name, boolean whenMissing) {
    Optional<String> text = optionalText(name);
    if (text.isEmpty()) {
      return whenMissing;
    }
    if (!text.get().matches("true|false")) {
      faults.add(value(name).orElseThrow().place(), "should be true or false");
    }
    return text.get().equals("true");
  }

  Section section(String name) {
    return optionalSection(name)
        .orElseGet(
            () -> missing(name, new Section(new Fields(place(), new LinkedHashMap<>()), faults)));
  }

  Optional<Section> optionalSection(String name) {
    return value(name).flatMap(this::asSection);
  }

  /** The members of a list of sections; none when it is absent. */
  List<Section> sections(String name) {
    return items(name).stream().flatMap(value -> asSection(value).stream()).toList();
  }

  /** A list of texts, or a single one; none when it is absent. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Value value : items(name)) {
      if (value instanceof Scalar scalar) {
        texts.add(scalar.text());
      } else {
        faults.add(value.place(), "should be a text");
      }
    }
    return texts;
  }

  /** Members that are understood and have no effect on this machine. */
  void withoutEffect(String... names) {
    asked.addAll(List.of(names));
  }

  void fault(String name, String what) {
    faults.add(
        Optional.ofNullable(fields.members().get(name)).map(Value::place).orElse(place()), what);
  }

  void end() {
    fields
        .members()
        .forEach(
            (name, value) -> {
              if (!asked.contains(name)) {
                faults.add(value.place(), "is not understood by the local cloud");
              }
            });
  }

  private List<Value> items(String name) {
    return switch (value(name)) {
      case Optional<Value> value when value.isEmpty() -> List.of();
      case Optional<Value> value when value.get() instanceof Items items -> items.values();
      case Optional<Value> value -> List.of(value.get());
    };
  }

  private Optional<Section> asSection(Value value) {
    if (value instanceof Fields members) {
      return Optional.of(new Section(members, faults));
    }
    faults.add(value.place(), "should have named members");
    return Optional.empty();
  }

  private <T> T missing(String name, T instead) {
    faults.add(place(), name + " is missing");
    return instead;
  }
}
