package banshi.cases;

import banshi.cases.Effect.AddTasks;
import banshi.cases.Effect.ArmAtDue;
import banshi.cases.Effect.OpenTasks;
import banshi.cases.Effect.OpenTasksAtReceipt;
import banshi.cases.Effect.OpenTasksOf;
import banshi.cases.Effect.RestartClock;
import banshi.cases.Effect.ResumeClocks;
import banshi.cases.Effect.StartClock;
import banshi.cases.Effect.StartClockAsGiven;
import banshi.cases.Effect.StartClockAtReceipt;
import banshi.cases.Effect.Tell;
import banshi.notices.NoticeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The law of the house: in every stage that is not final somebody is waited for; they have a task
 * or a timed move; they were told on entering it, and are warned before its clock ends.
 */
final class WaitLaw {
  private final LifeCycle table;
  private final Ladders ladders;
  private final List<String> broken = new ArrayList<>();

  private WaitLaw(LifeCycle table, Ladders ladders) {
    this.table = table;
    this.ladders = ladders;
  }

  /** Every place in a table that breaks the law, in words. */
  static List<String> brokenBy(LifeCycle table, Ladders ladders) {
    WaitLaw law = new WaitLaw(table, ladders);
    table.stages().forEach(law::judge);
    return law.broken;
  }

  private void judge(Stage stage) {
    List<Wait> waits = waits(stage);
    if (stage.isFinal() != waits.isEmpty()) {
      broken.add(stage + (waits.isEmpty() ? " waits for nobody" : " is over and waits"));
    }
    for (Wait wait : waits) {
      if (wait.work().isPresent() == wait.until().isPresent()) {
        broken.add(stage + " needs either a task or a timed move of " + wait.party());
      } else {
        entering(stage).forEach(move -> judge(stage, wait, move));
        judgeWarning(stage, wait);
      }
    }
  }

  private List<Wait> waits(Stage stage) {
    return table.waits().stream().filter(wait -> wait.stages().contains(stage)).toList();
  }

  /** Moves into a stage from where somebody else, or nobody, was waited for. */
  private List<Move> entering(Stage stage) {
    return table.moves().stream()
        .filter(move -> move.to().filter(stage::equals).isPresent())
        .toList();
  }

  private void judge(Stage stage, Wait wait, Move move) {
    boolean before =
        !move.from().isEmpty() && move.from().stream().allMatch(from -> waits(from).contains(wait));
    if (before) {
      return;
    }
    String where = move.action().path() + " to " + stage;
    boolean opens = move.effects().stream().anyMatch(WaitLaw::opensTasks);
    boolean resumes = move.effects().stream().anyMatch(ResumeClocks.class::isInstance);
    if (wait.work().isPresent() && !opens && !resumes) {
      broken.add(where + " opens no task for " + wait.party());
    }
    // Whoever gets a task is told of it by the kernel itself.
    if (!opens && !tells(move, wait.party())) {
      broken.add(where + " does not tell " + wait.party());
    }
    wait.clock()
        .filter(clock -> !resumes && !runsOn(move, clock) && !starts(move, clock))
        .ifPresent(clock -> broken.add(where + " does not start " + clock));
    wait.until()
        .filter(timed -> !arms(move, timed, wait.clock()))
        .ifPresent(timed -> broken.add(where + " does not arm " + timed));
  }

  private static boolean opensTasks(Effect effect) {
    return effect instanceof AddTasks
        || effect instanceof OpenTasks
        || effect instanceof OpenTasksOf
        || effect instanceof OpenTasksAtReceipt;
  }

  private static boolean tells(Move move, Party party) {
    return move.effects().stream()
        .anyMatch(
            effect ->
                effect instanceof Tell(NoticeName name, Set<Party> parties)
                    && (parties.contains(party) || signs(party, parties)));
  }

  /** All who sign are told, so those who have not signed yet are. */
  private static boolean signs(Party party, Set<Party> told) {
    return party == Party.UNSIGNED && told.contains(Party.SIGNATORY);
  }

  private boolean runsOn(Move move, ClockName clock) {
    return !move.from().isEmpty()
        && move.from().stream()
            .allMatch(
                from ->
                    waits(from).stream()
                        .anyMatch(wait -> wait.clock().filter(clock::equals).isPresent()));
  }

  private static boolean starts(Move move, ClockName clock) {
    return move.effects().stream()
        .anyMatch(
            effect ->
                effect.equals(new StartClock(clock))
                    || effect.equals(new StartClockAtReceipt(clock))
                    || effect.equals(new StartClockAsGiven(clock))
                    || effect.equals(new RestartClock(clock)));
  }

  private static boolean arms(Move move, Action timed, Optional<ClockName> clock) {
    return move.effects().stream()
        .anyMatch(
            effect ->
                effect instanceof ArmAtDue(Action armed, ClockName by)
                    && armed.equals(timed)
                    && clock.filter(by::equals).isPresent());
  }

  private void judgeWarning(Stage stage, Wait wait) {
    boolean byTheCase =
        wait.clock()
            .filter(clock -> warns(ladders.of(table.kind(), clock), wait.party()))
            .isPresent();
    boolean byTheTask =
        wait.work()
            .filter(work -> warns(ladders.ofTasks(table.kind(), work), Party.DEPARTMENT))
            .isPresent();
    if (!byTheCase && !byTheTask) {
      broken.add(stage + " warns " + wait.party() + " of no end");
    }
  }

  private static boolean warns(List<Rung> ladder, Party party) {
    return ladder.stream()
        .anyMatch(rung -> rung.action() == ClockAction.WARN && rung.tells().contains(party));
  }
}
