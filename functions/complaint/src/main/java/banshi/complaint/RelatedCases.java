package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.desk.Kinds;
import banshi.desk.Onlooker;
import banshi.store.Companion;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** The cases that complaints are about, of whatever kind; their own content is not read. */
final class RelatedCases {
  private final Kinds kinds;
  private final Onlooker onlooker;

  RelatedCases(Kinds kinds) {
    this.kinds = kinds;
    this.onlooker = new Onlooker(kinds);
  }

  /** A case as it is stored; empty when there is none. */
  Optional<Case<JsonNode>> load(CaseNumber number) {
    return kinds.served(number).flatMap(kind -> kind.store().load(number));
  }

  /** A case as time has made it. */
  Optional<Case<JsonNode>> look(CaseNumber number, Instant now) {
    return onlooker.glance(number, now);
  }

  /**
   * Writes on a case's timeline, with another write, that a complaint has to do with it; empty
   * where the case still stands where it did.
   *
   * @param since the stage where it stood
   */
  Optional<Companion> movedOn(CaseNumber number, String since, CaseNumber complaint, Instant now) {
    return kinds
        .served(number)
        .flatMap(
            kind ->
                kind.store().load(number).flatMap(c -> movedOn(kind, c, since, complaint, now)));
  }

  private static Optional<Companion> movedOn(
      Kinds.Kind kind, Case<JsonNode> c, String since, CaseNumber complaint, Instant now) {
    Change<JsonNode> linked = kind.kernel().link(c, complaint, now).following(c.version());
    return linked.after().stage().name().equals(since)
        ? Optional.empty()
        : Optional.of(kind.store().beside(c, linked, now));
  }
}
