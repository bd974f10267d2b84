package banshi.identity;

import static banshi.identity.TestTokens.Gone.GONE;
import static banshi.identity.TestTokens.NOW;
import static banshi.identity.TestTokens.PROVIDER;
import static banshi.identity.TestTokens.TOKENS;
import static banshi.identity.TestTokens.bearer;
import static banshi.identity.TestTokens.claims;
import static banshi.identity.TestTokens.signed;
import static banshi.identity.TestTokens.verified;
import static banshi.identity.TestTokens.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import banshi.identity.Verification.Reason;
import banshi.identity.Verification.Refused;
import banshi.identity.Verification.Verified;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokensTest {
  private static final String GOOD = PROVIDER.signed(claims());

  @Test
  void everyConfiguredKeyVerifiesWithAndWithoutItsName() {
    String payload = JsonUtil.toJson(claims());
    for (PublicJsonWebKey key : List.of(PROVIDER.ec, PROVIDER.secondEc)) {
      verified(signed(payload, key, "ES256", jws -> {}));
      verified(signed(payload, key, "ES256", TestTokens::withoutName));
    }
    verified(signed(payload, PROVIDER.rsa, "RS256", jws -> {}));
    verified(signed(payload, PROVIDER.rsa, "RS256", TestTokens::withoutName));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER   %s ", "  Bearer %s"})
  void theSchemeIsReadAsTheStandardSays(String header) {
    assertThat(TOKENS.verify(Optional.of(header.formatted(GOOD)), NOW))
        .isInstanceOf(Verified.class);
  }

  @Test
  void withoutATokenTheRequestIsRefused() {
    assertThat(TOKENS.verify(Optional.empty(), NOW)).isEqualTo(new Refused(Reason.MISSING));
    assertThat(TOKENS.verify(Optional.of("  "), NOW)).isEqualTo(new Refused(Reason.MISSING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic dTpw", "%s", "Bearer", "Bearer %s %s", "Bearer %s,Bearer %s", "Bearer%s"})
  void whatIsNoSingleBearerTokenIsRefused(String header) {
    assertThat(TOKENS.verify(Optional.of(header.replace("%s", GOOD)), NOW))
        .isEqualTo(new Refused(Reason.NOT_BEARER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "a.b",
        "a.b.c",
        "..",
        "a.b.c.d",
        "a.b.c.d.e",
        "e30.e30.",
        "办.事.了",
        "bnVsbA.e30.x"
      })
  void whatIsNoSignedTokenIsRefused(String token) {
    assertThat(verify(token)).isInstanceOf(Refused.class);
  }

  @Test
  void aHugeTokenIsNotLookedAt() {
    String huge = PROVIDER.signed(claims("padding", "x".repeat(8 * 1024)));
    assertThat(verify(huge)).isEqualTo(new Refused(Reason.TOO_LARGE));
    String large = PROVIDER.signed(claims("padding", "x".repeat(5 * 1024)));
    assertThat(large.length()).isBetween(6 * 1024, BearerTokens.MAX_TOKEN_LENGTH);
    verified(large);
  }

  @ParameterizedTest
  @CsvSource({
    "-600, true",
    "599, true",
    "659, true",
    "660, false",
    "661, false",
    "86400, false",
  })
  void aTokenEndsWhenItSaysPlusTheSkew(long secondsLater, boolean good) {
    Verification at = TOKENS.verify(bearer(GOOD), NOW.plusSeconds(secondsLater));
    if (good) {
      assertThat(at).isInstanceOf(Verified.class);
    } else {
      assertThat(at).isEqualTo(new Refused(Reason.EXPIRED));
    }
  }

  @ParameterizedTest
  @CsvSource({"60, true", "61, false"})
  void aTokenBeginsWhenItSaysLessTheSkew(long secondsFromNow, boolean good) {
    Verification at = verify(PROVIDER.signed(claims("nbf", NOW.getEpochSecond() + secondsFromNow)));
    if (good) {
      assertThat(at).isInstanceOf(Verified.class);
    } else {
      assertThat(at).isEqualTo(new Refused(Reason.NOT_YET_VALID));
    }
  }

  @Test
  void eachWrongClaimIsRefusedForItsReason() {
    assertRefused(Reason.NO_EXPIRY, claims("exp", GONE));
    assertRefused(Reason.ISSUER, claims("iss", "https://other.example"));
    assertRefused(Reason.ISSUER, claims("iss", GONE));
    assertRefused(Reason.AUDIENCE, claims("aud", "other"));
    assertRefused(Reason.AUDIENCE, claims("aud", GONE));
    assertRefused(Reason.AUDIENCE, claims("aud", List.of("other", "another")));
    assertRefused(Reason.NO_SUBJECT, claims("sub", GONE));
    assertRefused(Reason.NO_SUBJECT, claims("sub", " "));
    assertRefused(Reason.NO_SUBJECT, claims("sub", "a\nb"));
    assertRefused(Reason.NO_SUBJECT, claims("sub", "x".repeat(256)));
    assertThat(
            verify(
                signed(
                    JsonUtil.toJson(claims()).replace("user-1", "\\ud800"),
                    PROVIDER.ec,
                    "ES256",
                    jws -> {})))
        .isEqualTo(new Refused(Reason.NO_SUBJECT));
    assertRefused(Reason.TYPE, claims("typ", "Refresh"));
    assertRefused(Reason.TYPE, claims("typ", "ID"));
    assertRefused(Reason.TYPE, claims("typ", 1));
  }

  @Test
  void claimsOfTheWrongKindAreRefused() {
    for (Map<String, Object> wrong :
        List.of(
            claims("exp", "tomorrow"),
            claims("exp", List.of()),
            claims("sub", 7),
            claims("iss", List.of()),
            claims("aud", 7),
            claims("aud", List.of()),
            claims("nbf", "soon"))) {
      assertThat(verify(PROVIDER.signed(wrong))).as("%s", wrong).isInstanceOf(Refused.class);
    }
  }

  @Test
  void anAudienceMayBeOneOfSeveral() {
    verified(PROVIDER.signed(claims("aud", List.of("other", "counter"))));
    verified(PROVIDER.signed(claims("typ", "Bearer")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/at+jwt"})
  void accessTokensOfEitherTypeAreAccepted(String type) {
    verified(typed(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "logout+jwt", "dpop+jwt", "JOSE"})
  void tokensForAnotherUseAreRefused(String type) {
    assertThat(verify(typed(type))).isEqualTo(new Refused(Reason.TYPE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "7", "", "{", "{\"sub\":\"a\",\"sub\":\"b\"}"})
  void aSignedPayloadThatIsNoClaimsIsRefused(String payload) {
    assertThat(verify(signed(payload, PROVIDER.ec, "ES256", jws -> {})))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aDeeplyNestedPayloadIsRefusedOrRead() {
    String deep = "[".repeat(2500) + "]".repeat(2500);
    String payload = JsonUtil.toJson(claims()).replaceFirst("\\{", "{\"x\":" + deep + ",");
    assertThat(verify(signed(payload, PROVIDER.ec, "ES256", jws -> {}))).isNotNull();
  }

  @Test
  void neitherFormOfAnAnswerHoldsTheToken() {
    assertThat(verified(GOOD).toString())
        .doesNotContain(GOOD, GOOD.split("\\.")[2], "19000101", "13800000000", "测试");
    assertThat(verify(GOOD + "A").toString()).isEqualTo("Refused[reason=SIGNATURE]");
  }

  @Test
  void aKeySetIsReadAtTheFirstTokenAndItsFaultsAreNotQuoted() {
    for (String keySet : List.of("secret", "{\"keys\":[]}", "{}")) {
      BearerTokens misconfigured =
          new BearerTokens(new TokenSettings(keySet, "i", Set.of("a")), TestTokens.INDEX);
      assertThat(misconfigured.verify(Optional.empty(), NOW)).isInstanceOf(Refused.class);
      assertThatIllegalStateException()
          .isThrownBy(() -> misconfigured.verify(bearer(GOOD), NOW))
          .withMessageNotContaining("secret")
          .withNoCause();
    }
  }

  @Test
  void settingsThatWouldBelieveAnyoneAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenSettings("{}", "i", Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenSettings("{}", " ", Set.of("a")));
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenSettings("", "i", Set.of("a")));
  }

  @Test
  void reasonsHaveCodesForLogs() {
    assertThat(Reason.NOT_YET_VALID.code()).isEqualTo("not-yet-valid");
  }

  private void assertRefused(Reason reason, Map<String, Object> claims) {
    assertThat(verify(PROVIDER.signed(claims))).as("%s", claims).isEqualTo(new Refused(reason));
  }

  private static String typed(String type) {
    return signed(
        JsonUtil.toJson(claims()), PROVIDER.ec, "ES256", jws -> jws.setHeader("typ", type));
  }
}
