package banshi.reminder.fire;

import banshi.cases.ApplicationLifeCycle;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Occasion;
import banshi.cases.Sample;
import banshi.cases.TimelineEntry;
import banshi.desk.Kinds;
import banshi.reminder.Budget;
import banshi.reminder.Metrics;
import banshi.store.Agenda;
import banshi.store.CaseStore;
import banshi.store.DraftsThatLapse;
import banshi.store.Engine;
import banshi.store.OpaqueDetails;
import banshi.store.TableClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** A hall whose cases are left alone, and the job that fires what becomes due in it. */
final class Hall implements AutoCloseable {
  static final Budget ENOUGH = new Budget(() -> Duration.ofMinutes(10));

  final Engine engine = new Engine();
  final ByteArrayOutputStream figures = new ByteArrayOutputStream();
  final Kernel kernel = new Kernel(ApplicationLifeCycle.TABLE, Sample.clocks());

  /** A hall that has been open for a while: the job has run before. */
  Hall() {
    job().run(Sample.MONDAY, ENOUGH);
  }

  CaseStore<JsonNode> store() {
    return new CaseStore<>(
        engine.table,
        engine.cipher,
        engine.index,
        Sample.clocks(),
        CaseKind.APPLICATION,
        new OpaqueDetails());
  }

  /** The job over the table. */
  FireJob job() {
    return job(engine.table);
  }

  /** The job over the table as some client shows it. */
  FireJob job(TableClient table) {
    return new FireJob(
        new Agenda(table),
        new Kinds(table, engine.cipher, Sample.clocks()),
        List.of(new DraftsThatLapse(table, engine.cipher)),
        new Metrics(new PrintStream(figures, true, StandardCharsets.UTF_8), "reminder"));
  }

  /** Files that many cases at an instant; their seeds make them distinct. */
  List<Change<JsonNode>> file(long firstSeed, int cases, Instant at) {
    List<Change<JsonNode>> opened =
        LongStream.range(firstSeed, firstSeed + cases)
            .mapToObj(
                seed ->
                    kernel.open(
                        Sample.<JsonNode>filledIn(seed, at, TextNode.valueOf("details")),
                        Occasion.of(at, Sample.APPLICANT)))
            .toList();
    engine.file(opened);
    return opened;
  }

  Case<JsonNode> load(CaseNumber number) {
    return store().load(number).orElseThrow();
  }

  List<String> timeline(CaseNumber number) {
    return store().timeline(number).stream().map(Hall::line).toList();
  }

  static String line(TimelineEntry entry) {
    return entry.seq() + " " + entry.at() + " " + entry.action() + " " + entry.note().orElse("");
  }

  /** What time alone makes of a case: every step, the notices of each settling apart. */
  Change<JsonNode> leftAlone(Change<JsonNode> opened, Instant now) {
    Change<JsonNode> all = opened;
    while (kernel.isDue(all.after(), now)) {
      all = all.then(kernel.settle(all.after(), now));
    }
    return all;
  }

  static <T> List<T> inParallel(List<Callable<T>> work) {
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
