package banshi.intake;

import banshi.cases.CaseKind;
import banshi.store.Draft;
import banshi.store.Json;
import banshi.text.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a client saved, as JSON, and as the application it would be. */
final class DraftContent {
  private static final String CONTENT = "content";

  private DraftContent() {}

  /** What is stored: of an application its members, of another kind its content as it came. */
  static JsonNode of(Requests.Draft body) {
    return body.kind().orElse(CaseKind.APPLICATION) == CaseKind.APPLICATION
        ? application(body)
        : other(body);
  }

  private static JsonNode application(Requests.Draft body) {
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

  private static JsonNode other(Requests.Draft body) {
    ObjectNode node = Json.object();
    node.set(CONTENT, Json.object().setAll(body.content().orElse(Map.of())));
    body.page().ifPresent(page -> node.put("page", page));
    return node;
  }

  /** Members of a draft that do not go with its kind. */
  static List<Fault> faults(Requests.Draft body) {
    return body.kind().orElse(CaseKind.APPLICATION) == CaseKind.APPLICATION
        ? strange(Map.of(CONTENT, body.content()))
        : strange(
            Map.of(
                "matterCode", body.matterCode(),
                "packageCode", body.packageCode(),
                "answers", body.answers(),
                "form", body.form(),
                "materials", body.materials(),
                "owed", body.owed(),
                "consultation", body.consultation()));
  }

  private static List<Fault> strange(Map<String, Optional<?>> members) {
    return new TreeMap<>(members)
        .entrySet().stream()
            .filter(member -> member.getValue().isPresent())
            .map(
                member ->
                    Fault.of(
                        "/" + member.getKey(),
                        "not-of-this-kind",
                        "办件草稿的内容直接填写，其他各类填在 content 中",
                        "An application's members stand in the draft itself, any other kind's in"
                            + " content"))
            .toList();
  }

  /** The body of the filing, as far as it is written. */
  static JsonNode filing(Draft draft) {
    return draft.kind() == CaseKind.APPLICATION ? draft.content() : draft.content().path(CONTENT);
  }

  /** The page of the form that the client was on. */
  static Optional<String> page(Draft draft) {
    return Json.string(draft.content(), "page");
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
        Json.string(node, "consultation"),
        Optional.empty(),
        Optional.empty());
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
