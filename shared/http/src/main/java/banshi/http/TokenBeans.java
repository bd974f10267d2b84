package banshi.http;

import banshi.crypto.KeyedHash;
import banshi.identity.Accounts;
import banshi.identity.BearerTokens;
import banshi.identity.TokenSettings;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Makes the part that tells who calls. */
final class TokenBeans {
  /** What the template sets for every function that is called over HTTP. */
  @ConfigMapping(prefix = "banshi")
  interface Settings {
    /** Who may have issued a token. */
    String tokenIssuer();

    /** Whom a token must be meant for. */
    String tokenAudience();

    /** The issuer's keys, a JWK set in JSON. */
    String tokenKeys();
  }

  @Produces
  @Singleton
  Accounts accounts(Settings settings, KeyedHash hash) {
    return new Accounts(settings.tokenIssuer(), hash);
  }

  @Produces
  @Singleton
  CallerVerifier callers(Settings settings, KeyedHash hash) {
    BearerTokens tokens =
        new BearerTokens(
            new TokenSettings(
                settings.tokenKeys(), settings.tokenIssuer(), Set.of(settings.tokenAudience())),
            hash);
    return tokens::verify;
  }
}
