package banshi.http.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** Puts the receipt's code into an answer that was stored without it. */
final class Receipted {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Receipted() {}

  /**
   * The answer with its code.
   *
   * @param code tells the code of a case number
   */
  static byte[] body(byte[] stored, UnaryOperator<String> code) {
    try {
      ObjectNode answer = (ObjectNode) MAPPER.readTree(stored);
      ((ObjectNode) answer.get("receipt")).put("code", code.apply(answer.get("number").asText()));
      return MAPPER.writeValueAsBytes(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
