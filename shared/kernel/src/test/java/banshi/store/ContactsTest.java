package banshi.store;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.identity.ApplicantKey;
import banshi.identity.Phone;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The newest confirmed telephone of a person. */
class ContactsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Phone OLD = new Phone("13800000001");
  private static final Phone NEW = new Phone("13800000002");
  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = new Engine();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Contacts contacts() {
    return new Contacts(engine.table, engine.cipher);
  }

  private static ApplicantKey person(char letter) {
    return new ApplicantKey(String.valueOf(letter).repeat(32));
  }

  @Test
  void whoNeverSignedInHasNone() {
    assertThat(contacts().confirmed(person('0'))).isEmpty();
  }

  @Test
  void theNewestByTheTimeOfItsRequestIsKeptInWhateverOrderRequestsArrive() {
    contacts().confirm(person('a'), OLD, NOON);
    contacts().confirm(person('a'), NEW, NOON.plusMillis(1));
    assertThat(contacts().confirmed(person('a'))).contains(NEW);

    contacts().confirm(person('b'), NEW, NOON.plusMillis(1));
    contacts().confirm(person('b'), OLD, NOON);
    assertThat(contacts().confirmed(person('b'))).contains(NEW);

    // Whole seconds and fractions of them compare as instants do.
    contacts().confirm(person('c'), OLD, NOON.plusMillis(999));
    contacts().confirm(person('c'), NEW, NOON.plusSeconds(1));
    assertThat(contacts().confirmed(person('c'))).contains(NEW);
  }

  @Test
  void keepingOneCostsAWriteUnitAndFindingItAReadUnit() {
    assertThat(engine.cost(() -> contacts().confirm(person('d'), OLD, NOON))).isEqualTo(1.0);
    assertThat(engine.cost(() -> contacts().confirm(person('d'), NEW, NOON.plusSeconds(1))))
        .isEqualTo(1.0);
    assertThat(engine.cost(() -> contacts().confirmed(person('d')))).isEqualTo(1.0);
  }

  @Test
  void theNumberIsNowhereInClear() {
    contacts().confirm(person('e'), OLD, NOON);
    assertThat(engine.table.get(Keys.contactPk(person('e')), Keys.CONTACT).orElseThrow().toString())
        .doesNotContain("13800000001");
  }
}
