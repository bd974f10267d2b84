package banshi.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {
  private static final String NUMBER = "A20261123K7M2QX9";

  private final Receipts receipts = new Receipts(KeyedHash.of(new byte[32]));
  private final String code = receipts.code(NUMBER, "scope");

  @Property(tries = 200)
  void aCodeIsTenCharactersOfCrockfordBase32(@ForAll String number, @ForAll String scope) {
    assertThat(receipts.code(number, scope)).matches("[0-9A-HJKMNP-TV-Z]{10}");
  }

  @Test
  void aRepeatedRequestGetsTheSameCodeAndAnotherCaseAnother() {
    assertThat(receipts.code(NUMBER, "scope")).isEqualTo(code);
    assertThat(receipts.code(NUMBER, "other scope")).isNotEqualTo(code);
    assertThat(receipts.code("A20261123K7M2QXA", "scope")).isNotEqualTo(code);
    assertThat(new Receipts(KeyedHash.of("b".repeat(32).getBytes(UTF_8))).code(NUMBER, "scope"))
        .isNotEqualTo(code);
  }

  @Test
  void codesSpreadOverAllTheirBits() {
    Set<String> codes = new HashSet<>();
    Set<Character> lasts = new HashSet<>();
    Set<Character> firsts = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      String one = receipts.code("A" + i, "scope");
      codes.add(one);
      firsts.add(one.charAt(0));
      lasts.add(one.charAt(9));
    }
    assertThat(codes).hasSize(2000);
    assertThat(firsts).hasSize(32);
    assertThat(lasts).hasSize(32);
  }

  @Test
  void theStoredHashVerifiesItsCodeAndNumberOnly() {
    String stored = receipts.hash(code, NUMBER);
    assertThat(receipts.verify(code, NUMBER, stored)).isTrue();
    assertThat(receipts.verify(code, "A20261123K7M2QXA", stored)).isFalse();
    assertThat(receipts.verify(receipts.code(NUMBER, "x"), NUMBER, stored)).isFalse();
    assertThat(stored).doesNotContain(code);
  }

  @Test
  void whatAPersonTypesIsForgiven() {
    String stored = receipts.hash("01AZ9KXQ0T", NUMBER);
    for (String typed :
        new String[] {
          "01az9kxq0t", " O1AZ9 KXQOT ", "oIaz9-kxq0t", "olaz9—kxq0t", "０１ＡＺ９　ＫＸＱ０Ｔ", "０１ａｚ９－ｋｘｑ０ｔ"
        }) {
      assertThat(receipts.verify(typed, NUMBER, stored)).as(typed).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "01AZ9KXQ0", "01AZ9KXQ0TT", "01AZ9KXQ0U", "01AZ9KXQ0*", "零一二三四五六七八九"})
  void whatCannotBeACodeIsNone(String typed) {
    assertThat(Receipts.normalised(typed)).isEmpty();
    assertThat(receipts.verify(typed, NUMBER, "any")).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> receipts.hash(typed, NUMBER));
  }

  @Test
  void aVeryLongTextIsNotLookedAt() {
    assertThat(Receipts.normalised(" ".repeat(60) + "01AZ9KXQ0T")).isEmpty();
  }
}
