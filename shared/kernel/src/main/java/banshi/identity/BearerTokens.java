package banshi.identity;

import banshi.crypto.KeyedHash;
import banshi.crypto.Once;
import banshi.identity.Verification.Reason;
import banshi.identity.Verification.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.base64url.Base64Url;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies the bearer tokens (RFC 6750) of one OpenID provider: signed JSON Web Tokens (RFC 7519,
 * with the advice of RFC 8725), RS256 or ES256 only, keys from configuration. Whatever is sent gets
 * a {@link Verification}, never an exception, and no part of a token is logged or kept. Safe for
 * use by several threads. The key set is read at the first token; a key set that cannot be read is
 * a fault of the configuration and thrown then.
 */
public final class BearerTokens {
  /** Longest token that is looked at, in characters. */
  public static final int MAX_TOKEN_LENGTH = 8 * 1024;

  /** By how many seconds the provider's clock may be off. */
  public static final int CLOCK_SKEW_SECONDS = 60;

  private static final Pattern HEADER = Pattern.compile("(?i:bearer) +([^\\s,]+) *");
  private static final Pattern SIGNED_TOKEN =
      Pattern.compile("([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
  private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256");
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  private final TokenSettings settings;
  private final TokenClaims claims;
  private final Once<VerificationKeyResolver> keys;

  /** Verifies under {@code settings}; applicant keys are hashes under {@code index}. */
  public BearerTokens(TokenSettings settings, KeyedHash index) {
    this.settings = settings;
    this.claims = new TokenClaims(settings.issuer(), index);
    this.keys = Once.of(() -> keysOf(settings.keySet()));
  }

  /** Whom the Authorization header of a request stands for, at the request's time {@code now}. */
  public Verification verify(Optional<String> authorization, Instant now) {
    String header = authorization.map(String::strip).orElse("");
    if (header.isEmpty()) {
      return new Refused(Reason.MISSING);
    }
    if (header.length() > MAX_TOKEN_LENGTH + "Bearer ".length()) {
      return new Refused(Reason.TOO_LARGE);
    }
    Matcher bearer = HEADER.matcher(header);
    return bearer.matches() ? verifyToken(bearer.group(1), now) : new Refused(Reason.NOT_BEARER);
  }

  private Verification verifyToken(String token, Instant now) {
    Matcher parts = SIGNED_TOKEN.matcher(token);
    if (!parts.matches()) {
      return new Refused(Reason.MALFORMED);
    }
    return faultOfHeader(parts.group(1))
        .<Verification>map(Refused::new)
        .orElseGet(() -> verifySigned(token, now));
  }

  private Verification verifySigned(String token, Instant now) {
    JwtConsumer consumer = consumer(now);
    JwtClaims verified;
    try {
      verified = consumer.processToClaims(token);
    } catch (InvalidJwtException e) {
      return new Refused(reason(e));
    }
    if (!claims.isAccessToken(verified)) {
      return new Refused(Reason.TYPE);
    }
    return claims
        .subject(verified)
        .<Verification>map(subject -> claims.read(subject, verified))
        .orElseGet(() -> new Refused(Reason.NO_SUBJECT));
  }

  private JwtConsumer consumer(Instant now) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, ALGORITHMS.toArray(String[]::new))
        .setVerificationKeyResolver(keys.get())
        .setExpectedIssuer(settings.issuer())
        .setExpectedAudience(settings.audiences().toArray(String[]::new))
        .setRequireExpirationTime()
        .setRequireSubject()
        .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .build();
  }

  /** Algorithm and type are judged before any key is looked for. */
  private static Optional<Reason> faultOfHeader(String encoded) {
    Map<String, Object> header;
    try {
      header = JsonUtil.parseJson(new String(Base64Url.decode(encoded), StandardCharsets.UTF_8));
    } catch (JoseException e) {
      return Optional.of(Reason.MALFORMED);
    }
    if (!(header.get("alg") instanceof String algorithm) || !ALGORITHMS.contains(algorithm)) {
      return Optional.of(Reason.ALGORITHM);
    }
    boolean typeFits =
        !header.containsKey("typ")
            || header.get("typ") instanceof String type
                && TYPES.contains(type.toLowerCase(Locale.ROOT));
    return typeFits ? Optional.empty() : Optional.of(Reason.TYPE);
  }

  private static Reason reason(InvalidJwtException refusal) {
    if (refusal.getCause() instanceof UnresolvableKeyException) {
      return Reason.UNKNOWN_KEY;
    }
    return REASONS.stream()
        .filter(known -> refusal.hasErrorCode(known.errorCode()))
        .findFirst()
        .map(KnownError::reason)
        .orElse(Reason.MALFORMED);
  }

  private record KnownError(int errorCode, Reason reason) {}

  private static final List<KnownError> REASONS =
      List.of(
          new KnownError(ErrorCodes.SIGNATURE_INVALID, Reason.SIGNATURE),
          new KnownError(ErrorCodes.ISSUER_MISSING, Reason.ISSUER),
          new KnownError(ErrorCodes.ISSUER_INVALID, Reason.ISSUER),
          new KnownError(ErrorCodes.AUDIENCE_MISSING, Reason.AUDIENCE),
          new KnownError(ErrorCodes.AUDIENCE_INVALID, Reason.AUDIENCE),
          new KnownError(ErrorCodes.EXPIRATION_MISSING, Reason.NO_EXPIRY),
          new KnownError(ErrorCodes.EXPIRED, Reason.EXPIRED),
          new KnownError(ErrorCodes.NOT_YET_VALID, Reason.NOT_YET_VALID),
          new KnownError(ErrorCodes.SUBJECT_MISSING, Reason.NO_SUBJECT));

  private static VerificationKeyResolver keysOf(String keySet) {
    List<JsonWebKey> publicKeys;
    try {
      publicKeys =
          new JsonWebKeySet(keySet)
              .getJsonWebKeys().stream().filter(PublicJsonWebKey.class::isInstance).toList();
    } catch (JoseException e) {
      // The parser's own message may quote the key set, which by mistake may hold a private key.
      throw new IllegalStateException("the configured token key set is no JSON Web Key Set");
    }
    if (publicKeys.isEmpty()) {
      throw new IllegalStateException("the configured token key set has no public key");
    }
    JwksVerificationKeyResolver resolver = new JwksVerificationKeyResolver(publicKeys);
    resolver.setDisambiguateWithVerifySignature(true);
    return resolver;
  }
}
