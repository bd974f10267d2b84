package banshi.startup.licence;

import banshi.cases.Task;
import banshi.cases.TaskResult;
import banshi.cases.TaskResult.Opinion;
import banshi.cases.TaskState;
import banshi.clock.Ledger;
import banshi.clock.Pause;
import banshi.clock.PauseReason;
import banshi.clock.Run;
import banshi.clock.ServiceClock;
import banshi.clock.Span;
import banshi.clock.TimeLimit;
import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clocks and tasks of start-ups. */
final class StartUpTasks {
  static final TimeLimit THREE_HOURS = TimeLimit.workingHours(3);
  private static final PauseReason CORRECTION = new PauseReason("补正", "市场主体登记管理条例第十九条", 1);

  private StartUpTasks() {}

  /** A local time such as {@code 2026-02-13T16:30}. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ServiceClock.ZONE).toInstant();
  }

  /** A clock of three hours that ran and was paused by turns; it stopped at the last instant. */
  static Ledger stopped(Instant... turns) {
    return Ledger.of(THREE_HOURS, List.of(), spans(turns));
  }

  /** The same, but what began at the last instant still lasts. */
  static Ledger lasting(Instant... turns) {
    List<Span> spans = spans(turns);
    spans.add(span(spans.size(), turns[turns.length - 1], Optional.empty()));
    return Ledger.of(THREE_HOURS, List.of(), spans);
  }

  private static List<Span> spans(Instant... turns) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i + 1 < turns.length; i++) {
      spans.add(span(i, turns[i], Optional.of(turns[i + 1])));
    }
    return spans;
  }

  private static Span span(int place, Instant from, Optional<Instant> to) {
    return place % 2 == 0 ? new Run(from, to) : new Pause(from, to, CORRECTION);
  }

  static Task done(String part, String department, Instant from, Instant to) {
    return done(part, department, from, to, Opinion.PASS);
  }

  static Task done(String part, String department, Instant from, Instant to, Opinion opinion) {
    return task(
        part,
        department,
        TaskState.DONE,
        List.of(new Run(from, Optional.of(to))),
        Optional.of(new TaskResult(opinion, "", to)));
  }

  static Task open(String part, String department, Instant from) {
    List<Span> spans = List.of(new Run(from, Optional.empty()));
    return task(part, department, TaskState.OPEN, spans, Optional.empty());
  }

  static Task cancelled(String part, String department, Instant from, Instant to) {
    List<Span> spans = List.of(new Run(from, Optional.of(to)));
    return task(part, department, TaskState.CANCELLED, spans, Optional.empty());
  }

  static Task planned(String part, String department) {
    return task(part, department, TaskState.PLANNED, List.of(), Optional.empty());
  }

  private static Task task(
      String part,
      String department,
      TaskState state,
      List<Span> spans,
      Optional<TaskResult> result) {
    return new Task(
        part + "." + department,
        part,
        department,
        new Text(part, part),
        state,
        Optional.empty(),
        Ledger.of(TimeLimit.workingHours(1), List.of(), spans),
        Optional.empty(),
        result,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
