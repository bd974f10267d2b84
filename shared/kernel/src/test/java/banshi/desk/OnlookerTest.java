package banshi.desk;

import static banshi.cases.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ApplicationStage;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Occasion;
import banshi.cases.Sample;
import banshi.cases.TimelineVerification;
import banshi.store.CaseStore;
import banshi.store.Commit;
import banshi.store.Engine;
import banshi.store.OpaqueDetails;
import banshi.store.TableClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who may only read sees what time has made of a case, and leaves it as it was. */
class OnlookerTest {
  private static final Engine ENGINE = new Engine();
  private static final Kernel KERNEL = Sample.kernel();
  private static final Instant DEEMED = MONDAY.plus(Duration.ofDays(10));

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static Change<JsonNode> filed(long seed) {
    Change<JsonNode> opened =
        KERNEL.open(
            Sample.<JsonNode>filledIn(seed, MONDAY, TextNode.valueOf("details")),
            Occasion.of(MONDAY, Sample.APPLICANT));
    ENGINE.file(List.of(opened));
    return opened;
  }

  private static CaseStore<JsonNode> store() {
    return new CaseStore<>(
        ENGINE.table,
        ENGINE.cipher,
        ENGINE.index,
        Sample.clocks(),
        CaseKind.APPLICATION,
        new OpaqueDetails());
  }

  private static Onlooker onlooker(TableClient table) {
    return new Onlooker(new Kinds(table, ENGINE.cipher, Sample.clocks()));
  }

  @Test
  void whatIsDueIsShownAndNothingIsWritten() {
    CaseNumber number = filed(1).after().number();
    Case<JsonNode> before = store().load(number).orElseThrow();

    Onlooker.Sight sight = onlooker(ENGINE.table).look(number, DEEMED).orElseThrow();

    assertThat(sight.found().stage()).isEqualTo(ApplicationStage.ACCEPTED);
    assertThat(sight.kernel().isDue(sight.found(), DEEMED)).isFalse();
    assertThat(sight.timeline()).extracting(entry -> entry.action()).contains("DEEM_ACCEPTED");
    assertThat(verified(number, sight)).isTrue();
    assertThat(store().load(number)).contains(before);
    assertThat(store().timeline(number)).hasSize(1);
  }

  @Test
  void whatIsShownIsWhatAWriterWouldStore() {
    CaseNumber number = filed(2).after().number();
    Onlooker.Sight sight = onlooker(ENGINE.table).look(number, DEEMED).orElseThrow();

    assertThat(new Desk<>(store(), KERNEL).settle(number, DEEMED)).isEqualTo(Desk.Settled.MOVED);

    Case<JsonNode> stored = store().load(number).orElseThrow();
    assertThat(sight.found().withVersion(stored.version())).isEqualTo(stored);
    assertThat(sight.timeline()).isEqualTo(store().timeline(number));
  }

  @Test
  void aWriteBetweenTheTwoReadsIsNotHalfShown() {
    Change<JsonNode> opened = filed(3);
    CaseNumber number = opened.after().number();
    AtomicBoolean written = new AtomicBoolean();
    TableClient busy =
        ENGINE.through(
            client ->
                afterEach(
                    client,
                    () -> {
                      if (written.compareAndSet(false, true)) {
                        assertThat(settled(opened)).isInstanceOf(Commit.Written.class);
                      }
                    }));

    Onlooker.Sight sight = onlooker(busy).look(number, MONDAY).orElseThrow();

    assertThat(written).isTrue();
    assertThat(store().timeline(number)).hasSizeGreaterThan(1);
    assertThat(sight.found().stage()).isEqualTo(ApplicationStage.RECEIVED);
    assertThat(sight.timeline()).hasSize(1);
    assertThat(verified(number, sight)).isTrue();
  }

  private static Commit settled(Change<JsonNode> opened) {
    Change<JsonNode> settled =
        KERNEL.settle(opened.after(), DEEMED).following(opened.after().version());
    return store().save(opened.after(), settled, DEEMED);
  }

  @Test
  void aCaseThatIsNotThereOrOfAKindNobodyServesIsNotSeen() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    for (CaseKind kind : CaseKind.values()) {
      CaseNumber number = CaseNumber.draw(kind, day, new Random(4));
      assertThat(onlooker(ENGINE.table).look(number, MONDAY)).isEmpty();
    }
  }

  private static boolean verified(CaseNumber number, Onlooker.Sight sight) {
    return TimelineVerification.of(number, sight.timeline(), sight.found().timeline()).valid();
  }

  private static DynamoDbClient afterEach(DynamoDbClient client, Runnable something) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(client, arguments);
              something.run();
              return answer;
            });
  }
}
