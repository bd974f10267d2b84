package banshi.store;

import banshi.cases.ExtensionRequest;
import banshi.identity.ApplicantKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** How an extension that was asked for is written in a kind's own content. */
public final class ExtensionRequestCodec {
  private ExtensionRequestCodec() {}

  /** Writes it. */
  public static JsonNode encode(ExtensionRequest request) {
    return Json.object()
        .put("days", request.days())
        .put("reason", request.reason())
        .put("department", request.department())
        .put("subject", request.subject())
        .put("person", request.person().value())
        .put("at", request.at().toString());
  }

  /** Reads it. */
  public static ExtensionRequest decode(JsonNode node) {
    return new ExtensionRequest(
        node.path("days").asInt(),
        node.path("reason").asText(),
        node.path("department").asText(),
        node.path("subject").asText(),
        new ApplicantKey(node.path("person").asText()),
        Instant.parse(node.path("at").asText()));
  }
}
