package banshi.store;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ActorStamp;
import banshi.cases.ApplicationAction;
import banshi.cases.ApplicationLifeCycle;
import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.cases.TimelineVerification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CaseStoreTest {
  private static final AtomicLong SEEDS = new AtomicLong(1000);
  private static final Instant NOW = Sample.MONDAY;
  private static Engine engine;

  private final CaseStore<String> store = engine.store();

  @BeforeAll
  static void start() {
    engine = new Engine();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static WriteTerms terms(String key, String body) {
    return new WriteTerms("caller route", key, body);
  }

  private static StoredAnswer answer(String body) {
    return new StoredAnswer(
        201, Optional.of(1L), Optional.of("/somewhere"), body.getBytes(StandardCharsets.UTF_8));
  }

  private Commit create(Change<String> change, String key) {
    return store.create(
        change,
        "hash",
        Optional.empty(),
        terms(key, "body"),
        answer(change.after().number().value()),
        NOW);
  }

  private Case<String> stored() {
    long seed = SEEDS.incrementAndGet();
    assertThat(create(Sample.received(seed), "stored-" + seed)).isInstanceOf(Commit.Written.class);
    return store.load(Sample.received(seed).after().number()).orElseThrow();
  }

  private static Change<String> accepted(Case<String> c) {
    Outcome<Change<String>> outcome =
        Sample.kernel()
            .perform(
                c,
                ApplicationAction.ACCEPT,
                Set.of(Party.WINDOW),
                move ->
                    Occasion.of(NOW, new ActorStamp(Party.WINDOW, Optional.of("HALL")))
                        .noting("齐全")
                        .marking(Mark.ACCEPTANCE, Optional.of("EXPRESS")));
    return ((Outcome.Done<Change<String>>) outcome).value().following(c.version());
  }

  @Test
  void readsBackWhatItWrote() {
    Change<String> received = Sample.received(1);
    create(received, "k-1");
    Case<String> read = store.load(received.after().number()).orElseThrow();
    assertThat(read).isEqualTo(received.after());
    Change<String> accepted = accepted(read);
    assertThat(store.save(read, accepted, terms("k-2", "b"), answer("x"), NOW))
        .isInstanceOf(Commit.Written.class);
    Case<String> again = store.load(received.after().number()).orElseThrow();
    assertThat(again).isEqualTo(accepted.after());
    assertThat(
            TimelineVerification.of(
                    again.number(), store.timeline(again.number()), again.timeline())
                .valid())
        .isTrue();
  }

  @Test
  void noPersonalDataLiesOpenInTheTable() {
    Case<String> c = stored();
    store.save(c, accepted(c), terms("open-" + c.number(), "b"), answer("张三"), NOW);
    List<Map<String, AttributeValue>> everything =
        engine.client.scanPaginator(r -> r.tableName(Engine.TABLE)).items().stream().toList();
    assertThat(everything).isNotEmpty();
    assertThat(everything.toString())
        .doesNotContain("张三", "500106190001010019", "13800000000", "details", "齐全");
  }

  @Test
  void aHundredRacingSubmissionsUnderOneKeyAreOneCaseAndOneAnswer() throws Exception {
    Set<String> numbers = new HashSet<>();
    List<Commit> commits =
        race(
            100,
            i ->
                () -> {
                  Change<String> change = Sample.received(5000L + i);
                  synchronized (numbers) {
                    numbers.add(change.after().number().value());
                  }
                  return create(change, "one-key");
                });
    assertThat(commits).filteredOn(Commit.Written.class::isInstance).hasSize(1);
    Set<String> answers = new HashSet<>();
    for (Commit commit : commits) {
      if (commit instanceof Commit.Repeated(StoredAnswer first)) {
        answers.add(new String(first.body(), StandardCharsets.UTF_8));
      } else {
        assertThat(commit).isInstanceOf(Commit.Written.class);
      }
    }
    assertThat(answers).hasSize(1);
    assertThat(numbers).hasSize(100);
    long made =
        numbers.stream().filter(number -> store.load(new CaseNumber(number)).isPresent()).count();
    assertThat(made).isEqualTo(1);
  }

  @Test
  void aKeyUsedForAnotherBodyIsToldSo() {
    create(Sample.received(2), "reused");
    Commit other =
        store.create(
            Sample.received(3),
            "hash",
            Optional.empty(),
            terms("reused", "other body"),
            answer("x"),
            NOW);
    assertThat(other).isInstanceOf(Commit.KeyReused.class);
    assertThat(store.load(Sample.received(3).after().number())).isEmpty();
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    create(Sample.received(11), "daily");
    assertThat(store.recall(terms("daily", "body"), NOW.plus(Duration.ofHours(23)))).isPresent();
    assertThat(store.recall(terms("daily", "body"), NOW.plus(Duration.ofHours(25)))).isEmpty();
    Commit next =
        store.create(
            Sample.received(12),
            "hash",
            Optional.empty(),
            terms("daily", "other"),
            answer("x"),
            NOW.plus(Duration.ofHours(25)));
    assertThat(next).isInstanceOf(Commit.Written.class);
  }

  @Test
  void ofTwentyRacingCommandsOnOneVersionOneIsWritten() throws Exception {
    Case<String> c = stored();
    List<Commit> commits =
        race(
            20,
            i ->
                () ->
                    store.save(c, accepted(c), terms(c.number() + "-" + i, "b"), answer("x"), NOW));
    assertThat(commits).filteredOn(Commit.Written.class::isInstance).hasSize(1);
    assertThat(commits).filteredOn(Commit.Moved.class::isInstance).hasSize(19);
    assertThat(store.load(c.number()).orElseThrow().version()).isEqualTo(2);
    assertThat(store.timeline(c.number())).hasSize(2);
  }

  @Test
  void aDrawnNumberThatIsTakenOverwritesNothing() {
    Case<String> c = stored();
    Change<String> same =
        new Kernel(ApplicationLifeCycle.TABLE, Sample.clocks())
            .open(Sample.filledIn(SEEDS.get(), NOW, "other"), Occasion.of(NOW, Sample.APPLICANT));
    assertThat(same.after().number()).isEqualTo(c.number());
    assertThat(create(same, "taken")).isInstanceOf(Commit.NumberTaken.class);
    assertThat(store.load(c.number()).orElseThrow().details()).isEqualTo("details");
  }

  @Test
  void aTamperedEntryIsFoundByItsSequenceNumber() {
    Case<String> c = stored();
    store.save(c, accepted(c), terms("tamper-" + c.number(), "b"), answer("x"), NOW);
    engine.client.updateItem(
        r ->
            r.tableName(Engine.TABLE)
                .key(Attributes.key(Keys.casePk(c.number()), Keys.eventSk(2)))
                .updateExpression("SET toStage = :forged")
                .expressionAttributeValues(Map.of(":forged", Attributes.text("COMPLETED"))));
    TimelineVerification verification =
        TimelineVerification.of(
            c.number(),
            store.timeline(c.number()),
            store.load(c.number()).orElseThrow().timeline());
    assertThat(verification.valid()).isFalse();
    assertThat(verification.firstBrokenSeq()).contains(2L);
  }

  @Test
  void fiveWrongCodesLockANumberHoweverManyComeAtOnce() throws Exception {
    Case<String> c = stored();
    Tracking tracking = new Tracking(engine.table);
    assertThat(tracking.attempt(c.number(), "hash", NOW)).isEqualTo(Tracking.Try.RIGHT);
    List<Tracking.Try> tries = race(40, i -> () -> tracking.attempt(c.number(), "wrong", NOW));
    assertThat(tries).filteredOn(Tracking.Try.WRONG::equals).hasSize(5);
    assertThat(tries).filteredOn(Tracking.Try.LOCKED::equals).hasSize(35);
    assertThat(tracking.attempt(c.number(), "hash", NOW)).isEqualTo(Tracking.Try.LOCKED);
    assertThat(tracking.lockedFor(c.number(), NOW)).contains(Tracking.LOCK);
    Instant later = NOW.plus(Tracking.LOCK);
    assertThat(tracking.attempt(c.number(), "hash", later)).isEqualTo(Tracking.Try.RIGHT);
    assertThat(tracking.attempt(c.number(), "wrong", later)).isEqualTo(Tracking.Try.WRONG);
    assertThat(tracking.attempt(Sample.received(77_777).after().number(), "hash", NOW))
        .isEqualTo(Tracking.Try.WRONG);
  }

  @Test
  void theReceiptLiesOutsideItsCase() {
    Case<String> c = stored();
    assertThat(engine.sortKeys(Keys.casePk(c.number())))
        .contains(Keys.HEAD)
        .doesNotContain(Keys.TRACKING);
    assertThat(engine.sortKeys("TRACKING#APPLICATION#" + c.number()))
        .containsExactly(Keys.TRACKING);
  }

  private interface Racer<T> {
    Callable<T> at(int index);
  }

  private static <T> List<T> race(int runners, Racer<T> racer) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        tasks.add(racer.at(i));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
