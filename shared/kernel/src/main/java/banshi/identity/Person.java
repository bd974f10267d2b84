package banshi.identity;

import banshi.crypto.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The person behind an account, as the token had them when they acted. Two users of one company are
 * two persons. Prints masked, without its account key.
 *
 * @param subject the account's name with the token's provider
 * @param name what the provider called them then; empty when it told no name
 * @param account stands for the account in the store's keys: never shown to anybody
 */
public record Person(String subject, Optional<PersonName> name, ApplicantKey account) {
  private static final String COMMITMENT = "PERSON-1";

  /**
   * What keeps commitments from being guessed: secret to whoever does not know the account's key,
   * another for each place that a person is named at.
   *
   * @param place where the person is named, such as a case's number and a line of its timeline
   */
  public String salt(String place) {
    return Digests.sha256Hex(canonical(COMMITMENT, "salt", account.value(), place));
  }

  /**
   * Binds to the person without telling who it is: SHA-256 over the salt, the subject and the name,
   * written {@code PERSON-1:<hex>}. Whoever knows all three can compute it anew.
   */
  public String commitment(String place) {
    String named = name.map(known -> "+" + known.digest(salt(place))).orElse("-");
    return COMMITMENT + ":" + Digests.sha256Hex(canonical(COMMITMENT, salt(place), subject, named));
  }

  /** Each part with its length in bytes before it, so that parts cannot run into each other. */
  static String canonical(String... parts) {
    StringBuilder form = new StringBuilder();
    for (String part : parts) {
      form.append(part.getBytes(StandardCharsets.UTF_8).length).append(':').append(part);
    }
    return form.toString();
  }

  @Override
  public String toString() {
    return "Person[" + name.map(PersonName::masked).orElse("*") + "]";
  }
}
