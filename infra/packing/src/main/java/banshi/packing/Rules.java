package banshi.packing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What packages go without, as {@code left-out.yaml} says, each with a reason.
 *
 * @param files files that nothing reads, in whichever library
 * @param unused files of one library that may be named but are never read or loaded
 * @param reachedOnly libraries that keep only the classes that are reached
 */
record Rules(List<Rule> files, List<Rule> unused, List<Rule> reachedOnly) {
  private static final String RESOURCE = "left-out.yaml";

  /**
   * One line.
   *
   * @param library {@code group:artifact}, or {@code *} for every one
   * @param pattern which files, as of {@link java.nio.file.FileSystem#getPathMatcher} with {@code
   *     glob:}
   * @param why the reason
   */
  record Rule(String library, PathMatcher files, String why) {
    static Rule of(String library, String pattern, String why) {
      return new Rule(library, FileSystems.getDefault().getPathMatcher("glob:" + pattern), why);
    }

    boolean isFor(Library candidate) {
      return library.equals("*") || !candidate.isOutside() && candidate.is(library);
    }
  }

  /** The project's own rules. */
  static Rules ours() {
    try (InputStream in = Rules.class.getResourceAsStream(RESOURCE)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rules from YAML.
   *
   * @throws IllegalArgumentException when a rule lacks its reason or anything else
   */
  static Rules read(InputStream yaml) {
    Map<String, List<Map<String, String>>> sections =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return new Rules(
        section(sections, "files"), section(sections, "unused"), section(sections, "reached-only"));
  }

  private static List<Rule> section(
      Map<String, List<Map<String, String>>> sections, String section) {
    return sections.getOrDefault(section, List.of()).stream()
        .map(
            line -> {
              boolean whole = section.equals("reached-only");
              Rule rule =
                  Rule.of(
                      section.equals("files") ? "*" : value(line, section, "library"),
                      whole ? "**" : value(line, section, "files"),
                      value(line, section, "why"));
              if (line.size() != (section.equals("unused") ? 3 : 2)) {
                throw new IllegalArgumentException(RESOURCE + ": " + section + ": " + line);
              }
              return rule;
            })
        .toList();
  }

  private static String value(Map<String, String> line, String section, String key) {
    String value = line.get(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          RESOURCE + ": a rule under '" + section + "' has no '" + key + "': " + line);
    }
    return value;
  }

  /** Whether a library keeps only what is reached. */
  boolean trims(Library library) {
    return !library.isOutside() && reachedOnly.stream().anyMatch(rule -> rule.isFor(library));
  }

  /** Whether a file of a library is left out, whatever reaches it. */
  boolean leavesOut(Library library, String file) {
    Path path = Path.of(file);
    return Stream.concat(files.stream(), unused.stream())
        .filter(rule -> rule.isFor(library))
        .anyMatch(rule -> rule.files().matches(path));
  }
}
