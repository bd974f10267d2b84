package banshi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An inbox, as somebody turns its pages: other scenarios share the hall, and some live later. */
final class Notices {
  private Notices() {}

  /** What an office's inbox says about a case, by name, newest first. */
  static List<String> inOffice(Hall.Call reader, String inbox, String number) {
    return about(reader, "/v1/notices?limit=100&inbox=" + inbox, number);
  }

  private static List<String> about(Hall.Call reader, String first, String number) {
    List<String> names = new ArrayList<>();
    Optional<String> next = Optional.of(first);
    while (next.isPresent()) {
      JsonNode page = reader.get(next.get()).is(200).json();
      page.path("items")
          .valueStream()
          .filter(notice -> notice.path("number").asText().equals(number))
          .forEach(notice -> names.add(notice.path("name").asText()));
      next =
          Optional.of(page.path("nextCursor"))
              .filter(JsonNode::isTextual)
              .map(cursor -> first + "&cursor=" + cursor.asText());
    }
    return names;
  }
}
