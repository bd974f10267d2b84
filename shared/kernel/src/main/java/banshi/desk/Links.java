package banshi.desk;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.store.Companion;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

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
    return naming(other, named, c -> true, now);
  }

  /**
   * The same, unless the other is not, as time has made it, where it should be.
   *
   * @param where what must be true of the other
   */
  public Optional<Companion> naming(
      CaseNumber other, CaseNumber named, Predicate<Case<JsonNode>> where, Instant now) {
    return kinds
        .served(other)
        .flatMap(kind -> kind.store().load(other).flatMap(c -> naming(kind, c, named, where, now)));
  }

  private static Optional<Companion> naming(
      Kinds.Kind kind,
      Case<JsonNode> c,
      CaseNumber named,
      Predicate<Case<JsonNode>> where,
      Instant now) {
    Change<JsonNode> linked = kind.kernel().link(c, named, now).following(c.version());
    return where.test(linked.after())
        ? Optional.of(kind.store().beside(c, linked, now))
        : Optional.empty();
  }
}
