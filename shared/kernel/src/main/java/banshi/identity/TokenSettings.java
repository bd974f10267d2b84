package banshi.identity;

import java.util.Set;

/**
 * Whose tokens are believed.
 *
 * @param keySet the provider's public keys, as a JSON Web Key Set (RFC 7517); never fetched
 * @param issuer the only {@code iss} accepted
 * @param audiences a token names one of these in {@code aud}
 */
public record TokenSettings(String keySet, String issuer, Set<String> audiences) {
  /** Copies the set; refuses settings under which nothing or anything would be believed. */
  public TokenSettings {
    audiences = Set.copyOf(audiences);
    if (keySet.isBlank() || issuer.isBlank() || audiences.isEmpty()) {
      throw new IllegalArgumentException("token settings need a key set, an issuer, an audience");
    }
  }
}
