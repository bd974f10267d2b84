package banshi.startup;

import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Personal;
import banshi.identity.Phone;
import banshi.startup.form.ContributionMethod;
import banshi.startup.form.Control;
import banshi.startup.form.Role;
import banshi.startup.form.ScopeItem;
import banshi.startup.form.Service;
import banshi.startup.form.StartupForm;
import banshi.startup.form.Street;
import banshi.startup.form.Tenure;
import banshi.startup.names.OrganisationForm;
import banshi.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** How the one form is written: always the same way, since what is written is what is signed. */
final class FormCodec {
  private FormCodec() {}

  /**
   * A form as JSON.
   *
   * @param personal how a personal value is written
   */
  static ObjectNode encode(StartupForm form, Function<Personal, String> personal) {
    ObjectNode node = Json.object().put("form", form.form().name());
    node.set("company", company(form.company()));
    node.set("people", Json.array(form.people(), entry -> entry(entry, personal)));
    node.set("services", Json.array(form.services(), each -> TextNode.valueOf(each.name())));
    return node;
  }

  static StartupForm decode(JsonNode node) {
    return new StartupForm(
        OrganisationForm.valueOf(node.path("form").asText()),
        company(node.path("company")),
        Json.list(node.path("people"), FormCodec::entry),
        Json.list(node.path("services"), each -> Service.valueOf(each.asText())));
  }

  private static ObjectNode company(StartupForm.Company company) {
    ObjectNode node = Json.object();
    company.capital().ifPresent(yuan -> node.put("capital", plain(yuan)));
    node.set("businessScope", Json.array(company.businessScope(), FormCodec::item));
    ObjectNode address =
        Json.object()
            .put("street", company.address().street().code())
            .put("detail", company.address().detail())
            .put("tenure", company.address().tenure().name());
    company.address().street().name().ifPresent(name -> address.put("streetName", name));
    node.set("address", address);
    return node.put("supervisorWaived", company.supervisorWaived())
        .put("beneficialOwnerExemption", company.beneficialOwnerExemption());
  }

  private static StartupForm.Company company(JsonNode node) {
    JsonNode address = node.path("address");
    return new StartupForm.Company(
        decimal(node, "capital"),
        Json.list(node.path("businessScope"), FormCodec::item),
        new StartupForm.Address(
            new Street(address.path("street").asText(), Json.string(address, "streetName")),
            address.path("detail").asText(),
            Tenure.valueOf(address.path("tenure").asText())),
        node.path("supervisorWaived").asBoolean(),
        node.path("beneficialOwnerExemption").asBoolean());
  }

  private static JsonNode item(ScopeItem item) {
    ObjectNode node = Json.object().put("code", item.code());
    node.set("name", Json.text(item.name()));
    item.licence().ifPresent(licence -> node.set("licence", Json.text(licence)));
    item.matter().ifPresent(matter -> node.put("matter", matter));
    return node;
  }

  private static ScopeItem item(JsonNode node) {
    return new ScopeItem(
        node.path("code").asText(),
        Json.text(node.path("name")),
        node.has("licence") ? Optional.of(Json.text(node.get("licence"))) : Optional.empty(),
        Json.string(node, "matter"));
  }

  private static JsonNode entry(StartupForm.Entry entry, Function<Personal, String> personal) {
    ObjectNode node =
        Json.object()
            .put("role", entry.role().name())
            .put("name", personal.apply(entry.name()))
            .put("idType", entry.idType().name())
            .put("idNumber", personal.apply(entry.idNumber()));
    entry.phone().ifPresent(phone -> node.put("phone", personal.apply(phone)));
    entry.share().ifPresent(share -> node.put("share", plain(share)));
    entry
        .contribution()
        .ifPresent(
            paid ->
                node.set(
                    "contribution",
                    Json.object()
                        .put("amount", plain(paid.amount()))
                        .put("method", paid.method().name())
                        .put("dueBy", paid.dueBy().toString())));
    entry.control().ifPresent(control -> node.put("control", control.name()));
    return node;
  }

  private static StartupForm.Entry entry(JsonNode node) {
    JsonNode paid = node.path("contribution");
    return new StartupForm.Entry(
        Role.valueOf(node.path("role").asText()),
        new PersonName(node.path("name").asText()),
        IdType.valueOf(node.path("idType").asText()),
        new IdNumber(node.path("idNumber").asText()),
        Json.string(node, "phone").map(Phone::new),
        decimal(node, "share"),
        paid.isObject()
            ? Optional.of(
                new StartupForm.Contribution(
                    new BigDecimal(paid.path("amount").asText()),
                    ContributionMethod.valueOf(paid.path("method").asText()),
                    LocalDate.parse(paid.path("dueBy").asText())))
            : Optional.empty(),
        Json.string(node, "control").map(Control::valueOf));
  }

  private static Optional<BigDecimal> decimal(JsonNode node, String name) {
    return Json.string(node, name).map(BigDecimal::new);
  }

  /** So that 100 and 100.00 are one form. */
  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
