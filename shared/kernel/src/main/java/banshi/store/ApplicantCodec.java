package banshi.store;

import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantType;
import banshi.identity.Disclosure;
import banshi.identity.Email;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How an applicant is stored: in clear within the sealed attribute, and nowhere else. */
final class ApplicantCodec {
  private static final Disclosure STORAGE = new Disclosure.Storage();

  private ApplicantCodec() {}

  static JsonNode encode(ApplicantIdentity applicant) {
    ObjectNode node =
        Json.object()
            .put("name", applicant.name().clear(STORAGE))
            .put("idType", applicant.idType().name())
            .put("type", applicant.type().name());
    applicant.idNumber().ifPresent(number -> node.put("idNumber", number.clear(STORAGE)));
    applicant.phone().ifPresent(phone -> node.put("phone", phone.clear(STORAGE)));
    applicant.email().ifPresent(email -> node.put("email", email.clear(STORAGE)));
    return node;
  }

  static ApplicantIdentity decode(JsonNode node) {
    return new ApplicantIdentity(
        new PersonName(node.path("name").asText()),
        IdType.valueOf(node.path("idType").asText()),
        Json.string(node, "idNumber").map(IdNumber::new),
        Json.string(node, "phone").map(Phone::new),
        Json.string(node, "email").map(Email::new),
        ApplicantType.valueOf(node.path("type").asText()));
  }
}
