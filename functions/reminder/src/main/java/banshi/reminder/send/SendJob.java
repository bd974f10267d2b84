package banshi.reminder.send;

import banshi.reminder.Budget;
import banshi.reminder.Job;
import banshi.reminder.Metrics;
import banshi.store.Outbox;
import banshi.store.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Sends what is waiting, the oldest first, {@value #MOST} notices a run at most. A notice that
 * fails does not keep the others from being sent: it comes back when its lease is over.
 */
public final class SendJob implements Job {
  /** How many notices a run takes at most. */
  static final int MOST = 500;

  /** Waiting for other machines is most of the work. */
  private static final int HANDS = 8;

  /** Counted no further: it only matters whether there are any. */
  private static final int DEAD_COUNTED = 100;

  private static final Logger LOG = Logger.getLogger(SendJob.class);

  private final Outbox outbox;
  private final Supplier<Sender> sender;
  private final Metrics metrics;

  /**
   * @param sender made when there is something to send
   * @param metrics hears how things stand
   */
  SendJob(Outbox outbox, Supplier<Sender> sender, Metrics metrics) {
    this.outbox = outbox;
    this.sender = sender;
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return "sent";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Map<String, Object> run(Instant now, Budget budget) {
    Outbox.Look look = outbox.look(now, MOST);
    Tally tally = new Tally();
    if (!look.due().isEmpty()) {
      Sender ready = sender.get();
      send(look.due(), waiting -> one(ready, waiting, now, budget, tally), budget);
    }
    long oldest =
        look.due().stream()
            .findFirst()
            .map(first -> Duration.between(first.since(), now).toSeconds())
            .orElse(0L);
    Map<String, Object> figures =
        tally.figures(look.due().size(), look.more(), oldest, outbox.dead(DEAD_COUNTED));
    metrics.emit(now, figures);
    return figures;
  }

  private static void send(
      List<Waiting> due, java.util.function.Consumer<Waiting> one, Budget budget) {
    Queue<Waiting> rest = new ConcurrentLinkedQueue<>(due);
    Runnable hand =
        () -> {
          for (Waiting next = rest.poll();
              next != null;
              next = budget.lasts() ? rest.poll() : null) {
            one.accept(next);
          }
        };
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < Math.min(HANDS, due.size()); i++) {
        hands.execute(hand);
      }
    }
  }

  private static void one(Sender sender, Waiting waiting, Instant now, Budget budget, Tally tally) {
    try {
      tally.count(sender.send(waiting, now, budget, tally));
    } catch (RuntimeException failure) {
      // The message may quote data, so only the kind of failure and its place are written.
      StackTraceElement[] trace = failure.getStackTrace();
      LOG.errorf(
          "a notice could not be sent: %s at %s",
          failure.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
      tally.broken();
    }
  }
}
