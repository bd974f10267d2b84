package banshi.e2e;

import static banshi.e2e.Grievance.DEPARTMENT;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of complaints, as a supervisor asks for them. */
class FiguresTest {
  private final Hall hall = TheHall.open();

  private JsonNode figures(String groupBy, String code) {
    String today = hall.today();
    JsonNode report =
        hall.as(SUPERVISOR)
            .get(
                "/v1/complaints/statistics?from=%s&to=%s&groupBy=%s"
                    .formatted(today, today, groupBy))
            .is(200)
            .json();
    for (JsonNode group : report.path("groups")) {
      if (group.path("code").asText().equals(code)) {
        return group.path("figures");
      }
    }
    return Hall.JSON.createObjectNode();
  }

  private static int grew(JsonNode before, JsonNode after, String count) {
    return after.at("/counts/" + count).asInt() - before.at("/counts/" + count).asInt();
  }

  @Test
  void eachStepOfAComplaintChangesTheFiguresOfItsGroupAtOnce() {
    JsonNode department = figures("department", DEPARTMENT);
    JsonNode tier = figures("tier", "D10");
    Persona owner = People.resident(390);
    Grievance complaint = Grievance.filed(hall, owner, Grievance.aboutTheMatter());
    complaint.triaged("D10");
    assertThat(grew(tier, figures("tier", "D10"), "received")).isEqualTo(1);
    assertThat(grew(department, figures("department", DEPARTMENT), "received")).isZero();
    complaint.assigned();
    JsonNode assigned = figures("department", DEPARTMENT);
    assertThat(grew(department, assigned, "received")).isEqualTo(1);
    assertThat(grew(department, assigned, "open")).isEqualTo(1);
    complaint.replied();
    complaint.confirmed();
    complaint.does("rate", "{\"score\":2}").is(200);
    JsonNode rated = figures("department", DEPARTMENT);
    assertThat(grew(department, rated, "open")).isZero();
    assertThat(grew(department, rated, "answered")).isEqualTo(1);
    assertThat(grew(department, rated, "onTime")).isEqualTo(1);
    assertThat(grew(department, rated, "rated2")).isEqualTo(1);
    assertThat(rated.at("/satisfactionRate/base").asInt())
        .isEqualTo(department.at("/satisfactionRate/base").asInt() + 1);
    assertThat(rated.at("/averageWorkedMinutes/base").asInt()).isPositive();
  }

  @Test
  void figuresAreForSupervisorsAndEveryWrongParameterIsNamed() {
    String path = "/v1/complaints/statistics?from=2026-11-23&to=2026-11-23";
    hall.as(WINDOW).get(path).is(403);
    hall.as(People.resident(391)).get(path).is(403);
    JsonNode all =
        hall.as(SUPERVISOR)
            .get("/v1/complaints/statistics?from=2026-02-30&groupBy=city")
            .is(400)
            .json();
    assertThat(all.path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("from", "to", "groupBy");
    for (String period :
        List.of("from=2026-11-24&to=2026-11-23", "from=2025-01-01&to=2026-11-23")) {
      assertThat(
              hall.as(SUPERVISOR)
                  .get("/v1/complaints/statistics?" + period)
                  .is(400)
                  .text("/errors/0/code"))
          .isEqualTo("out-of-range");
    }
  }
}
