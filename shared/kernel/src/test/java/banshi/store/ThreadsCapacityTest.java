package banshi.store;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ActorStamp;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.identity.ApplicantKey;
import banshi.words.Bounds;
import banshi.words.Evidence;
import banshi.words.Said;
import banshi.words.Saying;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What words beside a case cost, as docs/capacity.md states it, and where they end. */
class ThreadsCapacityTest {
  private static final Engine ENGINE = new Engine();
  private static final Bill BILL = new Bill(ENGINE);
  private static final Instant NOW = Sample.MONDAY.plusSeconds(600);
  private static final String WORDS = "请问材料是否齐全，还需要补什么？".repeat(4);

  private final Threads threads = new Threads(ENGINE.table, ENGINE.cipher, CaseKind.APPLICATION);

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static Said said(int one, Saying what) {
    return new Said(
        "%016x".formatted(one),
        what,
        NOW.plusMillis(one),
        new ActorStamp(Party.APPLICANT, Optional.empty()),
        WORDS,
        List.of());
  }

  /** A case with so many messages, put in many at a time and so without being counted. */
  private static Case<String> withMessages(long seed, int messages) {
    Case<String> c = Sample.received(seed).after();
    SaidCodec codec = new SaidCodec(ENGINE.cipher);
    List<WriteRequest> writes =
        IntStream.range(0, messages)
            .mapToObj(
                i ->
                    WriteRequest.builder()
                        .putRequest(
                            put -> put.item(codec.encode(c.number(), said(i, Saying.MESSAGE))))
                        .build())
            .toList();
    for (int i = 0; i < writes.size(); i += 25) {
      List<WriteRequest> some = writes.subList(i, Math.min(i + 25, writes.size()));
      ENGINE.client.batchWriteItem(request -> request.requestItems(Map.of(Engine.TABLE, some)));
    }
    return c;
  }

  private double page(Case<String> c) {
    return ENGINE.cost(
        () -> assertThat(threads.messages(c.number(), Optional.empty(), 20).items()).hasSize(20));
  }

  @Test
  void aPageOfAThreadCostsTheSameWithTwentyMessagesAndWithTwoThousand() {
    double few = page(withMessages(1, 20));
    double many = page(withMessages(2, 2_000));
    assertThat(many).isEqualTo(few).isEqualTo(2.0);
  }

  @Test
  void readingACaseCostsTheSameHoweverMuchWasSaidBesideIt() {
    Case<String> c = withMessages(3, 300);
    ENGINE
        .store()
        .create(
            Sample.received(3), "hash", Optional.empty(), terms("filed"), answer(), Sample.MONDAY);
    assertThat(ENGINE.cost(() -> ENGINE.store().load(c.number()))).isEqualTo(1.0);
  }

  private static WriteTerms terms(String key) {
    return new WriteTerms("scope", key, "body");
  }

  private static StoredAnswer answer() {
    return new StoredAnswer(
        201, Optional.empty(), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));
  }

  private Threads.Added add(Threads shown, Case<String> c, Said said, int mostToday) {
    return shown.add(
        c,
        said,
        new Threads.Speaker(new ApplicantKey("s".repeat(32)), mostToday),
        Optional.empty(),
        List.of(),
        List.of(),
        terms(said.id() + said.what()),
        answer(),
        NOW);
  }

  @Test
  void aMessageCostsEightWriteUnitsBesidesItsNotices() {
    Case<String> c = Sample.received(4).after();
    Threads counted = new Threads(BILL.table(), ENGINE.cipher, CaseKind.APPLICATION);
    assertThat(BILL.of(() -> add(counted, c, said(1, Saying.MESSAGE), 100)))
        .isEqualTo(new Bill.Cost(0, 8, 4));
  }

  @Test
  void aThreadThatIsFullTakesNoMoreAndTheNotesHaveTheirOwnRoom() {
    Case<String> c = Sample.received(5).after();
    fill(c, "messages", Bounds.MESSAGES_OF_CASE - 1);
    assertThat(add(threads, c, said(51, Saying.MESSAGE), 100))
        .isInstanceOf(Threads.Added.Tried.class);
    assertThat(add(threads, c, said(52, Saying.MESSAGE), 100))
        .isEqualTo(new Threads.Added.Full(Bounds.MESSAGES_OF_CASE));
    assertThat(add(threads, c, said(53, Saying.HURRY), 100))
        .isEqualTo(new Threads.Added.Full(Bounds.MESSAGES_OF_CASE));
    assertThat(add(threads, c, said(54, Saying.NOTE), 100)).isInstanceOf(Threads.Added.Tried.class);
    assertThat(threads.messages(c.number(), Optional.empty(), 20).items()).hasSize(1);
  }

  private static void fill(Case<String> c, String counter, int count) {
    ENGINE.table.update(
        request ->
            request
                .key(Attributes.key(Keys.threadPk(c.number()), Keys.STATE))
                .updateExpression("SET " + counter + " = :count")
                .expressionAttributeValues(Map.of(":count", Attributes.number(count))));
  }

  /** Who reads the table without its key learns who wrote by part alone. */
  @Test
  void wordsFilesAndPersonsAreSealed() {
    Case<String> c = Sample.received(6).after();
    Said said =
        new Said(
            "id-1",
            Saying.MESSAGE,
            NOW,
            new ActorStamp(Party.WINDOW, Optional.of("HALL")),
            "张三的电话是13800000000",
            List.of(new Evidence("张三.jpg", "image/jpeg", 1, "c".repeat(64))));
    Map<String, AttributeValue> item = new SaidCodec(ENGINE.cipher).encode(c.number(), said);
    assertThat(item.toString()).doesNotContain("张三", "13800000000", "jpg");
    assertThat(new SaidCodec(ENGINE.cipher).decode(item)).isEqualTo(said);
  }
}
