package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time alone does, by the scheduled function's real package: nobody looks at the cases. */
@Needs({Need.TIME, Need.SCHEDULE})
class ReminderTest {
  private static final Set<String> WARNINGS = Set.of("DUE_SOON", "OVERDUE", "ESCALATED");

  private final Hall hall = TheHall.open();

  /** The hall's time may have been turned back since the reminder ran last; it notices here. */
  @BeforeEach
  void theReminderRuns() {
    run();
  }

  private JsonNode run() {
    return hall.runReminder().is(200).json();
  }

  private String filed(Hall.Persona resident) {
    return hall.as(resident)
        .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
        .is(201)
        .text("/number");
  }

  private static List<JsonNode> about(Hall.Call reader, String inbox, String number) {
    List<JsonNode> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = reader.get("/v1/notices?limit=100" + inbox + cursor).is(200).json();
      page.path("items")
          .forEach(
              notice -> {
                if (notice.path("number").asText().equals(number)) {
                  found.add(notice);
                }
              });
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return found;
  }

  @Test
  void aCaseFiledAndLeftAloneIsAcceptedByLawAndTheResidentIsToldWithoutAnybodyLooking() {
    Hall.Persona resident = People.resident(5);
    String number = filed(resident);
    hall.setTime("2026-11-30T17:31:00+08:00");

    assertThat(run().at("/fired/moved").asInt()).isPositive();

    assertThat(about(hall.as(resident), "", number))
        .extracting(notice -> notice.path("name").asText())
        .containsOnlyOnce("DEEMED_ACCEPTED");
    JsonNode timeline =
        hall.as(resident).get("/v1/applications/" + number + "/timeline").json().path("items");
    JsonNode deemed = Paperwork.find(timeline, "action", "DEEM_ACCEPTED");
    assertThat(deemed.path("at").asText()).isEqualTo("2026-11-30T17:30:00+08:00");
    assertThat(deemed.path("legalBasis").asText()).contains("第三十二条");
    assertThat(run().at("/fired/moved").asInt()).as("nothing is due twice").isZero();
  }

  @Test
  void threeDaysPastFiveRungsAreOneNoticeTheRightStageAndTheRightLevel() {
    Hall.Persona resident = People.resident(7);
    String number = filed(resident);
    Exchange accepted =
        hall.as(People.WINDOW)
            .match("\"1\"")
            .post("/v1/applications/" + number + "/actions/accept", "{}")
            .is(200);
    OffsetDateTime due =
        OffsetDateTime.parse(
            Paperwork.find(accepted.json().path("clocks"), "id", "PROMISED")
                .path("dueAt")
                .asText());
    hall.setTime(due.plus(Duration.ofDays(3)).plusMinutes(1).toString());

    assertThat(run().at("/fired/moved").asInt()).isPositive();

    Hall.Call lead = hall.as(People.officerOf("MARKET_REGULATION"));
    List<JsonNode> warnings =
        about(lead, "&inbox=MARKET_REGULATION", number).stream()
            .filter(notice -> WARNINGS.contains(notice.path("name").asText()))
            .toList();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.getFirst().path("name").asText()).isEqualTo("ESCALATED");
    assertThat(warnings.getFirst().path("body").asText()).contains("合并");
    Exchange found = hall.as(resident).get("/v1/applications/" + number).is(200);
    assertThat(found.text("/stage")).isEqualTo("ACCEPTED");
    List<String> rungs = new ArrayList<>();
    hall.as(resident)
        .get("/v1/applications/" + number + "/timeline")
        .json()
        .path("items")
        .forEach(
            entry -> {
              if (entry.path("note").asText().equals("PROMISED")) {
                rungs.add(entry.path("action").asText());
              }
            });
    assertThat(rungs).containsExactly("WARN", "WARN", "OVERDUE", "ESCALATE", "ESCALATE");
    assertThat(found.json().path("level").asInt()).isEqualTo(2);
    assertThat(
            hall.as(resident)
                .get("/v1/applications/" + number + "/timeline/verification")
                .is(200)
                .json()
                .path("valid")
                .asBoolean())
        .isTrue();
  }
}
