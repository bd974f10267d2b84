package banshi.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Page cursors: a position in a list that only this system can read or make, and that is good only
 * for the list it was made for. What it is bound to (the filter and the caller) is not in it; it
 * must be given again to open it. URL-safe; at most {@link #MAX_CURSOR_LENGTH} characters.
 */
public final class Cursors {
  /** Greatest length of a position, in bytes of UTF-8. */
  public static final int MAX_POSITION_BYTES = 1024;

  /** Greatest length of a cursor, in characters. */
  public static final int MAX_CURSOR_LENGTH =
      ((MAX_POSITION_BYTES + FieldCipher.OVERHEAD_BYTES) * 4 + 2) / 3;

  private final FieldCipher cipher;

  /** Cursors sealed with {@code cipher}. */
  public Cursors(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * A cursor that stands for {@code position} in the list {@code boundTo}.
   *
   * @throws IllegalArgumentException when the position is over {@link #MAX_POSITION_BYTES}
   */
  public String seal(String position, String boundTo) {
    byte[] bytes = position.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_POSITION_BYTES) {
      throw new IllegalArgumentException("a position has at most " + MAX_POSITION_BYTES + " bytes");
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cipher.seal(bytes, context(boundTo)));
  }

  /**
   * The position that {@code cursor} stands for in the list {@code boundTo}; nothing when it was
   * altered, cut, made up, made for another list, or sealed under a key that is gone.
   */
  public Optional<String> open(String cursor, String boundTo) {
    if (cursor.length() > MAX_CURSOR_LENGTH) {
      return Optional.empty();
    }
    return decoded(cursor).flatMap(bytes -> opened(bytes, boundTo));
  }

  private Optional<String> opened(byte[] sealed, String boundTo) {
    try {
      return Optional.of(new String(cipher.open(sealed, context(boundTo)), StandardCharsets.UTF_8));
    } catch (UnreadableValue e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> decoded(String cursor) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    // The decoder overlooks padding and spare bits, by which an altered cursor would pass as whole.
    boolean asWritten =
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor);
    return asWritten ? Optional.of(bytes) : Optional.empty();
  }

  private static String context(String boundTo) {
    return "cursor|" + boundTo;
  }
}
