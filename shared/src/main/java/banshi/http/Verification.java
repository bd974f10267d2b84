package banshi.http;

import banshi.identity.Actor;

/** What became of a caller's token. */
public sealed interface Verification {

  /** The token is good and says who calls. */
  record Verified(Actor actor) implements Verification {}

  /**
   * There is no token, or it is not good.
   *
   * @param reason stable, kebab-case, for the log; the caller is never told
   */
  record Refused(String reason) implements Verification {}
}
