package banshi.deploy;

import java.nio.file.Path;

/**
 * Where things are on this machine.
 *
 * @param root the folder that holds the project's top pom
 * @param calledFrom the folder that somebody stands in, which their paths are relative to
 * @param template the template to deploy
 */
record Rooms(Path root, Path calledFrom, Path template) {

  /** The rooms of the project. */
  static Rooms of(Path root, Path calledFrom) {
    return new Rooms(root, calledFrom, root.resolve("infra/template.yaml"));
  }

  /** A path as it was typed. */
  Path from(String typed) {
    return calledFrom.resolve(typed).normalize();
  }
}
