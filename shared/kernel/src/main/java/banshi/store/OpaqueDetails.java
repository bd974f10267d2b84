package banshi.store;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Hands a kind's content on as it is stored, for whoever moves cases without knowing their kind.
 */
public enum OpaqueDetails implements DetailsCodec<JsonNode> {
  /** The only one. */
  AS_STORED;

  @Override
  public JsonNode encode(JsonNode details) {
    return details;
  }

  @Override
  public JsonNode decode(JsonNode stored) {
    return stored;
  }
}
