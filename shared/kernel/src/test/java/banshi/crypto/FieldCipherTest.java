package banshi.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.crypto.UnreadableValue.Reason;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FieldCipherTest {
  private static final byte[] PLAIN = "500106190001010019".getBytes(StandardCharsets.UTF_8);

  private final FieldKeys keys = FieldKeys.generate();
  private final FieldCipher cipher = FieldCipher.of(keys);

  @Property(tries = 200)
  void whatIsSealedOpensInItsContextAndIsLongerByTheStatedOverhead(
      @ForAll byte[] plain, @ForAll String context) {
    byte[] bytes = cipher.seal(plain, context);
    assertThat(cipher.open(bytes, context)).isEqualTo(plain);
    assertThat(bytes).hasSize(plain.length + FieldCipher.OVERHEAD_BYTES);
  }

  @Property(tries = 200)
  void oneFlippedBitAnywhereIsFoundOut(@ForAll @IntRange(max = 407) int bit) {
    byte[] bytes = cipher.seal(PLAIN, "here");
    bytes[bit / 8 % bytes.length] ^= (byte) (1 << bit % 8);
    assertThatExceptionOfType(UnreadableValue.class).isThrownBy(() -> cipher.open(bytes, "here"));
  }

  @Property(tries = 200)
  void garbageIsRefusedWithAReason(@ForAll byte[] garbage) {
    assertThatExceptionOfType(UnreadableValue.class).isThrownBy(() -> cipher.open(garbage, "here"));
  }

  @Test
  void theSealedValueDoesNotShowThePlainOne() {
    byte[] bytes = cipher.seal(PLAIN, "here");
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("500106");
  }

  @Test
  void twoSealingsOfOneValueDiffer() {
    assertThat(cipher.seal(PLAIN, "here")).isNotEqualTo(cipher.seal(PLAIN, "here"));
  }

  @Test
  void aValueMovedElsewhereIsFoundOut() {
    byte[] bytes = cipher.seal(PLAIN, "here");
    assertReason(Reason.ALTERED, () -> cipher.open(bytes, "there"));
  }

  @Test
  void aValueCutShortOrOfAnotherFormIsNotSealed() {
    byte[] other = cipher.seal(PLAIN, "here");
    other[0] = 0;
    assertReason(Reason.NOT_SEALED, () -> cipher.open(other, "here"));
    assertReason(Reason.NOT_SEALED, () -> cipher.open(new byte[0], "here"));
    assertReason(
        Reason.NOT_SEALED, () -> cipher.open(new byte[FieldCipher.OVERHEAD_BYTES - 1], "here"));
  }

  @Test
  void theSealedValueNamesItsKey() {
    assertThat(FieldCipher.keyId(cipher.seal(PLAIN, "here"))).hasValue(keys.primaryId());
    assertThat(FieldCipher.keyId(PLAIN)).isEmpty();
  }

  @Test
  void afterARotationOldValuesOpenAndNewOnesAreUnderTheNewKey() {
    byte[] old = cipher.seal(PLAIN, "here");
    FieldKeys rotated = keys.withNewPrimary();
    FieldCipher both = FieldCipher.of(rotated);
    assertThat(both.open(old, "here")).isEqualTo(PLAIN);
    assertThat(FieldCipher.keyId(both.seal(PLAIN, "here"))).hasValue(rotated.primaryId());
    assertThat(both.isCurrent(old)).isFalse();
  }

  @Test
  void rewrappingMovesAValueToTheNewKeyAndTheOldKeyCanGo() {
    byte[] old = cipher.seal(PLAIN, "here");
    FieldKeys rotated = keys.withNewPrimary();
    byte[] rewrapped = FieldCipher.of(rotated).rewrap(old, "here");
    assertThat(FieldCipher.of(rotated).isCurrent(rewrapped)).isTrue();
    FieldCipher onlyNew = FieldCipher.of(rotated.without(keys.primaryId()));
    assertThat(onlyNew.open(rewrapped, "here")).isEqualTo(PLAIN);
    assertReason(Reason.UNKNOWN_KEY, () -> onlyNew.open(old, "here"));
    assertReason(Reason.UNKNOWN_KEY, () -> onlyNew.rewrap(old, "here"));
  }

  @Test
  void aKeySetIsReadAtTheFirstUseOnly() {
    FieldCipher unread = FieldCipher.ofKeyset("no key set");
    assertThatIllegalArgumentException().isThrownBy(() -> unread.seal(PLAIN, "here"));
    FieldCipher read = FieldCipher.ofKeyset(keys.toTinkJson());
    assertThat(read.open(cipher.seal(PLAIN, "here"), "here")).isEqualTo(PLAIN);
  }

  private static void assertReason(Reason reason, ThrowingCallable opening) {
    assertThatExceptionOfType(UnreadableValue.class)
        .isThrownBy(opening)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
