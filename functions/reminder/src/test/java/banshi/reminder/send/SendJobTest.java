package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.reminder.Budget;
import banshi.reminder.Metrics;
import banshi.store.Outbox;
import banshi.wechat.Conduct;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole job: its figures, its bounds, and what it writes to the log. */
class SendJobTest {
  private static Office office;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

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

  private SendJob job() {
    return new SendJob(
        new Outbox(office.engine.table, office.engine.cipher),
        () -> office.sender(office.engine.table),
        new Metrics(new PrintStream(out, true, StandardCharsets.UTF_8), "banshi-reminder"));
  }

  private Map<String, Object> run(Instant now) {
    return job().run(now, Office.AMPLE);
  }

  @Test
  void theFiguresSayWhatWasDoneAndHowThingsStand() throws Exception {
    office.resident().allowing(1).told(NoticeName.DECIDED, TEN);
    office.resident().told(NoticeName.DECIDED, TEN.minusSeconds(90));
    office.withoutAddress().told(NoticeName.DECIDED, TEN);

    Map<String, Object> figures = run(TEN);

    assertThat(figures)
        .containsEntry("looked", 3)
        .containsEntry("sent", 2)
        .containsEntry("unreachable", 1)
        .containsEntry("failed", 0)
        .containsEntry("dead", 0)
        .containsEntry("held", 0)
        .containsEntry("oldestWaitingSeconds", 90L)
        .containsEntry("deadLetters", 0);
    JsonNode line = new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(TEN.toEpochMilli());
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Banshi");
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0/0").asText())
        .isEqualTo("FunctionName");
    assertThat(line.path("FunctionName").asText()).isEqualTo("banshi-reminder");
    for (JsonNode metric : line.at("/_aws/CloudWatchMetrics/0/Metrics")) {
      assertThat(line.path(metric.path("Name").asText()).isNumber()).isTrue();
    }
    assertThat(line.path("OldestWaitingSeconds").asLong()).isEqualTo(90);
    assertThat(line.path("DeadLetters").asInt()).isZero();
  }

  @Test
  void anEmptyRunTellsItsFiguresToo() {
    assertThat(run(TEN)).containsEntry("looked", 0).containsEntry("oldestWaitingSeconds", 0L);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"OldestWaitingSeconds\":0");
  }

  @Test
  void aNoticeThatIsBrokenDoesNotKeepTheOthersFromBeingSentAndIsPutAsideInTheEnd() {
    Notice broken = office.resident().told(NoticeName.DECIDED, TEN.minusSeconds(60));
    office.told.spoilContact(broken);
    office.resident().told(NoticeName.DECIDED, TEN);

    assertThat(run(TEN)).containsEntry("sent", 1).containsEntry("broken", 1);

    Instant now = TEN;
    for (int i = 0; i < 60; i++) {
      now = now.plus(Outbox.LEASE);
      run(now);
    }
    assertThat(office.told.bucket(broken))
        .hasValueSatisfying(bucket -> assertThat(bucket).startsWith("DEAD#"));
    assertThat(run(now.plusSeconds(1))).containsEntry("deadLetters", 1).containsEntry("looked", 0);
  }

  @Test
  void aRunStopsBeforeItsTimeIsOverAndTheNextGoesOn() {
    for (int i = 0; i < 30; i++) {
      office.resident().told(NoticeName.DECIDED, TEN);
    }
    AtomicInteger asked = new AtomicInteger();
    Budget brief =
        new Budget(
            () -> asked.incrementAndGet() > 20 ? Duration.ofSeconds(1) : Duration.ofMinutes(1));

    int first = (int) job().run(TEN, brief).get("sent");
    assertThat(first).isBetween(1, 29);
    run(TEN.plusSeconds(60));

    assertThat(office.texts).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void noLogHoldsPersonalDataOrATokenWhateverGoesWrong() {
    List<String> log = new CopyOnWriteArrayList<>();
    Handler capture =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            if (line.getLevel().intValue() < Level.INFO.intValue()) {
              return;
            }
            log.add(
                line.getMessage()
                    + " "
                    + java.util.Arrays.toString(line.getParameters())
                    + (line.getThrown() == null ? "" : line.getThrown().toString()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(capture);
    try {
      List<Conduct> conducts = new ArrayList<>();
      for (int code : new int[] {0, -1, 43101, 45009, 47003, 40001, 40003}) {
        conducts.add(Conduct.answering(code));
      }
      conducts.addAll(WeChatAnswersTest.unanswered());
      for (Conduct conduct : conducts) {
        office.weChat.behave(conduct);
        office.textsAnswer(new Reply.Refused("InvalidParameter", true));
        office.mailsAnswer(new Reply.Busy("SMTP_450"));
        office.resident().allowing(2).told(NoticeName.DECIDED, TEN);
        run(TEN);
      }
      office.told.spoilContact(office.resident().told(NoticeName.DECIDED, TEN));
      run(TEN);
      new LoggedTextMessages().send(new banshi.identity.Phone("13800000000"), "已受理");
    } finally {
      root.removeHandler(capture);
    }

    assertThat(String.join("\n", log))
        .contains("to be looked at", "could not be sent", "138****0000")
        .doesNotContain("13800000", "oTest", "tester-", "测试人甲", "19000101", "token-", "secret");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .doesNotContain("13800000", "oTest", "tester-", "token-");
  }
}
