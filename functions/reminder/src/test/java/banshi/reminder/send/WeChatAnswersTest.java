package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.notices.Attempt;
import banshi.notices.Attempt.Outcome;
import banshi.notices.Channel;
import banshi.notices.Delivery.State;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.wechat.Conduct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever WeChat answers: the right channel or another try, and one consent is spent at most. */
class WeChatAnswersTest {
  private static final Duration SLOW = Office.PATIENCE.multipliedBy(3);
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
  void aMessageThatIsTakenSpendsOneConsentAndEndsIt() {
    Office.Resident resident = office.resident().allowing(2);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.SENT);
    assertThat(office.run(TEN.plus(Duration.ofHours(5)))).isEmpty();

    assertThat(office.weChat.received()).hasSize(1);
    assertThat(office.weChat.received().getFirst().data().at("/thing1/value").asText())
        .isEqualTo("开办餐饮店");
    assertThat(office.texts).isEmpty();
    assertThat(office.mails).isEmpty();
    assertThat(resident.available()).isEqualTo(1);
    assertThat(resident.spent()).isEqualTo(1);
    assertThat(office.told.bucket(notice)).isEmpty();
    assertThat(office.told.deliveries(notice)).hasSize(1);
    assertThat(office.by(Channel.WECHAT, notice).orElseThrow().attempts())
        .containsExactly(new Attempt(TEN, Outcome.TAKEN, ""));
  }

  @Test
  void withoutAConsentWeChatIsNotAskedAndTheNextChannelTakesIt() {
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.SENT);

    assertThat(office.weChat.received()).isEmpty();
    assertThat(office.texts).hasSize(1);
    assertThat(office.state(Channel.WECHAT, notice)).isEmpty();
    assertThat(office.state(Channel.SMS, notice)).contains(State.SENT);
  }

  @Test
  void aPersonWhoRefusesGetsTheNextChannelAndHasNoConsentLeft() {
    office.weChat.behave(Conduct.answering(43101));
    Office.Resident resident = office.resident().allowing(3);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.SENT);

    assertThat(office.state(Channel.WECHAT, notice)).contains(State.DECLINED);
    assertThat(office.state(Channel.SMS, notice)).contains(State.SENT);
    assertThat(resident.available()).isZero();
    assertThat(resident.spent()).isZero();
    assertThat(office.faults).isEmpty();
  }

  @Test
  void theDaysQuotaUsedUpMeansTheNextChannelAtOnceAndTheConsentComesBack() {
    office.weChat.behave(Conduct.answering(45009));
    Office.Resident resident = office.resident().allowing(1);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.SENT);

    assertThat(office.by(Channel.WECHAT, notice).orElseThrow().attempts())
        .containsExactly(new Attempt(TEN, Outcome.REFUSED, "45009"));
    assertThat(office.state(Channel.SMS, notice)).contains(State.SENT);
    assertThat(resident.available()).isEqualTo(1);
    assertThat(resident.spent()).isZero();
    assertThat(office.faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {47003, 40037, 41030, 40003, 45168, 43107, 48001, 99999})
  void whatIsWrongOnOurSideMeansTheNextChannelAndIsToBeLookedAt(int code) {
    office.weChat.behave(Conduct.answering(code));
    Office.Resident resident = office.resident().allowing(1);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.SENT);

    assertThat(office.state(Channel.WECHAT, notice)).contains(State.FAILED);
    assertThat(office.state(Channel.SMS, notice)).contains(State.SENT);
    assertThat(resident.available()).isEqualTo(1);
    assertThat(office.faults).containsExactly("WECHAT " + code);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 45011, 43108})
  void aBusyWeChatIsTriedAgainWithoutSpendingAnotherConsent(int code) {
    office.weChat.behave(Conduct.answering(code).times(2));
    Office.Resident resident = office.resident().allowing(2);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.RETRIED);
    assertThat(office.run(TEN.plusSeconds(30))).isEmpty();
    assertThat(runAtDue(notice)).containsExactly(Sending.RETRIED);
    assertThat(runAtDue(notice)).containsExactly(Sending.SENT);

    assertThat(office.texts).isEmpty();
    assertThat(outcomes(notice)).containsExactly(Outcome.BUSY, Outcome.BUSY, Outcome.TAKEN);
    assertThat(resident.available()).isEqualTo(1);
    assertThat(resident.spent()).isEqualTo(1);
  }

  static List<Conduct> unanswered() {
    return List.of(
        Conduct.GOOD.after(SLOW).taking(false),
        Conduct.GOOD.withStatus(502).taking(false),
        Conduct.GOOD.withStatus(500).taking(false),
        Conduct.GOOD.talkingNonsense().taking(false));
  }

  @ParameterizedTest
  @MethodSource("unanswered")
  void anAttemptWithoutAnAnswerIsTriedAgainWithoutSpendingAnotherConsent(Conduct conduct) {
    office.weChat.behave(conduct.times(1));
    Office.Resident resident = office.resident().allowing(1);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.RETRIED);
    assertThat(runAtDue(notice)).containsExactly(Sending.SENT);

    assertThat(office.texts).isEmpty();
    assertThat(outcomes(notice)).containsExactly(Outcome.UNANSWERED, Outcome.TAKEN);
    assertThat(resident.available()).isZero();
    assertThat(resident.spent()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("unanswered")
  void whenTheLostAnswerWasGoodTheMessageIsThereOnceAndCountsAsSent(Conduct conduct) {
    office.weChat.allow(Optional.of(1));
    office.weChat.behave(conduct.taking(true).times(1));
    Office.Resident resident = office.resident().allowing(1);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.RETRIED);
    assertThat(runAtDue(notice)).containsExactly(Sending.SENT);

    assertThat(office.weChat.received()).filteredOn(message -> message.taken()).hasSize(1);
    assertThat(office.texts).isEmpty();
    assertThat(outcomes(notice)).containsExactly(Outcome.UNANSWERED, Outcome.NOT_ALLOWED);
    assertThat(office.state(Channel.WECHAT, notice)).contains(State.SENT);
    assertThat(resident.available()).isZero();
    assertThat(resident.spent()).isEqualTo(1);
  }

  @Test
  void afterSixAttemptsTheNextChannelTakesItAndThePausesGrow() {
    office.weChat.behave(Conduct.answering(-1));
    Office.Resident resident = office.resident().allowing(1);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    Instant now = TEN;
    Duration last = Duration.ZERO;
    for (int i = 1; i < Retries.MOST; i++) {
      assertThat(office.run(now)).containsExactly(Sending.RETRIED);
      Instant next = office.told.dueAt(notice);
      Duration pause = Duration.between(now, next);
      assertThat(pause).isGreaterThan(last);
      last = pause;
      now = next;
    }
    assertThat(office.run(now)).containsExactly(Sending.SENT);

    assertThat(outcomes(notice)).hasSize(6).containsOnly(Outcome.BUSY);
    assertThat(office.state(Channel.WECHAT, notice)).contains(State.FAILED);
    assertThat(office.texts).hasSize(1);
    assertThat(resident.available()).isEqualTo(1);
  }

  @Test
  void sixLostAnswersMeanTheNextChannelAndTheConsentIsNotGivenBack() {
    office.weChat.behave(Conduct.GOOD.withStatus(503).taking(false));
    Office.Resident resident = office.resident().allowing(1);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    office.run(TEN);
    for (int i = 1; i < Retries.MOST; i++) {
      runAtDue(notice);
    }

    assertThat(office.state(Channel.WECHAT, notice)).contains(State.FAILED);
    assertThat(office.texts).hasSize(1);
    assertThat(resident.available()).isZero();
    assertThat(resident.spent()).isEqualTo(1);
  }

  @Test
  void anExpiredTokenIsRenewedAndTheMessageGoesAtOnce() {
    office.resident().allowing(1).told(NoticeName.RECEIVED, TEN);
    assertThat(office.run(TEN)).containsExactly(Sending.SENT);
    int asked = office.weChat.tokensAsked();
    office.resident().allowing(1).told(NoticeName.DECIDED, TEN);
    assertThat(office.run(TEN)).containsExactly(Sending.SENT);
    assertThat(office.weChat.tokensAsked()).as("the token is kept").isEqualTo(asked);

    office.weChat.expireToken();
    Notice notice = office.resident().allowing(1).told(NoticeName.ACCEPTED, TEN);
    assertThat(office.run(TEN)).containsExactly(Sending.SENT);

    assertThat(office.weChat.tokensAsked()).isEqualTo(asked + 1);
    assertThat(outcomes(notice)).containsExactly(Outcome.TAKEN);
  }

  @Test
  void aTokenThatIsNeverGoodIsABusyWeChat() {
    office.weChat.behave(Conduct.answering(40001));
    Office.Resident resident = office.resident().allowing(1);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    assertThat(office.run(TEN)).containsExactly(Sending.RETRIED);

    assertThat(office.by(Channel.WECHAT, notice).orElseThrow().attempts())
        .containsExactly(new Attempt(TEN, Outcome.BUSY, "40001"));
  }

  @Test
  void aConsentThatIsGivenBackCanBeSpentByTheNextNotice() {
    office.weChat.behave(Conduct.answering(45009).times(1));
    Office.Resident resident = office.resident().allowing(1);
    resident.told(NoticeName.ACCEPTED, TEN);
    assertThat(office.run(TEN)).containsExactly(Sending.SENT);

    Notice next = resident.told(NoticeName.DECIDED, TEN.plusSeconds(60));
    assertThat(office.run(TEN.plusSeconds(60))).containsExactly(Sending.SENT);

    assertThat(office.state(Channel.WECHAT, next)).contains(State.SENT);
    assertThat(resident.available()).isZero();
    assertThat(resident.spent()).isEqualTo(1);
  }

  private static List<Sending> runAtDue(Notice notice) {
    return office.run(office.told.dueAt(notice));
  }

  private static List<Outcome> outcomes(Notice notice) {
    return office.by(Channel.WECHAT, notice).orElseThrow().attempts().stream()
        .map(Attempt::outcome)
        .toList();
  }
}
