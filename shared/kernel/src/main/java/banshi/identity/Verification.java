package banshi.identity;

import java.util.Locale;
import java.util.Set;

/** What a bearer token turned out to be. Neither form holds the token. */
public sealed interface Verification {
  /**
   * The token is good.
   *
   * @param actor who acts; may have no role
   * @param flaws claims that could not be used and were left out
   */
  record Verified(Actor actor, Set<ClaimFlaw> flaws) implements Verification {
    public Verified {
      flaws = Set.copyOf(flaws);
    }
  }

  /** The token is not believed. */
  record Refused(Reason reason) implements Verification {}

  /** A claim that could not be used. The token is good all the same. */
  enum ClaimFlaw {
    /** An applicant's {@code name} is missing or no name. */
    NAME,
    /** {@code idType} is no known type. */
    ID_TYPE,
    /** {@code idNumber} is no text that a document could bear. */
    ID_NUMBER,
    /** {@code phone} is no telephone number. */
    PHONE,
    /** {@code openid} is no name that WeChat gives. */
    OPEN_ID
  }

  /** Why a token is not believed. */
  enum Reason {
    /** There is no Authorization header, or it is blank. */
    MISSING,
    /** The header is of another scheme, or names several tokens. */
    NOT_BEARER,
    /** The token is over {@link BearerTokens#MAX_TOKEN_LENGTH} characters. */
    TOO_LARGE,
    /** It is no signed token of three parts with readable claims. */
    MALFORMED,
    /** It is not signed with RS256 or ES256. */
    ALGORITHM,
    /** It is a token for another use. */
    TYPE,
    /** No configured key matches it. */
    UNKNOWN_KEY,
    /** The signature is wrong. */
    SIGNATURE,
    /** It does not say when it ends. */
    NO_EXPIRY,
    /** It has ended. */
    EXPIRED,
    /** It has not begun. */
    NOT_YET_VALID,
    /** It is of another issuer, or of none. */
    ISSUER,
    /** It is for another audience, or for none. */
    AUDIENCE,
    /** It names no subject. */
    NO_SUBJECT;

    /** The reason as logs spell it: {@code not-yet-valid}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
