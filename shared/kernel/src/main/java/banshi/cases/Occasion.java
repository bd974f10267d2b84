package banshi.cases;

import banshi.clock.Extension;
import banshi.clock.PauseReason;
import banshi.clock.TimeLimit;
import banshi.text.Text;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One happening of a move: when, by whom, and what the command gives to the move's effects.
 *
 * @param at when it happened
 * @param actor who did it
 * @param note words for the timeline
 * @param pause the reason for pausing clocks
 * @param extension what an extension adds
 * @param deadlines when timed moves are armed for, by the action's name
 * @param marks values for marks; an empty one takes the mark off
 * @param limits new limits of clocks
 * @param tasks tasks to be added, planned
 * @param finished parts whose open tasks end with the move
 * @param facts what the notices of the move know besides, by the names of their places
 */
public record Occasion(
    Instant at,
    ActorStamp actor,
    Optional<String> note,
    Optional<PauseReason> pause,
    Optional<Extension> extension,
    Map<String, Instant> deadlines,
    Map<Mark, Optional<String>> marks,
    Map<ClockName, TimeLimit> limits,
    List<Task> tasks,
    Set<String> finished,
    Map<String, Text> facts) {
  public Occasion {
    deadlines = Map.copyOf(deadlines);
    marks = Map.copyOf(marks);
    limits = Map.copyOf(limits);
    tasks = List.copyOf(tasks);
    finished = Set.copyOf(finished);
    facts = Map.copyOf(facts);
  }

  /** A happening that gives nothing to any effect. */
  public static Occasion of(Instant at, ActorStamp actor) {
    return new Occasion(
        at,
        actor,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Set.of(),
        Map.of());
  }

  /** The same with words for the timeline; blank ones are none. */
  public Occasion noting(String words) {
    Optional<String> text = words.isBlank() ? Optional.empty() : Optional.of(words);
    return new Occasion(
        at, actor, text, pause, extension, deadlines, marks, limits, tasks, finished, facts);
  }

  /** The same with a reason for pausing. */
  public Occasion pausing(PauseReason reason) {
    return new Occasion(
        at,
        actor,
        note,
        Optional.of(reason),
        extension,
        deadlines,
        marks,
        limits,
        tasks,
        finished,
        facts);
  }

  /** The same with an extension. */
  public Occasion extending(Extension added) {
    return new Occasion(
        at,
        actor,
        note,
        pause,
        Optional.of(added),
        deadlines,
        marks,
        limits,
        tasks,
        finished,
        facts);
  }

  /** The same with an instant for a timed move. */
  public Occasion deadline(Action timed, Instant due) {
    Map<String, Instant> more = new HashMap<>(deadlines);
    more.put(timed.name(), due);
    return new Occasion(
        at, actor, note, pause, extension, more, marks, limits, tasks, finished, facts);
  }

  /** The same with a value for a mark; empty takes it off. */
  public Occasion marking(Mark mark, Optional<String> value) {
    Map<Mark, Optional<String>> more = new EnumMap<>(Mark.class);
    more.putAll(marks);
    more.put(mark, value);
    return new Occasion(
        at, actor, note, pause, extension, deadlines, more, limits, tasks, finished, facts);
  }

  /** The same with a new limit for a clock. */
  public Occasion limiting(ClockName clock, TimeLimit limit) {
    Map<ClockName, TimeLimit> more = new EnumMap<>(ClockName.class);
    more.putAll(limits);
    more.put(clock, limit);
    return new Occasion(
        at, actor, note, pause, extension, deadlines, marks, more, tasks, finished, facts);
  }

  /** The same with more tasks to be added. */
  public Occasion adding(Task... planned) {
    List<Task> more = Stream.concat(tasks.stream(), Arrays.stream(planned)).toList();
    return new Occasion(
        at, actor, note, pause, extension, deadlines, marks, limits, more, finished, facts);
  }

  /** The same with parts whose open tasks end. */
  public Occasion finishing(String... parts) {
    return new Occasion(
        at, actor, note, pause, extension, deadlines, marks, limits, tasks, Set.of(parts), facts);
  }

  /**
   * The same with something that the notices of the move know besides: never what somebody typed.
   */
  public Occasion knowing(String fact, Text value) {
    Map<String, Text> more = new HashMap<>(facts);
    more.put(fact, value);
    return new Occasion(
        at, actor, note, pause, extension, deadlines, marks, limits, tasks, finished, more);
  }
}
