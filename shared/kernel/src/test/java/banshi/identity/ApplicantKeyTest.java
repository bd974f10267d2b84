package banshi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.crypto.KeyedHash;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicantKeyTest {
  private final KeyedHash index = KeyedHash.of(new byte[32]);

  @Test
  void oneDocumentGivesOneKeyHoweverItIsTyped() {
    assertThat(key(IdType.ID_CARD, "50010619000101006x"))
        .isPresent()
        .isEqualTo(key(IdType.ID_CARD, " ５００１０６１９０００１０１００６Ｘ"));
  }

  @Test
  void typesThatShareTheirNumbersShareTheirKeys() {
    assertThat(key(IdType.ID_CARD, "810000190001010018"))
        .isPresent()
        .isEqualTo(key(IdType.RESIDENCE_PERMIT, "810000190001010018"));
    assertThat(key(IdType.HM_PERMIT, "H00000000")).isNotEqualTo(key(IdType.TW_PERMIT, "00000000"));
  }

  @Test
  void otherDocumentsOtherKeysOtherHashes() {
    assertThat(key(IdType.ID_CARD, "500106190001010019"))
        .isNotEqualTo(key(IdType.ID_CARD, "500106190001010027"));
    assertThat(
            ApplicantKey.ofDocument(
                KeyedHash.of("b".repeat(32).getBytes(UTF_8)),
                IdType.ID_CARD,
                new IdNumber("500106190001010019")))
        .isNotEqualTo(key(IdType.ID_CARD, "500106190001010019"));
  }

  @Test
  void aLegacyCreditCodeWithAWarningHasAKey() {
    assertThat(key(IdType.CREDIT_CODE, "91350100M0001TGQXM")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "ID_CARD, 000000000000000000",
    "ID_CARD, UNKNOWN",
    "ID_CARD, 500106190001010018",
    "PASSPORT, E00000000",
    "OTHER, 1"
  })
  void aNumberThatDoesNotNameOneHolderGivesNoKey(IdType type, String number) {
    assertThat(key(type, number)).isEmpty();
  }

  @Test
  void accountsOfTwoProvidersAreTwoCallers() {
    assertThat(ApplicantKey.ofAccount(index, "https://a.example", "1"))
        .isEqualTo(ApplicantKey.ofAccount(index, "https://a.example", "1"))
        .isNotEqualTo(ApplicantKey.ofAccount(index, "https://b.example", "1"))
        .isNotEqualTo(ApplicantKey.ofAccount(index, "https://a.example1", ""));
  }

  @Test
  void aKeyHoldsNothingOfTheNumber() {
    assertThat(key(IdType.ID_CARD, "500106190001010019").orElseThrow().value())
        .matches("[A-Za-z0-9_-]{32}")
        .doesNotContain("1900");
    assertThatIllegalArgumentException().isThrownBy(() -> new ApplicantKey("500106190001010019"));
  }

  private Optional<ApplicantKey> key(IdType type, String number) {
    return ApplicantKey.ofDocument(index, type, new IdNumber(number));
  }
}
