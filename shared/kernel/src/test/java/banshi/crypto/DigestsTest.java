package banshi.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestsTest {
  @Test
  void sha256IsThatOfTheStandard() {
    // FIPS 180-4's own example.
    assertThat(Digests.sha256Hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Digests.sha256Hex(new byte[0]))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void base64UrlFormHasNoPadding() {
    assertThat(Digests.sha256Base64Url("abc"))
        .isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
  }

  @Test
  void textIsDigestedAsUtf8() {
    assertThat(Digests.sha256Hex("办事"))
        .isEqualTo(Digests.sha256Hex(new byte[] {-27, -118, -98, -28, -70, -117}));
  }
}
