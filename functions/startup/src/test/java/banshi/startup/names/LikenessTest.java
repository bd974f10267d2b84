package banshi.startup.names;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.startup.names.Likeness.Kind;
import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LikenessTest {
  private static final String FEW = "渝味愉山城";

  /** Of few characters, so that names often are alike. */
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(FEW.chars().mapToObj(Character::toString).toList())
        .list()
        .ofMinSize(2)
        .ofMaxSize(5)
        .map(characters -> String.join("", characters));
  }

  @Property
  void whatIsReallyOneApartIsJudgedSoAndSharesAVariant(
      @ForAll("names") String name,
      @ForAll @IntRange(min = 0, max = 5) int place,
      @ForAll @IntRange(min = 0, max = 2) int change,
      @ForAll @IntRange(min = 0, max = 4) int other) {
    StringBuilder changed = new StringBuilder(name);
    int at = Math.min(place, name.length() - 1);
    char with = FEW.charAt(other);
    switch (change) {
      case 0 -> changed.insert(at, with);
      case 1 -> changed.deleteCharAt(at);
      default -> changed.setCharAt(at, with);
    }
    String result = changed.toString();
    if (result.equals(name)) {
      assertThat(Likeness.between(name, result)).isEmpty();
    } else {
      assertThat(Likeness.between(name, result)).isPresent();
      assertThat(Likeness.of(name).variants())
          .containsAnyElementsOf(Likeness.of(result).variants());
    }
  }

  @Property
  void likenessIsWhatTheEditDistanceAndTheSoundSayWhicheverNameComesFirst(
      @ForAll("names") String one, @ForAll("names") String other) {
    var likeness = Likeness.between(one, other);
    assertThat(Likeness.between(other, one)).isEqualTo(likeness);
    if (one.equals(other)) {
      assertThat(likeness).isEmpty();
    } else if (Likeness.of(one).sound().equals(Likeness.of(other).sound())) {
      assertThat(likeness).contains(Kind.SAME_SOUND);
    } else if (distance(one, other) == 1) {
      assertThat(likeness).contains(Kind.ONE_CHARACTER);
    } else {
      assertThat(likeness).isEmpty();
    }
  }

  @Property
  void aNameHasAtMostOneVariantMoreThanCharacters(@ForAll("names") String name) {
    assertThat(Likeness.of(name).variants())
        .hasSizeBetween(2, name.length() + 1)
        .startsWith(name)
        .allSatisfy(variant -> assertThat(distance(name, variant)).isLessThanOrEqualTo(1));
  }

  /** The textbook's table, as an oracle. */
  private static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        table[i][j] =
            i == 0 || j == 0
                ? i + j
                : Math.min(
                    Math.min(table[i - 1][j], table[i][j - 1]) + 1,
                    table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
      }
    }
    return table[a.length()][b.length()];
  }

  @Example
  void namesAreReadWithoutTonesOneReadingForEachCharacter() {
    assertThat(Likeness.of("渝味").sound()).isEqualTo("yu-wei");
    assertThat(Likeness.of("西安").sound()).isNotEqualTo(Likeness.of("先").sound());
    assertThat(Likeness.between("渝味", "愉位")).contains(Kind.SAME_SOUND);
    assertThat(Likeness.between("渝味", "渝味香")).contains(Kind.ONE_CHARACTER);
    assertThat(Likeness.between("渝味", "味渝")).isEmpty();
    assertThat(Likeness.between("甲乙丙", "甲丙乙")).isEmpty();
  }

  @Example
  void everyCharacterThatNamesMayHaveHasAReading() {
    var standard = Charset.forName("GB2312").newEncoder();
    List<String> unread =
        java.util.stream.IntStream.rangeClosed(0x4E00, 0x9FA5)
            .filter(c -> standard.canEncode((char) c))
            .mapToObj(Character::toString)
            .filter(c -> !Likeness.of(c).sound().matches("[a-z]{1,6}"))
            .toList();
    assertThat(unread).isEmpty();
  }
}
