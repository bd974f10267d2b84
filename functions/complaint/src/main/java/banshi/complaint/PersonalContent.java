package banshi.complaint;

import banshi.disclosure.PersonalData;
import banshi.identity.Disclosure;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Who is complained about: {@code about.officer}. */
final class PersonalContent implements PersonalData<ComplaintDetails> {
  @Override
  public Map<String, Function<Disclosure.Recorded, JsonNode>> in(ComplaintDetails details) {
    Map<String, Function<Disclosure.Recorded, JsonNode>> fields = new HashMap<>();
    details
        .officer()
        .ifPresent(name -> fields.put("about.officer", why -> ComplaintCodec.officer(name, why)));
    return fields;
  }
}
