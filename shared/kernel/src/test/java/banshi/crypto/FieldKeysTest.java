package banshi.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldKeysTest {
  private static final Configuration TINK = AeadConfig2026.get();
  private static final byte[] PLAIN = "13800000000".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CONTEXT = "case".getBytes(StandardCharsets.UTF_8);

  @Test
  void aKeySetThatTinkWroteOpensWhatTinkSealed() throws Exception {
    KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
    byte[] bytes = aead(handle).encrypt(PLAIN, CONTEXT);
    FieldKeys keys =
        FieldKeys.parse(
            TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get()));
    assertThat(FieldCipher.of(keys).open(bytes, "case")).isEqualTo(PLAIN);
  }

  @Test
  void tinkReadsWhatIsWrittenHereAndOpensWhatIsSealedHere() throws Exception {
    FieldKeys keys = FieldKeys.generate().withNewPrimary().withNewPrimary();
    KeysetHandle handle =
        TinkJsonProtoKeysetFormat.parseKeyset(
            keys.toTinkJson(), TINK, InsecureSecretKeyAccess.get());
    assertThat(handle.size()).isEqualTo(3);
    assertThat(handle.getPrimary().getId()).isEqualTo(keys.primaryId());
    assertThat(aead(handle).decrypt(FieldCipher.of(keys).seal(PLAIN, "case"), CONTEXT))
        .isEqualTo(PLAIN);
  }

  @Test
  void writingAndReadingAgainKeepsEveryKey() {
    FieldKeys old = FieldKeys.generate();
    byte[] bytes = FieldCipher.of(old).seal(PLAIN, "case");
    FieldKeys read = FieldKeys.parse(old.withNewPrimary().toTinkJson());
    assertThat(FieldCipher.of(read).open(bytes, "case")).isEqualTo(PLAIN);
    assertThat(read.primaryId()).isNotEqualTo(old.primaryId());
  }

  @Test
  void aDisabledKeyOpensNothing() {
    FieldKeys old = FieldKeys.generate();
    byte[] bytes = FieldCipher.of(old).seal(PLAIN, "case");
    String json = old.withNewPrimary().toTinkJson();
    FieldKeys disabled = FieldKeys.parse(json.replaceFirst("ENABLED", "DISABLED"));
    assertThat(disabled.aead(old.primaryId())).isEmpty();
    assertThat(FieldKeys.parse(disabled.toTinkJson()).aead(old.primaryId())).isEmpty();
    assertThat(FieldKeys.parse(json).aead(old.primaryId())).isPresent();
    assertThat(FieldCipher.keyId(bytes)).hasValue(old.primaryId());
  }

  @Test
  void thePrimaryKeyCannotBeTakenAway() {
    FieldKeys keys = FieldKeys.generate();
    assertThatIllegalArgumentException().isThrownBy(() -> keys.without(keys.primaryId()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "null",
        "{\"primaryKeyId\":1}",
        "{\"primaryKeyId\":1,\"key\":[]}",
        "{\"primaryKeyId\":1,\"primaryKeyId\":1,\"key\":[]}"
      })
  void whatIsNoKeySetIsRefused(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> FieldKeys.parse(json));
  }

  @ParameterizedTest
  @CsvSource({
    "AesGcmKey, AesEaxKey",
    "\"TINK\", \"RAW\"",
    "ENABLED, DISABLED",
    "ENABLED, UNKNOWN_STATUS",
    "GiB, GhB",
    "\"value\":\", \"value\":\"*",
    "\"value\":\"GiB, \"value\":\"",
  })
  void aKeySetOfOtherKeysIsRefusedWithoutQuotingIt(String part, String instead) {
    String json = keySetWithKnownBytes();
    assertThat(json).contains(part);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldKeys.parse(json.replace(part, instead)))
        .withMessageNotContaining("GiB")
        .withNoCause();
  }

  @Test
  void theUnalteredKeySetOfThoseTestsIsAccepted() {
    assertThat(FieldKeys.parse(keySetWithKnownBytes()).primaryId()).isEqualTo(7);
  }

  @Test
  void twoKeysWithOneIdAreRefused() {
    String json = keySetWithKnownBytes();
    String key = json.substring(json.indexOf('[') + 1, json.indexOf(']'));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldKeys.parse(json.replace(key, key + "," + key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4294967296", "-1", "\"7\"", "7.5", "1e99"})
  void aKeyIdIsA32BitNumber(String id) {
    String json = keySetWithKnownBytes().replace(":7", ":" + id);
    assertThatIllegalArgumentException().isThrownBy(() -> FieldKeys.parse(json));
  }

  @Test
  void printsNoKey() {
    assertThat(FieldKeys.parse(keySetWithKnownBytes())).hasToString("FieldKeys[1 keys, primary 7]");
  }

  private static String keySetWithKnownBytes() {
    return """
        {"primaryKeyId":7,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
        "value":"GiBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==","keyMaterialType":"SYMMETRIC"},\
        "status":"ENABLED","keyId":7,"outputPrefixType":"TINK"}]}""";
  }

  private static Aead aead(KeysetHandle handle) throws Exception {
    return handle.getPrimitive(TINK, Aead.class);
  }
}
