package banshi.intake;

import banshi.disclosure.PersonalData;
import banshi.identity.Disclosure;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What people filled in, field by field: {@code form.<field>}. */
final class PersonalForm implements PersonalData<ApplicationDetails> {
  private static final String FORM = "form.";

  @Override
  public Map<String, Function<Disclosure.Recorded, JsonNode>> in(ApplicationDetails details) {
    Map<String, Function<Disclosure.Recorded, JsonNode>> fields = new LinkedHashMap<>();
    details.form().forEach((name, value) -> fields.put(FORM + name, ground -> value));
    return fields;
  }
}
