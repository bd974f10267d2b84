package banshi.consultation.knowledge;

import banshi.catalogue.Catalogue;
import banshi.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Published answers, and questions as people type them, each with the entry that answers it. */
final class KnowledgeSet {
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant PUBLISHED = Instant.parse("2026-11-01T01:00:00Z");

  private KnowledgeSet() {}

  /** The answers. */
  static List<KnowledgeEntry> answers() {
    return read("entries.json").map(KnowledgeSet::answer).toList();
  }

  /** The answers, and beside them the review points of every matter of the catalogue. */
  static List<KnowledgeEntry> all() {
    return Stream.concat(
            answers().stream(), ReviewPoints.inForce(Catalogue.standard(), DAY).stream())
        .toList();
  }

  /** All questions, in the file's order. */
  static List<Asked> questions() {
    return read("questions.json")
        .map(
            json ->
                new Asked(
                    json.get("question").asText(),
                    json.get("expected").asText(),
                    json.get("language").asText().equals("en") ? Language.EN : Language.ZH_CN,
                    Part.valueOf(json.get("set").asText())))
        .toList();
  }

  private static KnowledgeEntry answer(JsonNode json) {
    return KnowledgeEntry.answer(
        json.get("id").asText(),
        json.get("title").asText(),
        json.get("text").asText(),
        Optional.ofNullable(json.get("matterCode")).map(JsonNode::asText),
        Optional.ofNullable(json.get("department")).map(JsonNode::asText),
        PUBLISHED,
        1);
  }

  private static Stream<JsonNode> read(String file) {
    try (InputStream in = KnowledgeSet.class.getResourceAsStream("/knowledge/" + file)) {
      return JsonMapper.builder().build().readTree(in).valueStream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What a question was used for. */
  enum Part {
    /** Weights and words were chosen by how these were answered. */
    CHOSEN_BY,
    /** Not looked at meanwhile. All questions about one entry are of one part or the other. */
    HELD_OUT,
    /** Written when weights and words stood. */
    LATER
  }

  /**
   * A question.
   *
   * @param expected the id of the entry that answers it
   */
  record Asked(String question, String expected, Language language, Part part) {}
}
