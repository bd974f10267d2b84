package banshi.cases;

import banshi.notices.NoticeName;
import banshi.text.Language;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws a life cycle, from the table itself, as a Mermaid state diagram and a table of moves. */
public final class Drawing {
  private Drawing() {}

  /** A Markdown page about one life cycle, in Chinese and English. */
  public static String page(LifeCycle table) {
    return """
    # %s

    Drawn from the life-cycle table by `./dev docs`; do not edit.

    ```mermaid
    %s
    ```

    %s%s
    """
        .formatted(table.kind(), diagram(table), moves(table), asides(table));
  }

  private static String diagram(LifeCycle table) {
    StringBuilder lines = new StringBuilder("stateDiagram-v2\n");
    table
        .stages()
        .forEach(
            s ->
                lines.append(
                    "    %s: %s %s%n".formatted(s.name(), s.label().in(Language.ZH_CN), s.name())));
    for (Move move : table.moves()) {
      for (String from : move.from().isEmpty() ? List.of("[*]") : names(move)) {
        String to = move.to().map(Stage::name).orElse(from);
        lines.append("    %s --> %s: %s%n".formatted(from, to, label(move)));
      }
    }
    table.stages().stream()
        .filter(Stage::isFinal)
        .forEach(stage -> lines.append("    %s --> [*]%n".formatted(stage.name())));
    return lines.toString().stripTrailing();
  }

  private static String label(Move move) {
    return move.action().label().in(Language.ZH_CN) + " " + move.action().path();
  }

  private static String moves(LifeCycle table) {
    return table.moves().stream()
        .map(
            move ->
                "| %s | `%s` %s | %s | %s | %s | %s |"
                    .formatted(
                        move.from().isEmpty() ? "–" : String.join(", ", names(move)),
                        move.action().path(),
                        move.action().label().in(Language.ZH_CN),
                        move.by().stream()
                            .map(Enum::name)
                            .sorted()
                            .collect(Collectors.joining(", ")),
                        move.guard() == Guard.ALWAYS ? "" : move.guard(),
                        move.to().map(Stage::name).orElse("stays"),
                        effects(move)))
        .collect(
            Collectors.joining(
                "\n",
                "| From | Action | By | When | To | Effects |\n|---|---|---|---|---|---|\n",
                ""));
  }

  private static String asides(LifeCycle table) {
    return table.asides().stream()
        .map(
            aside ->
                "\n\nBeside the case, which stays as it is: `%s` %s, by %s, from %s."
                    .formatted(
                        aside.action().path(),
                        aside.action().label().in(Language.ZH_CN),
                        aside.by().stream()
                            .map(Enum::name)
                            .sorted()
                            .collect(Collectors.joining(", ")),
                        aside.from().stream()
                            .map(Stage::name)
                            .sorted()
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining());
  }

  private static String effects(Move move) {
    String effects = move.effects().stream().map(Drawing::words).collect(Collectors.joining("; "));
    return move.basis().map(basis -> effects + "; by " + basis).orElse(effects);
  }

  private static String words(Effect effect) {
    return switch (effect) {
      case Effect.StartClock(ClockName clock) -> "start " + clock;
      case Effect.StartClockAtReceipt(ClockName clock) -> "start " + clock + " as of receipt";
      case Effect.StartClockAsGiven(ClockName clock) -> "start " + clock + " with the limit given";
      case Effect.StopClock(ClockName clock) -> "stop " + clock;
      case Effect.RestartClock(ClockName clock) -> "start " + clock + " anew";
      case Effect.PauseClocks(var clocks) -> "pause " + sorted(clocks) + " and open tasks";
      case Effect.ResumeClocks(var clocks) -> "resume " + sorted(clocks) + " and open tasks";
      case Effect.ExtendClock(ClockName clock, boolean must) ->
          "extend " + clock + (must ? "" : " if it may");
      case Effect.LimitClock(ClockName clock) -> "limit of " + clock + " as given";
      case Effect.LimitClockOrStop(ClockName clock) ->
          "limit of " + clock + " as given, else stop it";
      case Effect.AddTasks() -> "open the tasks given";
      case Effect.FinishTasks(String part) -> "finish the open task " + part;
      case Effect.FinishTasksAsGiven() -> "finish the open tasks named";
      case Effect.CancelTasksOf(String part) -> "cancel the tasks of " + part;
      case Effect.RunTasksBy(String part, ClockName clock) ->
          "the open task " + part + " runs by " + clock;
      case Effect.RaiseLevel() -> "raise the level";
      case Effect.PlanTasks() -> "plan the tasks given";
      case Effect.OpenTasksOf(String part) -> "open the tasks of " + part;
      case Effect.OpenTasks() -> "open tasks";
      case Effect.OpenTasksAtReceipt() -> "open tasks as of receipt";
      case Effect.CancelTasks() -> "cancel open tasks";
      case Effect.CancelTasksBut(String part) -> "cancel open tasks but " + part;
      case Effect.ArmAtDue(Action timed, ClockName clock) ->
          "arm `" + timed.path() + "` for the due instant of " + clock;
      case Effect.ArmAtDeadline(Action timed) -> "arm `" + timed.path() + "` for the deadline set";
      case Effect.ArmYearly(Action timed, MonthDay day) ->
          "arm `"
              + timed.path()
              + "` for the next %02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
      case Effect.Disarm(Action timed) -> "disarm `" + timed.path() + "`";
      case Effect.Put(Mark mark, String value) -> mark + " = " + value;
      case Effect.Remove(Mark mark) -> "no " + mark;
      case Effect.PutGiven(Mark mark) -> mark + " as given";
      case Effect.PutWorked(Mark mark) -> mark + " = service minutes since receipt";
      case Effect.Tell(NoticeName notice, Set<Party> parties) ->
          "tell "
              + parties.stream().sorted().map(Enum::name).collect(Collectors.joining(" and "))
              + " "
              + notice;
    };
  }

  private static String sorted(Set<ClockName> clocks) {
    return clocks.stream().sorted().map(Enum::name).collect(Collectors.joining(" and "));
  }

  private static List<String> names(Move move) {
    return move.from().stream().map(Stage::name).sorted().toList();
  }
}
