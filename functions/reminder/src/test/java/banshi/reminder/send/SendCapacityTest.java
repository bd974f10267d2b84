package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.notices.NoticeName;
import banshi.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

  private static double run(Instant now) {
    return office.engine.cost(
        () -> {
          Outbox outbox = new Outbox(office.engine.table, office.engine.cipher);
          outbox.look(now, SendJob.MOST);
          outbox.dead(100);
        });
  }

  @Test
  void anEmptyRunCostsTheSameHoweverMuchIsStoredOrWaitsForLater() {
    double before = run(TEN);
    for (int i = 0; i < 60; i++) {
      office.resident().told(NoticeName.DECIDED, TEN);
    }
    office.run(TEN);
    for (int i = 0; i < 300; i++) {
      office.resident().told(NoticeName.DECIDED, TEN.plus(Duration.ofHours(1)));
    }

    assertThat(run(TEN)).isEqualTo(before).isEqualTo(9.0);
  }

  @Test
  void eachChannelCostsWhatIsStated() {
    office.resident().told(NoticeName.DECIDED, TEN);
    assertThat(sending()).as("a text message").isEqualTo(6.0);
    office.withoutPhone().told(NoticeName.DECIDED, TEN);
    assertThat(sending()).as("a mail").isEqualTo(6.0);
    office.withoutAddress().told(NoticeName.DECIDED, TEN);
    assertThat(sending()).as("nobody to reach").isEqualTo(4.0);
    office.resident().allowing(1).told(NoticeName.DECIDED, TEN);
    assertThat(sending()).as("a WeChat message").isEqualTo(9.0);
  }

  private static double sending() {
    if (Boolean.getBoolean("x")) {
      office.engine.costs(() -> office.run(TEN)).forEach(System.err::println);
    }
    double looking = office.engine.cost(() -> looked());
    return office.engine.cost(() -> office.run(TEN)) - looking;
  }

  private static void looked() {
    new Outbox(office.engine.table, office.engine.cipher).look(TEN, 1_000);
  }
}
