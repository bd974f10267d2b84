package banshi.identity;

import banshi.crypto.KeyedHash;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What stands for a caller in the store's keys: 192 bits of a keyed hash, as 32 characters of
 * base64url. It holds no personal data and cannot be turned back into any.
 *
 * @param value 32 characters of base64url
 */
public record ApplicantKey(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");
  private static final int BYTES = 24;

  /** Refuses a text that is no such hash, so that nothing else becomes a key. */
  public ApplicantKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no applicant key");
    }
  }

  /**
   * The key of whoever bears a document, the same through whatever provider they sign in. Nothing
   * when the number does not name one holder by itself: when it is malformed (a provider's
   * "unknown" must not make one person of many), of a passport, whose number is unique only within
   * its country, or of an unknown kind.
   */
  public static Optional<ApplicantKey> ofDocument(KeyedHash index, IdType type, IdNumber number) {
    return number.check(type).isPlausible()
        ? type.numberSpace()
            .map(
                space ->
                    new ApplicantKey(index.base64Url(BYTES, "document", space, number.value())))
        : Optional.empty();
  }

  /**
   * A key that nobody signs in with, never the same twice: of somebody whose document does not name
   * one holder, so that two people are never taken for one.
   *
   * @param random what it is drawn from; nobody can guess what it gives
   */
  public static ApplicantKey ofNobody(RandomGenerator random) {
    byte[] drawn = new byte[BYTES];
    random.nextBytes(drawn);
    return new ApplicantKey(Base64.getUrlEncoder().withoutPadding().encodeToString(drawn));
  }

  /** The key of the account {@code subject} with the provider {@code issuer}. */
  public static ApplicantKey ofAccount(KeyedHash index, String issuer, String subject) {
    return new ApplicantKey(index.base64Url(BYTES, "account", issuer, subject));
  }
}
