package banshi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A department's queue (待办), as its officer turns the pages.
 *
 * @param department whose it is
 */
record WorkQueue(Hall hall, String department) {

  /** The lines about one case: other scenarios share the hall. */
  List<JsonNode> about(String number) {
    String first = "/v1/queues/" + department + "?limit=100";
    List<JsonNode> lines = new ArrayList<>();
    Optional<String> next = Optional.of(first);
    while (next.isPresent()) {
      JsonNode page = hall.as(People.officerOf(department)).get(next.get()).is(200).json();
      page.path("items").forEach(lines::add);
      next =
          Optional.of(page.path("nextCursor"))
              .filter(JsonNode::isTextual)
              .map(cursor -> first + "&cursor=" + cursor.asText());
    }
    return lines.stream().filter(line -> line.path("number").asText().equals(number)).toList();
  }
}
