package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import banshi.local.LocalCloud;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the write that causes a notice to the channel that takes it, through the real functions. */
@Needs(Need.INSIDE)
class SendingTest {
  private static final String PROGRESS = "TPL_case-progress-0001";
  private static LocalCloud cloud;
  private static Hall hall;

  @BeforeAll
  static void open() throws Exception {
    cloud = LocalCloud.builder(TheHall.root()).inMemory().port(0).withoutSchedules().start();
    hall = Hall.of(cloud);
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  @BeforeEach
  void inTheMorning() {
    hall.setTime("2026-11-23T10:00:00+08:00");
    hall.anybody().put("/dev/wechat", "{}").is(200);
  }

  private static Hall.Call inWeChat(Persona resident) {
    return hall.with(
        hall.token(
            resident,
            Hall.JSON
                .createObjectNode()
                .put("openid", "oTest-of-" + resident.idNumber().orElseThrow())));
  }

  private static void allow(Hall.Call resident, int messages) {
    resident
        .post(
            "/v1/consents", "{\"templateId\":\"%s\",\"granted\":%d}".formatted(PROGRESS, messages))
        .is(200);
  }

  private static String filed(Hall.Call resident) {
    return resident
        .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
        .is(201)
        .text("/number");
  }

  private static JsonNode run() {
    return hall.anybody().ask("/dev/schedules/reminder/runs", "").is(200).json().path("sent");
  }

  private static List<JsonNode> sent(String number) {
    List<JsonNode> sent = new ArrayList<>();
    StreamSupport.stream(
            hall.anybody().get("/dev/outbox").is(200).json().path("items").spliterator(), false)
        .filter(item -> item.path("number").asText().equals(number))
        .forEach(sent::add);
    return sent;
  }

  @Test
  void aResidentWhoAllowsItGetsTheReceiptInWeChatAndTheConsentIsSpentOnce() {
    Hall.Call resident = inWeChat(People.resident(21));
    allow(resident, 2);
    String number = filed(resident);

    assertThat(run().path("sent").asInt()).isEqualTo(1);
    assertThat(run().path("looked").asInt()).isZero();

    JsonNode message = sent(number).getFirst();
    assertThat(message.path("channel").asText()).isEqualTo("WECHAT");
    assertThat(message.path("state").asText()).isEqualTo("SENT");
    assertThat(message.path("to").asText()).matches("\\*+0211");
    assertThat(message.at("/title/zh").asText()).isEqualTo("已收件");
    assertThat(message.at("/title/en").asText()).isEqualTo("Received");
    assertThat(message.at("/body/zh").asText()).contains(number);
    assertThat(message.at("/attempts/0/outcome").asText()).isEqualTo("TAKEN");
    assertThat(cloud.weChat().received().getLast().data().at("/character_string2/value").asText())
        .isEqualTo(number);
    JsonNode stock = resident.get("/v1/consents").is(200).json().at("/items/0");
    assertThat(stock.path("available").asInt()).isEqualTo(1);
    assertThat(stock.path("spent").asInt()).isEqualTo(1);
  }

  @Test
  void whenWeChatKnowsOfNoConsentATextMessageTakesItsPlace() {
    hall.anybody().put("/dev/wechat", "{\"answer\":43101}").is(200);
    Hall.Call resident = inWeChat(People.resident(23));
    allow(resident, 1);
    String number = filed(resident);

    run();

    assertThat(sent(number))
        .extracting(item -> item.path("channel").asText() + " " + item.path("state").asText())
        .containsExactlyInAnyOrder("WECHAT DECLINED", "SMS SENT");
    assertThat(sent(number))
        .filteredOn(item -> item.path("channel").asText().equals("SMS"))
        .extracting(item -> item.path("to").asText())
        .containsExactly("138****0000");
    assertThat(resident.get("/v1/consents").is(200).json().at("/items/0/available").asInt())
        .isZero();
  }

  @Test
  void aBusyWeChatIsTriedAgainAMinuteLater() {
    hall.anybody().put("/dev/wechat", "{\"answer\":-1,\"times\":1}").is(200);
    Hall.Call resident = inWeChat(People.resident(25));
    allow(resident, 1);
    String number = filed(resident);

    assertThat(run().path("retried").asInt()).isEqualTo(1);
    hall.setTime("2026-11-23T10:02:00+08:00");
    assertThat(run().path("sent").asInt()).isEqualTo(1);

    assertThat(sent(number))
        .singleElement()
        .satisfies(item -> assertThat(item.path("attempts")).hasSize(2));
  }

  @Test
  void theLogHasTheFiguresAsCloudWatchReadsThemAndNobodysAddress() throws Exception {
    Hall.Call resident = inWeChat(People.resident(29));
    allow(resident, 1);
    filed(resident);
    filed(hall.as(People.resident(31)));
    run();

    List<String> lines = new ArrayList<>();
    try (var files = Files.walk(cloud.logs())) {
      for (Path file :
          files.filter(each -> each.getFileName().toString().startsWith("Reminder")).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    assertThat(lines)
        .filteredOn(line -> line.startsWith("{\"_aws\""))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              JsonNode figures = Hall.JSON.readTree(line);
              assertThat(figures.has("OldestDueSeconds") ^ figures.has("OldestWaitingSeconds"))
                  .as("one line for each job: %s", line)
                  .isTrue();
            });
    assertThat(lines).anyMatch(line -> line.contains("\"OldestWaitingSeconds\":"));
    assertThat(cloud.sms().received())
        .anyMatch(message -> message.maskedTo().equals("138****0000"));
    assertThat(String.join("\n", lines))
        .doesNotContain("13800000000", "oTest-of", "token-", "张三", "500106190001010297");
  }

  @Test
  void atNightTheReceiptWaitsForTheMorning() {
    hall.setTime("2026-11-23T23:00:00+08:00");
    String number = filed(hall.as(People.resident(27)));

    assertThat(run().path("held").asInt()).isEqualTo(1);
    assertThat(sent(number)).isEmpty();

    hall.setTime("2026-11-24T08:00:00+08:00");
    run();
    assertThat(sent(number))
        .singleElement()
        .satisfies(item -> assertThat(item.path("channel").asText()).isEqualTo("SMS"));
  }
}
