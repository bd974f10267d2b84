package banshi.intake;

import banshi.catalogue.Fault;
import banshi.catalogue.MatterVersion;
import banshi.catalogue.PackageVersion;
import banshi.catalogue.Severity;
import banshi.intake.ApplicationDetails.Certificate;
import banshi.intake.ApplicationDetails.Correction;
import banshi.intake.ApplicationDetails.Decided;
import banshi.intake.ApplicationDetails.Delivery;
import banshi.intake.ApplicationDetails.Material;
import banshi.intake.ApplicationDetails.NotAccepted;
import banshi.intake.ApplicationDetails.Outcome;
import banshi.intake.ApplicationDetails.Owed;
import banshi.store.DetailsCodec;
import banshi.store.ExtensionRequestCodec;
import banshi.store.Json;
import banshi.store.RatingCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How an application's own content is stored. */
final class ApplicationCodec implements DetailsCodec<ApplicationDetails> {
  @Override
  public JsonNode encode(ApplicationDetails details) {
    ObjectNode node = Json.object();
    details.themePackage().ifPresent(p -> node.set("package", version(p.code(), p.validFrom())));
    node.set("matters", Json.array(details.matters(), m -> version(m.code(), m.validFrom())));
    node.set("answers", Json.object().setAll(details.answers()));
    node.set("form", Json.object().setAll(details.form()));
    node.set("materials", Json.array(details.materials(), ApplicationCodec::material));
    node.set("owed", Json.array(details.owed(), ApplicationCodec::owed));
    node.set("faults", Json.array(details.faults(), ApplicationCodec::fault));
    node.set("corrections", Json.array(details.corrections(), ApplicationCodec::correction));
    node.set("decisions", Json.array(details.decisions(), ApplicationCodec::decided));
    details
        .refusal()
        .ifPresent(
            r ->
                node.set(
                    "refusal",
                    Json.object()
                        .put("reason", r.reason())
                        .put("legalBasis", r.legalBasis())
                        .put("whereToGo", r.whereToGo())
                        .put("at", r.at().toString())));
    details.delivery().ifPresent(d -> node.set("delivery", delivery(d)));
    details.rating().ifPresent(r -> node.set("rating", RatingCodec.encode(r)));
    details.consultation().ifPresent(number -> node.put("consultation", number));
    details
        .extension()
        .ifPresent(asked -> node.set("extension", ExtensionRequestCodec.encode(asked)));
    return node;
  }

  @Override
  public ApplicationDetails decode(JsonNode node) {
    return new ApplicationDetails(
        Optional.of(node.path("package"))
            .filter(JsonNode::isObject)
            .map(p -> new PackageVersion(p.path("code").asText(), date(p))),
        Json.list(node.path("matters"), m -> new MatterVersion(m.path("code").asText(), date(m))),
        members(node.path("answers")),
        members(node.path("form")),
        Json.list(node.path("materials"), ApplicationCodec::material),
        Json.list(node.path("owed"), ApplicationCodec::owed),
        Json.list(node.path("faults"), ApplicationCodec::fault),
        Json.list(node.path("corrections"), ApplicationCodec::correction),
        Json.list(node.path("decisions"), ApplicationCodec::decided),
        member(node, "refusal")
            .map(
                r ->
                    new NotAccepted(
                        r.path("reason").asText(),
                        r.path("legalBasis").asText(),
                        r.path("whereToGo").asText(),
                        at(r))),
        member(node, "delivery")
            .map(
                d ->
                    new Delivery(
                        Delivery.Method.valueOf(d.path("method").asText()),
                        Json.string(d, "trackingNumber"),
                        at(d))),
        member(node, "rating").map(RatingCodec::decode),
        Json.string(node, "consultation"),
        member(node, "extension").map(ExtensionRequestCodec::decode));
  }

  private static Optional<JsonNode> member(JsonNode node, String name) {
    return Optional.of(node.path(name)).filter(JsonNode::isObject);
  }

  private static Instant at(JsonNode node) {
    return Instant.parse(node.path("at").asText());
  }

  private static LocalDate date(JsonNode node) {
    return LocalDate.parse(node.path("validFrom").asText());
  }

  private static JsonNode version(String code, LocalDate validFrom) {
    return Json.object().put("code", code).put("validFrom", validFrom.toString());
  }

  private static Map<String, JsonNode> members(JsonNode node) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  private static JsonNode material(Material m) {
    return Json.object()
        .put("code", m.code())
        .put("fileName", m.fileName())
        .put("contentType", m.contentType())
        .put("size", m.size())
        .put("sha256", m.sha256())
        .put("at", m.at().toString());
  }

  private static Material material(JsonNode node) {
    return new Material(
        node.path("code").asText(),
        node.path("fileName").asText(),
        node.path("contentType").asText(),
        node.path("size").asLong(),
        node.path("sha256").asText(),
        at(node));
  }

  private static JsonNode owed(Owed owed) {
    ObjectNode node = Json.object().put("code", owed.code());
    owed.deadline().ifPresent(at -> node.put("deadline", at.toString()));
    owed.broughtAt().ifPresent(at -> node.put("broughtAt", at.toString()));
    return node;
  }

  private static Owed owed(JsonNode node) {
    return new Owed(
        node.path("code").asText(),
        Json.instant(node, "deadline"),
        Json.instant(node, "broughtAt"));
  }

  private static JsonNode fault(Fault fault) {
    ObjectNode node =
        Json.object()
            .put("pointer", fault.pointer())
            .put("code", fault.code())
            .put("severity", fault.severity().name());
    node.set("detail", Json.text(fault.detail()));
    fault.material().ifPresent(code -> node.put("material", code));
    return node;
  }

  private static Fault fault(JsonNode node) {
    return new Fault(
        node.path("pointer").asText(),
        node.path("code").asText(),
        Json.text(node.path("detail")),
        Json.string(node, "material"),
        Severity.valueOf(node.path("severity").asText()));
  }

  private static JsonNode correction(Correction correction) {
    ObjectNode node =
        Json.object()
            .put("at", correction.at().toString())
            .put("days", correction.days())
            .put("deadline", correction.deadline().toString());
    node.set(
        "items",
        Json.array(
            correction.items(),
            item -> {
              ObjectNode each = Json.object().put("detail", item.detail());
              item.pointer().ifPresent(pointer -> each.put("pointer", pointer));
              item.materialCode().ifPresent(code -> each.put("materialCode", code));
              return each;
            }));
    return node;
  }

  private static Correction correction(JsonNode node) {
    return new Correction(
        at(node),
        node.path("days").asInt(),
        Json.instant(node, "deadline").orElseThrow(),
        Json.list(
            node.path("items"),
            item ->
                new Correction.Item(
                    Json.string(item, "pointer"),
                    Json.string(item, "materialCode"),
                    item.path("detail").asText())));
  }

  private static JsonNode decided(Decided decided) {
    ObjectNode node =
        Json.object()
            .put("matterCode", decided.matterCode())
            .put("outcome", decided.outcome().name())
            .put("reason", decided.reason())
            .put("legalBasis", decided.legalBasis())
            .put("at", decided.at().toString());
    decided.remedy().ifPresent(remedy -> node.set("remedy", Json.text(remedy)));
    decided.certificate().ifPresent(c -> node.set("certificate", certificate(c)));
    if (!decided.earlier().isEmpty()) {
      node.set("earlier", Json.array(decided.earlier(), ApplicationCodec::earlier));
    }
    return node;
  }

  private static JsonNode earlier(Decided.Earlier earlier) {
    ObjectNode node =
        Json.object()
            .put("at", earlier.at().toString())
            .put("why", earlier.why())
            .put("reason", earlier.reason())
            .put("legalBasis", earlier.legalBasis());
    earlier.certificate().ifPresent(c -> node.set("certificate", certificate(c)));
    return node;
  }

  private static Decided.Earlier earlier(JsonNode node) {
    return new Decided.Earlier(
        at(node),
        node.path("why").asText(),
        node.path("reason").asText(),
        node.path("legalBasis").asText(),
        member(node, "certificate").map(ApplicationCodec::certificate));
  }

  private static Certificate certificate(JsonNode node) {
    return new Certificate(
        node.path("name").asText(),
        node.path("number").asText(),
        Json.string(node, "validFrom"),
        Json.string(node, "validTo"));
  }

  private static JsonNode certificate(Certificate certificate) {
    ObjectNode node =
        Json.object().put("name", certificate.name()).put("number", certificate.number());
    certificate.validFrom().ifPresent(day -> node.put("validFrom", day));
    certificate.validTo().ifPresent(day -> node.put("validTo", day));
    return node;
  }

  private static Decided decided(JsonNode node) {
    return new Decided(
        node.path("matterCode").asText(),
        Outcome.valueOf(node.path("outcome").asText()),
        node.path("reason").asText(),
        node.path("legalBasis").asText(),
        member(node, "remedy").map(Json::text),
        member(node, "certificate").map(ApplicationCodec::certificate),
        at(node),
        Json.list(node.path("earlier"), ApplicationCodec::earlier));
  }

  private static JsonNode delivery(Delivery delivery) {
    ObjectNode node =
        Json.object().put("method", delivery.method().name()).put("at", delivery.at().toString());
    delivery.trackingNumber().ifPresent(number -> node.put("trackingNumber", number));
    return node;
  }
}
