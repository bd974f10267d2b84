package banshi.desk;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.store.Companion;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** Writes on the timeline of a case, of whatever kind, that another came of it. */
public final class Links {
  private final Kinds kinds;

  /** Over the cases of these kinds. */
  public Links(Kinds kinds) {
    this.kinds = kinds;
  }

  /** A case as it is stored; empty when there is none, or the hall serves no such kind. */
  public Optional<Case<JsonNode>> load(CaseNumber number) {
    return kinds.served(number).flatMap(kind -> kind.store().load(number));
  }

  /**
   * Names a case on another's timeline, with the write of the one that is named; nothing when there
   * is no such other.
   */
  public Optional<Companion> naming(CaseNumber other, CaseNumber named, Instant now) {
    return kinds
        .served(other)
        .flatMap(kind -> kind.store().load(other).map(c -> naming(kind, c, named, now)));
  }

  private static Companion naming(
      Kinds.Kind kind, Case<JsonNode> c, CaseNumber named, Instant now) {
    Change<JsonNode> linked = kind.kernel().link(c, named, now).following(c.version());
    return kind.store().beside(c, linked, now);
  }
}
