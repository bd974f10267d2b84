package banshi.deploy.parameter;

import banshi.deploy.console.Stopped;
import banshi.local.dev.LocalKeys;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The keys of a deployment in its parameters file. A new key for personal data comes in two steps,
 * with a deployment after each: first every function can open it, then it is used.
 */
public final class KeyFile {
  private static final String FIELDS = "FieldKeys";
  private static final String INDEX = "IndexKey";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path file;

  /** The parameters file; whether it is there shows when it is used. */
  public KeyFile(Path file) {
    this.file = file;
  }

  /**
   * Puts fresh keys into the file, and leaves all else in it alone. Keys in it are not replaced.
   */
  public void make() throws IOException {
    ParameterFile parameters = ParameterFile.readOrEmpty(file);
    if (parameters.has(FIELDS) || parameters.has(INDEX)) {
      throw new Stopped(
          file + " 已有密钥，不会覆盖；增加新密钥用 --add",
          file + " holds keys already; they are not replaced. To add one, say --add.");
    }
    LocalKeys keys = LocalKeys.generate();
    parameters.put(FIELDS, keys.fields());
    parameters.put(INDEX, keys.index());
    parameters.write();
  }

  /** Adds a key for personal data that is opened but not yet used. */
  public void add() throws IOException {
    ParameterFile parameters = ParameterFile.read(file);
    ObjectNode keyset = keyset(parameters);
    JsonNode fresh = read(LocalKeys.generate().fields()).path("key").path(0);
    ArrayNode keys = (ArrayNode) keyset.path("key");
    for (JsonNode key : keys) {
      if (key.path("keyId").equals(fresh.path("keyId"))) {
        throw new Stopped("密钥编号重复，请重来", "The new key has another one's number; run this again.");
      }
    }
    keys.add(fresh);
    parameters.put(FIELDS, keyset.toString());
    parameters.write();
  }

  /** Has the key that was added last used from now on; the others still open what they closed. */
  public void promote() throws IOException {
    ParameterFile parameters = ParameterFile.read(file);
    ObjectNode keyset = keyset(parameters);
    JsonNode last = keyset.path("key").path(keyset.path("key").size() - 1).path("keyId");
    if (last.equals(keyset.path("primaryKeyId"))) {
      throw new Stopped(
          "最新的密钥已在使用；先用 --add 增加", "The newest key is in use already; add one with --add first.");
    }
    keyset.set("primaryKeyId", last);
    parameters.put(FIELDS, keyset.toString());
    parameters.write();
  }

  private ObjectNode keyset(ParameterFile parameters) {
    if (parameters.has(FIELDS)
        && read(parameters.values().get(FIELDS)) instanceof ObjectNode keyset
        && keyset.path("key") instanceof ArrayNode keys
        && !keys.isEmpty()) {
      return keyset;
    }
    throw new Stopped(file + " 中没有 FieldKeys 密钥集", file + " holds no keyset FieldKeys.");
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new Stopped("FieldKeys 不是 Tink 密钥集", "FieldKeys is no Tink keyset.");
    }
  }
}
