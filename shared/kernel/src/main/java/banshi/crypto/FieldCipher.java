package banshi.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Seals single fields with AES-256-GCM (Tink). A sealed value is the byte 1, four bytes of key id
 * (big endian), twelve random bytes, the cipher text, and a 16-byte tag: 33 bytes more than the
 * plain value. It opens only in the context it was sealed for (a string that names its place, such
 * as the item's key and the attribute), so that a value moved elsewhere is found out.
 */
public final class FieldCipher {
  /** How many bytes a sealed value has beyond the plain one. */
  public static final int OVERHEAD_BYTES = 5 + 12 + 16;

  private static final byte PREFIX = 1;

  private final Supplier<FieldKeys> keys;

  private FieldCipher(Supplier<FieldKeys> keys) {
    this.keys = keys;
  }

  /** A cipher over {@code keys}. */
  public static FieldCipher of(FieldKeys keys) {
    return new FieldCipher(() -> keys);
  }

  /**
   * A cipher over a Tink JSON keyset that is not read before the first use; a keyset that {@link
   * FieldKeys#parse} refuses is refused then.
   */
  public static FieldCipher ofKeyset(String tinkJson) {
    return new FieldCipher(Once.of(() -> FieldKeys.parse(tinkJson)));
  }

  /** Seals {@code plain} for {@code context}; two sealings of one value differ. */
  public byte[] seal(byte[] plain, String context) {
    FieldKeys current = keys.get();
    try {
      return current.aead(current.primaryId()).orElseThrow().encrypt(plain, bytes(context));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /**
   * What was sealed for {@code context}.
   *
   * @throws UnreadableValue when it is not a sealed value, its key is gone, or it was altered or
   *     sealed for another context
   */
  public byte[] open(byte[] sealed, String context) {
    int keyId =
        keyId(sealed).orElseThrow(() -> new UnreadableValue(UnreadableValue.Reason.NOT_SEALED));
    try {
      return keys.get()
          .aead(keyId)
          .orElseThrow(() -> new UnreadableValue(UnreadableValue.Reason.UNKNOWN_KEY))
          .decrypt(sealed, bytes(context));
    } catch (GeneralSecurityException e) {
      throw new UnreadableValue(UnreadableValue.Reason.ALTERED);
    }
  }

  /** Whether a value is sealed under the primary key, so that rotation has nothing to do on it. */
  public boolean isCurrent(byte[] sealed) {
    OptionalInt keyId = keyId(sealed);
    return keyId.isPresent() && keyId.getAsInt() == keys.get().primaryId();
  }

  /**
   * The same value under the primary key.
   *
   * @throws UnreadableValue as {@link #open}
   */
  public byte[] rewrap(byte[] sealed, String context) {
    return seal(open(sealed, context), context);
  }

  /** The id of the key that a value was sealed under, or nothing when it is no sealed value. */
  public static OptionalInt keyId(byte[] sealed) {
    return sealed.length < OVERHEAD_BYTES || sealed[0] != PREFIX
        ? OptionalInt.empty()
        : OptionalInt.of(ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt());
  }

  private static byte[] bytes(String context) {
    return context.getBytes(StandardCharsets.UTF_8);
  }
}
