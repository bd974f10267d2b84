package banshi.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a template's mappings: texts and numbers by map, top-level key and second-level key. */
final class MappingReader {
  private final Faults faults;

  MappingReader(Faults faults) {
    this.faults = faults;
  }

  Map<String, Map<String, Map<String, String>>> read(SequencedMap<String, Node> mappings) {
    Map<String, Map<String, Map<String, String>>> read = new LinkedHashMap<>();
    mappings.forEach(
        (name, map) -> {
          Place place = new Place(YamlSource.line(map), "Mappings").at(YamlSource.line(map), name);
          Map<String, Map<String, String>> keys = new LinkedHashMap<>();
          members(map, place)
              .forEach(
                  (key, node) -> keys.put(key, values(node, place.at(YamlSource.line(node), key))));
          read.put(name, keys);
        });
    return read;
  }

  private Map<String, String> values(Node node, Place place) {
    Map<String, String> values = new LinkedHashMap<>();
    members(node, place)
        .forEach(
            (key, value) -> {
              if (value instanceof ScalarNode scalar) {
                values.put(key, scalar.getValue());
              } else {
                faults.add(place.at(YamlSource.line(value), key), "should be a text");
              }
            });
    return values;
  }

  private SequencedMap<String, Node> members(Node node, Place place) {
    if (node instanceof MappingNode mapping) {
      return YamlSource.members(mapping, place, faults);
    }
    faults.add(place, "should have named members");
    return new LinkedHashMap<>();
  }
}
