package banshi.local.template;

/**
 * Where in a template something stands.
 *
 * @param line from 1
 * @param path the keys that lead there, separated by dots; empty for the whole document
 */
record Place(int line, String path) {

  /** The place of a member. */
  Place at(int memberLine, String key) {
    return new Place(memberLine, path.isEmpty() ? key : path + "." + key);
  }

  /** What is wrong here, as one line for a person. */
  String fault(String what) {
    return "line " + line + ": " + (path.isEmpty() ? "" : path + ": ") + what;
  }
}
