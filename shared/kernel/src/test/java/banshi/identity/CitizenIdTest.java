package banshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.identity.CitizenId.Holder;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdTest {
  @ParameterizedTest
  @CsvSource({
    "500106190001010019, MAINLAND",
    "500106190001010027, MAINLAND",
    "50010619000101006X, MAINLAND",
    "810000190001010018, HONG_KONG",
    "82000019000101001X, MACAU",
    "830000190001010011, TAIWAN",
  })
  void soundNumbersAreOkAndTellTheirHolder(String number, Holder holder) {
    assertThat(CitizenId.check(number)).isEqualTo(new IdCheck.Ok());
    assertThat(CitizenId.holder(number)).contains(holder);
    assertThat(CitizenId.birthDate(number)).contains(LocalDate.of(1900, 1, 1));
  }

  @Test
  void theCodeOfTaiwanAsARegionIsNoResidencePermit() {
    assertThat(
            CitizenId.holder("71000019000101001" + CitizenId.checkCharacter("71000019000101001")))
        .contains(Holder.MAINLAND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500112190001010019", "510202190001010019", "999999190001010019"})
  void noRegionIsRefusedForItself(String number) {
    String first17 = number.substring(0, 17);
    assertThat(CitizenId.problems(first17 + CitizenId.checkCharacter(first17))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', LENGTH",
    "50010619000101001, LENGTH",
    "5001061900010100190, LENGTH",
    "500106000101001, LENGTH",
    "50010619000101006x, CHARACTERS",
    "5001061900010100A9, CHARACTERS",
    "X00106190001010019, CHARACTERS",
    "000106190001010019, CHARACTERS",
    "５００１０６１９０００１０１００１９, CHARACTERS",
    "٥٠٠١٠٦١٩٠٠٠١٠١٠٠١٩, CHARACTERS",
    "500106190001010018, CHECK_CHARACTER",
    "50010619000101001X, CHECK_CHARACTER",
  })
  void eachFaultIsNamed(String number, IdProblem problem) {
    assertThat(CitizenId.check(number)).isInstanceOf(IdCheck.Malformed.class);
    assertThat(CitizenId.problems(number)).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "50010619000229001",
        "50010619000100001",
        "50010619001301001",
        "50010619000431001",
        "50010617991231001",
        "50010600000101001",
        "50010619010229001"
      })
  void aBirthDateIsOneOfTheCalendar(String first17) {
    assertThat(CitizenId.problems(first17 + CitizenId.checkCharacter(first17)))
        .containsExactly(IdProblem.BIRTH_DATE);
  }

  @Test
  void aLeapDayOfALeapYearIsABirthDate() {
    String first17 = "50010619040229001";
    assertThat(CitizenId.problems(first17 + CitizenId.checkCharacter(first17))).isEmpty();
  }

  @Test
  void allFaultsAreToldAtOnce() {
    String first17 = "50010619000230001";
    char wrong = CitizenId.checkCharacter(first17) == '0' ? '1' : '0';
    assertThat(CitizenId.problems(first17 + wrong))
        .containsExactlyInAnyOrder(IdProblem.BIRTH_DATE, IdProblem.CHECK_CHARACTER);
  }

  @Test
  void aBirthDateAfterTheDayAskedAboutIsMalformed() {
    String first17 = "50010620261123001";
    String number = first17 + CitizenId.checkCharacter(first17);
    assertThat(CitizenId.check(number, LocalDate.of(2026, 11, 22)))
        .isEqualTo(new IdCheck.Malformed(Set.of(IdProblem.BIRTH_DATE_IN_FUTURE)));
    assertThat(CitizenId.check(number, LocalDate.of(2026, 11, 23))).isEqualTo(new IdCheck.Ok());
    assertThat(CitizenId.check(number)).isEqualTo(new IdCheck.Ok());
  }

  @Test
  void aCheckCharacterNeeds17Digits() {
    assertThatIllegalArgumentException().isThrownBy(() -> CitizenId.checkCharacter("1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CitizenId.checkCharacter("5001061900010100X"));
  }

  @Property
  void oneWrongCharacterOrTwoSwappedNeighboursAreFoundOut(
      @ForAll("numbers") String number,
      @ForAll @IntRange(max = 16) int at,
      @ForAll @CharRange(from = '0', to = '9') char instead) {
    String mistyped = number.substring(0, at) + instead + number.substring(at + 1);
    assertThat(CitizenId.problems(mistyped).isEmpty()).isEqualTo(mistyped.equals(number));
    String swapped =
        number.substring(0, at)
            + number.charAt(at + 1)
            + number.charAt(at)
            + number.substring(at + 2);
    assertThat(CitizenId.problems(swapped).isEmpty()).isEqualTo(swapped.equals(number));
  }

  @Property
  void noTextMakesACheckThrow(@ForAll String text) {
    for (IdType type : IdType.values()) {
      assertThat(type.check(text)).isNotNull();
    }
  }

  @Provide
  Arbitrary<String> numbers() {
    return Combinators.combine(
            Arbitraries.integers().between(110000, 699999),
            Dates.dates().yearBetween(1900, 2030),
            Arbitraries.integers().between(0, 999))
        .as(
            (region, born, sequence) -> {
              String first17 =
                  "%06d%04d%02d%02d%03d"
                      .formatted(
                          region,
                          born.getYear(),
                          born.getMonthValue(),
                          born.getDayOfMonth(),
                          sequence);
              return first17 + CitizenId.checkCharacter(first17);
            });
  }
}
