package banshi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Effect.ArmAtDeadline;
import banshi.cases.Effect.ArmAtDue;
import banshi.cases.Effect.ArmYearly;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the tables themselves, so that a kind that comes later is linted without a word here. */
class LifeCycleLintTest {
  static List<LifeCycle> tables() {
    return LifeCycles.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyStageIsReachable(LifeCycle table) {
    Set<Stage> reached = new HashSet<>();
    reached.add(table.opening().to().orElseThrow());
    boolean grew = true;
    while (grew) {
      grew = reached.addAll(from(table, reached).collect(Collectors.toSet()));
    }
    assertThat(reached).containsExactlyInAnyOrderElementsOf(table.stages());
  }

  private static Stream<Stage> from(LifeCycle table, Set<Stage> reached) {
    return table.moves().stream()
        .filter(move -> move.from().stream().anyMatch(reached::contains))
        .flatMap(move -> move.to().stream());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyStageThatIsNotFinalHasAWayOut(LifeCycle table) {
    for (Stage stage : table.stages()) {
      boolean wayOut =
          table.moves().stream()
              .anyMatch(
                  move ->
                      move.from().contains(stage)
                          && move.to().filter(to -> to != stage).isPresent());
      assertThat(wayOut).as("a way out of %s", stage).isEqualTo(!stage.isFinal());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyActionHasARowAndEveryRowAParty(LifeCycle table) {
    assertThat(table.moves().stream().map(Move::action).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(table.actions());
    assertThat(table.moves()).allSatisfy(move -> assertThat(move.by()).isNotEmpty());
    assertThat(table.moves().stream().filter(move -> move.from().isEmpty())).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noTwoRowsAnswerTheSameActOfTheSameParty(LifeCycle table) {
    List<Move> moves = table.moves();
    for (Move one : moves) {
      for (Move other : moves) {
        boolean clash =
            one != other
                && one.action() == other.action()
                && one.guard() == other.guard()
                && one.from().stream().anyMatch(other.from()::contains)
                && one.by().stream().anyMatch(other.by()::contains);
        assertThat(clash).as("%s against %s", one, other).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTimerThatIsArmedFiresFromAStageItCanBeArmedFor(LifeCycle table) {
    Set<Action> armed =
        table.moves().stream()
            .flatMap(move -> move.effects().stream())
            .flatMap(LifeCycleLintTest::timed)
            .collect(Collectors.toSet());
    Set<Action> fired =
        table.moves().stream()
            .filter(move -> move.by().equals(Set.of(Party.SYSTEM)))
            .map(Move::action)
            .collect(Collectors.toSet());
    assertThat(armed).isEqualTo(fired);
    for (Move move : table.moves()) {
      Stage to = move.to().orElseGet(() -> move.from().iterator().next());
      move.effects().stream()
          .flatMap(LifeCycleLintTest::timed)
          .forEach(
              action ->
                  assertThat(table.moves())
                      .as("%s armed on the way to %s", action, to)
                      .anyMatch(row -> row.action() == action && row.from().contains(to)));
    }
  }

  private static Stream<Action> timed(Effect effect) {
    return switch (effect) {
      case ArmAtDue(Action action, ClockName clock) -> Stream.of(action);
      case ArmAtDeadline(Action action) -> Stream.of(action);
      case ArmYearly(Action action, MonthDay day) -> Stream.of(action);
      default -> Stream.empty();
    };
  }

  @ParameterizedTest
  @MethodSource("tables")
  void movesOfTheClockNameTheirRule(LifeCycle table) {
    assertThat(table.moves())
        .allSatisfy(
            move ->
                assertThat(move.basis().isPresent()).isEqualTo(move.by().contains(Party.SYSTEM)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aDrawingShowsEveryStageAndEveryAction(LifeCycle table) {
    String page = Drawing.page(table);
    assertThat(table.stages()).allSatisfy(stage -> assertThat(page).contains(stage.name()));
    assertThat(table.actions()).allSatisfy(action -> assertThat(page).contains(action.path()));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void nothingWaitsWhereNobodyLooks(LifeCycle table) {
    assertThat(WaitLaw.brokenBy(table, Ladders.published())).isEmpty();
  }
}
