package banshi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may read which person's name: every reader against everybody who acts. */
class SightTest {
  private static final Set<Party> HALL =
      EnumSet.of(
          Party.WINDOW,
          Party.LEAD,
          Party.DEPARTMENT,
          Party.REGISTRAR,
          Party.ASSIGNEE,
          Party.RATED,
          Party.DISCIPLINE,
          Party.SUPERVISOR);

  /** Rows are readers, columns who acted: N nothing, m the masked name, F the full name. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reader     | APPLICANT SIGNATORY UNSIGNED WINDOW LEAD DEPARTMENT REGISTRAR ASSIGNEE RATED DISCIPLINE SUPERVISOR SYSTEM
          APPLICANT  | N         N         N        N      N    N          N         N        N     N          N          N
          SIGNATORY  | N         N         N        N      N    N          N         N        N     N          N          N
          UNSIGNED   | N         N         N        N      N    N          N         N        N     N          N          N
          SYSTEM     | N         N         N        N      N    N          N         N        N     N          N          N
          WINDOW     | m         m         m        F      F    F          F         F        F     N          F          N
          LEAD       | m         m         m        F      F    F          F         F        F     N          F          N
          DEPARTMENT | m         m         m        F      F    F          F         F        F     N          F          N
          REGISTRAR  | m         m         m        F      F    F          F         F        F     N          F          N
          ASSIGNEE   | m         m         m        F      F    F          F         F        F     N          F          N
          RATED      | m         m         m        F      F    F          F         F        F     N          F          N
          DISCIPLINE | m         m         m        F      F    F          F         F        F     F          F          N
          SUPERVISOR | m         m         m        F      F    F          F         F        F     F          F          N
          """,
      useHeadersInDisplayName = true)
  void whoIsShownWhom(String reader, String cells) {
    List<Party> acting =
        Stream.of(
                "APPLICANT SIGNATORY UNSIGNED WINDOW LEAD DEPARTMENT REGISTRAR ASSIGNEE RATED"
                    .concat(" DISCIPLINE SUPERVISOR SYSTEM")
                    .split(" "))
            .map(Party::valueOf)
            .toList();
    String shown =
        String.join(
            " ",
            acting.stream()
                .map(party -> letter(Sight.of(EnumSet.of(Party.valueOf(reader)), party)))
                .toList());
    assertThat(shown).isEqualTo(String.join(" ", cells.strip().split("\\s+")));
    assertThat(acting).containsExactlyInAnyOrder(Party.values());
  }

  private static String letter(Sight sight) {
    return switch (sight) {
      case NOTHING -> "N";
      case MASKED -> "m";
      case FULL -> "F";
    };
  }

  static Stream<Party> official() {
    return HALL.stream();
  }

  @ParameterizedTest
  @MethodSource("official")
  void whoAppliesOrSignsIsToldOfNobodyEvenWhereTheyAreAnOfficerBesides(Party office) {
    for (Party own : EnumSet.of(Party.APPLICANT, Party.SIGNATORY, Party.UNSIGNED)) {
      assertThat(Arrays.stream(Party.values()).map(p -> Sight.of(EnumSet.of(own, office), p)))
          .containsOnly(Sight.NOTHING);
    }
  }

  @ParameterizedTest
  @MethodSource("official")
  void whoHoldsAnyOfTheHallsPartsIsOnRecord(Party office) {
    assertThat(Sight.isOfficial(EnumSet.of(office))).isTrue();
    assertThat(Sight.isOfficial(EnumSet.of(office, Party.APPLICANT))).isTrue();
    assertThat(Sight.isOfficial(EnumSet.complementOf(EnumSet.copyOf(HALL)))).isFalse();
  }
}
