package banshi.startup;

import banshi.disclosure.PersonalData;
import banshi.identity.Disclosure;
import banshi.startup.form.StartupForm;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The people of the form: {@code people.0.name}, {@code .idNumber}, {@code .phone}. */
final class PersonalContent implements PersonalData<StartupDetails> {
  @Override
  public Map<String, Function<Disclosure.Recorded, JsonNode>> in(StartupDetails details) {
    Map<String, Function<Disclosure.Recorded, JsonNode>> fields = new HashMap<>();
    List<StartupForm.Entry> people = details.form().people();
    for (int i = 0; i < people.size(); i++) {
      StartupForm.Entry person = people.get(i);
      String at = "people." + i;
      fields.put(at + ".name", why -> StartupCodec.disclosed(person.name(), why));
      fields.put(at + ".idNumber", why -> StartupCodec.disclosed(person.idNumber(), why));
      person
          .phone()
          .ifPresent(phone -> fields.put(at + ".phone", why -> StartupCodec.disclosed(phone, why)));
    }
    return fields;
  }
}
