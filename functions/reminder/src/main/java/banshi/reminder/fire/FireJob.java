package banshi.reminder.fire;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.desk.Desk;
import banshi.desk.Kinds;
import banshi.reminder.Budget;
import banshi.reminder.Job;
import banshi.reminder.Metrics;
import banshi.store.Agenda;
import banshi.store.ContendedException;
import banshi.store.Lapsing;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Fires what is due: of every kind of case, and of what else lapses by itself.
 *
 * <p>Runs may overlap and die anywhere: each happening is claimed by a condition on its own item,
 * in the one write that makes it happen, so it happens once. What cannot be dealt with is set
 * aside, reported, and does not hold the others up; what merely meets others is left for the next
 * run.
 */
@Singleton
public class FireJob implements Job {
  private static final Logger LOG = Logger.getLogger(FireJob.class);
  private static final int AT_ONCE = 4;

  private final Agenda agenda;
  private final Kinds kinds;
  private final List<Lapsing> lapsing;
  private final Metrics metrics;

  FireJob(Agenda agenda, Kinds kinds, @All List<Lapsing> lapsing, Metrics metrics) {
    this.agenda = agenda;
    this.kinds = kinds;
    this.lapsing = lapsing;
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return "fired";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, Object> run(Instant now, Budget budget) {
    Tally tally = new Tally(now);
    Agenda.Walk walk;
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      walk = agenda.walk(now, page -> visit(page, now, budget, tally, workers));
    }
    Map<String, Object> report = tally.report();
    report.put("complete", walk.complete());
    report.put("next", walk.next().toString());
    metrics.emit(now, report);
    return report;
  }

  private Agenda.Visit visit(
      List<Agenda.Entry> page, Instant now, Budget budget, Tally tally, ExecutorService workers) {
    List<Agenda.Entry> mixed = new ArrayList<>(page);
    Collections.shuffle(mixed);
    List<Callable<Agenda.Visit>> work =
        mixed.stream()
            .<Callable<Agenda.Visit>>map(entry -> () -> one(entry, now, budget, tally))
            .toList();
    try {
      Agenda.Visit worst = Agenda.Visit.DEALT_WITH;
      for (Future<Agenda.Visit> done : workers.invokeAll(work)) {
        worst = Collections.max(List.of(worst, done.get()));
      }
      return worst;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Agenda.Visit.OUT_OF_TIME;
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    }
  }

  private Agenda.Visit one(Agenda.Entry entry, Instant now, Budget budget, Tally tally) {
    if (!budget.lasts()) {
      tally.left(entry);
      return Agenda.Visit.OUT_OF_TIME;
    }
    try {
      tally.count(deal(entry, now));
      return Agenda.Visit.DEALT_WITH;
    } catch (ContendedException | SdkException passing) {
      LOG.warnf("left for the next run: %s", passing.getClass().getSimpleName());
      tally.left(entry);
      return Agenda.Visit.LEFT;
    } catch (RuntimeException poison) {
      return setAside(entry, poison, now, tally);
    }
  }

  private Desk.Settled deal(Agenda.Entry entry, Instant now) {
    return lapsing.stream()
        .filter(things -> things.prefix().equals(entry.prefix()))
        .findFirst()
        .map(things -> things.lapse(entry, now) ? Desk.Settled.MOVED : Desk.Settled.UNCHANGED)
        .orElseGet(() -> settle(entry, now));
  }

  private Desk.Settled settle(Agenda.Entry entry, Instant now) {
    if (Arrays.stream(CaseKind.values()).noneMatch(kind -> kind.name().equals(entry.prefix()))) {
      throw new IllegalStateException("nothing is known of " + entry.prefix());
    }
    CaseNumber number = new CaseNumber(entry.id());
    return kinds.of(number).desk().settle(number, now);
  }

  private Agenda.Visit setAside(
      Agenda.Entry entry, RuntimeException poison, Instant now, Tally tally) {
    try {
      agenda
          .setAside(entry, now)
          .ifPresent(
              times -> {
                // The message may quote data: only its kind and its place are written.
                LOG.errorf(
                    "set aside for the %d. time: %s: %s at %s",
                    times,
                    entry.pk(),
                    poison.getClass().getName(),
                    Arrays.stream(poison.getStackTrace()).findFirst().orElse(null));
                tally.setAside(entry);
              });
      return Agenda.Visit.DEALT_WITH;
    } catch (SdkException unreachable) {
      tally.left(entry);
      return Agenda.Visit.LEFT;
    }
  }

  /** What a run did, counted by several threads. */
  private static final class Tally {
    private static final int NAMED = 10;

    private final Instant now;
    private final AtomicInteger looked = new AtomicInteger();
    private final AtomicInteger moved = new AtomicInteger();
    private final List<Agenda.Entry> aside = Collections.synchronizedList(new ArrayList<>());
    private final List<Agenda.Entry> left = Collections.synchronizedList(new ArrayList<>());

    private Tally(Instant now) {
      this.now = now;
    }

    private void count(Desk.Settled settled) {
      looked.incrementAndGet();
      if (settled == Desk.Settled.MOVED) {
        moved.incrementAndGet();
      }
    }

    private void setAside(Agenda.Entry entry) {
      looked.incrementAndGet();
      aside.add(entry);
    }

    private void left(Agenda.Entry entry) {
      left.add(entry);
    }

    private Map<String, Object> report() {
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("looked", looked.get());
      report.put("moved", moved.get());
      report.put("setAside", aside.size());
      report.put("setAsideKeys", aside.stream().limit(NAMED).map(Agenda.Entry::pk).toList());
      report.put("left", left.size());
      report.put(
          "oldestDueSeconds",
          left.stream()
              .map(entry -> Duration.between(entry.at(), now).toSeconds())
              .max(Long::compare)
              .orElse(0L));
      return report;
    }
  }
}
