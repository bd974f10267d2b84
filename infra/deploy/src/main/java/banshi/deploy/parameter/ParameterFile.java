package banshi.deploy.parameter;

import banshi.deploy.console.Stopped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A file of parameters: one JSON object, a member for each. A value is a text, a number or a truth
 * value; a JSON document (such as a key set) may stand as it is.
 */
public final class ParameterFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final Path file;
  private final ObjectNode members;

  private ParameterFile(Path file, ObjectNode members) {
    this.file = file;
    this.members = members;
  }

  /**
   * Reads a file.
   *
   * @throws Stopped when it is not there or no JSON object; the message quotes none of it
   */
  public static ParameterFile read(Path file) {
    try {
      if (JSON.readTree(Files.readString(file)) instanceof ObjectNode members) {
        return new ParameterFile(file, members);
      }
    } catch (JsonProcessingException e) {
      throw new Stopped(
          "参数文件 " + file + " 不是有效的 JSON",
          file + " is not JSON, at line " + e.getLocation().getLineNr());
    } catch (IOException e) {
      throw new Stopped("无法读取参数文件 " + file, "The parameters file cannot be read: " + file);
    }
    throw new Stopped(
        "参数文件 " + file + " 应为一个 JSON 对象",
        file + " should be one JSON object: {\"Name\": \"value\"}");
  }

  /** The file as it is, or an empty one that is yet to be written. */
  static ParameterFile readOrEmpty(Path file) {
    return Files.exists(file)
        ? read(file)
        : new ParameterFile(file, JsonNodeFactory.instance.objectNode());
  }

  /** The values by name. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    members
        .properties()
        .forEach(each -> values.put(each.getKey(), text(each.getKey(), each.getValue())));
    return values;
  }

  private String text(String name, JsonNode value) {
    if (value.isNull()) {
      throw new Stopped(
          file + "：" + name + " 没有值；不设置就删去它",
          file + ": " + name + " is null; leave it out to leave it as it is");
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  /** Whether others on this machine may read it. */
  public boolean openToOthers() {
    try {
      if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        return false;
      }
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      return permissions.contains(PosixFilePermission.GROUP_READ)
          || permissions.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException e) {
      return false;
    }
  }

  boolean has(String name) {
    return members.has(name);
  }

  void put(String name, String value) {
    members.put(name, value);
  }

  /** Writes it whole or not at all, readable by its owner only. */
  void write() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path fresh =
        posix
            ? Files.createTempFile(
                folder,
                ".parameters-",
                ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder, ".parameters-", ".json");
    Files.writeString(
        fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(members) + "\n");
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
