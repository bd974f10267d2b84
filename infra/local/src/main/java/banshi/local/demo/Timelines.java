package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/** Shows what is written on cases' timelines. */
final class Timelines {
  private final Narrator narrator;

  Timelines(Narrator narrator) {
    this.narrator = narrator;
  }

  /** The whole history of a case, and that nothing in it was changed. */
  void trace(Visitor reader, String number) {
    narrator.act("全程留痕", "The timeline, chained by hashes");
    for (JsonNode entry : entries(reader, number, each -> true)) {
      narrator.item(
          line(entry), 30, by(entry) + " " + Tree.text(entry, "hash").substring(0, 12) + "…");
    }
    JsonNode verified = reader.read(Visitor.path(number) + "/timeline/verification").body();
    DemoStopped.unless(
        verified.path("valid").asBoolean(), "核验未通过 The timeline does not verify: " + verified);
    narrator.tell(
        "核验通过，共 " + Tree.text(verified, "entries") + " 条，无一被改动", "verified: nothing was changed");
  }

  /**
   * Shows some entries of a case's timeline with their words.
   *
   * @throws DemoStopped when there is none of them
   */
  List<JsonNode> show(Visitor reader, String number, String action) {
    List<JsonNode> found =
        entries(reader, number, entry -> Tree.text(entry, "action").equals(action));
    DemoStopped.unless(
        !found.isEmpty(),
        "%s 的办理过程中没有 no such entry on its timeline: %s".formatted(number, action));
    for (JsonNode entry : found) {
      String basis = Tree.text(entry, "legalBasis");
      narrator.item(line(entry), 30, by(entry) + " " + Tree.text(entry, "note") + basis);
    }
    return found;
  }

  private static List<JsonNode> entries(Visitor reader, String number, Predicate<JsonNode> which) {
    return Tree.items(reader.read(Visitor.path(number) + "/timeline").body(), "items", which);
  }

  private static String line(JsonNode entry) {
    return Tree.text(entry, "seq") + ". " + Tree.text(entry, "actionName");
  }

  private static String by(JsonNode entry) {
    JsonNode actor = entry.path("actor");
    String who = (Tree.text(actor, "role") + " " + Tree.text(actor, "department")).strip();
    return Narrator.time(Tree.text(entry, "at")) + "  " + Narrator.padded(who, 26);
  }
}
