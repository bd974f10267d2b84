package banshi.store;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Sample;
import banshi.identity.ApplicantKey;
import banshi.identity.OpenId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ledger of consents to WeChat messages, in the real engine. */
class ConsentsTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final OpenId OPEN_ID = new OpenId("oTest-Of_an-openid-00000001");
  private static Engine engine;
  private static Consents consents;
  private static int people;

  private final ApplicantKey owner = new ApplicantKey("%032d".formatted(++people));

  @BeforeAll
  static void start() {
    engine = new Engine();
    consents = new Consents(engine.table, engine.cipher);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private Commit grant(Optional<Consent> before, Consent after, String key) {
    return consents.grant(
        owner, before, after, new WriteTerms(owner.value(), key, "body"), answer(key), NOW);
  }

  private static StoredAnswer answer(String body) {
    return new StoredAnswer(
        200, Optional.empty(), Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static Consent first(String templateId, int granted) {
    return Consent.none(templateId, OPEN_ID).granting(granted, OPEN_ID);
  }

  @Test
  void whatWasGrantedIsThere() {
    assertThat(consents.find(owner, "template-1")).isEmpty();
    assertThat(grant(Optional.empty(), first("template-1", 3), "a"))
        .isInstanceOf(Commit.Written.class);
    assertThat(consents.find(owner, "template-1"))
        .contains(new Consent("template-1", 3, 3, 0, OPEN_ID));
  }

  @Test
  void aGrantOnAStockThatHasMovedOnIsNotWritten() {
    grant(Optional.empty(), first("template-1", 3), "a");
    Consent read = consents.find(owner, "template-1").orElseThrow();
    grant(Optional.of(read), read.granting(2, OPEN_ID), "b");
    assertThat(grant(Optional.of(read), read.granting(5, OPEN_ID), "c"))
        .isInstanceOf(Commit.Moved.class);
    assertThat(grant(Optional.empty(), first("template-1", 1), "d"))
        .isInstanceOf(Commit.Moved.class);
    assertThat(consents.find(owner, "template-1").orElseThrow().available()).isEqualTo(5);
  }

  @Test
  void aRepeatedGrantGivesTheFirstAnswerAndAddsNothing() {
    grant(Optional.empty(), first("template-1", 3), "a");
    Consent read = consents.find(owner, "template-1").orElseThrow();
    Commit again = grant(Optional.of(read), read.granting(3, OPEN_ID), "a");
    assertThat(again).isInstanceOf(Commit.Repeated.class);
    assertThat(((Commit.Repeated) again).answer().body())
        .isEqualTo("a".getBytes(StandardCharsets.UTF_8));
    assertThat(consents.find(owner, "template-1").orElseThrow().granted()).isEqualTo(3);
  }

  @Test
  void anotherWeChatAccountBeginsTheStockAnew() {
    OpenId other = new OpenId("oTest-Of_an-openid-00000002");
    Consent spent = new Consent("template-1", 2, 5, 3, OPEN_ID);
    assertThat(spent.granting(1, OPEN_ID)).isEqualTo(new Consent("template-1", 3, 6, 3, OPEN_ID));
    assertThat(spent.granting(1, other)).isEqualTo(new Consent("template-1", 1, 1, 0, other));
  }

  @Test
  void theOpenIdIsStoredSealedAndNowhereElse() {
    grant(Optional.empty(), first("template-1", 1), "a");
    Map<String, AttributeValue> item =
        engine.table.get("CONSENT#" + owner.value(), "TEMPLATE#template-1").orElseThrow();
    assertThat(item.keySet())
        .containsExactlyInAnyOrder(
            Keys.PK, Keys.SK, Consents.AVAILABLE, Consents.GRANTED, Consents.SPENT, "openId");
    assertThat(item.get(Consents.OPEN_ID).b()).isNotNull();
    assertThat(item.toString()).doesNotContain("oTest");
  }

  @Test
  void aPageShowsEachStockOnceAndCostsTheSameHoweverManyThereAre() {
    for (int i = 0; i < 30; i++) {
      grant(Optional.empty(), first("template-" + (10 + i), 1), "key" + i);
    }
    double few = engine.cost(() -> consents.of(owner, Optional.empty(), 7));
    List<Consent> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<Consent> page = consents.of(owner, after, 7);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).hasSize(30).extracting(Consent::templateId).isSorted().doesNotHaveDuplicates();
    for (int i = 30; i < 90; i++) {
      grant(Optional.empty(), first("template-" + (10 + i), 1), "key" + i);
    }
    assertThat(engine.cost(() -> consents.of(owner, Optional.empty(), 7))).isEqualTo(few);
  }
}
