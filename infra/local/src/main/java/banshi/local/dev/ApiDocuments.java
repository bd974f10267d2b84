package banshi.local.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The API documents that the functions' builds left, as one. */
final class ApiDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where a function's document lies, seen from its zip file. */
  private static final Path BESIDE_THE_ZIP = Path.of("openapi", "openapi.json");

  private final SequencedMap<String, Path> documents = new LinkedHashMap<>();

  /**
   * @param packages the functions' zip files by the functions' names
   */
  ApiDocuments(Map<String, Path> packages) {
    packages.forEach((name, zip) -> documents.put(name, zip.resolveSibling(BESIDE_THE_ZIP)));
  }

  /** The joined document; a function without one has no part in it. */
  byte[] joined() throws IOException {
    ObjectNode joined = JSON.createObjectNode();
    joined.put("openapi", "3.1.0");
    joined.putObject("info").put("title", "Banshi 办事").put("version", "1");
    joined.putArray("servers").addObject().put("url", "/");
    joined.putArray("tags");
    joined.putObject("paths");
    joined.putObject("components");
    for (Map.Entry<String, Path> document : documents.entrySet()) {
      if (Files.exists(document.getValue())
          && JSON.readTree(document.getValue().toFile()) instanceof ObjectNode own) {
        add(joined, own, document.getKey());
      }
    }
    return JSON.writeValueAsBytes(joined);
  }

  /** A component that another function has under the same name with other content is renamed. */
  private static void add(ObjectNode joined, ObjectNode own, String function) {
    ObjectNode components = joined.withObject("/components");
    Map<String, String> renamed = new LinkedHashMap<>();
    own.path("components")
        .properties()
        .forEach(
            section ->
                section
                    .getValue()
                    .properties()
                    .forEach(
                        component -> {
                          JsonNode there =
                              components.path(section.getKey()).path(component.getKey());
                          if (!there.isMissingNode() && !there.equals(component.getValue())) {
                            renamed.put(
                                reference(section.getKey(), component.getKey()),
                                reference(section.getKey(), function + component.getKey()));
                          }
                        }));
    pointElsewhere(own, renamed);
    own.path("components")
        .properties()
        .forEach(
            section ->
                section
                    .getValue()
                    .properties()
                    .forEach(
                        component -> {
                          String old = reference(section.getKey(), component.getKey());
                          String reference = renamed.getOrDefault(old, old);
                          String name = reference.substring(reference.lastIndexOf('/') + 1);
                          components
                              .withObject("/" + section.getKey())
                              .set(name, component.getValue());
                        }));
    own.path("paths")
        .properties()
        .forEach(path -> joined.withObject("/paths").set(path.getKey(), path.getValue()));
    ArrayNode tags = joined.withArray("/tags");
    own.path("tags").forEach(tags::add);
    if (joined.path("security").isMissingNode() && own.has("security")) {
      joined.set("security", own.get("security"));
    }
  }

  private static String reference(String section, String name) {
    return "#/components/" + section + "/" + name;
  }

  private static void pointElsewhere(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object
        && object.path("$ref").isTextual()
        && renamed.containsKey(object.path("$ref").textValue())) {
      object.put("$ref", renamed.get(object.path("$ref").textValue()));
    }
    node.forEach(child -> pointElsewhere(child, renamed));
  }
}
