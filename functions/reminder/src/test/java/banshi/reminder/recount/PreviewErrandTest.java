package banshi.reminder.recount;

import static banshi.reminder.recount.Hall.at;
import static banshi.reminder.recount.Hall.enough;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.HallClocks;
import banshi.cases.Party;
import banshi.clock.Notices;
import banshi.reminder.Budget;
import banshi.store.Damage;
import banshi.store.RunningCases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PreviewErrandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HallClocks OLD = HallClocks.published();
  private static final Instant NOW = at("2026-12-21T11:00");
  private static Hall hall;

  @BeforeAll
  static void open() {
    hall = new Hall();
  }

  @AfterAll
  static void close() {
    hall.close();
  }

  @AfterEach
  void clear() {
    Damage.toEverything(hall.engine);
  }

  private static PreviewErrand errand() {
    return new PreviewErrand(
        hall.engine.table,
        hall.engine.cipher,
        OLD,
        Notices.published(),
        new RunningCases(hall.engine.table, Hall.HORIZON));
  }

  private static ObjectNode event(String file) throws Exception {
    ObjectNode event = JSON.createObjectNode().put("job", "calendar-preview");
    event.set("calendar", JSON.readTree(Hall.text(file)));
    return event;
  }

  private static JsonNode answer(JsonNode event, Budget budget) {
    return JSON.valueToTree(errand().run(event, NOW, budget));
  }

  @Test
  void everyRunningClockThatWouldChangeIsShownAndNoneIsChanged() throws Exception {
    CaseNumber moving = hall.accepted(OLD, "2026-12-21T10:00");
    CaseNumber still = hall.accepted(OLD, "2026-12-21T10:00");
    hall.does(OLD, still, NOW, ApplicationAction.WITHDRAW, Party.APPLICANT, with -> with);
    Case<?> before = hall.load(moving);

    JsonNode answer = answer(event("2027.json"), enough());

    assertThat(answer.path("looked").asInt()).isEqualTo(1);
    assertThat(answer.has("after")).isFalse();
    List<String> clocks = new ArrayList<>();
    answer.path("moved").forEach(move -> clocks.add(move.path("clock").asText()));
    assertThat(clocks).containsExactlyInAnyOrder("PROMISED", "STATUTORY", "FOOD.MARKET");
    JsonNode promised = answer.at("/moved/0");
    assertThat(promised.path("number").asText()).isEqualTo(moving.value());
    assertThat(promised.path("before").asText()).isEqualTo("2027-01-05T09:30:00Z");
    assertThat(promised.path("after").asText()).isEqualTo("2027-01-06T09:30:00Z");
    assertThat(promised.path("provisionalBefore").asBoolean()).isTrue();
    assertThat(promised.path("provisionalAfter").asBoolean()).isFalse();
    assertThat(hall.load(moving)).isEqualTo(before);
  }

  @Test
  void aStretchAtATimeGivesEachCaseOnce() throws Exception {
    List<String> filed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      filed.add(hall.accepted(OLD, "2026-12-21T10:00").value());
    }
    List<String> seen = new ArrayList<>();
    ObjectNode event = event("2027.json");
    int asked = 0;
    while (true) {
      JsonNode answer = answer(event, new Budget(() -> Duration.ZERO));
      answer
          .path("moved")
          .forEach(
              move -> {
                if (move.path("clock").asText().equals("PROMISED")) {
                  seen.add(move.path("number").asText());
                }
              });
      asked++;
      if (!answer.has("after")) {
        break;
      }
      event.put("after", answer.path("after").asText());
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(filed);
    assertThat(asked).isGreaterThan(100);
  }

  @Test
  void aFileWithFaultsIsAnsweredWithThem() throws Exception {
    ObjectNode event = event("2027.json");
    ((ObjectNode) event.path("calendar")).put("year", 2026).put("surplus", 1);

    JsonNode answer = answer(event, enough());

    assertThat(answer.path("problems"))
        .anyMatch(problem -> problem.path("pointer").asText().equals("/surplus"));
    assertThat(answer.has("moved")).isFalse();
    // A revision of a year that is not there fits the rules of a file, but not the others.
    assertThat(answer(event("2027-1.json"), enough()).at("/problems/0/code").asText())
        .isEqualTo("revision-not-next");
  }

  @Test
  void aPlaceThatNobodyWroteIsRefused() throws Exception {
    for (String place : List.of("", "20261221", "20261221/9", "20261299/0", "x/0")) {
      ObjectNode event = event("2027.json").put("after", place);
      assertThatIllegalArgumentException()
          .as(place)
          .isThrownBy(() -> errand().run(event, NOW, enough()));
    }
  }
}
