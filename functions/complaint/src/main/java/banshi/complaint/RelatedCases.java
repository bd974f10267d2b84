package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.desk.Kinds;
import banshi.desk.Links;
import banshi.desk.Onlooker;
import banshi.store.Companion;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** The cases that complaints are about, of whatever kind; their own content is not read. */
final class RelatedCases {
  private final Links links;
  private final Onlooker onlooker;

  RelatedCases(Kinds kinds) {
    this.links = new Links(kinds);
    this.onlooker = new Onlooker(kinds);
  }

  /** A case as it is stored; empty when there is none. */
  Optional<Case<JsonNode>> load(CaseNumber number) {
    return links.load(number);
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
    return links.naming(number, complaint, c -> !c.stage().name().equals(since), now);
  }
}
