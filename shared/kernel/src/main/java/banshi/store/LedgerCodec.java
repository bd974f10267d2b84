package banshi.store;

import banshi.clock.Extension;
import banshi.clock.Ledger;
import banshi.clock.LimitUnit;
import banshi.clock.Pause;
import banshi.clock.PauseReason;
import banshi.clock.Run;
import banshi.clock.Span;
import banshi.clock.TimeLimit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/** How a clock's ledger is stored: what happened, never what follows from it. */
final class LedgerCodec {
  private LedgerCodec() {}

  static JsonNode encode(Ledger ledger) {
    ObjectNode node = Json.object();
    node.set("limit", limit(ledger.limit()));
    node.set("extensions", Json.array(ledger.extensions(), LedgerCodec::extension));
    node.set("spans", Json.array(ledger.spans(), LedgerCodec::span));
    return node;
  }

  static Ledger decode(JsonNode node) {
    return Ledger.of(
        limit(node.path("limit")),
        Json.list(node.path("extensions"), LedgerCodec::extension),
        Json.list(node.path("spans"), LedgerCodec::span));
  }

  private static ObjectNode limit(TimeLimit limit) {
    return Json.object()
        .put("amount", limit.amount().toPlainString())
        .put("unit", limit.unit().name());
  }

  private static TimeLimit limit(JsonNode node) {
    return new TimeLimit(
        new BigDecimal(node.path("amount").asText()),
        LimitUnit.valueOf(node.path("unit").asText()));
  }

  private static JsonNode extension(Extension extension) {
    ObjectNode node =
        Json.object()
            .put("at", extension.at().toString())
            .put("reason", extension.reason())
            .put("approvedBy", extension.approvedBy());
    node.set("added", limit(extension.added()));
    return node;
  }

  private static Extension extension(JsonNode node) {
    return new Extension(
        limit(node.path("added")),
        Instant.parse(node.path("at").asText()),
        node.path("reason").asText(),
        node.path("approvedBy").asText());
  }

  private static JsonNode span(Span span) {
    ObjectNode node = Json.object().put("from", span.from().toString());
    span.to().ifPresent(to -> node.put("to", to.toString()));
    return switch (span) {
      case Run run -> node;
      case Pause pause ->
          node.put("pause", pause.reason().reason())
              .put("legalBasis", pause.reason().legalBasis())
              .put("plannedDays", pause.reason().plannedDays());
    };
  }

  private static Span span(JsonNode node) {
    Instant from = Instant.parse(node.path("from").asText());
    return node.has("pause")
        ? new Pause(
            from,
            Json.instant(node, "to"),
            new PauseReason(
                node.path("pause").asText(),
                node.path("legalBasis").asText(),
                node.path("plannedDays").asInt()))
        : new Run(from, Json.instant(node, "to"));
  }
}
