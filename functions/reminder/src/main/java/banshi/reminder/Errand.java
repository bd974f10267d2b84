package banshi.reminder;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/** One thing that is done only when an event asks for it by name. */
public interface Errand {
  /** The event's {@code job}. */
  String name();

  /**
   * Does it, while the budget lasts.
   *
   * @param event the whole event
   * @param now the event's time
   * @return the answer, as JSON, without personal data
   */
  Map<String, Object> run(JsonNode event, Instant now, Budget budget);
}
