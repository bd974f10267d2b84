package banshi.identity;

import static banshi.identity.TestTokens.PROVIDER;
import static banshi.identity.TestTokens.TOKENS;
import static banshi.identity.TestTokens.claims;
import static banshi.identity.TestTokens.signed;
import static banshi.identity.TestTokens.verified;
import static banshi.identity.TestTokens.verify;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.identity.Verification.Refused;
import banshi.identity.Verification.Verified;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

class TokenPropertiesTest {
  private static final String GOOD = PROVIDER.signed(claims());

  @Property(tries = 400)
  void noOtherCharacterAnywhereMakesAnotherToken(
      @ForAll @IntRange(max = 5000) int at, @ForAll @CharRange(from = '-', to = 'z') char instead) {
    int place = at % GOOD.length();
    String altered = GOOD.substring(0, place) + instead + GOOD.substring(place + 1);
    Verification outcome = verify(altered);
    if (outcome instanceof Verified verified) {
      // Spare bits of the last character of the signature do not change what was signed.
      assertThat(place).isEqualTo(altered.equals(GOOD) ? place : GOOD.length() - 1);
      assertThat(verified).isEqualTo(verified(GOOD));
    }
  }

  @Property(tries = 400)
  void noHeaderMakesItThrow(@ForAll String header, @ForAll long second) {
    Instant now = Instant.ofEpochSecond(second % 100_000_000_000L);
    assertThat(TOKENS.verify(Optional.of(header), now)).isInstanceOf(Refused.class);
    assertThat(TOKENS.verify(Optional.of("Bearer " + header), now)).isInstanceOf(Refused.class);
  }

  @Property(tries = 200)
  void noPayloadMakesItThrow(@ForAll String text, @ForAll double exp) {
    assertThat(verify(PROVIDER.signed(claims("sub", text, "name", text, "phone", text))))
        .isNotNull();
    assertThat(verify(PROVIDER.signed(claims("exp", exp)))).isNotNull();
    assertThat(verify(signed(text, PROVIDER.ec, "ES256", jws -> {}))).isInstanceOf(Refused.class);
  }
}
