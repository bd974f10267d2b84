package banshi.startup.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.identity.CreditCode;
import java.util.HashSet;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodesTest {
  private static final String REGION = "500106";

  @Property
  void everyDrawnCodeIsValidAndOfItsClassRegionAndBlock(
      @ForAll UnitClass unitClass,
      @ForAll @Chars({'0', '7', 'A', 'H', 'J', 'P', 'Q', 'U', 'W', 'Y'}) @StringLength(2)
          String block,
      @ForAll long seed) {
    String code = new CreditCodes(REGION, block, new Random(seed)).draw(unitClass);
    assertThat(CreditCode.problems(code)).isEmpty();
    assertThat(code).startsWith("9" + unitClass.character() + REGION + block).hasSize(18);
  }

  @Test
  void everyCharacterOfTheAlphabetIsDrawnAndNoOther() {
    CreditCodes codes = new CreditCodes(REGION, "MA", new Random(1));
    Set<Integer> drawn = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      codes.draw(UnitClass.ENTERPRISE).substring(10, 16).chars().forEach(drawn::add);
    }
    assertThat(drawn).hasSize(31);
  }

  @ParameterizedTest
  @CsvSource({
    "ENTERPRISE, 000001, 91500106000000019X",
    "ENTERPRISE, 000002, 91500106000000027Q",
    "SOLE_TRADER, 000001, 92500106000000019T",
    // The weighted sum is a multiple of 31: the check character is 0, not one past the alphabet.
    "ENTERPRISE, 000019, 915001060000001900",
    // The subject's own check character is X.
    "ENTERPRISE, 000006, 9150010600000006X1",
  })
  void theKnownCodesAreDrawn(UnitClass unitClass, String drawn, String code) {
    assertThat(new CreditCodes(REGION, "00", drawing(drawn)).draw(unitClass)).isEqualTo(code);
  }

  @Test
  void bothEdgesOfTheChecksAreMetWhenManyAreDrawn() {
    CreditCodes codes = new CreditCodes(REGION, "MA", new Random(2));
    assertThat(Stream.generate(() -> codes.draw(UnitClass.ENTERPRISE)).limit(2_000))
        .anyMatch(code -> code.endsWith("0"))
        .anyMatch(code -> code.charAt(16) == 'X')
        .allMatch(code -> CreditCode.problems(code).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"50010, MA", "5001O6, MA", "500106, M", "500106, MAA", "500106, IO", "500106, ma"})
  void aRegionOrABlockThatNoCodeCanHaveIsRefusedAtOnce(String region, String block) {
    assertThatThrownBy(() -> new CreditCodes(region, block, new Random()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Draws these characters of the alphabet, in this order. */
  private static RandomGenerator drawing(String characters) {
    PrimitiveIterator.OfInt places =
        characters.chars().map(CreditCode.ALPHABET::indexOf).iterator();
    return new Random() {
      private static final long serialVersionUID = 1;

      @Override
      public int nextInt(int bound) {
        return places.nextInt();
      }
    };
  }
}
