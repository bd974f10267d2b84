package banshi.store;

import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Action;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.Change;
import banshi.cases.ComplaintAction;
import banshi.cases.Complaints;
import banshi.cases.Sample;
import banshi.figures.Count;
import banshi.figures.Figures;
import banshi.figures.GroupBy;
import banshi.figures.Period;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the figures cost, as docs/capacity.md states it. */
class FiguresCapacityTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final Period NOVEMBER =
      new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

  private static final List<Instant> DAYS =
      IntStream.rangeClosed(19, 30)
          .mapToObj(day -> at("2026-11-%dT10:00:00+08:00".formatted(day)))
          .toList();

  private final Engine engine = new Engine();

  @AfterEach
  void stop() {
    engine.close();
  }

  private static WriteTerms terms(Object key) {
    return new WriteTerms("scope", "key-" + key, "body");
  }

  private static StoredAnswer answer() {
    return new StoredAnswer(
        200, Optional.of(1L), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readingAMonthCostsTheSameWithOneComplaintToACellAndWithTwoThousand() {
    Map<String, List<Case<String>>> byCell =
        LongStream.range(0, 2_000)
            .mapToObj(
                seed -> Complaints.submitted(seed, DAYS.get((int) seed % DAYS.size()), "").after())
            .collect(Collectors.groupingBy(FiguresCapacityTest::cell));
    int cells = byCell.size();
    assertThat(cells).isEqualTo(DAYS.size() * Keys.CELL_SHARDS);
    Statistics statistics = new Statistics(engine.table);
    count(byCell, 0);
    double withOneEach = engine.cost(() -> assertThat(received(statistics)).isEqualTo(cells));
    int most = byCell.values().stream().mapToInt(List::size).max().orElseThrow();
    IntStream.range(1, most).forEach(round -> count(byCell, round));
    double withMany = engine.cost(() -> assertThat(received(statistics)).isEqualTo(2_000));

    assertThat(engine.sortKeys("STATISTICS#COMPLAINT#202611")).hasSize(cells);
    assertThat(withMany).isEqualTo(withOneEach).isEqualTo(1.0);
  }

  /** Adds one more complaint to each cell that has so many, many at a time and without a head. */
  private void count(Map<String, List<Case<String>>> byCell, int round) {
    Transaction transaction = engine.table.transaction();
    byCell.values().stream()
        .filter(cases -> cases.size() > round)
        .map(cases -> cases.get(round))
        .forEach(c -> Statistics.add(transaction, c.number(), Figures.of(c)));
    assertThat(transaction.commit()).isEmpty();
  }

  private static String cell(Case<String> c) {
    return c.receivedAt() + " " + Keys.shard(c.number().value(), Keys.CELL_SHARDS);
  }

  private static long received(Statistics statistics) {
    return statistics
        .report(CaseKind.COMPLAINT, NOVEMBER, GroupBy.DEPARTMENT)
        .total()
        .of(Count.RECEIVED);
  }

  @Test
  void aWriteAddsTwoUnitsForEachCellThatItTouchesAndNothingWhereItTouchesNone() {
    List<List<TransactWriteItem>> writes = new ArrayList<>();
    TableClient watched = WatchedTable.of(engine, request -> writes.add(request.transactItems()));
    CaseStore<String> store = engine.store(watched, CaseKind.COMPLAINT);
    Case<String> c = Complaints.submitted(5_000, NOW, "details").after();
    store.create(
        Complaints.submitted(5_000, NOW, "details"),
        "hash",
        Optional.empty(),
        terms("units"),
        answer(),
        NOW);
    assertThat(units(writes)).as("received").isEqualTo(2);
    Map<Action, Integer> expected = new LinkedHashMap<>();
    expected.put(ComplaintAction.CLAIM, 0);
    expected.put(ComplaintAction.TRIAGE, 4);
    expected.put(ComplaintAction.ASSIGN, 4);
    expected.put(ComplaintAction.EXTEND, 0);
    expected.put(ComplaintAction.REPLY, 2);
    expected.put(ComplaintAction.DISPUTE, 2);
    for (Map.Entry<Action, Integer> step : expected.entrySet()) {
      Change<String> change =
          Complaints.step(c, step.getKey(), "MARKET", "ROUTING", "D5", 1, NOW)
              .following(c.version());
      assertThat(change.entries()).isNotEmpty();
      writes.clear();
      store.save(c, change, terms(step.getKey()), answer(), NOW);
      assertThat(units(writes)).as(step.getKey().name()).isEqualTo(step.getValue());
      c = change.after();
    }
    Instant late = at("2026-12-01T18:00:00+08:00");
    Change<String> overdue = Complaints.KERNEL.settle(c, late).following(c.version());
    writes.clear();
    store.saveUnlessHeld(c, overdue, late);
    assertThat(units(writes)).as("overdue, with every warning before it").isEqualTo(2);
  }

  /**
   * The local engine does not count updates within a transaction: two units for each started KB.
   */
  private int units(List<List<TransactWriteItem>> writes) {
    return writes.stream()
        .flatMap(List::stream)
        .filter(item -> item.update() != null)
        .mapToInt(
            item -> {
              Map<String, AttributeValue> key = item.update().key();
              Map<String, AttributeValue> stored =
                  engine.table.get(key.get(Keys.PK).s(), key.get(Keys.SK).s()).orElseThrow();
              return 2 * (1 + size(stored) / 1024);
            })
        .sum();
  }

  private static int size(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(
            entry ->
                entry.getKey().length()
                    + (entry.getValue().s() != null ? entry.getValue().s().length() : 21))
        .sum();
  }
}
