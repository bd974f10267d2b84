package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static banshi.reminder.send.Office.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.notices.Attempt;
import banshi.notices.Attempt.Outcome;
import banshi.notices.Channel;
import banshi.notices.Delivery.State;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.reminder.Budget;
import banshi.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which channel has its turn when, and what ends a notice. */
class SenderTest {
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
  }

  @Test
  void theFirstChannelThatTakesItEndsIt() {
    office.textsAnswer(new Reply.Refused("InvalidParameter", true));
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.SENT);

    assertThat(office.mails).hasSize(1);
    assertThat(office.state(Channel.SMS, notice)).contains(State.FAILED);
    assertThat(office.state(Channel.EMAIL, notice)).contains(State.SENT);
    assertThat(office.faults).containsExactly("SMS InvalidParameter");
  }

  @Test
  void whoCannotBeReachedHasTheInboxAndNothingWaitsAnyLonger() {
    Notice notice = office.withoutAddress().told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.UNREACHABLE);

    assertThat(office.told.bucket(notice)).isEmpty();
    assertThat(office.told.deliveries(notice)).isEmpty();
  }

  @Test
  void whatEveryChannelRefusesIsADeadLetter() {
    office.textsAnswer(new Reply.Refused("InvalidParameter", true));
    office.mailsAnswer(new Reply.Refused("SMTP_550", false));
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.DEAD);

    assertThat(office.told.bucket(notice))
        .hasValueSatisfying(b -> assertThat(b).startsWith("DEAD#"));
    assertThat(office.run(TEN.plus(Duration.ofDays(2)))).isEmpty();
  }

  @Test
  void aPersonWhoAllowsNothingAndHasNoOtherAddressIsNoDeadLetter() {
    office.weChat.behave(banshi.wechat.Conduct.answering(43101));
    Notice notice = office.withoutAddress().allowing(1).told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.UNREACHABLE);
    assertThat(office.told.bucket(notice)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T21:59:59+08:00, SENT, ",
    "2026-11-23T22:00:00+08:00, HELD, 2026-11-24T08:00:00+08:00",
    "2026-11-24T00:30:00+08:00, HELD, 2026-11-24T08:00:00+08:00",
    "2026-11-24T07:59:59+08:00, HELD, 2026-11-24T08:00:00+08:00",
    "2026-11-24T08:00:00+08:00, SENT, ",
  })
  void atNightATextMessageThatIsNotUrgentWaitsForTheMorning(
      String when, Sending came, String until) {
    untilTheMorning(NoticeName.RECEIVED, when, came, until);
    office.texts.clear();
    // The law asks that a decision be told, not that it be told at night.
    untilTheMorning(NoticeName.DECIDED, when, came, until);
  }

  private static void untilTheMorning(NoticeName name, String when, Sending came, String until) {
    Notice notice = office.resident().told(name, at(when));

    assertThat(office.run(at(when))).containsExactly(came);

    if (until == null) {
      assertThat(office.texts).hasSize(1);
      return;
    }
    assertThat(office.texts).isEmpty();
    assertThat(office.told.deliveries(notice)).as("no attempt was made").isEmpty();
    assertThat(office.told.dueAt(notice)).isEqualTo(at(until));
    assertThat(office.run(at(until).minusSeconds(1))).isEmpty();
    assertThat(office.run(at(until))).containsExactly(Sending.SENT);
    assertThat(office.texts).hasSize(1);
  }

  @Test
  void atNightAnUrgentTextMessageComesAllTheSame() {
    Instant night = at("2026-11-23T23:30:00+08:00");
    office.resident().told(NoticeName.OVERDUE, night);

    assertThat(office.run(night)).containsExactly(Sending.SENT);
    assertThat(office.texts).hasSize(1);
  }

  @Test
  void atNightWeChatAndMailDisturbNobody() {
    Instant night = at("2026-11-23T23:30:00+08:00");
    office.resident().allowing(1).told(NoticeName.RECEIVED, night);
    office.withoutPhone().told(NoticeName.RECEIVED, night);

    assertThat(office.run(night)).containsExactly(Sending.SENT, Sending.SENT);
  }

  @Test
  void anOrdinaryTextMessageWithoutAnAnswerIsNotRepeatedByAnyChannel() {
    office.textsAnswer(new Reply.Unanswered("NO_ANSWER"));
    Notice notice = office.resident().told(NoticeName.RECEIVED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.UNCONFIRMED);
    assertThat(office.run(TEN.plus(Duration.ofDays(1)))).isEmpty();

    assertThat(office.texts).hasSize(1);
    assertThat(office.mails).isEmpty();
    assertThat(office.by(Channel.SMS, notice).orElseThrow().attempts())
        .containsExactly(new Attempt(TEN, Outcome.UNANSWERED, "NO_ANSWER"));
    assertThat(office.state(Channel.SMS, notice)).contains(State.UNCONFIRMED);
  }

  @Test
  void aPressingTextMessageWithoutAnAnswerIsRepeated() {
    office.textsAnswer(new Reply.Unanswered("NO_ANSWER"));
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);
    assertThat(office.run(TEN)).containsExactly(Sending.RETRIED);

    office.textsAnswer(new Reply.Taken());
    assertThat(office.run(office.told.dueAt(notice))).containsExactly(Sending.SENT);

    assertThat(office.texts).hasSize(2);
    assertThat(office.mails).isEmpty();
  }

  @Test
  void aBusyMailServerIsTriedAgainEvenForAnOrdinaryNotice() {
    office.mailsAnswer(new Reply.Busy("SMTP_450"));
    Notice notice = office.withoutPhone().told(NoticeName.RECEIVED, TEN);
    assertThat(office.run(TEN)).containsExactly(Sending.RETRIED);

    office.mailsAnswer(new Reply.Taken());
    assertThat(office.run(office.told.dueAt(notice))).containsExactly(Sending.SENT);
    assertThat(office.state(Channel.EMAIL, notice)).contains(State.SENT);
  }

  @Test
  void whenNoTimeIsLeftNothingIsBegun() {
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);
    Outbox outbox = new Outbox(office.engine.table, office.engine.cipher);

    Sending came =
        office
            .sender(office.engine.table)
            .send(
                outbox.look(TEN, 10).due().getFirst(),
                TEN,
                new Budget(() -> Duration.ofSeconds(5)),
                office.faults::add);

    assertThat(came).isEqualTo(Sending.HELD);
    assertThat(office.told.deliveries(notice)).isEmpty();
    assertThat(office.run(TEN.plusSeconds(60))).containsExactly(Sending.SENT);
  }

  @Test
  void wordsThatDoNotFitATemplateGoByTheNextChannelAndSpendNothing() {
    Office.Resident resident = office.resident().allowing(1);
    Notice notice =
        new Notice(
            NoticeName.DECIDED,
            new banshi.notices.Recipient.Person(resident.key),
            "odd-1",
            Optional.empty(),
            TEN,
            java.util.Map.of());
    office.told.tell(notice, resident.identity, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.SENT);

    assertThat(office.weChat.received()).isEmpty();
    assertThat(office.state(Channel.WECHAT, notice)).contains(State.FAILED);
    assertThat(office.faults).singleElement().asString().startsWith("WECHAT FIELD_");
    assertThat(resident.available()).isEqualTo(1);
    assertThat(office.texts).hasSize(1);
  }

  @Test
  void whatWaitedThroughAnOutageIsStillFoundAndOldestFirst() {
    Instant longAgo = TEN.minus(Duration.ofDays(40));
    Notice old = office.resident().told(NoticeName.DECIDED, longAgo);
    Notice fresh = office.resident().told(NoticeName.DECIDED, TEN);
    Outbox outbox = new Outbox(office.engine.table, office.engine.cipher);
    office.run(longAgo.minus(Duration.ofDays(1)));

    assertThat(outbox.look(TEN, 10).due())
        .extracting(waiting -> waiting.since())
        .containsExactly(longAgo, TEN);
    assertThat(outbox.look(TEN, 1).due()).hasSize(1);
    assertThat(outbox.look(TEN, 1).more()).isTrue();
    assertThat(office.run(TEN)).containsExactly(Sending.SENT, Sending.SENT);
    assertThat(office.told.bucket(old)).isEmpty();
    assertThat(office.told.bucket(fresh)).isEmpty();
  }

  @Test
  void whenTimeRunsBackwardsWhatWasWrittenThenIsFound() {
    office.run(TEN.plus(Duration.ofDays(30)));
    office.resident().told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.SENT);
  }

  @Test
  void noRecordHoldsAnAddressOrAName() {
    Office.Resident resident = office.resident().allowing(1);
    office.weChat.behave(banshi.wechat.Conduct.answering(47003));
    office.textsAnswer(new Reply.Refused("x", false));
    resident.told(NoticeName.DECIDED, TEN);
    office.run(TEN);

    String raw = office.told.raw(new banshi.notices.Recipient.Person(resident.key));
    assertThat(raw).contains("CHANNEL#");
    assertThat(raw).doesNotContain("138000", "oTest", "tester-", "测试人甲", "19000101", "token-");
  }
}
