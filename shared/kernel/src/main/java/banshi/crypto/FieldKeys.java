package banshi.crypto;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys that seal fields: a Tink cleartext JSON keyset of AES-256-GCM keys with Tink's output
 * prefix, one of them primary. New values are sealed under the primary key; every enabled key still
 * opens what was sealed under it. To rotate: {@link #withNewPrimary()}, deploy, rewrite the stored
 * values ({@link FieldCipher#rewrap}), then {@link #without(int)}.
 *
 * <p>The keyset is read here rather than through Tink's registry because that costs a cold start
 * three times as much and brings a protobuf runtime; the ciphers are Tink's own. Prints no key.
 */
public final class FieldKeys {
  private static final String TYPE_URL = "type.googleapis.com/google.crypto.tink.AesGcmKey";
  private static final int KEY_BYTES = 32;

  /** The one protobuf form of an AES-256-GCM key: field 3, length-delimited, 32 bytes. */
  private static final byte[] VALUE_HEADER = {0x1A, KEY_BYTES};

  private record Entry(int id, byte[] key, boolean enabled, Optional<Aead> aead) {}

  private final List<Entry> entries;
  private final int primaryId;

  private FieldKeys(List<Entry> entries, int primaryId) {
    this.entries = List.copyOf(entries);
    this.primaryId = primaryId;
    if (aead(primaryId).isEmpty()) {
      throw new IllegalArgumentException("the keyset's primary key is not an enabled key of it");
    }
    if (entries.stream().mapToInt(Entry::id).distinct().count() != entries.size()) {
      throw new IllegalArgumentException("the keyset has two keys with one id");
    }
  }

  /**
   * Reads a keyset.
   *
   * @throws IllegalArgumentException when it is no Tink JSON keyset of AES-256-GCM keys with the
   *     TINK prefix, has no enabled primary key, or repeats a key id; the message never quotes a
   *     key
   */
  public static FieldKeys parse(String tinkJson) {
    JsonNode root = json(tinkJson);
    List<Entry> entries = new ArrayList<>();
    for (JsonNode key : root.path("key")) {
      String status = key.path("status").asText();
      if (!status.equals("DESTROYED")) {
        entries.add(
            entry(
                keyId(key.path("keyId")),
                keyBytes(key),
                switch (status) {
                  case "ENABLED" -> true;
                  case "DISABLED" -> false;
                  default ->
                      throw new IllegalArgumentException("the keyset has a key of unknown status");
                }));
      }
    }
    return new FieldKeys(entries, keyId(root.path("primaryKeyId")));
  }

  /** A keyset of one new random key. */
  public static FieldKeys generate() {
    SecureRandom random = new SecureRandom();
    int id = newId(random, List.of());
    return new FieldKeys(List.of(entry(id, newKey(random), true)), id);
  }

  /** These keys and a new random one, which becomes the primary. */
  public FieldKeys withNewPrimary() {
    SecureRandom random = new SecureRandom();
    int id = newId(random, entries);
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry(id, newKey(random), true));
    return new FieldKeys(more, id);
  }

  /**
   * These keys but the one named: what was sealed under it can never be opened again.
   *
   * @throws IllegalArgumentException when it is the primary key
   */
  public FieldKeys without(int keyId) {
    return new FieldKeys(entries.stream().filter(e -> e.id() != keyId).toList(), primaryId);
  }

  /** The id of the key under which new values are sealed. */
  public int primaryId() {
    return primaryId;
  }

  /** The keyset as Tink JSON, keys in clear: only for whoever provisions them. */
  public String toTinkJson() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("primaryKeyId", Integer.toUnsignedLong(primaryId));
    entries.forEach(
        entry -> {
          ObjectNode key = root.withArrayProperty("key").addObject();
          key.putObject("keyData")
              .put("typeUrl", TYPE_URL)
              .put("value", Base64.getEncoder().encodeToString(concat(VALUE_HEADER, entry.key())))
              .put("keyMaterialType", "SYMMETRIC");
          key.put("status", entry.enabled() ? "ENABLED" : "DISABLED")
              .put("keyId", Integer.toUnsignedLong(entry.id()))
              .put("outputPrefixType", "TINK");
        });
    return root.toString();
  }

  /** The cipher of an enabled key. */
  Optional<Aead> aead(int keyId) {
    return entries.stream().filter(e -> e.id() == keyId).findFirst().flatMap(Entry::aead);
  }

  @Override
  public String toString() {
    return "FieldKeys[%d keys, primary %d]"
        .formatted(entries.size(), Integer.toUnsignedLong(primaryId));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .readTree(text);
    } catch (JsonProcessingException e) {
      // The parser's own message quotes what it read, which is a key.
      throw new IllegalArgumentException("the keyset is not JSON");
    }
  }

  private static int keyId(JsonNode id) {
    if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() >>> 32 != 0) {
      throw new IllegalArgumentException("the keyset has a key id that is no 32-bit number");
    }
    return (int) id.longValue();
  }

  private static byte[] keyBytes(JsonNode key) {
    JsonNode data = key.path("keyData");
    if (!data.path("typeUrl").asText().equals(TYPE_URL)
        || !key.path("outputPrefixType").asText().equals("TINK")) {
      throw new IllegalArgumentException(
          "the keyset has a key other than AES-GCM with TINK prefix");
    }
    byte[] value;
    try {
      value = Base64.getDecoder().decode(data.path("value").asText());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the keyset has a key that is not base64");
    }
    if (value.length != VALUE_HEADER.length + KEY_BYTES
        || !Arrays.equals(value, 0, VALUE_HEADER.length, VALUE_HEADER, 0, VALUE_HEADER.length)) {
      throw new IllegalArgumentException("the keyset has a key that is not AES-256-GCM");
    }
    return Arrays.copyOfRange(value, VALUE_HEADER.length, value.length);
  }

  private static Entry entry(int id, byte[] key, boolean enabled) {
    return new Entry(id, key, enabled, enabled ? Optional.of(cipher(id, key)) : Optional.empty());
  }

  private static Aead cipher(int id, byte[] key) {
    try {
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(KEY_BYTES)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(AesGcmParameters.Variant.TINK)
              .build();
      return AesGcmJce.create(
          AesGcmKey.builder()
              .setParameters(parameters)
              .setIdRequirement(id)
              .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no AES-256-GCM", e);
    }
  }

  private static int newId(SecureRandom random, List<Entry> taken) {
    int id = random.nextInt();
    while (id == 0 || isTaken(id, taken)) {
      id = random.nextInt();
    }
    return id;
  }

  private static boolean isTaken(int id, List<Entry> entries) {
    return entries.stream().anyMatch(e -> e.id() == id);
  }

  private static byte[] newKey(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  private static byte[] concat(byte[] head, byte[] tail) {
    byte[] all = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return all;
  }
}
