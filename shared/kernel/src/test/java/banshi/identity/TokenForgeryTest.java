package banshi.identity;

import static banshi.identity.TestTokens.NOW;
import static banshi.identity.TestTokens.PROVIDER;
import static banshi.identity.TestTokens.base64;
import static banshi.identity.TestTokens.bearer;
import static banshi.identity.TestTokens.claims;
import static banshi.identity.TestTokens.signed;
import static banshi.identity.TestTokens.verify;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.identity.Verification.Reason;
import banshi.identity.Verification.Refused;
import banshi.identity.Verification.Verified;
import java.util.List;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenForgeryTest {
  private static final String GOOD = PROVIDER.signed(claims());

  @Test
  void aTokenWithoutSignatureIsRefused() {
    String body = GOOD.split("\\.")[1];
    for (String algorithm : List.of("none", "None", "NONE", "nOnE")) {
      String header = base64("{\"alg\":\"" + algorithm + "\",\"kid\":\"ec\"}");
      assertThat(verify(header + "." + body + ".")).isEqualTo(new Refused(Reason.ALGORITHM));
    }
    assertThat(verify(base64("{\"kid\":\"ec\"}") + "." + body + "."))
        .isEqualTo(new Refused(Reason.ALGORITHM));
    assertThat(verify(GOOD.substring(0, GOOD.lastIndexOf('.') + 1))).isInstanceOf(Refused.class);
  }

  @Test
  void aMacUnderThePublicKeyIsRefused() throws Exception {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setPayload(JsonUtil.toJson(claims()));
    jws.setAlgorithmHeaderValue("HS256");
    jws.setKeyIdHeaderValue("rsa");
    jws.setKey(new HmacKey(PROVIDER.rsa.getPublicKey().getEncoded()));
    assertThat(verify(jws.getCompactSerialization())).isEqualTo(new Refused(Reason.ALGORITHM));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void otherAlgorithmsOfAKnownKeyAreRefused(String algorithm) {
    String token = signed(JsonUtil.toJson(claims()), PROVIDER.rsa, algorithm, jws -> {});
    assertThat(verify(token)).isEqualTo(new Refused(Reason.ALGORITHM));
  }

  @Test
  void aForgedTokenIsRefused() throws Exception {
    String payload = JsonUtil.toJson(claims());
    PublicJsonWebKey foreign = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    foreign.setKeyId("ec");
    assertThat(verify(signed(payload, foreign, "ES256", jws -> {})))
        .isEqualTo(new Refused(Reason.SIGNATURE));
    assertThat(verify(signed(payload, foreign, "ES256", TestTokens::withoutName)))
        .isInstanceOf(Refused.class);
    foreign.setKeyId("unknown");
    assertThat(verify(signed(payload, foreign, "ES256", jws -> {})))
        .isEqualTo(new Refused(Reason.UNKNOWN_KEY));
    assertThat(verify(signed(payload, foreign, "ES256", jws -> jws.setJwkHeader(foreign))))
        .as("a key that comes with the token is not believed")
        .isEqualTo(new Refused(Reason.UNKNOWN_KEY));
  }

  @Test
  void aTokenUnderTheNameOfAKeyOfAnotherKindIsRefused() {
    String token =
        signed(
            JsonUtil.toJson(claims()), PROVIDER.ec, "ES256", jws -> jws.setKeyIdHeaderValue("rsa"));
    assertThat(verify(token)).isEqualTo(new Refused(Reason.UNKNOWN_KEY));
  }

  @Test
  void aWeakRsaKeyIsNotBelieved() throws Exception {
    PublicJsonWebKey weak = RsaJwkGenerator.generateJwk(1024);
    weak.setKeyId("weak");
    BearerTokens trusting =
        new BearerTokens(
            new TokenSettings(
                new JsonWebKeySet(weak).toJson(), TestTokens.ISSUER, Set.of(TestTokens.AUDIENCE)),
            TestTokens.INDEX);
    String token = signed(JsonUtil.toJson(claims()), weak, "RS256", jws -> {});
    assertThat(trusting.verify(bearer(token), NOW)).isInstanceOf(Refused.class);
  }

  @Test
  void anUnknownCriticalHeaderIsRefused() {
    String token =
        signed(
            JsonUtil.toJson(claims()),
            PROVIDER.ec,
            "ES256",
            jws -> jws.setHeader("crit", List.of("must-understand")));
    assertThat(verify(token)).isInstanceOf(Refused.class);
  }

  @Test
  void aSecretInTheKeySetVerifiesNothing() {
    String withSecret =
        PROVIDER
            .keySet()
            .replaceFirst(
                "\\[", "[{\"kty\":\"oct\",\"kid\":\"mac\",\"k\":\"" + "A".repeat(43) + "\"},");
    BearerTokens configured =
        new BearerTokens(
            new TokenSettings(withSecret, TestTokens.ISSUER, Set.of(TestTokens.AUDIENCE)),
            TestTokens.INDEX);
    assertThat(configured.verify(bearer(GOOD), NOW)).isInstanceOf(Verified.class);
  }
}
