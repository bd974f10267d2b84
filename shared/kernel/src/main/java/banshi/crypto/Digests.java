package banshi.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) in the forms the house writes down. For secrets use {@link KeyedHash}. */
public final class Digests {
  private Digests() {}

  /** The 32 bytes of the digest. */
  public static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** 64 lower-case hexadecimal characters. */
  public static String sha256Hex(byte[] content) {
    return HexFormat.of().formatHex(sha256(content));
  }

  /** 64 lower-case hexadecimal characters over the UTF-8 form of {@code content}. */
  public static String sha256Hex(String content) {
    return sha256Hex(content.getBytes(StandardCharsets.UTF_8));
  }

  /** 43 characters of unpadded base64url. */
  public static String sha256Base64Url(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(content));
  }

  /** 43 characters of unpadded base64url over the UTF-8 form of {@code content}. */
  public static String sha256Base64Url(String content) {
    return sha256Base64Url(content.getBytes(StandardCharsets.UTF_8));
  }
}
