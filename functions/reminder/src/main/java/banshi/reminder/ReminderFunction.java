package banshi.reminder;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.All;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The entry point: takes the schedule's event, runs every job once by the event's {@code time}, and
 * answers with what each did. A job that fails does not keep the others from running; the run then
 * fails as a whole, so that the platform counts it as an error.
 */
public class ReminderFunction implements RequestStreamHandler {
  private static final Logger LOG = Logger.getLogger(ReminderFunction.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final List<Job> jobs;

  ReminderFunction(@All List<Job> jobs) {
    this.jobs = jobs.stream().sorted(Comparator.comparingInt(Job::order)).toList();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Instant now = time(JSON.readTree(event));
    Budget budget = new Budget(() -> Duration.ofMillis(context.getRemainingTimeInMillis()));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("now", now.toString());
    boolean failed = false;
    for (Job job : jobs) {
      try {
        report.put(job.name(), job.run(now, budget));
      } catch (RuntimeException failure) {
        // The message may quote data, so only the kind of failure and its place are written.
        LOG.errorf("job %s failed: %s", job.name(), where(failure));
        report.put(job.name(), Map.of("failed", failure.getClass().getSimpleName()));
        failed = true;
      }
    }
    String json = JSON.writeValueAsString(report);
    LOG.info(json);
    if (failed) {
      throw new IllegalStateException(json);
    }
    answer.write(JSON.writeValueAsBytes(report));
  }

  private static Instant time(JsonNode event) {
    try {
      return Instant.parse(event.path("time").asText());
    } catch (DateTimeException missing) {
      throw new IllegalArgumentException("the event has no time: time should be an instant");
    }
  }

  private static String where(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
