package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.notices.Channel;
import banshi.notices.Delivery;
import banshi.notices.Delivery.State;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.store.Outbox;
import banshi.store.Waiting;
import banshi.wechat.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sender may die before and after every step; whoever comes next does not say it twice. */
class CrashTest {
  private static final int MOST_WRITES = 6;
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

  static Stream<Mortal> everyStep() {
    return Stream.iterate(1, write -> write <= MOST_WRITES, write -> write + 1)
        .flatMap(write -> Stream.of(Mortal.at(write, false), Mortal.at(write, true)));
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void aConsentIsSpentOnceAndTheMessageComesOnceByWeChat(Mortal mortal) {
    office.weChat.allow(Optional.of(1));
    Office.Resident resident = office.resident().allowing(1);
    Notice notice = resident.told(NoticeName.DECIDED, TEN);

    die(mortal);
    runUntilNothingWaits(notice);

    assertThat(office.weChat.received()).filteredOn(Received::taken).hasSize(1);
    assertThat(office.texts).isEmpty();
    assertThat(office.state(Channel.WECHAT, notice)).contains(State.SENT);
    assertThat(resident.available()).isZero();
    assertThat(resident.spent()).isEqualTo(1);
    assertThat(office.told.deliveries(notice)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void anOrdinaryTextMessageIsNeverSentTwice(Mortal mortal) {
    Notice notice = office.resident().told(NoticeName.RECEIVED, TEN);

    die(mortal);
    runUntilNothingWaits(notice);

    Delivery delivery = office.by(Channel.SMS, notice).orElseThrow();
    assertThat(delivery.state()).isIn(State.SENT, State.UNCONFIRMED);
    assertThat(office.texts).hasSizeLessThanOrEqualTo(1);
    assertThat(office.texts.size() == 1 || delivery.state() == State.UNCONFIRMED).isTrue();
    assertThat(office.mails).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void aPressingTextMessageIsRatherSentTwiceThanNotAtAll(Mortal mortal) {
    Notice notice = office.resident().told(NoticeName.DECIDED, TEN);

    die(mortal);
    runUntilNothingWaits(notice);

    assertThat(office.texts).hasSizeBetween(1, 2);
    assertThat(office.state(Channel.SMS, notice)).contains(State.SENT);
  }

  @Test
  void aSenderThatDiesWhileTheChannelIsAtWorkLeavesAnAttemptWithoutAnAnswer() {
    Notice notice = office.resident().told(NoticeName.RECEIVED, TEN);
    office.textsAnswer(new Reply.Taken());
    List<Carrier> dying = new ArrayList<>(office.carriers(office.engine.table));
    dying.set(
        1,
        new TextMessageCarrier(
            (TextMessages.OfAnyText)
                (to, text) -> {
                  throw new Mortal.Died();
                },
            person -> Optional.empty()));
    Sender sender =
        new Sender(
            new Outbox(office.engine.table, office.engine.cipher),
            new banshi.store.Deliveries(office.engine.table),
            dying);
    Waiting waiting =
        new Outbox(office.engine.table, office.engine.cipher).look(TEN, 10).due().getFirst();
    try {
      sender.send(waiting, TEN, Office.AMPLE, office.faults::add);
    } catch (Mortal.Died died) {
      assertThat(office.state(Channel.SMS, notice)).contains(State.TRYING);
    }

    assertThat(office.run(TEN.plusSeconds(119))).as("the lease still lasts").isEmpty();
    assertThat(office.run(TEN.plusSeconds(120))).containsExactly(Sending.UNCONFIRMED);
    assertThat(office.by(Channel.SMS, notice).orElseThrow().attempts())
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.code()).isEqualTo(Delivery.ABANDONED));
  }

  private static void die(Mortal mortal) {
    try {
      office.run(TEN, office.engine.through(mortal));
    } catch (Mortal.Died died) {
      assertThat(mortal.died()).isTrue();
    }
  }

  private static void runUntilNothingWaits(Notice notice) {
    for (int i = 0; i < 10 && office.told.bucket(notice).isPresent(); i++) {
      Instant due = office.told.dueAt(notice);
      office.run(due.isAfter(TEN) ? due : TEN);
    }
    assertThat(office.told.bucket(notice)).isEmpty();
  }
}
