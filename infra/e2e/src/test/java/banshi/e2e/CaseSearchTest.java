package banshi.e2e;

import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Officers find cases, each what their department has a part in, and every search is on record. */
class CaseSearchTest {
  private static final String PATH = "/v1/case-searches";
  private static final Persona HANDLER = People.officerOf("MARKET_REGULATION");
  private static final Persona ELSEWHERE = People.officerOf("EDUCATION");

  private final Hall hall = TheHall.open();

  private Hall.Call named(Persona resident, String name, String phone) {
    ObjectNode claims = Hall.claims(resident).put("name", name).put("phone", phone);
    return hall.with(hall.signed(claims, Duration.ofMinutes(5)));
  }

  private static String filed(Hall.Call caller) {
    return caller
        .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
        .is(201)
        .text("/number");
  }

  private void accept(String number) {
    hall.as(WINDOW)
        .match("\"1\"")
        .post("/v1/applications/" + number + "/actions/accept", "{}")
        .is(200);
  }

  private static ObjectNode asked(String member, String value) {
    return Hall.JSON.createObjectNode().put(member, value).put("reason", "来电查询进度");
  }

  private List<String> found(Persona by, ObjectNode search) {
    List<String> numbers = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = hall.as(by).ask(PATH + "?limit=5" + cursor, search.toString()).is(200).json();
      page.path("items").forEach(line -> numbers.add(line.path("number").asText()));
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return numbers;
  }

  @Test
  void aNameIsFoundInAnotherSpellingByWhoeverHasAPartInTheCase() {
    String number = filed(named(People.resident(261), "艾力·买买提二六一", "13800000261"));
    ObjectNode search = asked("name", "艾力 • 买买提二六一");

    assertThat(found(WINDOW, search)).contains(number);
    assertThat(found(SUPERVISOR, search)).contains(number);
    assertThat(found(HANDLER, search)).doesNotContain(number);
    accept(number);
    assertThat(found(HANDLER, search)).contains(number);
    assertThat(found(ELSEWHERE, search)).isEmpty();
    assertThat(found(WINDOW, asked("name", "艾力·买买提"))).doesNotContain(number);

    JsonNode line = hall.as(WINDOW).ask(PATH, search.toString()).is(200).json().at("/items/0");
    assertThat(line.at("/applicant/name").asText()).isEqualTo("艾*");
    assertThat(line.toString()).doesNotContain("买买提");
  }

  @Test
  void aDocumentATelephoneAndANumberFindTheCaseToo() {
    Persona resident = People.resident(262);
    String number = filed(named(resident, "测试二六二", "13800000262"));
    assertThat(found(WINDOW, asked("phone", "+86 138-0000-0262"))).contains(number);
    assertThat(
            found(
                WINDOW,
                asked("idNumber", resident.idNumber().orElseThrow().toLowerCase())
                    .put("idType", "ID_CARD")))
        .contains(number);
    ObjectNode plain = Hall.JSON.createObjectNode().put("number", number);
    assertThat(found(WINDOW, plain)).containsExactly(number);
    assertThat(found(ELSEWHERE, plain)).isEmpty();
  }

  @Test
  void aListShowsWhatWasReceivedInTheDaysAndStandsAtTheStage() {
    Hall.Call owner = hall.as(People.resident(263));
    String received = filed(owner);
    String accepted = filed(owner);
    accept(accepted);
    String today = day(owner, received);
    ObjectNode list =
        Hall.JSON
            .createObjectNode()
            .put("matterCode", "MR-FOOD-NEW")
            .put("kind", "APPLICATION")
            .put("from", today)
            .put("to", today);
    assertThat(found(WINDOW, list)).contains(received, accepted);
    assertThat(found(WINDOW, list.deepCopy().put("stage", "ACCEPTED")))
        .contains(accepted)
        .doesNotContain(received);
    ObjectNode own = Hall.JSON.createObjectNode().put("from", today).put("to", today);
    assertThat(found(HANDLER, own)).contains(accepted).doesNotContain(received);
    assertThat(found(WINDOW, list.deepCopy().put("from", "2001-01-01").put("to", "2001-01-02")))
        .isEmpty();
  }

  private static String day(Hall.Call owner, String number) {
    return owner.get("/v1/applications/" + number).is(200).text("/receivedAt").substring(0, 10);
  }

  @Test
  void aPersonIsLookedForWithAReasonAndInOneWay() {
    Exchange unexplained = hall.as(WINDOW).ask(PATH, "{\"name\":\"张三\"}").is(400, "invalid-body");
    assertThat(unexplained.text("/errors/0/pointer")).isEqualTo("/reason");
    assertThat(unexplained.text("/errors/0/code")).isEqualTo("required");
    hall.as(WINDOW).ask(PATH, "{}").is(400, "invalid-body");
    hall.as(WINDOW)
        .ask(PATH, asked("name", "张三").put("phone", "13800000000").toString())
        .is(400, "invalid-body");
    hall.as(WINDOW).ask(PATH, asked("idNumber", "1").toString()).is(400, "invalid-body");
    hall.as(WINDOW)
        .ask(PATH, "{\"from\":\"2026-11-02\",\"to\":\"2026-11-01\",\"stage\":\"NOWHERE\"}")
        .is(400, "invalid-body");
    hall.as(People.RESIDENT).ask(PATH, asked("name", "张三").toString()).is(403, "forbidden");
    hall.as(People.ADMIN).ask(PATH, asked("name", "张三").toString()).is(403, "forbidden");
  }

  @Test
  void theSearchIsOnRecordWithoutWhatWasLookedFor() {
    Persona curious = Persona.officer("curious-264", "HALL");
    found(curious, asked("name", "无此人二六四"));
    String audited =
        hall.as(SUPERVISOR).get("/v1/audit?person=curious-264").is(200).json().toString();
    assertThat(audited).contains("SEARCH", "来电查询进度", "无*").doesNotContain("无此人二六四");
  }

  @Test
  void theSecondApplicationForAMatterSaysSoToItsApplicantAndToTheOfficer() {
    Hall.Call owner = hall.as(People.resident(265));
    String first = filed(owner);
    String second = filed(owner);
    for (Hall.Call reader : List.of(owner, hall.as(WINDOW))) {
      JsonNode faults =
          reader.get("/v1/applications/" + second).is(200).json().at("/precheck/faults");
      JsonNode warning = Paperwork.find(faults, "code", "already-running");
      assertThat(warning.path("severity").asText()).isEqualTo("WARNING");
      assertThat(warning.path("detail").asText()).contains(first);
    }
    assertThat(owner.get("/v1/applications/" + first).is(200).json().at("/precheck").toString())
        .doesNotContain("already-running");
    owner.post("/v1/applications/" + first + "/actions/withdraw", "{}").is(200);
    assertThat(
            owner
                .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
                .is(201)
                .json()
                .at("/precheck")
                .toString())
        .contains(second)
        .doesNotContain(first);
  }
}
