package banshi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CaseNumberTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Example
  void tellsItsKindAndDayAndFitsAWeChatField() {
    CaseNumber number = CaseNumber.draw(CaseKind.APPLICATION, DAY, new Random(1));
    assertThat(number.value()).startsWith("A20261123").hasSizeLessThanOrEqualTo(20);
    assertThat(number.kind()).isEqualTo(CaseKind.APPLICATION);
  }

  @Property
  void readsBackWhatItDrew(@ForAll CaseKind kind, @ForAll long seed) {
    CaseNumber number = CaseNumber.draw(kind, DAY, new Random(seed));
    assertThat(CaseNumber.parse(number.value())).contains(number);
    assertThat(CaseNumber.parse(number.value().toLowerCase(Locale.ROOT))).contains(number);
  }

  @Property
  void findsEverySingleWrongCharacter(
      @ForAll long seed, @ForAll @IntRange(max = 17) int place, @ForAll @IntRange(max = 31) int c) {
    String drawn = CaseNumber.draw(CaseKind.COMPLAINT, DAY, new Random(seed)).value();
    String typed = drawn.substring(0, place) + ALPHABET.charAt(c) + drawn.substring(place + 1);
    assertThat(CaseNumber.parse(typed).isPresent()).isEqualTo(typed.equals(drawn));
  }

  @Property
  void findsASwapOfTwoNeighbours(
      @ForAll long seed, @ForAll @IntRange(min = 9, max = 16) int place) {
    String drawn = CaseNumber.draw(CaseKind.APPLICATION, DAY, new Random(seed)).value();
    String swapped =
        drawn.substring(0, place)
            + drawn.charAt(place + 1)
            + drawn.charAt(place)
            + drawn.substring(place + 2);
    if (!swapped.equals(drawn)) {
      assertThat(CaseNumber.parse(swapped)).isEmpty();
    }
  }

  @Property
  void neverThrowsOnWhatPeopleType(@ForAll String typed) {
    CaseNumber.parse(typed);
  }

  @Example
  void readsLettersThatLookLikeDigits() {
    String drawn = CaseNumber.draw(CaseKind.APPLICATION, DAY, new Random(3)).value();
    assertThat(CaseNumber.parse(drawn.replace('0', 'O').replace('1', 'l')))
        .contains(new CaseNumber(drawn));
  }

  @Property
  void readsWhatIsPastedWithSpacesDashesAndFullWidth(@ForAll CaseKind kind, @ForAll long seed) {
    String drawn = CaseNumber.draw(kind, DAY, new Random(seed)).value();
    StringBuilder wide = new StringBuilder();
    drawn.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
    CaseNumber number = new CaseNumber(drawn);
    assertThat(CaseNumber.parse(" " + drawn + "\u00a0\n")).contains(number);
    assertThat(CaseNumber.parse("\u200e" + drawn + "\ufeff")).contains(number);
    assertThat(CaseNumber.parse(wide.toString().toLowerCase(Locale.ROOT))).contains(number);
    assertThat(
            CaseNumber.parse(
                drawn.substring(0, 1)
                    + "\u2011"
                    + drawn.substring(1, 9)
                    + " － "
                    + drawn.substring(9, 13)
                    + "　"
                    + drawn.substring(13)))
        .contains(number);
    assertThat(CaseNumber.parse(drawn.replaceAll("(?<=.)", "  "))).contains(number);
  }

  @Example
  void forgivesNothingElseThanWhatPartsOrCannotBeSeen() {
    String drawn = CaseNumber.draw(CaseKind.APPLICATION, DAY, new Random(4)).value();
    for (String strange : new String[] {".", "/", "_", "号", "\u0000", "#", "+", "\u0301"}) {
      assertThat(CaseNumber.parse(drawn + strange)).as(strange).isEmpty();
    }
    assertThat(CaseNumber.parse(drawn + " ".repeat(47))).isEmpty();
    assertThat(CaseNumber.parse("")).isEmpty();
    assertThat(CaseNumber.parse(" - ")).isEmpty();
  }

  @Example
  void refusesADayThatDoesNotExist() {
    assertThat(CaseNumber.parse("A20260230K7M2QX9ZZ")).isEmpty();
    assertThatThrownBy(() -> new CaseNumber("A20261123"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
