package banshi.deploy.parameter;

import banshi.deploy.console.Stopped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps data readable. CloudFormation never shows a secret parameter again, so the stack carries
 * fingerprints of its keys as tags: the beginning of a SHA-256, of keys that nobody can guess. Keys
 * that are asked for must include every key that the stack has.
 */
public final class KeyPrints {
  /** The tag with a fingerprint for each key of {@code FieldKeys}. */
  public static final String FIELDS_TAG = "banshi:field-keys";

  /** The tag with the fingerprint of {@code IndexKey}. */
  public static final String INDEX_TAG = "banshi:index-key";

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int BYTES = 6;
  private static final int LONGEST_TAG = 256;

  private KeyPrints() {}

  /** The tags that a stack with these settings carries; none for keys that stay as they are. */
  public static Map<String, String> tags(Map<String, Setting> settings) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (settings.get("FieldKeys") instanceof Setting.Given(String keyset)) {
      tags.put(FIELDS_TAG, String.join(" ", ofKeyset(keyset)));
    }
    if (settings.get("IndexKey") instanceof Setting.Given(String key)) {
      tags.put(INDEX_TAG, of("index", key));
    }
    return tags;
  }

  /**
   * Refuses keys that would leave the stack's data unreadable.
   *
   * @param fresh what the stack would carry
   * @param present the tags that it carries now
   * @throws Stopped saying which key is missing, or that nothing is known of the stack's
   */
  public static void check(Map<String, String> fresh, Map<String, String> present) {
    if (fresh.containsKey(FIELDS_TAG)) {
      known("FieldKeys", FIELDS_TAG, present);
      List<String> kept = split(fresh.get(FIELDS_TAG));
      List<String> lost =
          split(present.get(FIELDS_TAG)).stream().filter(each -> !kept.contains(each)).toList();
      if (!lost.isEmpty()) {
        throw new Stopped(
            "FieldKeys 缺少该部署正在使用的密钥 " + lost + "：已存的个人信息将无法读取。密钥只能增加；确要舍弃数据请加 --replace-keys",
            "FieldKeys lacks keys that the stack uses "
                + lost
                + ": personal data would become unreadable. Add keys, never take them out; to give the"
                + " data up, say --replace-keys.");
      }
    }
    if (fresh.containsKey(INDEX_TAG)) {
      known("IndexKey", INDEX_TAG, present);
      if (!fresh.get(INDEX_TAG).equals(present.get(INDEX_TAG))) {
        throw new Stopped(
            "IndexKey 与该部署正在使用的不同：申请人将找不到自己的办件。确要如此请加 --replace-keys",
            "IndexKey is not the one that the stack uses: people would no longer find their cases. To"
                + " replace it all the same, say --replace-keys.");
      }
    }
  }

  private static void known(String name, String tag, Map<String, String> present) {
    if (!present.containsKey(tag)) {
      throw new Stopped(
          "该部署没有 " + tag + " 标记，无法确认 " + name + " 是否相同。不给出它即保持原值；确认相同请加 --replace-keys",
          "The stack has no tag "
              + tag
              + ", so whether "
              + name
              + " is the same cannot be told. Leave it out to keep the stack's own; if you know that it is"
              + " the same, say --replace-keys.");
    }
  }

  private static List<String> split(String prints) {
    return List.of(prints.split(" "));
  }

  private static List<String> ofKeyset(String keyset) {
    List<String> prints = new ArrayList<>();
    try {
      for (JsonNode key : JSON.readTree(keyset).path("key")) {
        prints.add(
            of("field", key.path("keyId").asText() + " " + key.at("/keyData/value").asText()));
      }
    } catch (JsonProcessingException e) {
      prints.clear();
    }
    if (prints.isEmpty() || Set.copyOf(prints).size() != prints.size()) {
      throw new Stopped("FieldKeys 不是 Tink 密钥集", "FieldKeys is no Tink keyset.");
    }
    if (String.join(" ", prints).length() > LONGEST_TAG) {
      throw new Stopped("FieldKeys 的密钥过多", "FieldKeys holds too many keys: 19 at most.");
    }
    return prints;
  }

  private static String of(String what, String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("banshi " + what + " " + key).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
