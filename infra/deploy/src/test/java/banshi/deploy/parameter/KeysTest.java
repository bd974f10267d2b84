package banshi.deploy.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.deploy.console.Stopped;
import banshi.local.dev.LocalKeys;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  private static final byte[] NOTHING = new byte[0];

  @TempDir private Path folder;

  private Map<String, String> values() {
    return ParameterFile.read(folder.resolve("p.json")).values();
  }

  private static Aead aead(String keyset) throws GeneralSecurityException {
    Configuration aead = AeadConfig2026.get();
    return TinkJsonProtoKeysetFormat.parseKeyset(keyset, aead, InsecureSecretKeyAccess.get())
        .getPrimitive(aead, Aead.class);
  }

  private static Map<String, String> tags(String fields, String index) {
    return KeyPrints.tags(
        Map.of("FieldKeys", new Setting.Given(fields), "IndexKey", new Setting.Given(index)));
  }

  @Test
  void made_keys_are_for_their_owner_only_and_leave_the_rest_of_the_file_alone()
      throws IOException {
    Files.writeString(
        folder.resolve("p.json"), "{\"TokenIssuer\": \"https://id\", \"MailPort\": 25}");
    new KeyFile(folder.resolve("p.json")).make();
    assertThat(values())
        .containsEntry("TokenIssuer", "https://id")
        .containsEntry("MailPort", "25")
        .containsKeys("FieldKeys", "IndexKey");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("p.json"))))
        .isEqualTo("rw-------");
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void keys_are_never_overwritten() throws IOException {
    KeyFile file = new KeyFile(folder.resolve("p.json"));
    file.make();
    String before = Files.readString(folder.resolve("p.json"));
    assertThatThrownBy(file::make).isInstanceOf(Stopped.class).hasMessageContaining("--add");
    assertThat(Files.readString(folder.resolve("p.json"))).isEqualTo(before);
  }

  @Test
  void at_each_step_of_renewal_either_neighbour_opens_what_the_other_closed()
      throws IOException, GeneralSecurityException {
    KeyFile file = new KeyFile(folder.resolve("p.json"));
    file.make();
    Aead first = aead(values().get("FieldKeys"));
    file.add();
    Aead added = aead(values().get("FieldKeys"));
    file.promote();
    Aead promoted = aead(values().get("FieldKeys"));

    byte[] secret = {1, 2, 3};
    assertThat(first.decrypt(added.encrypt(secret, NOTHING), NOTHING)).isEqualTo(secret);
    assertThat(added.decrypt(first.encrypt(secret, NOTHING), NOTHING)).isEqualTo(secret);
    assertThat(added.decrypt(promoted.encrypt(secret, NOTHING), NOTHING)).isEqualTo(secret);
    assertThat(promoted.decrypt(first.encrypt(secret, NOTHING), NOTHING)).isEqualTo(secret);
    assertThatThrownBy(() -> first.decrypt(promoted.encrypt(secret, NOTHING), NOTHING))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(file::promote).isInstanceOf(Stopped.class).hasMessageContaining("--add");
  }

  @Test
  void keys_may_be_added_but_not_lost() throws IOException {
    KeyFile file = new KeyFile(folder.resolve("p.json"));
    file.make();
    String index = values().get("IndexKey");
    Map<String, String> one = tags(values().get("FieldKeys"), index);
    file.add();
    Map<String, String> two = tags(values().get("FieldKeys"), index);
    file.promote();

    assertThatCode(() -> KeyPrints.check(one, one)).doesNotThrowAnyException();
    assertThatCode(() -> KeyPrints.check(two, one)).doesNotThrowAnyException();
    assertThatCode(() -> KeyPrints.check(tags(values().get("FieldKeys"), index), two))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> KeyPrints.check(one, two))
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("FieldKeys lacks keys");
  }

  @Test
  void another_index_key_and_a_stack_that_tells_nothing_are_refused() {
    LocalKeys keys = LocalKeys.generate();
    Map<String, String> ours = tags(keys.fields(), keys.index());
    Map<String, String> others = tags(keys.fields(), LocalKeys.generate().index());
    assertThatThrownBy(() -> KeyPrints.check(ours, others))
        .hasMessageContaining("IndexKey is not the one");
    assertThatThrownBy(() -> KeyPrints.check(ours, Map.of())).hasMessageContaining("has no tag");
    assertThatCode(() -> KeyPrints.check(Map.of(), ours)).doesNotThrowAnyException();
  }

  @Test
  void fingerprints_give_no_key_away() {
    LocalKeys keys = LocalKeys.generate();
    assertThat(tags(keys.fields(), keys.index()).values())
        .allSatisfy(print -> assertThat(print).matches("[0-9a-f]{12}"));
  }

  @Test
  void what_is_no_keyset_is_refused_without_being_shown() {
    for (String bad : new String[] {"{}", "{\"key\":[]}", "{hunter2}"}) {
      assertThatThrownBy(() -> tags(bad, "x"))
          .isInstanceOf(Stopped.class)
          .hasMessageContaining("FieldKeys")
          .hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void a_faulty_file_of_parameters_is_refused_with_its_line_and_without_its_text()
      throws IOException {
    for (String bad :
        new String[] {"", "[]", "{\"A\": \n hunter2}", "{\"A\":1,\"A\":2}", "{\"A\":1} x"}) {
      Files.writeString(folder.resolve("p.json"), bad);
      assertThatThrownBy(this::values)
          .isInstanceOf(Stopped.class)
          .hasMessageContaining("p.json")
          .hasMessageNotContaining("hunter2");
    }
    Files.writeString(folder.resolve("p.json"), "{\"A\": null}");
    assertThatThrownBy(this::values).hasMessageContaining("A is null");
    Files.writeString(
        folder.resolve("p.json"), "{\"TokenKeys\": {\"keys\": []}, \"MailStartTls\": true}");
    assertThat(values())
        .containsEntry("TokenKeys", "{\"keys\":[]}")
        .containsEntry("MailStartTls", "true");
  }

  @Test
  void a_file_that_others_may_read_is_noticed() throws IOException {
    new KeyFile(folder.resolve("p.json")).make();
    assertThat(ParameterFile.read(folder.resolve("p.json")).openToOthers()).isFalse();
    Files.setPosixFilePermissions(
        folder.resolve("p.json"), PosixFilePermissions.fromString("rw-r-----"));
    assertThat(ParameterFile.read(folder.resolve("p.json")).openToOthers()).isTrue();
  }
}
