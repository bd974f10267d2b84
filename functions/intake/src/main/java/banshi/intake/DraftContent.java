package banshi.intake;

import banshi.store.Draft;
import banshi.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a client saved, as JSON, and as the application it would be. */
final class DraftContent {
  private DraftContent() {}

  static JsonNode of(Requests.Draft body) {
    ObjectNode node = Json.object();
    body.matterCode().ifPresent(code -> node.put("matterCode", code));
    body.packageCode().ifPresent(code -> node.put("packageCode", code));
    body.answers().ifPresent(answers -> node.set("answers", Json.object().setAll(answers)));
    body.form().ifPresent(form -> node.set("form", Json.object().setAll(form)));
    body.materials()
        .ifPresent(
            materials -> node.set("materials", Json.array(materials, DraftContent::material)));
    body.owed().ifPresent(owed -> node.set("owed", Json.array(owed, TextNode::valueOf)));
    body.page().ifPresent(page -> node.put("page", page));
    body.consultation().ifPresent(number -> node.put("consultation", number));
    return node;
  }

  static Requests.Application request(Draft draft) {
    JsonNode node = draft.content();
    return new Requests.Application(
        Json.string(node, "matterCode"),
        Json.string(node, "packageCode"),
        Optional.of(members(node.path("answers"))),
        Optional.of(members(node.path("form"))),
        Optional.of(Json.list(node.path("materials"), DraftContent::material)),
        Optional.of(draft.id().toString()),
        Optional.of(Json.list(node.path("owed"), JsonNode::asText)),
        Json.string(node, "consultation"));
  }

  private static Map<String, JsonNode> members(JsonNode node) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  private static JsonNode material(Requests.Material m) {
    return Json.object()
        .put("code", m.code())
        .put("fileName", m.fileName())
        .put("contentType", m.contentType())
        .put("size", m.size())
        .put("sha256", m.sha256());
  }

  private static Requests.Material material(JsonNode node) {
    return new Requests.Material(
        node.path("code").asText(),
        node.path("fileName").asText(),
        node.path("contentType").asText(),
        node.path("size").asLong(),
        node.path("sha256").asText());
  }
}
