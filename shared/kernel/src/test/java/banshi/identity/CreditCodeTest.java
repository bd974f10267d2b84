package banshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91500106000000019X",
        "91500106000000027Q",
        "92500106000000019T",
        "9150010600000006X1",
        "914403001922038216",
        "9144030071526726XG",
        "91330100799655058B",
        "91110108551385082Q",
        "91110000802100433B",
        "91110000600037341L",
        "9111000071093123XX",
        "91440300708461136T",
        "91310115591693856A",
        "9150000020286320X6",
        "11500114009130039C",
        "12441500196720244T",
        "11440100007482575H",
        "11511301008778183N",
        "115113010833722043"
      })
  void soundCodesAreOk(String code) {
    assertThat(CreditCode.check(code)).isEqualTo(new IdCheck.Ok());
  }

  @Test
  void aSumThatIsAMultipleOf31GivesZero() {
    assertThat(CreditCode.checkCharacter("91500106000000190")).isEqualTo('0');
    assertThat(CreditCode.check("915001060000001900")).isEqualTo(new IdCheck.Ok());
    assertThat(CreditCode.checkCharacter("00000000000000000")).isEqualTo('0');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M0001TGQXM",
        "91350211M0000XUF46",
        "91350203M0001FUE2P",
        "91500106MA5U1A1B2C"
      })
  void issuedCodesThatFailTheChecksAreAWarningAndNoRefusal(String code) {
    assertThat(CreditCode.check(code)).isInstanceOf(IdCheck.Warning.class);
    assertThat(CreditCode.check(code).isPlausible()).isTrue();
    assertThat(CreditCode.problems(code))
        .isNotEmpty()
        .isSubsetOf(IdProblem.CREDIT_CODE_CHECK, IdProblem.SUBJECT_CHECK);
  }

  @Test
  void theInnerAndTheOuterCheckAreToldApart() {
    assertThat(CreditCode.problems("91500106000000019Y"))
        .containsExactly(IdProblem.CREDIT_CODE_CHECK);
    String wrongInside = "91500106000000018";
    assertThat(CreditCode.check(wrongInside + CreditCode.checkCharacter(wrongInside)))
        .isEqualTo(new IdCheck.Warning(Set.of(IdProblem.SUBJECT_CHECK)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', LENGTH",
    "91500106000000019, LENGTH",
    "91500106000000019XX, LENGTH",
    "91500106000000019x, CHARACTERS",
    "9150010600000001IX, CHARACTERS",
    "9150010600000001OX, CHARACTERS",
    "9150010600000001SX, CHARACTERS",
    "9150010600000001VX, CHARACTERS",
    "9150010600000001ZX, CHARACTERS",
    "91500A06000000019X, CHARACTERS",
    "91500106事00000019X, CHARACTERS",
  })
  void whatIsNoCodeIsMalformed(String code, IdProblem problem) {
    assertThat(CreditCode.check(code)).isEqualTo(new IdCheck.Malformed(Set.of(problem)));
  }

  @ParameterizedTest
  @CsvSource({
    "9, 1, 00000001, 91500106000000019X",
    "9, 2, 00000001, 92500106000000019T",
    "9, 1, 00000006, 9150010600000006X1",
    "9, 1, 00000019, 915001060000001900",
  })
  void aCodeIsMadeFromItsParts(char department, char unitClass, String subject, String code) {
    assertThat(CreditCode.withChecks(department, unitClass, "500106", subject)).isEqualTo(code);
  }

  @Property
  void everyMadeCodeIsSoundAndEveryMistypedOneIsNoticed(
      @ForAll @Chars({'0', '1', '5', '9', 'A', 'H', 'J', 'P', 'X', 'Y'}) @StringLength(8)
          String subject,
      @ForAll @IntRange(max = 999_999) int region,
      @ForAll @IntRange(max = 17) int at,
      @ForAll @IntRange(max = 30) int instead) {
    String code = CreditCode.withChecks('9', '1', "%06d".formatted(region), subject);
    assertThat(CreditCode.problems(code)).isEmpty();
    String mistyped = code.substring(0, at) + ALPHABET.charAt(instead) + code.substring(at + 1);
    assertThat(CreditCode.problems(mistyped).isEmpty()).isEqualTo(mistyped.equals(code));
  }

  @Test
  void partsOfAnotherFormAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CreditCode.withChecks('9', '1', "50010", "00000001"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CreditCode.withChecks('9', '1', "50010A", "00000001"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CreditCode.withChecks('9', '1', "500106", "0000001"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CreditCode.withChecks('I', '1', "500106", "00000001"));
    assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.subjectCheck("0000000Z"));
    assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.checkCharacter("9"));
  }
}
