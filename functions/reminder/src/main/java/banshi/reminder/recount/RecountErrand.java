package banshi.reminder.recount;

import banshi.reminder.Budget;
import banshi.reminder.Errand;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * {@code {"job": "calendar-recount", "time": …}}: goes on with the recount for a few seconds and
 * answers how far it is, for somebody who watches. What the schedule does, it does as well.
 */
@Singleton
public class RecountErrand implements Errand {
  private static final Duration SLICE = Duration.ofSeconds(3);

  private final RecountJob job;

  RecountErrand(RecountJob job) {
    this.job = job;
  }

  @Override
  public String name() {
    return "calendar-recount";
  }

  @Override
  public Map<String, Object> run(JsonNode event, Instant now, Budget budget) {
    return job.report(job.recounted(now, budget.atMost(SLICE)));
  }
}
