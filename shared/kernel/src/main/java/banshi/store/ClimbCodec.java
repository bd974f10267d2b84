package banshi.store;

import banshi.cases.Climb;
import banshi.clock.Due;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** How the way up a ladder is stored. */
final class ClimbCodec {
  private ClimbCodec() {}

  static JsonNode encode(Climb climb) {
    ObjectNode node =
        Json.object()
            .put("dueAt", climb.due().at().toString())
            .put("provisional", climb.due().provisional())
            .put("fired", climb.fired());
    climb.next().ifPresent(next -> node.put("next", next.toString()));
    return node;
  }

  static Climb decode(JsonNode node) {
    return new Climb(
        new Due(Instant.parse(node.path("dueAt").asText()), node.path("provisional").asBoolean()),
        node.path("fired").asInt(),
        Json.instant(node, "next"));
  }
}
