package banshi.intake;

import banshi.cases.Case;
import banshi.identity.Disclosure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/**
 * Personal data in full, by name: {@code applicant.name}, {@code applicant.idNumber}, {@code
 * applicant.phone} and {@code form.<field>}. Everywhere else an answer holds masks.
 */
final class Disclosures {
  private static final String FORM = "form.";

  private Disclosures() {}

  /** Whether the case holds such a field. */
  static boolean holds(Case<ApplicationDetails> c, String field) {
    return switch (field) {
      case "applicant.name" -> true;
      case "applicant.idNumber" -> c.applicant().idNumber().isPresent();
      case "applicant.phone" -> c.applicant().phone().isPresent();
      default ->
          field.startsWith(FORM) && c.details().form().containsKey(field.substring(FORM.length()));
    };
  }

  /** The full value of a field, if the case holds it; that it is read is on the timeline. */
  static Optional<JsonNode> value(
      Case<ApplicationDetails> c, String field, Disclosure.Recorded why) {
    return switch (field) {
      case "applicant.name" -> Optional.of(text(c.applicant().name().clear(why)));
      case "applicant.idNumber" -> c.applicant().idNumber().map(id -> text(id.clear(why)));
      case "applicant.phone" -> c.applicant().phone().map(phone -> text(phone.clear(why)));
      default ->
          field.startsWith(FORM)
              ? Optional.ofNullable(c.details().form().get(field.substring(FORM.length())))
              : Optional.empty();
    };
  }

  private static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }
}
