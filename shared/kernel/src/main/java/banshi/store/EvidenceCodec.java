package banshi.store;

import banshi.words.Evidence;
import com.fasterxml.jackson.databind.JsonNode;

/** How evidence is written wherever a kind's own content, or a message, has some. */
public final class EvidenceCodec {
  private EvidenceCodec() {}

  /** One file. */
  public static JsonNode encode(Evidence evidence) {
    return Json.object()
        .put("fileName", evidence.fileName())
        .put("contentType", evidence.contentType())
        .put("size", evidence.size())
        .put("sha256", evidence.sha256());
  }

  /** The same back. */
  public static Evidence decode(JsonNode node) {
    return new Evidence(
        node.path("fileName").asText(),
        node.path("contentType").asText(),
        node.path("size").asLong(),
        node.path("sha256").asText());
  }
}
