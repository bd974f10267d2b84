package banshi.local.dev;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The API documents (OpenAPI 3.1) that the functions' builds left, as one. Tags, paths, their
 * methods and components come in the order of their names, so that one build's document is like the
 * next one's.
 */
public final class ApiDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where a function's document lies, seen from its zip file. */
  private static final Path BESIDE_THE_ZIP = Path.of("openapi", "openapi.json");

  /** Where the recorded examples lie, seen from the folder that holds the project's top pom. */
  public static final Path EXAMPLES = Path.of("docs", "api", "examples");

  /** By the names of the functions' folders, such as {@code Intake}. */
  private final SortedMap<String, Path> documents = new TreeMap<>();

  private final ApiExamples examples;

  private ApiDocuments(Path examples) {
    this.examples = new ApiExamples(examples);
  }

  /**
   * Those beside zip files; a function without one, as without endpoints, has no part.
   *
   * @param packages the functions' zip files, in their modules' target folders
   * @param root the folder that holds the project's top pom
   */
  static ApiDocuments beside(Collection<Path> packages, Path root) {
    ApiDocuments found = new ApiDocuments(root.resolve(EXAMPLES));
    packages.forEach(zip -> found.add(zip.toAbsolutePath().getParent()));
    return found;
  }

  /**
   * Those of every function of the project.
   *
   * @param root the folder that holds the project's top pom
   * @throws IllegalStateException when a function with a document has not been packaged
   */
  public static ApiDocuments built(Path root) throws IOException {
    ApiDocuments found = new ApiDocuments(root.resolve(EXAMPLES));
    try (Stream<Path> modules = Files.list(root.resolve("functions"))) {
      for (Path module : modules.filter(Files::isDirectory).toList()) {
        Path target = module.resolve("target");
        if (!Files.exists(target.resolve("function.zip"))) {
          throw new IllegalStateException(module + " has not been packaged");
        }
        found.add(target.toAbsolutePath());
      }
    }
    return found;
  }

  private void add(Path target) {
    String module = target.getName(target.getNameCount() - 2).toString();
    documents.put(capitalized(module), target.resolve(BESIDE_THE_ZIP));
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /**
   * The joined document.
   *
   * @throws IllegalStateException when two functions have the same operation
   */
  public ObjectNode joined() throws IOException {
    ObjectNode joined = withoutExamples();
    examples.addTo(joined.path("paths"));
    return joined;
  }

  /** The joined document, of which nothing is shown. */
  ObjectNode withoutExamples() throws IOException {
    SortedMap<String, ObjectNode> parts = new TreeMap<>();
    for (Map.Entry<String, Path> document : documents.entrySet()) {
      if (Files.exists(document.getValue())
          && JSON.readTree(document.getValue().toFile()) instanceof ObjectNode part) {
        parts.put(document.getKey(), part);
      }
    }
    ObjectNode joined = JSON.createObjectNode();
    joined.put("openapi", "3.1.0");
    // They all say the same of themselves: it is the settings of the module they share.
    ObjectNode info = joined.putObject("info");
    parts.values().stream()
        .map(part -> part.path("info"))
        .filter(JsonNode::isObject)
        .findFirst()
        .ifPresent(
            said -> said.properties().forEach(each -> info.set(each.getKey(), each.getValue())));
    ApiFrame.whose(info);
    ApiFrame.servers(joined.putArray("servers"));
    joined.putArray("tags").addAll(byName(parts.values(), "tags").values());
    ApiComponents components = new ApiComponents(parts);
    SortedMap<String, JsonNode> paths = new TreeMap<>();
    parts.forEach(
        (function, part) ->
            part.path("paths")
                .properties()
                .forEach(
                    path -> {
                      if (paths.put(path.getKey(), inOrder(path.getValue())) != null) {
                        throw new IllegalStateException(path.getKey() + " is of two functions");
                      }
                    }));
    joined.putObject("paths").setAll(paths);
    joined.set("components", components.neededBy(joined.path("paths")));
    return joined;
  }

  private static JsonNode inOrder(JsonNode methods) {
    SortedMap<String, JsonNode> byName = new TreeMap<>();
    methods.properties().forEach(method -> byName.put(method.getKey(), method.getValue()));
    return JSON.createObjectNode().setAll(byName);
  }

  private static SortedMap<String, JsonNode> byName(Collection<ObjectNode> parts, String list) {
    SortedMap<String, JsonNode> named = new TreeMap<>();
    for (ObjectNode part : parts) {
      part.path(list).forEach(each -> named.putIfAbsent(each.path("name").asText(), each));
    }
    return named;
  }

  /** A document as it is committed: indented, with a newline at its end. */
  public static byte[] text(JsonNode document) throws IOException {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indent);
    printer.indentObjectsWith(indent);
    String text = JSON.writer(printer).writeValueAsString(document) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The joined document for whoever reads it at the address that it describes. */
  byte[] served() throws IOException {
    ObjectNode joined = joined();
    joined.putArray("servers").addObject().put("url", "/");
    return JSON.writeValueAsBytes(joined);
  }
}
