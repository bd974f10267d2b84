package banshi.store;

import banshi.cases.Rating;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;

/** How a rating is written in a kind's own content. */
public final class RatingCodec {
  private RatingCodec() {}

  /** Writes it. */
  public static JsonNode encode(Rating rating) {
    ObjectNode node = Json.object().put("score", rating.score()).put("at", rating.at().toString());
    node.set("tags", Json.array(rating.tags(), TextNode::valueOf));
    rating.comment().ifPresent(comment -> node.put("comment", comment));
    return node;
  }

  /** Reads it. */
  public static Rating decode(JsonNode node) {
    return new Rating(
        node.path("score").asInt(),
        Json.list(node.path("tags"), JsonNode::asText),
        Json.string(node, "comment"),
        Instant.parse(node.path("at").asText()));
  }
}
