package banshi.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) under one secret key, separated by purpose: equal parts under different
 * purposes give unrelated hashes, and parts cannot run into one another ({@code "a","bc"} differs
 * from {@code "ab","c"}). What is stored under these hashes is found again only with the same key,
 * so this key is not rotated without rewriting the store. Prints nothing of the key.
 */
public final class KeyedHash {
  /** Least length of a key, in bytes. */
  public static final int MIN_KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private KeyedHash(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * A hash under {@code key}, which is copied.
   *
   * @throws IllegalArgumentException when the key is shorter than {@link #MIN_KEY_BYTES}
   */
  public static KeyedHash of(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("a hash key has at least " + MIN_KEY_BYTES + " bytes");
    }
    return new KeyedHash(key);
  }

  /**
   * A hash under a key written in base64, as configuration holds it.
   *
   * @throws IllegalArgumentException when it is no base64 or too short; the message never quotes it
   */
  public static KeyedHash ofBase64(String key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the hash key is not base64");
    }
    return of(bytes);
  }

  /** The 32 bytes that stand for {@code parts} under {@code purpose}. */
  public byte[] hash(String purpose, String... parts) {
    Mac mac = mac();
    feed(mac, purpose);
    List.of(parts).forEach(part -> feed(mac, part));
    return mac.doFinal();
  }

  /**
   * The first {@code bytes} of {@link #hash} as unpadded base64url.
   *
   * @param bytes 16 to 32: fewer than 128 bits would let values collide
   */
  public String base64Url(int bytes, String purpose, String... parts) {
    if (bytes < 16 || bytes > 32) {
      throw new IllegalArgumentException("a shortened hash keeps 16 to 32 bytes");
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash(purpose, parts), bytes));
  }

  /** Whether two hashes are equal, in a time that does not tell where they differ. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "KeyedHash[" + ALGORITHM + "]";
  }

  private static void feed(Mac mac, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
