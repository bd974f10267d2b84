package banshi.cases;

import banshi.clock.Extension;
import banshi.clock.PauseReason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
 */
public record Occasion(
    Instant at,
    ActorStamp actor,
    Optional<String> note,
    Optional<PauseReason> pause,
    Optional<Extension> extension,
    Map<String, Instant> deadlines,
    Map<Mark, Optional<String>> marks) {
  public Occasion {
    deadlines = Map.copyOf(deadlines);
    marks = Map.copyOf(marks);
  }

  /** A happening that gives nothing to any effect. */
  public static Occasion of(Instant at, ActorStamp actor) {
    return new Occasion(
        at, actor, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of());
  }

  /** The same with words for the timeline; blank ones are none. */
  public Occasion noting(String words) {
    Optional<String> text = words.isBlank() ? Optional.empty() : Optional.of(words);
    return new Occasion(at, actor, text, pause, extension, deadlines, marks);
  }

  /** The same with a reason for pausing. */
  public Occasion pausing(PauseReason reason) {
    return new Occasion(at, actor, note, Optional.of(reason), extension, deadlines, marks);
  }

  /** The same with an extension. */
  public Occasion extending(Extension added) {
    return new Occasion(at, actor, note, pause, Optional.of(added), deadlines, marks);
  }

  /** The same with an instant for a timed move. */
  public Occasion deadline(Action timed, Instant due) {
    Map<String, Instant> more = new HashMap<>(deadlines);
    more.put(timed.name(), due);
    return new Occasion(at, actor, note, pause, extension, more, marks);
  }

  /** The same with a value for a mark; empty takes it off. */
  public Occasion marking(Mark mark, Optional<String> value) {
    Map<Mark, Optional<String>> more = new EnumMap<>(Mark.class);
    more.putAll(marks);
    more.put(mark, value);
    return new Occasion(at, actor, note, pause, extension, deadlines, more);
  }
}
