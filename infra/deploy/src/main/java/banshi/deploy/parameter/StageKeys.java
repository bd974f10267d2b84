package banshi.deploy.parameter;

import banshi.deploy.console.Stopped;
import banshi.local.dev.LocalKeys;
import banshi.local.dev.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a stage for testing, made up when it is first deployed and kept on this machine. */
public final class StageKeys {
  private final Path folder;

  /**
   * @param root the project's folder
   * @param stack the stack that the keys are for
   */
  public StageKeys(Path root, String stack) {
    this.folder = root.resolve(".banshi/stages").resolve(stack).resolve("keys");
  }

  /** Where they are kept. */
  public Path folder() {
    return folder;
  }

  /** Whether this machine has them. */
  public boolean present() {
    return LocalKeys.areIn(folder);
  }

  /** What a stage for testing brings along; keys are made up when there are none yet. */
  public Map<String, String> settings() {
    LocalKeys keys = keys();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("DeletionProtection", "false");
    settings.put("TokenIssuer", Tokens.ISSUER);
    settings.put("TokenKeys", tokens(keys).keySet());
    settings.put("FieldKeys", keys.fields());
    settings.put("IndexKey", keys.index());
    return settings;
  }

  /** Signs tokens that the stage accepts. */
  public Tokens tokens() {
    return tokens(keys());
  }

  private static Tokens tokens(LocalKeys keys) {
    return new Tokens(keys.tokens(), InstantSource.system());
  }

  private LocalKeys keys() {
    try {
      return LocalKeys.keptIn(folder);
    } catch (IOException e) {
      throw new Stopped("无法读写密钥 " + folder, "The keys cannot be kept or read: " + e.getMessage());
    }
  }
}
