package banshi.catalogue.build;

import banshi.catalogue.SummaryIndex;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is read at run time: an index for lists, and one file per version for the rest. */
final class Output {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Output() {}

  /** All files, by path. The same sources give the same bytes. */
  static Map<String, String> files(
      List<JsonNode> departments,
      Map<String, List<MatterCompiler.Compiled>> matters,
      Map<String, List<PackageCompiler.Compiled>> packages) {
    Map<String, String> files = new TreeMap<>();
    Map<String, JsonNode> names = new TreeMap<>();
    departments.forEach(each -> names.put(each.get("code").textValue(), each.get("name")));
    files.put("departments.json", json(JsonNodeFactory.instance.arrayNode().addAll(departments)));
    Map<String, String> words = new TreeMap<>();
    matters.forEach(
        (code, versions) ->
            words.put(
                code,
                versions.stream()
                    .map(each -> searched(each.json()))
                    .collect(Collectors.joining(" "))));
    StringBuilder matterIndex = new StringBuilder();
    matters.forEach(
        (code, versions) ->
            versions.forEach(
                each ->
                    version(
                        files,
                        "matters/" + code,
                        each.json(),
                        matterIndex,
                        matterSummary(each.json()),
                        both(names.get(each.matter().responsible())))));
    files.put("matters/index", matterIndex.toString());
    StringBuilder packageIndex = new StringBuilder();
    packages.forEach(
        (code, versions) ->
            versions.forEach(
                each ->
                    version(
                        files,
                        "packages/" + code,
                        each.json(),
                        packageIndex,
                        packageSummary(each.json()),
                        both(names.get(each.themePackage().lead()))
                            + each.themePackage().matters().stream()
                                .map(part -> " " + words.get(part.matter()))
                                .collect(Collectors.joining()))));
    files.put("packages/index", packageIndex.toString());
    return files;
  }

  private static void version(
      Map<String, String> files,
      String folder,
      ObjectNode whole,
      StringBuilder index,
      ObjectNode summary,
      String more) {
    String searched = searched(whole);
    whole.remove("keywords");
    String from = whole.get("validFrom").textValue();
    String to = whole.path("validTo").asText(SummaryIndex.NO_END);
    files.put(folder + "/" + from + ".json", json(whole));
    files.merge(folder + "/versions", from + " " + to + "\n", String::concat);
    index.append(
        SummaryIndex.line(
            whole.get("code").textValue(),
            from,
            to,
            String.join(
                " ", searched, whole.path("responsible").asText(whole.path("lead").asText()), more),
            json(summary)));
  }

  /** By which words a matter or package is found, besides its department's. */
  private static String searched(ObjectNode whole) {
    return String.join(
        " ",
        whole.get("code").textValue(),
        whole.path("basicCode").asText(),
        both(whole.get("name")),
        whole
            .path("keywords")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.joining(" ")));
  }

  private static ObjectNode matterSummary(ObjectNode whole) {
    ObjectNode summary =
        whole
            .deepCopy()
            .retain(
                "code",
                "validFrom",
                "validTo",
                "name",
                "type",
                "responsible",
                "statutory",
                "promised",
                "online");
    summary.put("visits", whole.get("visits").get("count").intValue());
    summary.put("charged", whole.get("fee").get("charged").booleanValue());
    withoutExplanations(summary);
    return summary;
  }

  private static ObjectNode packageSummary(ObjectNode whole) {
    ObjectNode summary =
        whole
            .deepCopy()
            .retain(
                "code", "validFrom", "validTo", "name", "summary", "lead", "statutory", "promised");
    withoutExplanations(summary);
    return summary;
  }

  private static void withoutExplanations(ObjectNode summary) {
    ((ObjectNode) summary.get("statutory")).remove("explanation");
    ((ObjectNode) summary.get("promised")).remove("explanation");
  }

  private static String both(JsonNode text) {
    return text.get("zh").textValue() + " " + text.get("en").textValue();
  }

  private static String json(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Writes the files; what was in {@code target} before is gone. */
  static void replace(Path target, Map<String, String> files) throws IOException {
    if (Files.isDirectory(target)) {
      try (Stream<Path> old = Files.walk(target)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
