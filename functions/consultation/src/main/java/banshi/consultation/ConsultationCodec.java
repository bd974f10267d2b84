package banshi.consultation;

import banshi.consultation.ConsultationDetails.Conversion;
import banshi.consultation.ConsultationDetails.FollowUp;
import banshi.consultation.ConsultationDetails.Publication;
import banshi.consultation.ConsultationDetails.Redirection;
import banshi.consultation.ConsultationDetails.Reply;
import banshi.store.DetailsCodec;
import banshi.store.ExtensionRequestCodec;
import banshi.store.Json;
import banshi.store.RatingCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a consultation's own content is written; the store seals it. */
final class ConsultationCodec implements DetailsCodec<ConsultationDetails> {
  @Override
  public Set<String> matters(ConsultationDetails details) {
    return details.matterCode().map(Set::of).orElse(Set.of());
  }

  @Override
  public JsonNode encode(ConsultationDetails details) {
    ObjectNode node =
        Json.object().put("topic", details.topic()).put("question", details.question());
    details.matterCode().ifPresent(code -> node.put("matterCode", code));
    node.set("suggestions", Json.array(details.suggestions(), TextNode::valueOf));
    node.set("answers", Json.array(details.answers(), ConsultationCodec::reply));
    details
        .followUp()
        .ifPresent(
            more ->
                node.set(
                    "followUp",
                    Json.object().put("text", more.text()).put("at", more.at().toString())));
    details
        .redirection()
        .ifPresent(
            where ->
                node.set(
                    "redirection",
                    Json.object()
                        .put("reason", where.reason())
                        .put("whereToGo", where.whereToGo())
                        .put("at", where.at().toString())));
    details.conversion().ifPresent(into -> node.set("conversion", conversion(into)));
    details
        .publication()
        .ifPresent(
            as ->
                node.set(
                    "publication",
                    Json.object()
                        .put("id", as.id())
                        .put("title", as.title())
                        .put("text", as.text())
                        .put("at", as.at().toString())));
    details.rating().ifPresent(rating -> node.set("rating", RatingCodec.encode(rating)));
    details
        .extension()
        .ifPresent(asked -> node.set("extension", ExtensionRequestCodec.encode(asked)));
    return node;
  }

  @Override
  public ConsultationDetails decode(JsonNode node) {
    return new ConsultationDetails(
        node.path("topic").asText(),
        Json.string(node, "matterCode"),
        node.path("question").asText(),
        Json.list(node.path("suggestions"), JsonNode::asText),
        Json.list(node.path("answers"), ConsultationCodec::reply),
        member(node, "followUp").map(more -> new FollowUp(more.path("text").asText(), at(more))),
        member(node, "redirection")
            .map(
                where ->
                    new Redirection(
                        where.path("reason").asText(),
                        where.path("whereToGo").asText(),
                        at(where))),
        member(node, "conversion")
            .map(
                into ->
                    new Conversion(
                        Requests.Target.valueOf(into.path("to").asText()),
                        Json.string(into, "matterCode"),
                        Json.string(into, "draftId"),
                        at(into))),
        member(node, "publication")
            .map(
                as ->
                    new Publication(
                        as.path("id").asText(),
                        as.path("title").asText(),
                        as.path("text").asText(),
                        at(as))),
        member(node, "rating").map(RatingCodec::decode),
        member(node, "extension").map(ExtensionRequestCodec::decode));
  }

  private static Optional<JsonNode> member(JsonNode node, String name) {
    return Optional.of(node.path(name)).filter(JsonNode::isObject);
  }

  private static Instant at(JsonNode node) {
    return Instant.parse(node.path("at").asText());
  }

  private static JsonNode conversion(Conversion into) {
    ObjectNode node = Json.object().put("to", into.to().name()).put("at", into.at().toString());
    into.matterCode().ifPresent(code -> node.put("matterCode", code));
    into.draftId().ifPresent(id -> node.put("draftId", id));
    return node;
  }

  private static JsonNode reply(Reply reply) {
    ObjectNode node =
        Json.object()
            .put("department", reply.department())
            .put("text", reply.text())
            .put("at", reply.at().toString());
    reply.knowledgeId().ifPresent(id -> node.put("knowledgeId", id));
    node.set("references", Json.array(reply.references(), TextNode::valueOf));
    if (!reply.earlier().isEmpty()) {
      node.set("earlier", Json.array(reply.earlier(), ConsultationCodec::earlier));
    }
    return node;
  }

  private static Reply reply(JsonNode node) {
    return new Reply(
        node.path("department").asText(),
        node.path("text").asText(),
        Json.list(node.path("references"), JsonNode::asText),
        Json.string(node, "knowledgeId"),
        at(node),
        Json.list(node.path("earlier"), ConsultationCodec::earlier));
  }

  private static JsonNode earlier(Reply.Earlier earlier) {
    ObjectNode node =
        Json.object()
            .put("at", earlier.at().toString())
            .put("why", earlier.why())
            .put("text", earlier.text());
    node.set("references", Json.array(earlier.references(), TextNode::valueOf));
    return node;
  }

  private static Reply.Earlier earlier(JsonNode node) {
    return new Reply.Earlier(
        at(node),
        node.path("why").asText(),
        node.path("text").asText(),
        Json.list(node.path("references"), JsonNode::asText));
  }
}
