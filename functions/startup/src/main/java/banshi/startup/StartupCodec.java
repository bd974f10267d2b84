package banshi.startup;

import banshi.crypto.Digests;
import banshi.identity.ApplicantKey;
import banshi.identity.Disclosure;
import banshi.identity.PersonName;
import banshi.identity.Personal;
import banshi.startup.StartupDetails.Correction;
import banshi.startup.StartupDetails.Denial;
import banshi.startup.StartupDetails.Result;
import banshi.startup.StartupDetails.Signature;
import banshi.startup.form.StartupForm;
import banshi.startup.licence.LicenceCodec;
import banshi.store.DetailsCodec;
import banshi.store.Json;
import banshi.store.RatingCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Optional;

/** How a start-up's own content is written; the store seals it. */
final class StartupCodec implements DetailsCodec<StartupDetails> {
  private static final Disclosure STORAGE = new Disclosure.Storage();

  @Override
  public JsonNode encode(StartupDetails details) {
    ObjectNode node = Json.object();
    node.set("name", name(details.name()));
    node.set("form", FormCodec.encode(details.form(), StartupCodec::stored));
    node.put("formHash", details.formHash());
    node.set("signatures", Json.array(details.signatures(), StartupCodec::signature));
    node.set("corrections", Json.array(details.corrections(), StartupCodec::correction));
    details.denial().ifPresent(denial -> node.set("denial", denial(denial)));
    node.set("results", Json.array(details.results(), StartupCodec::result));
    details.licence().ifPresent(licence -> node.set("licence", LicenceCodec.encode(licence)));
    details.rating().ifPresent(rating -> node.set("rating", RatingCodec.encode(rating)));
    return node;
  }

  @Override
  public StartupDetails decode(JsonNode node) {
    return new StartupDetails(
        new StartupDetails.Name(
            node.path("name").path("reservation").asText(),
            node.path("name").path("full").asText()),
        FormCodec.decode(node.path("form")),
        node.path("formHash").asText(),
        Json.list(node.path("signatures"), StartupCodec::signature),
        Json.list(node.path("corrections"), StartupCodec::correction),
        member(node, "denial").map(StartupCodec::denial),
        Json.list(node.path("results"), StartupCodec::result),
        member(node, "licence").map(LicenceCodec::decode),
        member(node, "rating").map(RatingCodec::decode));
  }

  /**
   * What is signed: SHA-256, in hexadecimal, over the name and the whole form with the personal
   * data in it, as the store writes them. So whoever signs, signs every number and every name,
   * though they are shown masked.
   */
  static String hash(StartupDetails.Name name, StartupForm form) {
    ObjectNode signed = Json.object();
    signed.put("form", "banshi-startup/1");
    signed.set("name", name(name));
    signed.set("content", FormCodec.encode(form, StartupCodec::stored));
    return Digests.sha256Hex(signed.toString());
  }

  /** The name that a licence shows to everybody: being shown is what it is for. */
  static String published(PersonName name) {
    return name.clear(STORAGE);
  }

  /** A value in clear, for whoever has a ground to see it. */
  static JsonNode disclosed(Personal value, Disclosure why) {
    return TextNode.valueOf(value.clear(why));
  }

  private static String stored(Personal value) {
    return value.clear(STORAGE);
  }

  private static ObjectNode name(StartupDetails.Name name) {
    return Json.object().put("reservation", name.reservation()).put("full", name.full());
  }

  private static JsonNode signature(Signature signature) {
    return Json.object()
        .put("person", signature.person().value())
        .put("formHash", signature.formHash())
        .put("at", signature.at().toString());
  }

  private static Signature signature(JsonNode node) {
    return new Signature(
        new ApplicantKey(node.path("person").asText()), node.path("formHash").asText(), at(node));
  }

  private static JsonNode correction(Correction correction) {
    ObjectNode node =
        Json.object()
            .put("days", correction.days())
            .put("legalBasis", correction.legalBasis())
            .put("at", correction.at().toString());
    node.set(
        "items",
        Json.array(
            correction.items(),
            item -> {
              ObjectNode one = Json.object().put("detail", item.detail());
              item.pointer().ifPresent(pointer -> one.put("pointer", pointer));
              return one;
            }));
    return node;
  }

  private static Correction correction(JsonNode node) {
    return new Correction(
        Json.list(
            node.path("items"),
            item ->
                new Correction.Item(Json.string(item, "pointer"), item.path("detail").asText())),
        node.path("days").asInt(),
        node.path("legalBasis").asText(),
        at(node));
  }

  private static JsonNode denial(Denial denial) {
    ObjectNode node =
        Json.object()
            .put("reason", denial.reason())
            .put("legalBasis", denial.legalBasis())
            .put("at", denial.at().toString());
    node.set("remedy", Json.text(denial.remedy()));
    return node;
  }

  private static Denial denial(JsonNode node) {
    return new Denial(
        node.path("reason").asText(),
        node.path("legalBasis").asText(),
        Json.text(node.path("remedy")),
        at(node));
  }

  private static JsonNode result(Result result) {
    ObjectNode node =
        Json.object()
            .put("part", result.part())
            .put("done", result.done())
            .put("at", result.at().toString());
    result.reference().ifPresent(reference -> node.put("reference", reference));
    result.institution().ifPresent(institution -> node.put("institution", institution));
    result.appointmentAt().ifPresent(at -> node.put("appointmentAt", at.toString()));
    if (!result.earlier().isEmpty()) {
      node.set("earlier", Json.array(result.earlier(), StartupCodec::earlier));
    }
    return node;
  }

  private static JsonNode earlier(Result.Earlier earlier) {
    ObjectNode node = Json.object().put("at", earlier.at().toString()).put("why", earlier.why());
    earlier.reference().ifPresent(reference -> node.put("reference", reference));
    earlier.institution().ifPresent(institution -> node.put("institution", institution));
    earlier.appointmentAt().ifPresent(at -> node.put("appointmentAt", at.toString()));
    return node;
  }

  private static Result.Earlier earlier(JsonNode node) {
    return new Result.Earlier(
        at(node),
        node.path("why").asText(),
        Json.string(node, "reference"),
        Json.string(node, "institution"),
        Json.instant(node, "appointmentAt"));
  }

  private static Result result(JsonNode node) {
    return new Result(
        node.path("part").asText(),
        node.path("done").asBoolean(),
        Json.string(node, "reference"),
        Json.string(node, "institution"),
        Json.instant(node, "appointmentAt"),
        at(node),
        Json.list(node.path("earlier"), StartupCodec::earlier));
  }

  private static Optional<JsonNode> member(JsonNode node, String name) {
    return Optional.of(node.path(name)).filter(JsonNode::isObject);
  }

  private static Instant at(JsonNode node) {
    return Instant.parse(node.path("at").asText());
  }
}
