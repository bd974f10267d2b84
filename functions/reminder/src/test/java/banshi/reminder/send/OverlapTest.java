package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.notices.Channel;
import banshi.notices.Delivery.State;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.wechat.Conduct;
import banshi.wechat.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs overlap; each notice is said once all the same. */
class OverlapTest {
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
  void twentySendersOverTwoHundredFortyNoticesSendEachOnce() throws Exception {
    List<Notice> byWeChat = new ArrayList<>();
    List<Notice> byText = new ArrayList<>();
    List<Notice> byMail = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      byWeChat.add(office.resident().allowing(1).told(NoticeName.DECIDED, TEN));
      byText.add(office.resident().told(NoticeName.DECIDED, TEN));
      byMail.add(office.withoutPhone().told(NoticeName.DECIDED, TEN));
    }

    List<Sending> came = together(20, TEN);

    assertThat(came).filteredOn(Sending.SENT::equals).hasSize(240);
    assertThat(came).containsOnly(Sending.SENT, Sending.LOST);
    assertThat(office.weChat.received().stream().map(Received::to)).doesNotHaveDuplicates();
    assertThat(office.weChat.received()).hasSize(80);
    assertThat(office.texts).hasSize(80).doesNotHaveDuplicates();
    assertThat(office.mails).hasSize(80);
    byWeChat.forEach(notice -> alone(Channel.WECHAT, notice));
    byText.forEach(notice -> alone(Channel.SMS, notice));
    byMail.forEach(notice -> alone(Channel.EMAIL, notice));
    assertThat(office.run(TEN.plus(Duration.ofDays(1)))).isEmpty();
  }

  private static void alone(Channel channel, Notice notice) {
    assertThat(office.told.deliveries(notice))
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.channel()).isEqualTo(channel);
              assertThat(delivery.state()).isEqualTo(State.SENT);
              assertThat(delivery.attempts()).hasSize(1);
            });
  }

  @Test
  void oneConsentCarriesOneOfTwoNoticesThatOverlappingRunsSend() throws Exception {
    List<Office.Resident> residents = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Office.Resident resident = office.resident().allowing(1);
      resident.told(NoticeName.ACCEPTED, TEN);
      resident.told(NoticeName.DECIDED, TEN);
      residents.add(resident);
    }

    together(2, TEN);

    assertThat(
            office.weChat.received().stream()
                .collect(groupingBy(Received::to, counting()))
                .values())
        .hasSize(20)
        .containsOnly(1L);
    assertThat(office.texts).hasSize(20);
    assertThat(residents)
        .allSatisfy(
            resident -> {
              assertThat(resident.available()).isZero();
              assertThat(resident.spent()).isEqualTo(1);
            });
  }

  @Test
  void aRunThatBeginsWhileAnotherWaitsForWeChatLeavesItsNoticesAlone() throws Exception {
    office.weChat.behave(Conduct.GOOD.after(Office.PATIENCE.dividedBy(2)));
    for (int i = 0; i < 4; i++) {
      office.resident().allowing(3).told(NoticeName.DECIDED, TEN);
    }

    together(5, TEN);

    assertThat(office.weChat.received()).hasSize(4);
    assertThat(office.texts).isEmpty();
  }

  private static List<Sending> together(int senders, Instant now) throws Exception {
    List<Sending> came = new ArrayList<>();
    try (ExecutorService all = Executors.newFixedThreadPool(senders)) {
      Callable<List<Sending>> run = () -> office.run(now);
      for (Future<List<Sending>> each :
          all.invokeAll(java.util.Collections.nCopies(senders, run))) {
        came.addAll(each.get());
      }
    }
    return came;
  }
}
