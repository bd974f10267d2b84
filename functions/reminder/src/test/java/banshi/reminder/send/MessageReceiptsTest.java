package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.identity.Phone;
import banshi.notices.Attempt;
import banshi.notices.Attempt.Outcome;
import banshi.notices.Channel;
import banshi.notices.Delivery.State;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.sms.Conduct;
import banshi.sms.Received;
import banshi.store.Contacts;
import banshi.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a text message after the provider took it, and at which telephone it came. */
class MessageReceiptsTest {
  private static final Instant CHECK = TEN.plus(Duration.ofMinutes(2));
  private static Office office;
  private static Provider provider;

  @BeforeAll
  static void open() {
    office = new Office();
    provider = new Provider();
  }

  @AfterAll
  static void close() {
    office.close();
    provider.close();
  }

  @BeforeEach
  void clear() {
    office.clear();
    provider.sms.forget();
    provider.now.set(TEN);
    office.textsBy(provider.messages());
  }

  private static void reporting(Duration after, String code) {
    provider.sms.behave(
        Conduct.GOOD.reporting(
            new Conduct.Report(after, Optional.of(code).filter(c -> !c.isEmpty()))));
  }

  private static Sending runAt(Instant now) {
    provider.now.set(now);
    return office.run(now).getFirst();
  }

  /** Runs at every instant at which the notice is due, until it is no more. */
  private static void runUntilNothingWaits(Notice notice) {
    for (int i = 0; i < 15 && office.told.bucket(notice).isPresent(); i++) {
      Instant due = office.told.dueAt(notice);
      provider.now.set(due);
      office.run(due);
    }
    assertThat(office.told.bucket(notice)).isEmpty();
  }

  @Test
  void aReceiptConfirmsTheMessageAndEndsIt() {
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);
    assertThat(runAt(TEN)).isEqualTo(Sending.SENT);
    assertThat(office.state(Channel.SMS, notice)).contains(State.SENT);

    assertThat(office.run(CHECK.minusSeconds(1))).isEmpty();
    assertThat(runAt(CHECK)).isEqualTo(Sending.CONFIRMED);

    assertThat(office.by(Channel.SMS, notice).orElseThrow().attempts())
        .containsExactly(new Attempt(TEN, Outcome.ARRIVED, "DELIVRD"));
    assertThat(office.state(Channel.SMS, notice)).contains(State.CONFIRMED);
    assertThat(office.told.bucket(notice)).isEmpty();
    assertThat(office.mails).isEmpty();
  }

  @Test
  void aMessageThatDidNotArriveGivesTheNextChannelItsTurnOnce() {
    reporting(Duration.ofSeconds(10), "MK:0001");
    Notice notice = office.resident().told(NoticeName.RECEIVED, TEN);
    runAt(TEN);

    assertThat(runAt(CHECK)).isEqualTo(Sending.SENT);
    runUntilNothingWaits(notice);

    assertThat(office.by(Channel.SMS, notice).orElseThrow().attempts())
        .containsExactly(new Attempt(TEN, Outcome.UNDELIVERED, "MK:0001"));
    assertThat(office.state(Channel.SMS, notice)).contains(State.FAILED);
    assertThat(office.state(Channel.EMAIL, notice)).contains(State.SENT);
    assertThat(office.mails).hasSize(1);
    assertThat(provider.sms.received()).hasSize(1);
  }

  @Test
  void aMessageThatDidNotArriveAndNobodyElseCanBringIsADeadLetter() {
    reporting(Duration.ZERO, "MK:0001");
    Notice notice = office.withoutEmail().told(NoticeName.RECEIVED, TEN);
    runAt(TEN);

    assertThat(runAt(CHECK)).isEqualTo(Sending.DEAD);
    assertThat(office.told.bucket(notice))
        .hasValueSatisfying(bucket -> assertThat(bucket).startsWith("DEAD#"));
  }

  @Test
  void aLateReceiptIsWaitedForMoreAndMoreRarely() {
    reporting(Duration.ofHours(5), "DELIVRD");
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);
    runAt(TEN);

    for (Duration after :
        new Duration[] {Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1)}) {
      assertThat(office.told.dueAt(notice)).isEqualTo(TEN.plus(after));
      assertThat(runAt(TEN.plus(after))).isEqualTo(Sending.AWAITED);
    }
    assertThat(runAt(TEN.plus(Duration.ofHours(6)))).isEqualTo(Sending.CONFIRMED);
    assertThat(provider.sms.pulls()).isEqualTo(4);
  }

  @Test
  void aReceiptThatNeverComesIsAskedForSixTimesInThreeDaysAndSaysNothing() {
    reporting(Duration.ZERO, "");
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);
    runAt(TEN);
    runUntilNothingWaits(notice);

    assertThat(provider.sms.pulls()).isEqualTo(6);
    assertThat(office.state(Channel.SMS, notice)).contains(State.SENT);
    assertThat(office.mails).isEmpty();
    assertThat(office.run(TEN.plus(Duration.ofDays(6)))).isEmpty();
  }

  @Test
  void aFailureThatIsTakenBackBeforeAnybodyLookedCountsAsArrived() {
    reporting(Duration.ZERO, "MK:0001");
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);
    runAt(TEN);
    provider.sms.report(provider.sms.received().getLast(), "DELIVRD");
    provider.sms.report(provider.sms.received().getLast(), "MK:0001");

    assertThat(runAt(CHECK)).isEqualTo(Sending.CONFIRMED);
    assertThat(office.state(Channel.SMS, notice)).contains(State.CONFIRMED);
  }

  static Stream<Mortal> everyStep() {
    return Stream.iterate(1, write -> write <= 6, write -> write + 1)
        .flatMap(write -> Stream.of(Mortal.at(write, false), Mortal.at(write, true)));
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void whoDiesOverAReceiptLeavesItToTheNextAndTheMailComesOnce(Mortal mortal) {
    reporting(Duration.ZERO, "MK:0001");
    Notice notice = office.resident().told(NoticeName.RECEIVED, TEN);
    runAt(TEN);

    provider.now.set(CHECK);
    try {
      office.run(CHECK, office.engine.through(mortal));
    } catch (Mortal.Died died) {
      assertThat(mortal.died()).isTrue();
    }
    runUntilNothingWaits(notice);

    assertThat(office.state(Channel.SMS, notice)).contains(State.FAILED);
    assertThat(office.mails).hasSizeLessThanOrEqualTo(1);
    assertThat(office.state(Channel.EMAIL, notice))
        .hasValueSatisfying(
            state ->
                assertThat(state)
                    .isEqualTo(office.mails.isEmpty() ? State.UNCONFIRMED : state)
                    .isIn(State.SENT, State.UNCONFIRMED));
    assertThat(provider.sms.received()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void whoDiesOverSendingSendsAnOrdinaryMessageAtMostOnce(Mortal mortal) {
    Notice notice = office.resident().told(NoticeName.RECEIVED, TEN);
    try {
      office.run(TEN, office.engine.through(mortal));
    } catch (Mortal.Died died) {
      assertThat(mortal.died()).isTrue();
    }
    runUntilNothingWaits(notice);

    assertThat(provider.sms.received()).hasSizeLessThanOrEqualTo(1);
    assertThat(office.state(Channel.SMS, notice)).isPresent();
    assertThat(office.state(Channel.SMS, notice).orElseThrow())
        .isIn(State.CONFIRMED, State.UNCONFIRMED);
  }

  @Test
  void theTelephoneOfTheLastSignInGoesBeforeTheOneInTheForm() {
    Office.Resident resident = office.resident();
    Notice notice = resident.told(NoticeName.DECIDED, TEN);
    new Contacts(office.engine.table, office.engine.cipher)
        .confirm(resident.key, new Phone("13700000001"), TEN.plusSeconds(5));

    runAt(TEN.plusSeconds(10));

    assertThat(provider.sms.received())
        .singleElement()
        .extracting(Received::to)
        .isEqualTo("+8613700000001");
    assertThat(whereItWent(notice)).contains(new Phone("13700000001"));
  }

  @Test
  void aReceiptIsAskedForWhereTheMessageWentThoughThePersonHasAnotherTelephoneNow() {
    Office.Resident resident = office.resident();
    Contacts contacts = new Contacts(office.engine.table, office.engine.cipher);
    contacts.confirm(resident.key, new Phone("13700000002"), TEN);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);
    runAt(TEN);
    contacts.confirm(resident.key, new Phone("13700000003"), TEN.plusSeconds(30));

    assertThat(runAt(CHECK)).isEqualTo(Sending.CONFIRMED);
    assertThat(office.state(Channel.SMS, notice)).contains(State.CONFIRMED);
  }

  @Test
  void aBusyProviderIsAskedAgainAtTheTelephoneOfThatTime() {
    provider.sms.behave(Conduct.answering("LimitExceeded.PhoneNumberThirtySecondLimit").times(1));
    Office.Resident resident = office.resident();
    Notice notice = resident.told(NoticeName.DECIDED, TEN);
    assertThat(runAt(TEN)).isEqualTo(Sending.RETRIED);
    new Contacts(office.engine.table, office.engine.cipher)
        .confirm(resident.key, new Phone("13700000004"), TEN.plusSeconds(5));

    assertThat(runAt(office.told.dueAt(notice))).isEqualTo(Sending.SENT);
    assertThat(provider.sms.received().getLast().to()).isEqualTo("+8613700000004");
  }

  private static Optional<Phone> whereItWent(Notice notice) {
    banshi.store.Waiting place =
        new Outbox(office.engine.table, office.engine.cipher)
            .look(TEN.plus(Duration.ofDays(1)), 10).due().stream()
                .filter(waiting -> waiting.sort().endsWith(notice.event()))
                .findFirst()
                .orElseThrow();
    return new Outbox(office.engine.table, office.engine.cipher)
        .find(place.pk(), place.sk())
        .orElseThrow()
        .contact()
        .phone();
  }
}
