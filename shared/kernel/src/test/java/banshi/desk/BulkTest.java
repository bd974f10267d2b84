package banshi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.cases.ApplicationAction;
import banshi.cases.ApplicationStage;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Mark;
import banshi.cases.Refusal;
import banshi.cases.Sample;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.store.AuditLog;
import banshi.store.Bill;
import banshi.store.CaseStore;
import banshi.store.DyingTable;
import banshi.store.Engine;
import banshi.store.StoredAnswer;
import banshi.store.TableClient;
import banshi.store.WriteTerms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many acts under one key: each by itself, each once, each with one outcome for good. */
class BulkTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final AtomicLong SEEDS = new AtomicLong(70_000);
  private static final BooleanSupplier ENDLESS = () -> true;
  private static Engine engine;

  private final CaseStore<String> store = engine.store(engine.table, CaseKind.APPLICATION);

  @BeforeAll
  static void start() {
    engine = new Engine();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Actor window(String subject) {
    return new Actor(
        subject,
        Set.of(Role.OFFICER),
        Set.of("HALL"),
        Optional.empty(),
        new ApplicantKey(subject.repeat(32)));
  }

  private static Desk<String> desk(TableClient table) {
    return new Desk<>(
        engine.store(table, CaseKind.APPLICATION),
        Sample.kernel(),
        new AuditLog(table, engine.cipher, 183));
  }

  private List<CaseNumber> received(int cases) {
    return LongStream.range(0, cases).mapToObj(i -> received()).toList();
  }

  private CaseNumber received() {
    long seed = SEEDS.incrementAndGet();
    Change<String> change = Sample.received(seed);
    store.create(
        change, "hash", Optional.empty(), terms("made-" + seed, "body"), said("received"), NOW);
    return change.after().number();
  }

  private static WriteTerms terms(String key, String body) {
    return new WriteTerms("caller route", key, body);
  }

  private static StoredAnswer said(String words) {
    return new StoredAnswer(
        200, Optional.empty(), Optional.empty(), words.getBytes(StandardCharsets.UTF_8));
  }

  private static Decision<String> accept(Actor actor) {
    return (c, parties, now) ->
        new Steps<String>(Sample.kernel())
            .performed(
                c,
                ApplicationAction.ACCEPT,
                actor,
                parties,
                now,
                occasion -> occasion.marking(Mark.ACCEPTANCE, Optional.of("EXPRESS")),
                UnaryOperator.identity());
  }

  private static List<Bulk.Item<String>> accepting(Actor actor, List<CaseNumber> numbers) {
    return numbers.stream().map(number -> new Bulk.Item<>(number, 1, accept(actor))).toList();
  }

  private static final Bulk.Voice<String> VOICE =
      new Bulk.Voice<>(
          (after, parties) -> said("accepted " + after.version()),
          (place, refusal) -> said("refused " + refusal.getClass().getSimpleName()));

  private static Bulk.Result accept(
      TableClient table, Actor actor, List<CaseNumber> numbers, String key) {
    return accept(table, actor, numbers, key, ENDLESS);
  }

  private static Bulk.Result accept(
      TableClient table, Actor actor, List<CaseNumber> numbers, String key, BooleanSupplier lasts) {
    return new Bulk<>(desk(table))
        .act(terms(key, numbers.toString()), actor, accepting(actor, numbers), VOICE, NOW, lasts);
  }

  private static List<String> words(Bulk.Result result) {
    assertThat(result).isInstanceOf(Bulk.Result.Each.class);
    return ((Bulk.Result.Each) result)
        .each().stream()
            .map(
                answer ->
                    answer
                        .map(stored -> new String(stored.body(), StandardCharsets.UTF_8))
                        .orElse("waiting"))
            .toList();
  }

  private static boolean replayed(Bulk.Result result) {
    return ((Bulk.Result.Each) result).replayed();
  }

  private void acceptedOnce(CaseNumber number) {
    Case<String> c = store.load(number).orElseThrow();
    assertThat(c.stage()).isEqualTo(ApplicationStage.ACCEPTED);
    assertThat(c.version()).isEqualTo(2);
    assertThat(store.timeline(number)).hasSize(2);
  }

  @Test
  void eachIsDoneOrRefusedByItself() {
    CaseNumber done = received();
    CaseNumber accepted = received();
    accept(engine.table, window("x"), List.of(accepted), "alone");
    CaseNumber nowhere = Sample.received(69_999).after().number();
    CaseNumber last = received();
    List<Bulk.Item<String>> items =
        List.of(
            new Bulk.Item<>(done, 1, accept(window("x"))),
            new Bulk.Item<>(accepted, 1, accept(window("x"))),
            new Bulk.Item<>(accepted, 2, accept(window("x"))),
            new Bulk.Item<>(nowhere, 1, accept(window("x"))),
            new Bulk.Item<>(last, 1, accept(window("x"))));
    List<Bulk.Item<String>> once = List.of(items.get(0), items.get(1), items.get(3), items.get(4));
    Bulk.Result result =
        new Bulk<>(desk(engine.table))
            .act(terms("mixed", "b"), window("x"), once, VOICE, NOW, ENDLESS);
    assertThat(words(result))
        .containsExactly("accepted 2", "refused Stale", "refused NotFound", "accepted 2");
    Bulk.Result notNow =
        new Bulk<>(desk(engine.table))
            .act(terms("late", "b"), window("x"), List.of(items.get(2)), VOICE, NOW, ENDLESS);
    assertThat(words(notNow)).containsExactly("refused NotAllowed");
    acceptedOnce(done);
    acceptedOnce(accepted);
    acceptedOnce(last);
  }

  @Test
  void aRepeatedRequestHearsTheFirstOutcomesAlsoOfWhatWasRefused() {
    CaseNumber done = received();
    CaseNumber refused = received();
    List<Bulk.Item<String>> items =
        List.of(
            new Bulk.Item<>(done, 1, accept(window("x"))),
            new Bulk.Item<>(refused, 9, accept(window("x"))));
    Bulk<String> bulk = new Bulk<>(desk(engine.table));
    Bulk.Result first = bulk.act(terms("twice", "b"), window("x"), items, VOICE, NOW, ENDLESS);
    List<Bulk.Item<String>> mended =
        List.of(items.getFirst(), new Bulk.Item<>(refused, 1, accept(window("x"))));
    Bulk.Result again = bulk.act(terms("twice", "b"), window("x"), mended, VOICE, NOW, ENDLESS);
    assertThat(words(first)).containsExactly("accepted 2", "refused Stale");
    assertThat(words(again)).isEqualTo(words(first));
    assertThat(replayed(first)).isFalse();
    assertThat(replayed(again)).isTrue();
    assertThat(store.load(refused).orElseThrow().version()).isEqualTo(1);
    acceptedOnce(done);
  }

  @Test
  void aKeyIsBoundToItsBodyBeforeAnythingIsDone() {
    List<CaseNumber> one = received(1);
    List<CaseNumber> other = received(1);
    assertThat(words(accept(engine.table, window("x"), one, "bound", () -> false)))
        .containsExactly("waiting");
    assertThat(accept(engine.table, window("x"), other, "bound"))
        .isInstanceOf(Bulk.Result.KeyReused.class);
    assertThat(store.load(other.getFirst()).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void cutOffAnywhereAndRepeatedEachIsDoneOnceAndTheAnswerStaysTheSame() {
    int moments = 0;
    boolean cut = true;
    while (cut) {
      List<CaseNumber> numbers = new ArrayList<>(received(3));
      numbers.add(1, Sample.received(69_998).after().number());
      String key = "cut-" + moments;
      cut = false;
      try {
        accept(DyingTable.at(engine, moments), window("x"), numbers, key);
      } catch (DyingTable.Killed killed) {
        cut = true;
      }
      Bulk.Result retried = accept(engine.table, window("x"), numbers, key);
      Bulk.Result again = accept(engine.table, window("x"), numbers, key);
      assertThat(words(retried))
          .as("cut at moment %d", moments)
          .containsExactly("accepted 2", "refused NotFound", "accepted 2", "accepted 2");
      assertThat(words(again)).isEqualTo(words(retried));
      assertThat(replayed(again)).isTrue();
      numbers.remove(1);
      numbers.forEach(this::acceptedOnce);
      moments++;
    }
    assertThat(moments).as("moments tried").isGreaterThan(16);
  }

  @Test
  void whatThereWasNoTimeForIsDoneWhenTheRequestIsRepeated() {
    List<CaseNumber> numbers = received(4);
    AtomicInteger asked = new AtomicInteger();
    Bulk.Result first =
        accept(engine.table, window("x"), numbers, "short", () -> asked.incrementAndGet() <= 2);
    assertThat(words(first)).containsExactly("accepted 2", "accepted 2", "waiting", "waiting");
    Bulk.Result second = accept(engine.table, window("x"), numbers, "short");
    assertThat(words(second)).containsOnly("accepted 2");
    assertThat(replayed(second)).isFalse();
    numbers.forEach(this::acceptedOnce);
  }

  @Test
  void ofManyWhoSendOneRequestAtOnceAllHearTheSame() throws Exception {
    List<CaseNumber> numbers = received(5);
    List<Bulk.Result> results =
        race(8, i -> () -> accept(engine.table, window("x"), numbers, "one-key"));
    assertThat(results.stream().map(BulkTest::words).distinct()).hasSize(1);
    assertThat(words(results.getFirst())).containsOnly("accepted 2");
    numbers.forEach(this::acceptedOnce);
  }

  @Test
  void ofRequestsThatOverlapAndSingleActsEachCaseIsDoneByOne() throws Exception {
    List<CaseNumber> numbers = received(6);
    List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
    List<CaseNumber> reversed = numbers.reversed();
    race(
        8,
        i ->
            () -> {
              Actor actor = window(String.valueOf((char) ('a' + i)));
              if (i < 2) {
                outcomes.addAll(words(accept(engine.table, actor, numbers, "up-" + i)));
              } else if (i < 4) {
                outcomes.addAll(words(accept(engine.table, actor, reversed, "down-" + i)));
              } else {
                for (CaseNumber number : numbers) {
                  outcomes.add(alone(actor, number, "alone-" + i + number));
                }
              }
              return "";
            });
    assertThat(outcomes).filteredOn("accepted 2"::equals).hasSize(numbers.size());
    assertThat(outcomes).filteredOn("refused Stale"::equals).hasSize(7 * numbers.size());
    numbers.forEach(this::acceptedOnce);
  }

  private static String alone(Actor actor, CaseNumber number, String key) {
    Answer answer =
        desk(engine.table)
            .act(terms(key, "b"), number, actor, Optional.of(1L), accept(actor), VOICE.done(), NOW);
    return switch (answer) {
      case Answer.Given(StoredAnswer stored, boolean replayed) ->
          new String(stored.body(), StandardCharsets.UTF_8);
      case Answer.Refused(Refusal refusal) -> "refused " + refusal.getClass().getSimpleName();
      case Answer.KeyReused() -> "key reused";
    };
  }

  private static <T> List<T> race(int runners, java.util.function.IntFunction<Callable<T>> run)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
      List<T> results = new ArrayList<>();
      for (Future<T> result :
          threads.invokeAll(IntStream.range(0, runners).mapToObj(run::apply).toList())) {
        results.add(result.get());
      }
      return results;
    }
  }

  @Test
  void aProgramThatFailsIsNoOutcome() {
    List<CaseNumber> numbers = received(1);
    Bulk<String> bulk = new Bulk<>(desk(engine.table));
    Decision<String> broken =
        (c, parties, now) -> {
          throw new IllegalStateException("broken");
        };
    assertThatThrownBy(
            () ->
                bulk.act(
                    terms("broken", numbers.toString()),
                    window("x"),
                    List.of(new Bulk.Item<>(numbers.getFirst(), 1, broken)),
                    VOICE,
                    NOW,
                    ENDLESS))
        .isInstanceOf(IllegalStateException.class);
    assertThat(words(accept(engine.table, window("x"), numbers, "broken")))
        .containsExactly("accepted 2");
  }

  @Test
  void theCostGrowsWithTheItemsAlone() {
    Bill bill = new Bill(engine);
    // The request's own record, then of each case what accepting it alone writes.
    int alone = bill.writesOf(() -> accept(bill.table(), window("x"), received(1), "bill-1"));
    int ten = bill.writesOf(() -> accept(bill.table(), window("x"), received(10), "bill-10"));
    assertThat(alone).isEqualTo(2 + 24);
    assertThat(ten).isEqualTo(2 + 10 * 24);
    List<CaseNumber> unknown =
        LongStream.range(60_000, 60_010)
            .mapToObj(i -> Sample.received(i).after().number())
            .toList();
    assertThat(bill.writesOf(() -> accept(bill.table(), window("x"), unknown, "bill-refused")))
        .isEqualTo(2 + 10 * 2);
    List<CaseNumber> fifty = received(Bulk.MOST);
    assertThat(engine.costs(() -> accept(engine.table, window("x"), fifty, "bill-50")))
        .hasSize(1 + 2 * Bulk.MOST);
    // A repetition reads one record each.
    assertThat(engine.cost(() -> accept(engine.table, window("x"), fifty, "bill-50")))
        .isEqualTo(50.0);
  }
}
