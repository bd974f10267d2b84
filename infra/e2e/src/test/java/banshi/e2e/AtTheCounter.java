package banshi.e2e;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an officer of the hall sends for somebody. */
final class AtTheCounter {
  private AtTheCounter() {}

  /** For whoever signs in with the same document. */
  static ObjectNode forBearer(Persona person, String channel, ObjectNode body) {
    return forSomebody("ID_CARD", person.idNumber().orElseThrow(), channel, body);
  }

  static ObjectNode forSomebody(String idType, String idNumber, String channel, ObjectNode body) {
    ObjectNode filed = body.deepCopy().put("channel", channel);
    filed
        .putObject("onBehalfOf")
        .put("name", "李四")
        .put("idType", idType)
        .put("idNumber", idNumber)
        .put("phone", "13900000000");
    return filed;
  }
}
