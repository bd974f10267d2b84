package banshi.startup.licence;

import banshi.store.Json;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How a licence is kept, item by item, so that its {@link Licence#hash} never changes. */
public final class LicenceCodec {
  private LicenceCodec() {}

  /** A licence as JSON. */
  public static ObjectNode encode(Licence licence) {
    ObjectNode node =
        Json.object()
            .put("code", licence.code())
            .put("name", licence.name())
            .put("legalRepresentative", licence.legalRepresentative())
            .put("foundedOn", licence.foundedOn().toString())
            .put("premises", licence.premises())
            .put("registry", licence.registry())
            .put("issuedOn", licence.issuedOn().toString());
    node.set("type", Json.text(licence.type()));
    switch (licence.footing()) {
      case Licence.Capital(BigDecimal yuan) -> node.put("capital", yuan.toPlainString());
      case Licence.Composition(Text form) -> node.set("composition", Json.text(form));
    }
    node.set("businessScope", Json.array(licence.businessScope(), TextNode::valueOf));
    return node;
  }

  /** Reads what {@link #encode} wrote. */
  public static Licence decode(JsonNode node) {
    return new Licence(
        node.path("code").asText(),
        node.path("name").asText(),
        Json.text(node.path("type")),
        node.path("legalRepresentative").asText(),
        node.has("capital")
            ? new Licence.Capital(new BigDecimal(node.path("capital").asText()))
            : new Licence.Composition(Json.text(node.path("composition"))),
        LocalDate.parse(node.path("foundedOn").asText()),
        node.path("premises").asText(),
        Json.list(node.path("businessScope"), JsonNode::asText),
        node.path("registry").asText(),
        LocalDate.parse(node.path("issuedOn").asText()));
  }
}
