package banshi.store;

import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.cases.Action;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ComplaintAction;
import banshi.cases.ComplaintStage;
import banshi.cases.Complaints;
import banshi.cases.RatingAction;
import banshi.cases.TimelineEntry;
import banshi.desk.Desk;
import banshi.figures.Cell;
import banshi.figures.Count;
import banshi.figures.Counts;
import banshi.figures.GroupBy;
import banshi.figures.Measure;
import banshi.figures.Measured;
import banshi.figures.Period;
import banshi.figures.Report;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class StatisticsTest {
  private static final Instant RECEIVED = at("2026-11-23T10:00:00+08:00");
  private static final Period NOVEMBER =
      new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

  private static final AtomicLong SEEDS = new AtomicLong();
  private static Engine engine;

  private final CaseStore<String> store = engine.store(engine.table, CaseKind.COMPLAINT);
  private final Statistics statistics = new Statistics(engine.table);

  @BeforeAll
  static void start() {
    engine = new Engine();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void nothingIsCountedYet() {
    engine.client.scanPaginator(request -> request.tableName(Engine.TABLE)).items().stream()
        .filter(item -> Attributes.text(item, Keys.PK).startsWith("STATISTICS#"))
        .forEach(
            item ->
                engine.table.delete(
                    Attributes.text(item, Keys.PK), Attributes.text(item, Keys.SK)));
  }

  private WriteTerms terms() {
    return new WriteTerms("scope", "key-" + SEEDS.incrementAndGet(), "body");
  }

  private static StoredAnswer answer() {
    return new StoredAnswer(
        200, Optional.of(1L), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));
  }

  private Case<String> filed(Instant receivedAt) {
    Change<String> change = Complaints.submitted(SEEDS.incrementAndGet(), receivedAt, "details");
    WriteTerms terms = terms();
    assertThat(store.create(change, "hash", Optional.empty(), terms, answer(), receivedAt))
        .isInstanceOf(Commit.Written.class);
    assertThat(store.create(change, "hash", Optional.empty(), terms, answer(), receivedAt))
        .as("the same again")
        .isInstanceOf(Commit.Repeated.class);
    return change.after();
  }

  private Case<String> did(Case<String> c, Action action, int score, String tier, Instant now) {
    Change<String> change =
        Complaints.step(c, action, "MARKET", "ROUTING", tier, score, now).following(c.version());
    assertThat(change.entries()).isNotEmpty();
    assertThat(store.save(c, change, terms(), answer(), now)).isInstanceOf(Commit.Written.class);
    return change.after();
  }

  private Counts total() {
    return statistics.report(CaseKind.COMPLAINT, NOVEMBER, GroupBy.TIER).total();
  }

  @Test
  void manyWritersOfTheSameCellsLoseAndDoubleNothing() throws Exception {
    List<Instant> days =
        List.of(RECEIVED, at("2026-11-30T23:59:59+08:00"), at("2026-12-01T00:00:00+08:00"));
    List<CaseNumber> numbers =
        inParallel(
            IntStream.range(0, 30)
                .<Callable<CaseNumber>>mapToObj(i -> () -> filed(days.get(i % 3)).number())
                .toList());
    inParallel(
        IntStream.range(0, 20)
            .<Callable<Integer>>mapToObj(thread -> () -> wander(numbers, new Random(thread)))
            .toList());

    Map<Cell, Counts> byHand = new HashMap<>();
    for (CaseNumber number : numbers) {
      Instant receivedAt = store.load(number).orElseThrow().receivedAt();
      List<TimelineEntry> timeline = store.timeline(number);
      byHand.merge(
          Complaints.cellByHand(receivedAt, timeline),
          Complaints.countedByHand(receivedAt, timeline),
          Counts::plus);
    }
    assertThat(sum(byHand.values()).values().keySet())
        .contains(Count.ANSWERED, Count.OVERDUE, Count.DISPUTED, Count.WITHDRAWN, Count.OPEN);
    for (Period period :
        List.of(
            NOVEMBER,
            new Period(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 1)),
            new Period(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31)),
            new Period(LocalDate.of(2026, 12, 2), LocalDate.of(2027, 1, 31)))) {
      for (GroupBy by : GroupBy.values()) {
        Map<Optional<String>, Counts> expected = new HashMap<>();
        byHand.forEach(
            (cell, counts) -> {
              if (!cell.received().isBefore(period.from())
                  && !cell.received().isAfter(period.to())) {
                expected.merge(by.of(cell), counts, Counts::plus);
              }
            });
        Report report = statistics.report(CaseKind.COMPLAINT, period, by);
        Map<Optional<String>, Counts> reported = new HashMap<>();
        report.groups().forEach(group -> reported.put(group.code(), group.counts()));
        assertThat(reported).isEqualTo(expected);
        assertThat(report.total()).isEqualTo(sum(expected.values()));
      }
    }
  }

  @Test
  void casesThatAreCountedAlikeCanBeWrittenTogether() {
    Case<String> one = filed(RECEIVED);
    Case<String> other =
        Stream.generate(() -> filed(RECEIVED))
            .filter(
                c ->
                    Keys.shard(c.number().value(), Keys.CELL_SHARDS)
                        == Keys.shard(one.number().value(), Keys.CELL_SHARDS))
            .findFirst()
            .orElseThrow();
    Instant late = at("2026-12-11T10:00:00+08:00");
    long overdue = total().of(Count.OVERDUE);
    Commit together =
        store.save(
            one,
            Complaints.KERNEL.settle(one, late).following(one.version()),
            List.of(
                store.beside(
                    other, Complaints.KERNEL.settle(other, late).following(other.version()), late)),
            terms(),
            answer(),
            late);
    assertThat(together).isInstanceOf(Commit.Written.class);
    assertThat(total().of(Count.OVERDUE)).isEqualTo(overdue + 2);
  }

  /** Whoever meets another reads again; every other write is sent twice, as phones do. */
  private int wander(List<CaseNumber> numbers, Random random) {
    int written = 0;
    for (int i = 0; i < 20; i++) {
      Case<String> c = store.load(numbers.get(random.nextInt(numbers.size()))).orElseThrow();
      Instant now = c.timeline().at().plusSeconds(random.nextInt(100_000));
      Change<String> change = Complaints.anyStep(c, now, random);
      WriteTerms terms = terms();
      if (store.save(c, change, terms, answer(), now) instanceof Commit.Written) {
        written++;
        if (i % 2 == 0) {
          assertThat(store.save(c, change, terms, answer(), now))
              .isInstanceOf(Commit.Repeated.class);
        }
      }
    }
    return written;
  }

  private static Counts sum(Iterable<Counts> all) {
    Counts sum = Counts.NONE;
    for (Counts counts : all) {
      sum = sum.plus(counts);
    }
    return sum;
  }

  private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    }
  }

  @Test
  void ofTwentyRacingAnswersToOneComplaintOneIsCounted() throws Exception {
    Case<String> c = assigned();
    Instant now = RECEIVED.plusSeconds(3600);
    Change<String> reply = replied(c, now);
    List<Commit> commits =
        inParallel(
            IntStream.range(0, 20)
                .<Callable<Commit>>mapToObj(i -> () -> store.save(c, reply, terms(), answer(), now))
                .toList());
    assertThat(commits).filteredOn(Commit.Written.class::isInstance).hasSize(1);
    assertThat(total().of(Count.ANSWERED)).isEqualTo(1);
    assertThat(total().of(Count.WORKED_MINUTES)).isEqualTo(60);
  }

  private static Change<String> replied(Case<String> c, Instant now) {
    return Complaints.step(c, ComplaintAction.REPLY, "", "", "", 1, now).following(c.version());
  }

  private Case<String> assigned() {
    Case<String> c = filed(RECEIVED);
    c = did(c, ComplaintAction.TRIAGE, 1, "D5", RECEIVED);
    return did(c, ComplaintAction.ASSIGN, 1, "D5", RECEIVED);
  }

  @Test
  void whatIsNotDecidedIsAGroupOfItsOwnAndTheLast() {
    filed(RECEIVED);
    assigned();
    Report report = statistics.report(CaseKind.COMPLAINT, NOVEMBER, GroupBy.DEPARTMENT);
    assertThat(report.groups())
        .extracting(Report.Group::code)
        .containsExactly(Optional.of("MARKET"), Optional.empty());
    assertThat(report.total().of(Count.RECEIVED)).isEqualTo(2);
  }

  @Test
  void aRatingThatIsTakenOutOnAppealIsInNoFigure() {
    Case<String> c = rated(5);
    rated(2);
    assertThat(total().measured(Measure.SATISFACTION_RATE))
        .isEqualTo(new Measured(Optional.of(new BigDecimal("0.5000")), 2));
    c = did(c, RatingAction.APPEAL_RATING, 5, "", RECEIVED);
    assertThat(total().of(Count.RATED_5)).as("until a supervisor has decided").isEqualTo(1);
    did(c, RatingAction.UPHOLD_APPEAL, 5, "", RECEIVED);
    assertThat(total().of(Count.RATED_5)).isZero();
    assertThat(total().measured(Measure.SATISFACTION_RATE))
        .isEqualTo(new Measured(Optional.of(new BigDecimal("1.0000")), 1));
  }

  private Case<String> rated(int score) {
    Case<String> c = did(assigned(), ComplaintAction.REPLY, 1, "", RECEIVED);
    c = did(c, ComplaintAction.CONFIRM, 1, "", RECEIVED);
    return did(c, RatingAction.RATE, score, "", RECEIVED);
  }

  @Test
  void whatTheReminderFiresIsCountedAlthoughItCannotReadTheDetails() {
    Case<String> late = assigned();
    Case<String> answered = did(assigned(), ComplaintAction.REPLY, 1, "", RECEIVED);
    CaseStore<JsonNode> unread =
        new CaseStore<>(
            engine.table,
            engine.cipher,
            engine.index,
            Complaints.KERNEL.clocks(),
            CaseKind.COMPLAINT,
            new OpaqueDetails());
    Desk<JsonNode> desk = new Desk<>(unread, Complaints.KERNEL);
    Instant december = at("2026-12-10T10:00:00+08:00");
    for (Case<String> c : List.of(late, answered, late)) {
      desk.settle(c.number(), december);
    }
    assertThat(store.load(answered.number()).orElseThrow().stage())
        .isEqualTo(ComplaintStage.CLOSED);
    Counts total = total();
    assertThat(total.of(Count.OVERDUE)).isEqualTo(1);
    assertThat(total.of(Count.OPEN)).isEqualTo(1);
    assertThat(total.of(Count.ON_TIME)).isEqualTo(1);
    did(store.load(late.number()).orElseThrow(), ComplaintAction.REPLY, 1, "", december);
    assertThat(total().of(Count.ANSWERED)).isEqualTo(2);
    assertThat(total().of(Count.ON_TIME)).isEqualTo(1);
  }

  @Test
  void figuresThatOthersHoldAreWaitedForAndACaseThatOthersHoldIsNot() {
    Case<String> c = assigned();
    Change<String> reply = replied(c, RECEIVED);
    assertThatThrownBy(() -> held("COMPLAINT#", 1).saveUnlessHeld(c, reply, RECEIVED))
        .isInstanceOf(ContendedException.class);
    assertThat(total().of(Count.ANSWERED)).isZero();
    assertThat(held("STATISTICS#", 3).saveUnlessHeld(c, reply, RECEIVED))
        .isInstanceOf(Commit.Written.class);
    assertThat(total().of(Count.ANSWERED)).isEqualTo(1);
  }

  /** The store while another transaction holds what lies under such keys, for some tries. */
  private CaseStore<String> held(String prefix, int tries) {
    AtomicInteger left = new AtomicInteger(tries);
    return engine.store(
        WatchedTable.of(
            engine,
            request -> {
              if (left.getAndDecrement() > 0) {
                throw conflict(request, prefix);
              }
            }),
        CaseKind.COMPLAINT);
  }

  private static TransactionCanceledException conflict(
      TransactWriteItemsRequest request, String prefix) {
    List<CancellationReason> reasons =
        request.transactItems().stream()
            .map(
                item ->
                    (item.put() != null ? item.put().item() : item.update().key()).get(Keys.PK).s())
            .map(
                pk ->
                    CancellationReason.builder()
                        .code(pk.startsWith(prefix) ? "TransactionConflict" : "None")
                        .build())
            .toList();
    assertThat(reasons).anyMatch(reason -> reason.code().equals("TransactionConflict"));
    return TransactionCanceledException.builder().cancellationReasons(reasons).build();
  }
}
