package banshi.e2e;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The one form of a start-up (一表申请), still without its name; tests change it. */
final class OneForm {
  static final int CAPITAL_EACH = 10_000;

  private OneForm() {}

  /** A company of one person who does everything in it. */
  static ObjectNode ofOne(Founder founder, String... services) {
    ObjectNode form = company(CAPITAL_EACH).put("supervisorWaived", true);
    ArrayNode people = Hall.JSON.createArrayNode();
    people.add(founder.owning("100", CAPITAL_EACH));
    List.of("LEGAL_REPRESENTATIVE", "DIRECTOR", "LIAISON", "FINANCE_OFFICER")
        .forEach(role -> people.add(founder.as(role)));
    return form(form, people, services);
  }

  /**
   * A company with equal shares and two boards: the first three shareholders direct it, the last
   * three of {@code everybody} own nothing and supervise.
   */
  static ObjectNode ofMany(List<Founder> everybody, String percentEach, String... services) {
    List<Founder> owners = everybody.subList(0, everybody.size() - 3);
    ArrayNode people = Hall.JSON.createArrayNode();
    owners.forEach(owner -> people.add(owner.owning(percentEach, CAPITAL_EACH)));
    people.add(owners.getFirst().as("LEGAL_REPRESENTATIVE"));
    people.add(owners.getFirst().as("LIAISON"));
    people.add(owners.get(3).as("FINANCE_OFFICER"));
    owners.subList(0, 3).forEach(director -> people.add(director.as("DIRECTOR")));
    everybody
        .subList(owners.size(), everybody.size())
        .forEach(supervisor -> people.add(supervisor.as("SUPERVISOR")));
    return form(company(CAPITAL_EACH * owners.size()), people, services);
  }

  /** A company that somebody owns and another runs. */
  static ObjectNode ofOneRunBy(Founder owner, Founder head, String... services) {
    ArrayNode people = Hall.JSON.createArrayNode();
    people.add(owner.owning("100", CAPITAL_EACH));
    List.of("LEGAL_REPRESENTATIVE", "DIRECTOR", "LIAISON", "FINANCE_OFFICER")
        .forEach(role -> people.add(head.as(role)));
    return form(company(CAPITAL_EACH).put("supervisorWaived", true), people, services);
  }

  static ObjectNode soleTrader(Founder operator, String... services) {
    ObjectNode company = Hall.JSON.createObjectNode();
    located(company);
    return form(company, Hall.JSON.createArrayNode().add(operator.as("OPERATOR")), services);
  }

  private static ObjectNode company(int capital) {
    ObjectNode company =
        Hall.JSON.createObjectNode().put("capital", capital).put("beneficialOwnerExemption", true);
    located(company);
    return company;
  }

  private static void located(ObjectNode company) {
    company.putArray("businessScope").add("CATERING-MANAGEMENT").add("CATERING");
    company
        .putObject("address")
        .put("street", "500106001")
        .put("detail", "测试路1号1-1")
        .put("tenure", "RENTED");
  }

  private static ObjectNode form(ObjectNode company, ArrayNode people, String... services) {
    ObjectNode form = Hall.JSON.createObjectNode();
    form.set("company", company);
    form.set("people", people);
    ArrayNode asked = form.putArray("services");
    List.of(services).forEach(asked::add);
    return form;
  }
}
