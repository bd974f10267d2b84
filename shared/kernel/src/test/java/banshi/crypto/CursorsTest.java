package banshi.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CursorsTest {
  private static final String LIST = "cases|caller-1|state=OPEN";

  private final Cursors cursors = new Cursors(FieldCipher.of(FieldKeys.generate()));

  @Property(tries = 200)
  void aCursorGivesItsPositionBackAndIsUrlSafe(
      @ForAll @StringLength(max = 300) String position, @ForAll String boundTo) {
    // A lone surrogate has no UTF-8 form; positions are made by us and have none.
    String whole = position.replaceAll("\\p{Cs}", "?");
    String cursor = cursors.seal(whole, boundTo);
    assertThat(cursors.open(cursor, boundTo)).contains(whole);
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
  }

  @Property(tries = 500)
  void oneOtherCharacterAnywhereSpoilsACursor(
      @ForAll @IntRange(max = 1000) int at, @ForAll("urlSafe") char instead) {
    String cursor = cursors.seal("a position", LIST);
    int place = at % cursor.length();
    String altered = cursor.substring(0, place) + instead + cursor.substring(place + 1);
    assertThat(cursors.open(altered, LIST).isPresent()).isEqualTo(altered.equals(cursor));
  }

  @Provide
  Arbitrary<Character> urlSafe() {
    return Arbitraries.chars().range('A', 'Z').range('a', 'z').range('0', '9').with('-', '_');
  }

  @Property(tries = 200)
  void garbageIsNoCursor(@ForAll String garbage) {
    assertThat(cursors.open(garbage, LIST)).isEmpty();
  }

  @Test
  void everySpellingOfTheLastCharacterButTheWrittenOneIsRefused() {
    // 34 bytes leave spare bits in the last character, which a lenient decoder overlooks.
    String cursor = cursors.seal("x", LIST);
    assertThat(cursor.length() % 4).isNotZero();
    String head = cursor.substring(0, cursor.length() - 1);
    long accepted =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .chars()
            .filter(c -> cursors.open(head + (char) c, LIST).isPresent())
            .count();
    assertThat(accepted).isEqualTo(1);
    assertThat(cursors.open(cursor + "==", LIST)).isEmpty();
  }

  @Test
  void aCursorIsOfNoUseInAnotherListOrToAnotherCaller() {
    String cursor = cursors.seal("a position", LIST);
    assertThat(cursors.open(cursor, "cases|caller-2|state=OPEN")).isEmpty();
    assertThat(cursors.open(cursor, "cases|caller-1|state=CLAIMED")).isEmpty();
  }

  @Test
  void aCursorUnderAnotherKeyIsRefused() {
    String foreign = new Cursors(FieldCipher.of(FieldKeys.generate())).seal("a position", LIST);
    assertThat(cursors.open(foreign, LIST)).isEmpty();
  }

  @Test
  void aCutCursorIsRefused() {
    String cursor = cursors.seal("a position", LIST);
    for (int length = 0; length < cursor.length(); length++) {
      assertThat(cursors.open(cursor.substring(0, length), LIST)).isEmpty();
    }
  }

  @Test
  void aFieldOfACaseIsNoCursor() {
    FieldCipher cipher = FieldCipher.of(FieldKeys.generate());
    String field =
        Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.seal(new byte[9], LIST));
    assertThat(new Cursors(cipher).open(field, LIST)).isEmpty();
  }

  @Test
  void lengthsAreBounded() {
    String longest = "事".repeat(Cursors.MAX_POSITION_BYTES / 3);
    String cursor = cursors.seal(longest + "x", LIST);
    assertThat(cursor).hasSize(Cursors.MAX_CURSOR_LENGTH);
    assertThat(cursors.open(cursor, LIST)).contains(longest + "x");
    assertThatIllegalArgumentException().isThrownBy(() -> cursors.seal(longest + "xx", LIST));
    assertThat(cursors.open("A".repeat(Cursors.MAX_CURSOR_LENGTH + 1), LIST)).isEmpty();
  }
}
