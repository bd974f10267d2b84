package banshi.catalogue.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The source files: which there are, and their entries. */
final class Sources {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final Set<String> SINGLE =
      Set.of("departments", "questions", "materials", "fields", "remedies");
  private static final Set<String> FOLDERS = Set.of("matters", "packages");

  private final Path root;
  private final List<Problem> problems;

  Sources(Path root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Notes every file that nothing reads, so that a misnamed one is never silently left out. */
  void checkNames() {
    for (Path file : files(root)) {
      Path relative = root.relativize(file);
      String name = relative.getFileName().toString().replaceFirst("\\.yaml\\z", "");
      boolean known =
          file.toString().endsWith(".yaml")
              && (relative.getNameCount() == 1
                  ? SINGLE.contains(name)
                  : relative.getNameCount() == 2
                      && FOLDERS.contains(relative.getName(0).toString()));
      if (!known) {
        problems.add(new Problem(slashed(relative), "", "", "is no file of the catalogue"));
      }
    }
  }

  /** The entries of the one file of definitions of that kind. */
  List<Entry> definitions(String kind) {
    return entries(root.resolve(kind + ".yaml"), kind);
  }

  /** The entries of all files in the folder of that kind. */
  List<Entry> folder(String kind) {
    return files(root.resolve(kind)).stream()
        .flatMap(file -> entries(file, kind).stream())
        .toList();
  }

  private List<Entry> entries(Path file, String kind) {
    String name = slashed(root.relativize(file));
    List<Entry> entries = new ArrayList<>();
    try {
      JsonNode tree = YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
      if (!tree.isObject() || tree.size() != 1 || !tree.path(kind).isArray()) {
        problems.add(new Problem(name, "", kind, "the file must be one list called " + kind));
        return List.of();
      }
      for (JsonNode node : tree.get(kind)) {
        entries.add(new Entry(name, label(node, entries.size()), node, problems));
      }
    } catch (JsonProcessingException malformed) {
      problems.add(
          new Problem(
              name,
              "",
              malformed.getLocation() == null ? "" : "line " + malformed.getLocation().getLineNr(),
              "not readable: " + malformed.getOriginalMessage().lines().findFirst().orElse("")));
    } catch (IOException unreadable) {
      problems.add(new Problem(name, "", "", "cannot be read"));
    }
    return entries;
  }

  private static String label(JsonNode node, int index) {
    for (String key : List.of("code", "id", "name")) {
      if (node.path(key).isTextual()) {
        String from = node.path("validFrom").asText();
        return node.get(key).textValue() + (from.isEmpty() ? "" : " of " + from);
      }
    }
    return "entry " + (index + 1);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
