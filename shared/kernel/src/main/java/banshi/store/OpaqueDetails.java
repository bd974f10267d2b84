package banshi.store;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A kind's own content as it is stored, unread: for work that is the same for every kind, such as
 * what time does to a case. What it reads it writes again, unknown fields included.
 */
public record OpaqueDetails() implements DetailsCodec<JsonNode> {
  @Override
  public JsonNode encode(JsonNode details) {
    return details;
  }

  @Override
  public JsonNode decode(JsonNode stored) {
    return stored;
  }
}
