package banshi.identity;

import banshi.crypto.KeyedHash;

/**
 * The accounts of the provider whose tokens are believed, as the store's keys have them.
 *
 * @param issuer the provider
 * @param index makes the keys
 */
public record Accounts(String issuer, KeyedHash index) {
  /** What stands for an account, whether or not there is one of that name. */
  public ApplicantKey of(String subject) {
    return ApplicantKey.ofAccount(index, issuer, subject);
  }
}
