package banshi.local.demo;

import banshi.identity.CitizenId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two people who found a company, and the form they fill in. Their numbers are synthetic: of people
 * born on 1 January 1900. They are others each time, for nobody represents two start-ups at once
 * and a story may have been stopped half-way.
 *
 * @param first who represents the company, directs and manages it
 * @param second who holds the rest of it and supervises
 */
record Founders(Person first, Person second) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String FIRST_17 = "50010619000101%03d";

  /** Somebody with a token of their own. */
  record Person(String sub, String name, String idNumber, String phone) {
    Persona persona() {
      return Persona.resident(sub, name, idNumber);
    }
  }

  /** Two people. */
  static Founders drawn(RandomGenerator random) {
    int serial = 100 + random.nextInt(400);
    return new Founders(
        person("demo-founder-" + serial, "张三", serial, "13800000001"),
        person("demo-partner-" + serial, "李四", serial + 400, "13800000002"));
  }

  private static Person person(String sub, String name, int serial, String phone) {
    String first17 = FIRST_17.formatted(serial);
    return new Person(sub, name, first17 + CitizenId.checkCharacter(first17), phone);
  }

  /** A form as it is filled in by somebody in a hurry. */
  ObjectNode careless(LocalDate today) {
    ObjectNode form = NODES.objectNode();
    ObjectNode company = form.putObject("company");
    company.put("capital", 500_000);
    company.putArray("businessScope").add("CATERING-MANAGEMENT").add("SPACE-TRAVEL");
    company
        .putObject("address")
        .put("street", "解放碑街道")
        .put("detail", "示例路1号")
        .put("tenure", "RENTED");
    ArrayNode people = form.putArray("people");
    stake(people, first, "60", "300000", "CASH", today.plusYears(6));
    stake(people, second, "30", "200000", "LABOUR", today.plusYears(5));
    role(people, first, "LEGAL_REPRESENTATIVE");
    role(people, first, "DIRECTOR");
    role(people, first, "SUPERVISOR");
    form.putArray("services").add("SEAL").add("TAX");
    return form;
  }

  /** The form as it is meant. */
  ObjectNode careful(LocalDate today, String address) {
    ObjectNode form = NODES.objectNode();
    ObjectNode company = form.putObject("company");
    company.put("capital", 500_000);
    company.putArray("businessScope").add("CATERING-MANAGEMENT").add("CATERING");
    company
        .putObject("address")
        .put("street", "500106001")
        .put("detail", address)
        .put("tenure", "RENTED");
    ArrayNode people = form.putArray("people");
    stake(people, first, "60", "300000", "CASH", today.plusYears(4));
    stake(people, second, "40", "200000", "CASH", today.plusYears(4));
    for (String role :
        List.of("LEGAL_REPRESENTATIVE", "DIRECTOR", "MANAGER", "LIAISON", "FINANCE_OFFICER")) {
      role(people, first, role);
    }
    role(people, second, "SUPERVISOR");
    role(people, first, "BENEFICIAL_OWNER").put("control", "EQUITY");
    role(people, second, "BENEFICIAL_OWNER").put("control", "EQUITY");
    ArrayNode services = form.putArray("services");
    List.of("SEAL", "TAX", "SOCIAL_INSURANCE", "HOUSING_FUND", "BANK").forEach(services::add);
    return form;
  }

  private static void stake(
      ArrayNode people,
      Person person,
      String share,
      String amount,
      String method,
      LocalDate dueBy) {
    role(people, person, "SHAREHOLDER")
        .put("share", new BigDecimal(share))
        .putObject("contribution")
        .put("amount", new BigDecimal(amount))
        .put("method", method)
        .put("dueBy", dueBy.toString());
  }

  private static ObjectNode role(ArrayNode people, Person person, String role) {
    return people
        .addObject()
        .put("role", role)
        .put("name", person.name())
        .put("idType", "ID_CARD")
        .put("idNumber", person.idNumber())
        .put("phone", person.phone());
  }
}
