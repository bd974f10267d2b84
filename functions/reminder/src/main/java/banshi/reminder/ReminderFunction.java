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
 *
 * <p>An event with a {@code job} asks for that errand instead, and is answered with what came of
 * it.
 */
public class ReminderFunction implements RequestStreamHandler {
  private static final Logger LOG = Logger.getLogger(ReminderFunction.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final List<Job> jobs;
  private final List<Errand> errands;

  ReminderFunction(@All List<Job> jobs, @All List<Errand> errands) {
    this.jobs = jobs.stream().sorted(Comparator.comparingInt(Job::order)).toList();
    this.errands = errands;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    JsonNode asked = JSON.readTree(event);
    Instant now = time(asked);
    Budget budget = new Budget(() -> Duration.ofMillis(context.getRemainingTimeInMillis()));
    if (asked.has("job")) {
      Errand errand = errand(asked.path("job").asText());
      answer.write(JSON.writeValueAsBytes(errand.run(asked, now, budget)));
      return;
    }
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

  private Errand errand(String name) {
    return errands.stream()
        .filter(errand -> errand.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the event's job is not known: job should be one of "
                        + errands.stream().map(Errand::name).sorted().toList()));
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
