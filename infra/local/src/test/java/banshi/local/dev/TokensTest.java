package banshi.local.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Repeated because a key's coordinates now and then have leading zeros. */
  @RepeatedTest(20)
  void theKeySetVerifiesTheToken() throws Exception {
    Tokens tokens = tokens(Instant.now());
    String[] parts =
        tokens
            .token(JSON.createObjectNode().put("sub", "resident-1"), Tokens.USUAL_LIFE)
            .split("\\.");
    JsonNode key = JSON.readTree(tokens.keySet()).at("/keys/0");

    assertThat(json(parts[0]))
        .isEqualTo(
            JSON.createObjectNode()
                .put("alg", "ES256")
                .put("typ", "JWT")
                .put("kid", key.path("kid").asText()));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(publicKey(key));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @Test
  void claimsGoThroughAndTheRestIsAdded() throws Exception {
    String token =
        tokens(Instant.now())
            .token(
                JSON.createObjectNode().put("sub", "resident-1").put("name", "张三"),
                Tokens.USUAL_LIFE);

    JsonNode claims = json(token.split("\\.")[1]);
    assertThat(claims.path("sub").asText()).isEqualTo("resident-1");
    assertThat(claims.path("name").asText()).isEqualTo("张三");
    assertThat(claims.path("iss").asText()).isEqualTo(Tokens.ISSUER);
    assertThat(claims.path("aud").asText()).isEqualTo(Tokens.AUDIENCE);
  }

  @Test
  void aTestMayAskForAnotherAudience() throws Exception {
    String token =
        tokens(Instant.now())
            .token(
                JSON.createObjectNode().put("sub", "x").put("aud", "another"), Tokens.USUAL_LIFE);

    assertThat(json(token.split("\\.")[1]).path("aud").asText()).isEqualTo("another");
  }

  @Test
  void itIsValidByTheMachinesTimeAndByTheMovedOne() throws Exception {
    Instant machine = Instant.now();
    for (Duration shift :
        new Duration[] {Duration.ofDays(-400), Duration.ZERO, Duration.ofDays(400)}) {
      String token =
          tokens(machine.plus(shift))
              .token(JSON.createObjectNode().put("sub", "x"), Tokens.USUAL_LIFE);
      JsonNode claims = json(token.split("\\.")[1]);
      Instant later = shift.isNegative() ? machine : machine.plus(shift);
      Instant earlier = shift.isNegative() ? machine.plus(shift) : machine;

      assertThat(Instant.ofEpochSecond(claims.path("exp").asLong()))
          .isAfter(later.plus(Duration.ofHours(7)));
      assertThat(Instant.ofEpochSecond(claims.path("iat").asLong()))
          .isBeforeOrEqualTo(earlier.plusSeconds(1));
    }
  }

  @Test
  void aNegativeLifeHasExpiredByBothTimes() throws Exception {
    Instant moved = Instant.now().minus(Duration.ofDays(2));
    String token =
        tokens(moved).token(JSON.createObjectNode().put("sub", "x"), Duration.ofHours(-1));

    assertThat(Instant.ofEpochSecond(json(token.split("\\.")[1]).path("exp").asLong()))
        .isBefore(moved);
  }

  private static Tokens tokens(Instant now) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return new Tokens(generator.generateKeyPair(), () -> now);
  }

  private static PublicKey publicKey(JsonNode key) throws Exception {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(coordinate(key, "x"), coordinate(key, "y")),
                parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger coordinate(JsonNode key, String name) {
    byte[] bytes = Base64.getUrlDecoder().decode(key.path(name).asText());
    assertThat(bytes).hasSize(32);
    return new BigInteger(1, bytes);
  }

  private static JsonNode json(String part) throws Exception {
    return JSON.readTree(Base64.getUrlDecoder().decode(part));
  }
}
