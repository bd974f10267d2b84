package banshi.clock.bench;

import banshi.clock.Due;
import banshi.clock.Ledger;
import banshi.clock.PauseReason;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one due date costs, and how that grows with the span and with the pauses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DueBenchmark {
  private static final Instant START = Instant.parse("2026-02-13T08:30:00Z");
  private static final PauseReason REASON = new PauseReason("检验", "行政许可法第四十五条", 2);

  private final ServiceClock clock = ServiceClock.standard();

  /** A limit in days. */
  @State(Scope.Benchmark)
  public static class Span {
    @Param({"20", "200", "2000"})
    int days;

    TimeLimit limit() {
      return TimeLimit.workingDays(days);
    }
  }

  /** Sixty working days, paused for two days every four. */
  @State(Scope.Benchmark)
  public static class Paused {
    @Param({"0", "10", "100"})
    int pauses;

    private Optional<Ledger> ledger = Optional.empty();

    Ledger ledger() {
      if (ledger.isEmpty()) {
        ledger = Optional.of(build());
      }
      return ledger.orElseThrow();
    }

    private Ledger build() {
      Ledger built = Ledger.of(TimeLimit.workingDays(60)).start(START).orThrow();
      Instant at = START;
      // A hundred pauses fit before the limit only where the runs between them are short.
      Duration run = pauses > 10 ? Duration.ofHours(6) : Duration.ofDays(4);
      for (int i = 0; i < pauses; i++) {
        at = at.plus(run);
        built = built.pause(at, REASON).orThrow();
        at = at.plus(Duration.ofDays(2));
        built = built.resume(at).orThrow();
      }
      return built;
    }
  }

  @Benchmark
  public Due workingDays(Span span) {
    return clock.due(START, span.limit());
  }

  @Benchmark
  public Due threeWorkingHours() {
    return clock.due(START, TimeLimit.workingHours(3));
  }

  @Benchmark
  public Optional<Due> sixtyWorkingDaysWithPauses(Paused paused) {
    return paused.ledger().due(clock);
  }
}
