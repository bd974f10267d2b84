package banshi.checks;

import org.yaml.snakeyaml.nodes.Node;

/** Where something stands in the template: its line, and the names that lead to it. */
record Place(int line, String path) {
  static Place of(Node node, String path) {
    return new Place(node.getStartMark().getLine() + 1, path);
  }

  Place at(Node node, String name) {
    return of(node, path.isEmpty() ? name : path + "." + name);
  }

  String fault(String what) {
    return "infra/template.yaml:" + line + " " + path + ": " + what;
  }
}
