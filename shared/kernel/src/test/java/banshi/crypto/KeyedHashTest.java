package banshi.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
  private static final byte[] KEY =
      "a key of thirty-two bytes, at least".getBytes(StandardCharsets.UTF_8);
  private final KeyedHash hash = KeyedHash.of(KEY);

  @Test
  void hashIsTheHmacOverLengthPrefixedParts() {
    assertThat(HexFormat.of().formatHex(KeyedHash.of(new byte[32]).hash("p", "ab")))
        .isEqualTo("cb1b5eea75a4bda8742666bf63943bddc7acb1b43a1b91eb40b058795d91938a");
  }

  @Test
  void purposesAndPartsNeverRunIntoOneAnother() {
    Set<String> hashes = new HashSet<>();
    hashes.add(hash.base64Url(32, "a", "bc"));
    hashes.add(hash.base64Url(32, "ab", "c"));
    hashes.add(hash.base64Url(32, "abc"));
    hashes.add(hash.base64Url(32, "a", "b", "c"));
    hashes.add(hash.base64Url(32, "a", "bc", ""));
    hashes.add(hash.base64Url(32, "", "abc"));
    assertThat(hashes).hasSize(6);
  }

  @Test
  void anotherKeyGivesAnotherHash() {
    byte[] other = KEY.clone();
    other[0] ^= 1;
    assertThat(KeyedHash.of(other).hash("p", "x")).isNotEqualTo(hash.hash("p", "x"));
  }

  @Test
  void shortenedHashIsTheBeginningOfTheWhole() {
    byte[] whole = hash.hash("p", "x");
    byte[] shortened = Base64.getUrlDecoder().decode(hash.base64Url(16, "p", "x"));
    assertThat(whole).startsWith(shortened);
    assertThat(shortened).hasSize(16);
  }

  @Test
  void fewerThan128BitsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> hash.base64Url(15, "p"));
    assertThatIllegalArgumentException().isThrownBy(() -> hash.base64Url(33, "p"));
  }

  @Test
  void theKeyIsCopied() {
    byte[] key = KEY.clone();
    KeyedHash copied = KeyedHash.of(key);
    key[0] ^= 1;
    assertThat(copied.hash("p")).isEqualTo(hash.hash("p"));
  }

  @Test
  void shortOrUnreadableKeysAreRefusedWithoutQuotingThem() {
    assertThatIllegalArgumentException().isThrownBy(() -> KeyedHash.of(new byte[31]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyedHash.ofBase64("not*base64"))
        .withMessageNotContaining("not*base64")
        .withNoCause();
  }

  @Test
  void aKeyInBase64IsTheSameKey() {
    assertThat(KeyedHash.ofBase64(Base64.getEncoder().encodeToString(KEY) + "\n").hash("p", "x"))
        .isEqualTo(hash.hash("p", "x"));
  }

  @Test
  void printsNothingOfTheKey() {
    assertThat(hash).hasToString("KeyedHash[HmacSHA256]");
  }

  @Test
  void sameTellsEqualFromDifferent() {
    assertThat(KeyedHash.same("abc", "abc")).isTrue();
    assertThat(KeyedHash.same("abc", "abd")).isFalse();
    assertThat(KeyedHash.same("abc", "ab")).isFalse();
  }
}
