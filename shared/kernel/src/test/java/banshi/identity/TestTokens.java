package banshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.crypto.KeyedHash;
import banshi.identity.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A provider of tokens that signs whatever it is told to, and a verifier that believes it. */
final class TestTokens {
  static final String ISSUER = "https://id.example";
  static final String AUDIENCE = "banshi";
  static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  static final KeyedHash INDEX = KeyedHash.of(new byte[32]);
  static final TestTokens PROVIDER = new TestTokens();
  static final BearerTokens TOKENS =
      new BearerTokens(
          new TokenSettings(PROVIDER.keySet(), ISSUER, Set.of(AUDIENCE, "counter")), INDEX);

  final PublicJsonWebKey rsa;
  final PublicJsonWebKey ec;
  final PublicJsonWebKey secondEc;

  private TestTokens() {
    try {
      rsa = named("rsa", RsaJwkGenerator.generateJwk(2048));
      ec = named("ec", EcJwkGenerator.generateJwk(EllipticCurves.P256));
      secondEc = named("ec-2", EcJwkGenerator.generateJwk(EllipticCurves.P256));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  String keySet() {
    return new JsonWebKeySet(rsa, ec, secondEc).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  /** Claims of an applicant that verify, changed as told (name, value, …). */
  static Map<String, Object> claims(Object... changes) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("sub", "user-1");
    claims.put("exp", NOW.getEpochSecond() + 600);
    claims.put("groups", List.of("applicant"));
    claims.put("name", "测试人甲");
    claims.put("idType", "ID_CARD");
    claims.put("idNumber", "500106190001010019");
    claims.put("phone", "13800000000");
    for (int i = 0; i < changes.length; i += 2) {
      claims.put((String) changes[i], changes[i + 1]);
    }
    claims.values().removeIf(Gone.class::isInstance);
    return claims;
  }

  /** Stands for a claim that is not in the token. */
  enum Gone {
    GONE
  }

  String signed(Map<String, Object> claims) {
    return signed(JsonUtil.toJson(claims), ec, "ES256", jws -> {});
  }

  static String signed(
      String payload, PublicJsonWebKey key, String algorithm, Consumer<JsonWebSignature> header) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    jws.setDoKeyValidation(false);
    jws.setPayload(payload);
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setKeyIdHeaderValue(key.getKeyId());
    jws.setKey(key.getPrivateKey());
    header.accept(jws);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey named(String id, PublicJsonWebKey key) {
    key.setKeyId(id);
    return key;
  }

  static Verification verify(String token) {
    return TOKENS.verify(bearer(token), NOW);
  }

  static Verified verified(String token) {
    Verification outcome = verify(token);
    assertThat(outcome).isInstanceOf(Verified.class);
    return (Verified) outcome;
  }

  static Optional<String> bearer(String token) {
    return Optional.of("Bearer " + token);
  }

  static void withoutName(JsonWebSignature jws) {
    try {
      jws.getHeaders()
          .setFullHeaderAsJsonString("{\"alg\":\"" + jws.getAlgorithmHeaderValue() + "\"}");
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
