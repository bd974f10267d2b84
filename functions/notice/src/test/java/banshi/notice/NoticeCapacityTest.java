package banshi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Sample;
import banshi.http.testing.TestCallers;
import banshi.identity.OpenId;
import banshi.notices.Recipient;
import banshi.store.Commit;
import banshi.store.Consent;
import banshi.store.Consents;
import banshi.store.Engine;
import banshi.store.InboxNotice;
import banshi.store.Inboxes;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What inboxes and consents cost, as docs/capacity.md states it. */
class NoticeCapacityTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final Recipient ALICE = new Recipient.Person(TestCallers.key("alice"));
  private static final Recipient HALL = new Recipient.Department("HALL");
  private static Engine engine;
  private static Inboxes inboxes;

  @BeforeAll
  static void start() {
    engine = new Engine();
    inboxes = new Inboxes(engine.table, engine.cipher);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static StoredAnswer answer() {
    return new StoredAnswer(200, Optional.empty(), Optional.empty(), new byte[600]);
  }

  @Test
  void aPageOfNoticesCostsTheSameHoweverFullTheInboxIs() {
    Told.series(engine, ALICE, 100, 160);
    double few = engine.cost(() -> page(ALICE));
    Told.series(engine, ALICE, 160, 2_160);
    double many = engine.cost(() -> page(ALICE));
    assertThat(many).isEqualTo(few).isEqualTo(3.0);
  }

  private static void page(Recipient to) {
    assertThat(inboxes.of(to, Optional.empty(), 20, NOW).items()).hasSize(20);
  }

  @Test
  void pagesShowEachNoticeOnceNewestFirst() {
    Told.series(engine, HALL, 0, 55);
    List<InboxNotice> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      var page = inboxes.of(HALL, after, 7, NOW);
      assertThat(page.items().size()).isLessThanOrEqualTo(7);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).extracting(InboxNotice::position).doesNotHaveDuplicates().hasSize(55);
    assertThat(seen)
        .extracting(found -> found.notice().at())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void aNoticeIsShownForTwoYearsAndNotAMomentLonger() {
    Recipient tax = new Recipient.Department("TAX");
    engine.tell(Told.received(tax, 0));
    Instant last = Told.FIRST.plus(Duration.ofDays(730));
    String position = inboxes.of(tax, Optional.empty(), 1, last).items().getFirst().position();
    assertThat(inboxes.find(tax, position, last)).isPresent();
    Instant over = last.plusMillis(1);
    assertThat(inboxes.of(tax, Optional.empty(), 1, over).items()).isEmpty();
    assertThat(inboxes.find(tax, position, over)).isEmpty();
  }

  @Test
  void markingANoticeAsReadCostsWhatIsStated() {
    Recipient urban = new Recipient.Department("URBAN");
    engine.tell(Told.received(urban, 0));
    String position = inboxes.of(urban, Optional.empty(), 1, NOW).items().getFirst().position();
    InboxNotice found = inboxes.find(urban, position, NOW).orElseThrow();
    assertThat(engine.cost(() -> inboxes.find(urban, position, NOW))).isEqualTo(1.0);
    double cost =
        engine.cost(
            () ->
                assertThat(
                        inboxes.markRead(
                            found, new WriteTerms("officer", "key", "body"), answer(), NOW))
                    .isInstanceOf(Commit.Written.class));
    // The remembered answer; the local engine counts no update that is part of a transaction.
    assertThat(cost).isEqualTo(2.0);
  }

  @Test
  void aGrantCostsWhatIsStated() {
    Consents consents = new Consents(engine.table, engine.cipher);
    OpenId openId = new OpenId("oTest-Of_an-openid-00000001");
    assertThat(engine.cost(() -> consents.find(TestCallers.key("alice"), "template-1")))
        .isEqualTo(1.0);
    double cost =
        engine.cost(
            () ->
                consents.grant(
                    TestCallers.key("alice"),
                    Optional.empty(),
                    Consent.none("template-1", openId).granting(3, openId),
                    new WriteTerms("resident", "key", "body"),
                    answer(),
                    NOW));
    // As above: the remembered answer alone is counted.
    assertThat(cost).isEqualTo(2.0);
  }
}
