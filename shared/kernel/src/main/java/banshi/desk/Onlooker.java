package banshi.desk;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.TimelineEntry;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at a case of any kind as it is now and writes nothing: for a function that may read other
 * kinds' cases but not change them. What time has made of the case is shown whether or not anybody
 * has stored it yet.
 */
public final class Onlooker {
  private final Kinds kinds;

  /** Over the cases of these kinds. */
  public Onlooker(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * A case with its whole timeline, both settled.
   *
   * @param kernel what it lives by
   */
  public record Sight(Case<JsonNode> found, List<TimelineEntry> timeline, Kernel kernel) {}

  /** Looks at a case; empty when there is none, or the hall serves no such kind. */
  public Optional<Sight> look(CaseNumber number, Instant now) {
    return kinds
        .served(number)
        .flatMap(kind -> kind.store().load(number).map(c -> sight(kind, c, now)));
  }

  /** Looks at a case without its timeline; empty when there is none. */
  public Optional<Case<JsonNode>> glance(CaseNumber number, Instant now) {
    return kinds
        .served(number)
        .flatMap(
            kind -> kind.store().load(number).map(c -> kind.kernel().settleAll(c, now).after()));
  }

  private static Sight sight(Kinds.Kind kind, Case<JsonNode> stored, Instant now) {
    Change<JsonNode> settled = kind.kernel().settleAll(stored, now);
    // Somebody may have written since the case was read; what is shown is one moment of it.
    long read = stored.timeline().entries();
    Stream<TimelineEntry> known =
        kind.store().timeline(stored.number()).stream().filter(entry -> entry.seq() <= read);
    return new Sight(
        settled.after(), Stream.concat(known, settled.entries().stream()).toList(), kind.kernel());
  }
}
