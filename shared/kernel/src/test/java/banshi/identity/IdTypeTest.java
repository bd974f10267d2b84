package banshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTypeTest {
  @ParameterizedTest
  @CsvSource({
    "ID_CARD, 500106190001010019",
    "ID_CARD, 50010619000101006x",
    "ID_CARD, ' ５００１０６１９０００１０１００６ｘ　'",
    "RESIDENCE_PERMIT, 810000190001010018",
    "RESIDENCE_PERMIT, 82000019000101001X",
    "RESIDENCE_PERMIT, 830000190001010011",
    "HM_PERMIT, H00000000",
    "HM_PERMIT, m0000000000",
    "TW_PERMIT, 00000000",
    "TW_PERMIT, 0000000000A",
    "FOREIGNER_PERMIT, abc000000000000",
    "PASSPORT, e00000000",
    "CREDIT_CODE, 91500106000000019x",
    "OTHER, 军字第0001号",
  })
  void soundNumbersAreOkAsAPersonTypesThem(IdType type, String number) {
    assertThat(type.check(number)).isEqualTo(new IdCheck.Ok());
  }

  @Test
  void theNewCardOfForeignersHasTheFormOfACitizenNumber() {
    String first17 = "91115619000101001";
    String number = first17 + CitizenId.checkCharacter(first17);
    assertThat(IdType.FOREIGNER_PERMIT.check(number)).isEqualTo(new IdCheck.Ok());
    assertThat(IdType.ID_CARD.check(number))
        .isEqualTo(new IdCheck.Warning(Set.of(IdProblem.OTHER_KIND)));
  }

  @ParameterizedTest
  @CsvSource({
    "ID_CARD, 810000190001010018",
    "RESIDENCE_PERMIT, 500106190001010019",
    "FOREIGNER_PERMIT, 500106190001010019",
  })
  void aSoundNumberOfAnotherKindIsAWarning(IdType type, String number) {
    assertThat(type.check(number)).isEqualTo(new IdCheck.Warning(Set.of(IdProblem.OTHER_KIND)));
  }

  @ParameterizedTest
  @CsvSource({
    "ID_CARD, 500106190001010018, CHECK_CHARACTER",
    "ID_CARD, '500106 19000101 0019', LENGTH",
    "HM_PERMIT, A00000000, CHARACTERS",
    "HM_PERMIT, H000000000, CHARACTERS",
    "TW_PERMIT, 000000000, CHARACTERS",
    "FOREIGNER_PERMIT, AB0000000000000, CHARACTERS",
    "PASSPORT, E000, CHARACTERS",
    "PASSPORT, E-00000000, CHARACTERS",
    "CREDIT_CODE, 9150010600000001, LENGTH",
    "OTHER, ' ', LENGTH",
  })
  void unsoundNumbersAreMalformed(IdType type, String number, IdProblem problem) {
    assertThat(type.check(number)).isEqualTo(new IdCheck.Malformed(Set.of(problem)));
  }

  @Test
  void aFutureBirthDateIsSeenWhenTheDayIsTold() {
    assertThat(IdType.ID_CARD.check("500106190001010019", LocalDate.of(1899, 12, 31)))
        .isEqualTo(new IdCheck.Malformed(Set.of(IdProblem.BIRTH_DATE_IN_FUTURE)));
  }

  @Test
  void typesAreNamedExactly() {
    assertThat(IdType.named("ID_CARD")).contains(IdType.ID_CARD);
    assertThat(IdType.named("id_card")).isEmpty();
    assertThat(IdType.named("")).isEmpty();
  }

  @Test
  void problemsHaveCodesForInterfaces() {
    assertThat(IdProblem.CHECK_CHARACTER.code()).isEqualTo("check-character");
  }

  @Test
  void onlyCompaniesHaveCreditCodes() {
    for (IdType type : IdType.values()) {
      assertThat(ApplicantType.of(type) == ApplicantType.COMPANY)
          .isEqualTo(type == IdType.CREDIT_CODE);
    }
  }
}
