package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.notices.NoticeName;
import banshi.store.Outbox;
import banshi.store.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** What sending costs, as docs/capacity.md states it. */
class SendCapacityTest {
  private static Office office;

  @BeforeAll
  static void open() {
    office = new Office();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void clear() {
    office.clear();
    office.run(TEN);
  }

  private static List<ConsumedCapacity> run(Instant now) {
    return office.engine.costs(
        () -> {
          Outbox outbox = new Outbox(office.engine.table, office.engine.cipher);
          outbox.look(now, SendJob.MOST);
          outbox.dead(100);
        });
  }

  @Test
  void anEmptyRunCostsTheSameHoweverMuchIsStoredOrWaitsForLater() {
    List<ConsumedCapacity> before = run(TEN);
    for (int i = 0; i < 60; i++) {
      office.resident().told(NoticeName.DECIDED, TEN);
    }
    office.run(TEN);
    for (int i = 0; i < 300; i++) {
      office.resident().told(NoticeName.DECIDED, TEN.plus(Duration.ofHours(1)));
    }
    List<ConsumedCapacity> after = run(TEN);

    // The state, three days of four shards, four shards of dead letters. The local engine counts
    // nothing for an index query that finds nothing; DynamoDB counts half a unit.
    assertThat(after).hasSize(17).isEqualTo(before);
    assertThat(units(after)).isEqualTo(1.0);
  }

  @Test
  void lookingCostsHalfAUnitForEachFourKilobytesOfWhatIsDue() {
    for (int i = 0; i < 200; i++) {
      office.resident().told(NoticeName.DECIDED, TEN);
    }
    assertThat(units(run(TEN))).isEqualTo(7.0);
  }

  @Test
  void eachChannelCostsWhatIsStated() {
    // Taken (the notice, and its entries of the index), consents looked at, begun, ended, and off
    // the
    // agenda. The local engine counts half of what a transaction of two updates costs.
    SoftAssertions soft = new SoftAssertions();
    office.resident().told(NoticeName.DECIDED, TEN);
    soft.assertThat(sending()).as("a text message").isEqualTo("1.0+2.0 1.0 1.0 1.0 1.0 1.0+1.0");
    office.withoutPhone().told(NoticeName.DECIDED, TEN);
    soft.assertThat(sending()).as("a mail").isEqualTo("1.0+2.0 1.0 1.0 1.0 1.0 1.0+1.0");
    office.withoutAddress().told(NoticeName.DECIDED, TEN);
    soft.assertThat(sending()).as("nobody to reach").isEqualTo("1.0+2.0 1.0 1.0 1.0+1.0");
    office.resident().allowing(1).told(NoticeName.DECIDED, TEN);
    soft.assertThat(sending()).as("a WeChat message").isEqualTo("1.0+2.0 1.0 2.0 1.0 1.0+1.0");
    soft.assertAll();
  }

  @Test
  void aReceiptCostsWhatIsStated() {
    try (Provider provider = new Provider()) {
      office.textsBy(provider.messages());
      office.resident().told(NoticeName.DECIDED, TEN);
      // It stays on the agenda where its lease had put it: no entry of the index changes.
      assertThat(sending()).isEqualTo("1.0+2.0 1.0 1.0 1.0 1.0 1.0");
      provider.now.set(TEN.plusSeconds(30));
      assertThat(sending(TEN.plusSeconds(120))).as("not yet").isEqualTo("1.0+2.0 1.0 1.0 1.0+2.0");
      provider.now.set(TEN.plusSeconds(600));
      assertThat(sending(TEN.plusSeconds(600)))
          .as("there")
          .isEqualTo("1.0+2.0 1.0 1.0 1.0 1.0+1.0");
    }
  }

  private static String sending() {
    return sending(TEN);
  }

  private static String sending(Instant now) {
    Outbox outbox = new Outbox(office.engine.table, office.engine.cipher);
    Sender sender = office.sender(office.engine.table);
    Waiting waiting = outbox.look(now, 10).due().getFirst();
    return office
        .engine
        .costs(() -> sender.send(waiting, now, Office.AMPLE, office.faults::add))
        .stream()
        .map(
            cost ->
                cost.table().capacityUnits()
                    + (cost.hasGlobalSecondaryIndexes()
                        ? "+" + cost.globalSecondaryIndexes().get("byDue").capacityUnits()
                        : ""))
        .collect(joining(" "));
  }

  private static double units(List<ConsumedCapacity> costs) {
    return costs.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }
}
