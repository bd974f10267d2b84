package banshi.local.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the API document of all functions to {@code docs/api/openapi.json}; with the argument
 * {@code release} also makes it the one that front ends may rely on.
 */
public final class ApiDocumentCommand {
  /** Where the document is kept, seen from the folder that holds the project's top pom. */
  public static final Path COMMITTED = Path.of("docs", "api", "openapi.json");

  /** Where the document is kept that later ones are compared with. */
  public static final Path RELEASED = Path.of("docs", "api", "released.json");

  private ApiDocumentCommand() {}

  /** The functions must have been packaged. Ends with 1 when a release is refused. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(System.getProperty("banshi.root", "")).toAbsolutePath();
    try {
      run(root, List.of(arguments));
    } catch (IllegalStateException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  /**
   * Does what the arguments say.
   *
   * @throws IllegalStateException when a function has not been packaged, or when another document
   *     than this has been released with its version
   */
  static void run(Path root, List<String> arguments) throws IOException {
    Path document = root.resolve(COMMITTED);
    Files.createDirectories(document.getParent());
    ApiDocuments built = ApiDocuments.built(root);
    Files.write(document, ApiDocuments.text(built.joined()));
    if (arguments.contains("release")) {
      release(built.withoutExamples(), root.resolve(RELEASED));
    }
  }

  private static void release(JsonNode document, Path released) throws IOException {
    if (Files.exists(released)) {
      JsonNode before = new ObjectMapper().readTree(released.toFile());
      if (!before.equals(document) && version(before).equals(version(document))) {
        throw new IllegalStateException(
            ("版本 %s 已发布，请先提高 info-version · Version %s has been released:"
                    + " raise info-version first (docs/api/README.md)")
                .formatted(version(before), version(before)));
      }
    }
    Files.write(released, ApiDocuments.text(document));
  }

  private static String version(JsonNode document) {
    return document.at("/info/version").asText();
  }
}
