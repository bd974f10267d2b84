package banshi.local.schedule;

import banshi.local.functions.FunctionHost;
import banshi.local.functions.Outcome;
import banshi.local.template.Template;
import banshi.local.template.Template.Schedule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Calls functions by the clock. When the clock was moved on over several times at which a schedule
 * fires, it fires once, for the last of them; when it was moved back, nothing fires for it.
 */
public final class Schedules implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Schedule> schedules;
  private final FunctionHost functions;
  private final InstantSource clock;
  private final Optional<Thread> ticker;
  private Instant seen;

  /**
   * The schedules of a template.
   *
   * @param ticking whether to look at the clock every second; else only {@link #fireDue} does
   */
  public Schedules(
      Template template, FunctionHost functions, InstantSource clock, boolean ticking) {
    this.schedules = template.schedules();
    this.functions = functions;
    this.clock = clock;
    this.seen = clock.instant();
    this.ticker =
        ticking && !schedules.isEmpty()
            ? Optional.of(Thread.ofVirtual().start(this::tick))
            : Optional.empty();
  }

  /** All schedules of the template. */
  public List<Schedule> all() {
    return schedules;
  }

  /**
   * Runs a schedule now, enabled or not, and waits for what comes of it.
   *
   * @param name the schedule's, in capitals or not
   * @return empty when there is no schedule of that name
   */
  public Optional<Outcome> run(String name) throws InterruptedException {
    Optional<Schedule> schedule =
        schedules.stream().filter(candidate -> candidate.name().equalsIgnoreCase(name)).findFirst();
    if (schedule.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(call(schedule.get(), clock.instant()));
  }

  /**
   * Fires what came due since it was last asked, without waiting for the functions.
   *
   * @return the schedules that fired
   */
  public synchronized List<Schedule> fireDue() {
    Instant now = clock.instant();
    Instant before = seen;
    seen = now;
    List<Schedule> due =
        schedules.stream()
            .filter(Schedule::enabled)
            .filter(schedule -> schedule.expression().latest(before, now).isPresent())
            .toList();
    for (Schedule schedule : due) {
      Instant time = schedule.expression().latest(before, now).orElseThrow();
      Thread.ofVirtual().start(() -> callAlone(schedule, time));
    }
    return due;
  }

  private void callAlone(Schedule schedule, Instant time) {
    try {
      Outcome outcome = call(schedule, time);
      if (!(outcome instanceof Outcome.Answered)) {
        System.err.println("banshi: schedule " + schedule.name() + ": no answer: " + kind(outcome));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String kind(Outcome outcome) {
    return outcome.getClass().getSimpleName();
  }

  private Outcome call(Schedule schedule, Instant time) throws InterruptedException {
    return functions
        .function(schedule.function())
        .invoke(event(schedule, time).getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(15));
  }

  /** The event as EventBridge sends it, whose {@code time} is the one the schedule was due at. */
  private static String event(Schedule schedule, Instant time) {
    String at = time.truncatedTo(ChronoUnit.SECONDS).toString();
    String arn =
        schedule.scheduler()
            ? "arn:aws-cn:scheduler:"
                + Template.REGION
                + ":"
                + Template.ACCOUNT
                + ":schedule/default/"
            : "arn:aws-cn:events:" + Template.REGION + ":" + Template.ACCOUNT + ":rule/";
    if (schedule.input().isPresent()) {
      return schedule
          .input()
          .get()
          .replace("<aws.scheduler.scheduled-time>", at)
          .replace("<aws.scheduler.schedule-arn>", arn + schedule.name())
          .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
          .replace("<aws.scheduler.attempt-number>", "1");
    }
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", schedule.scheduler() ? "aws.scheduler" : "aws.events");
    event.put("account", Template.ACCOUNT);
    event.put("time", at);
    event.put("region", Template.REGION);
    event.putArray("resources").add(arn + schedule.name());
    if (schedule.scheduler()) {
      event.put("detail", "{}");
    } else {
      event.putObject("detail");
    }
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private void tick() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(1);
        fireDue();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ticker.ifPresent(Thread::interrupt);
  }
}
