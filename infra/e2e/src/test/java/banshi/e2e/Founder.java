package banshi.e2e;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A resident who has to do with a start-up, under a name of their own.
 *
 * @param one which of {@link People#resident}
 */
record Founder(int one, Persona persona) {
  static Founder of(int one) {
    return new Founder(one, People.resident(one));
  }

  /** So many founders in a row. */
  static List<Founder> from(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(Founder::of).toList();
  }

  String name() {
    return "测试" + one;
  }

  String idNumber() {
    return persona.idNumber().orElseThrow();
  }

  Hall.Call at(Hall hall) {
    return at(hall, name());
  }

  /** Somebody whose token gives another name. */
  Hall.Call at(Hall hall, String name) {
    return hall.with(hall.token(persona, Hall.JSON.createObjectNode().put("name", name)));
  }

  /** Their entry in a form. */
  ObjectNode as(String role) {
    return Hall.JSON
        .createObjectNode()
        .put("role", role)
        .put("name", name())
        .put("idType", "ID_CARD")
        .put("idNumber", idNumber())
        .put("phone", "138%08d".formatted(one));
  }

  /** Their entry as one who owns a part of a company. */
  ObjectNode owning(String percent, int yuan) {
    ObjectNode entry = as("SHAREHOLDER").put("share", new java.math.BigDecimal(percent));
    entry
        .putObject("contribution")
        .put("amount", yuan)
        .put("method", "CASH")
        .put("dueBy", "2030-12-31");
    return entry;
  }
}
