package banshi.complaint;

import banshi.complaint.ComplaintDetails.DisciplineNote;
import banshi.complaint.ComplaintDetails.Dispute;
import banshi.complaint.ComplaintDetails.Redirection;
import banshi.complaint.ComplaintDetails.Related;
import banshi.complaint.ComplaintDetails.Reply;
import banshi.identity.Disclosure;
import banshi.identity.PersonName;
import banshi.store.DetailsCodec;
import banshi.store.EvidenceCodec;
import banshi.store.ExtensionRequestCodec;
import banshi.store.Json;
import banshi.store.RatingCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a complaint's own content is written; the store seals it. */
final class ComplaintCodec implements DetailsCodec<ComplaintDetails> {
  @Override
  public Set<String> matters(ComplaintDetails details) {
    return details.matterCode().map(Set::of).orElse(Set.of());
  }

  @Override
  public JsonNode encode(ComplaintDetails details) {
    ObjectNode node =
        Json.object()
            .put("category", details.category().name())
            .put("description", details.description())
            .put("wanted", details.wanted());
    details
        .relatedCase()
        .ifPresent(
            related ->
                node.set(
                    "relatedCase",
                    Json.object().put("number", related.number()).put("stage", related.stage())));
    details.matterCode().ifPresent(code -> node.put("matterCode", code));
    details.department().ifPresent(code -> node.put("department", code));
    details
        .officer()
        .ifPresent(name -> node.set("officer", officer(name, new Disclosure.Storage())));
    node.set("evidence", Json.array(details.evidence(), EvidenceCodec::encode));
    node.set("answers", Json.array(details.answers(), ComplaintCodec::reply));
    node.set("disputes", Json.array(details.disputes(), ComplaintCodec::dispute));
    details
        .redirection()
        .ifPresent(
            where ->
                node.set(
                    "redirection",
                    Json.object()
                        .put("reason", where.reason())
                        .put("whereToGo", where.whereToGo().name())
                        .put("at", where.at().toString())));
    details.rating().ifPresent(rating -> node.set("rating", RatingCodec.encode(rating)));
    details
        .extension()
        .ifPresent(asked -> node.set("extension", ExtensionRequestCodec.encode(asked)));
    details
        .disciplineNote()
        .ifPresent(
            note ->
                node.set(
                    "disciplineNote",
                    Json.object().put("text", note.text()).put("at", note.at().toString())));
    return node;
  }

  @Override
  public ComplaintDetails decode(JsonNode node) {
    return new ComplaintDetails(
        member(node, "relatedCase")
            .map(
                related ->
                    new Related(related.path("number").asText(), related.path("stage").asText())),
        Json.string(node, "matterCode"),
        Json.string(node, "department"),
        Json.string(node, "officer").map(PersonName::new),
        Category.valueOf(node.path("category").asText()),
        node.path("description").asText(),
        node.path("wanted").asText(),
        Json.list(node.path("evidence"), EvidenceCodec::decode),
        Json.list(node.path("answers"), ComplaintCodec::reply),
        Json.list(node.path("disputes"), ComplaintCodec::dispute),
        member(node, "redirection")
            .map(
                where ->
                    new Redirection(
                        where.path("reason").asText(),
                        Destination.valueOf(where.path("whereToGo").asText()),
                        at(where))),
        member(node, "rating").map(RatingCodec::decode),
        member(node, "extension").map(ExtensionRequestCodec::decode),
        member(node, "disciplineNote")
            .map(note -> new DisciplineNote(note.path("text").asText(), at(note))));
  }

  /** The name in clear, for whoever has a ground to see it. */
  static JsonNode officer(PersonName name, Disclosure why) {
    return TextNode.valueOf(name.clear(why));
  }

  private static Optional<JsonNode> member(JsonNode node, String name) {
    return Optional.of(node.path(name)).filter(JsonNode::isObject);
  }

  private static Instant at(JsonNode node) {
    return Instant.parse(node.path("at").asText());
  }

  private static JsonNode reply(Reply reply) {
    ObjectNode node =
        Json.object()
            .put("department", reply.department())
            .put("text", reply.text())
            .put("resolved", reply.resolved())
            .put("at", reply.at().toString());
    node.set("evidence", Json.array(reply.evidence(), TextNode::valueOf));
    if (!reply.earlier().isEmpty()) {
      node.set(
          "earlier",
          Json.array(
              reply.earlier(),
              before ->
                  Json.object()
                      .put("at", before.at().toString())
                      .put("why", before.why())
                      .put("answer", before.answer())));
    }
    return node;
  }

  private static Reply reply(JsonNode node) {
    return new Reply(
        node.path("department").asText(),
        node.path("text").asText(),
        node.path("resolved").asBoolean(),
        Json.list(node.path("evidence"), JsonNode::asText),
        at(node),
        Json.list(
            node.path("earlier"),
            before ->
                new Reply.Earlier(
                    at(before), before.path("why").asText(), before.path("answer").asText())));
  }

  private static JsonNode dispute(Dispute dispute) {
    return Json.object().put("reason", dispute.reason()).put("at", dispute.at().toString());
  }

  private static Dispute dispute(JsonNode node) {
    return new Dispute(node.path("reason").asText(), at(node));
  }
}
