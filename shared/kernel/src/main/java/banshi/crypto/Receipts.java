package banshi.crypto;

import banshi.text.TypedCode;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Query codes of receipts (回执查询码): whoever holds the code given with a receipt may follow the case
 * without signing in. A code is {@value #CODE_LENGTH} characters of Crockford base 32 (50 bits),
 * derived under a secret key, so that a repeated request gets the same code though only its hash is
 * stored. Guessing is bounded by whoever counts wrong codes.
 */
public final class Receipts {
  /** Length of a code, in characters. */
  public static final int CODE_LENGTH = 10;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS_PER_CHARACTER = 5;

  private final KeyedHash index;

  /** Codes derived under the key of {@code index}. */
  public Receipts(KeyedHash index) {
    this.index = index;
  }

  /** The code of the case {@code number}; {@code scope} is what the case was created under. */
  public String code(String number, String scope) {
    long bits =
        ByteBuffer.wrap(index.hash("receipt-code", number, scope)).getLong()
            >>> Long.SIZE - CODE_LENGTH * BITS_PER_CHARACTER;
    char[] code = new char[CODE_LENGTH];
    for (int i = CODE_LENGTH - 1; i >= 0; i--) {
      code[i] = ALPHABET.charAt((int) (bits & ALPHABET.length() - 1));
      bits >>>= BITS_PER_CHARACTER;
    }
    return new String(code);
  }

  /**
   * What to store of a code: a keyed hash over the code and the number.
   *
   * @throws IllegalArgumentException when it is no code
   */
  public String hash(String code, String number) {
    return normalised(code)
        .map(clean -> hashOf(clean, number))
        .orElseThrow(() -> new IllegalArgumentException("not a query code"));
  }

  /** Whether a code as a person typed it is the one whose hash was stored for {@code number}. */
  public boolean verify(String typed, String number, String storedHash) {
    return normalised(typed)
        .map(clean -> KeyedHash.same(hashOf(clean, number), storedHash))
        .orElse(false);
  }

  /**
   * A code as it was given out, from what a person typed: small letters, full-width characters,
   * spaces and dashes, I or L for 1 and O for 0 are forgiven. Nothing when it cannot be a code.
   */
  public static Optional<String> normalised(String typed) {
    return TypedCode.read(typed)
        .filter(code -> code.length() == CODE_LENGTH)
        .filter(code -> code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0));
  }

  private String hashOf(String code, String number) {
    return index.base64Url(32, "receipt-hash", number, code);
  }
}
