package banshi.e2e;

import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.officerOf;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Cases of every kind from filing to their end, by officers who know no number but those that stand
 * in their own queue: nothing waits where nobody looks.
 */
class QueuesAloneTest {
  /** More rounds than any of these lives has steps. */
  private static final int MOST_ROUNDS = 12;

  private final Hall hall = TheHall.open();

  /** What an officer does about one line of their queue: what follows the case's path, and how. */
  private record Act(String path, String body) {
    static Act action(String action, String body) {
      return new Act("/actions/" + action, body);
    }

    static Act complete(JsonNode line, String body) {
      return new Act("/tasks/" + line.path("taskId").asText() + "/actions/complete", body);
    }
  }

  private static String path(JsonNode line) {
    return switch (line.path("kind").asText()) {
      case "APPLICATION" -> "/v1/applications/";
      case "COMPLAINT" -> "/v1/complaints/";
      case "STARTUP" -> "/v1/startups/";
      default -> "/v1/consultations/";
    };
  }

  /** Lets every department do what its queue asks for, until no queue asks for anything. */
  private List<String> work(
      String filed, List<String> departments, BiFunction<JsonNode, JsonNode, Act> officer) {
    List<String> done = new ArrayList<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int before = done.size();
      for (String department : departments) {
        for (JsonNode line : new WorkQueue(hall, department).about(filed)) {
          Persona who = officerOf(department);
          String path = path(line) + line.path("number").asText();
          Exchange seen = hall.as(who).get(path).is(200);
          Act act = officer.apply(line, seen.json());
          hall.as(who).match(seen.etag()).post(path + act.path(), act.body()).is(200);
          done.add(department + " " + line.path("work").asText());
        }
      }
      if (done.size() == before) {
        return done;
      }
    }
    throw new AssertionError("the queues never came to an end: " + done);
  }

  private List<String> told(String department, String filed) {
    return Notices.inOffice(hall.as(officerOf(department)), department, filed);
  }

  private JsonNode ended(String path) {
    JsonNode end = hall.as(SUPERVISOR).get(path).is(200).json();
    assertThat(end.path("tasks"))
        .isNotEmpty()
        .allSatisfy(task -> assertThat(task.path("state").asText()).isIn("DONE", "CANCELLED"));
    return end;
  }

  private static Act restaurant(JsonNode line, JsonNode seen) {
    return switch (line.path("work").asText()) {
      case "RECEIVE" -> Act.action("accept", "{}");
      case "REVIEW" -> Act.complete(line, Founding.PASS);
      case "DECIDE" ->
          Act.action(
              "decide",
              Paperwork.granted(line.path("part").asText().substring("DECIDE-".length())));
      case "DELIVER" -> Act.action("deliver", "{\"method\":\"WINDOW\"}");
      case String other -> throw new AssertionError("no officer knows what to do: " + other);
    };
  }

  @Test
  void aRestaurantIsOpenedByOfficersWhoLookIntoTheirQueuesOnly() {
    ObjectNode body = Paperwork.restaurant();
    String number =
        hall.as(People.resident(991))
            .post("/v1/applications", body.toString())
            .is(201)
            .text("/number");
    assertThat(told("HALL", number)).as("the window is told once").containsExactly("TASK_ARRIVED");
    List<String> departments = new ArrayList<>(List.of("HALL"));
    hall.as(SUPERVISOR)
        .get("/v1/applications/" + number)
        .json()
        .path("matters")
        .forEach(matter -> departments.add(matter.path("department").asText()));
    hall.as(SUPERVISOR)
        .get("/v1/applications/" + number)
        .json()
        .path("tasks")
        .forEach(task -> departments.add(task.path("department").asText()));
    List<String> done =
        work(number, departments.stream().distinct().toList(), QueuesAloneTest::restaurant);
    JsonNode end = ended("/v1/applications/" + number);
    assertThat(end.path("stage").asText()).isEqualTo("COMPLETED");
    assertThat(done).startsWith("HALL RECEIVE").endsWith("HALL DELIVER");
    assertThat(done.stream().filter(each -> each.endsWith(" DECIDE")))
        .hasSize(end.path("matters").size());
    assertThat(told("MARKET_REGULATION", number))
        .as("a lead department is told of its reviews and of its decisions")
        .hasSizeGreaterThanOrEqualTo(2)
        .containsOnly("TASK_ARRIVED");
  }

  @Test
  void aComplaintIsAnsweredThroughQueuesAlone() {
    String number =
        Grievance.filed(hall, People.resident(992), Grievance.aboutTheMatter()).number();
    List<String> done =
        work(
            number,
            List.of("HALL", Grievance.DEPARTMENT),
            (line, seen) ->
                switch (line.path("work").asText()) {
                  case "TRIAGE" ->
                      seen.path("stage").asText().equals("SUBMITTED")
                          ? Act.action("triage", Grievance.triage("D5", "MATERIALS_UNCLEAR"))
                          : Act.action("assign", Grievance.assign(Grievance.DEPARTMENT));
                  case "ANSWER" -> Act.action("reply", Grievance.ANSWER);
                  case String other -> throw new AssertionError(other);
                });
    assertThat(done)
        .containsExactly("HALL TRIAGE", "HALL TRIAGE", Grievance.DEPARTMENT + " ANSWER");
    assertThat(ended("/v1/complaints/" + number).path("stage").asText()).isEqualTo("REPLIED");
  }

  @Test
  void aQuestionIsAnsweredThroughQueuesAlone() {
    String number =
        hall.as(People.resident(993))
            .post(
                "/v1/consultations",
                "{\"topic\":\"开面馆\",\"question\":\"不做凉菜要专间吗？\",\"mayPublish\":false}")
            .is(201)
            .text("/number");
    List<String> done =
        work(
            number,
            List.of("HALL", "MARKET_REGULATION"),
            (line, seen) ->
                switch (line.path("work").asText()) {
                  case "SORT" -> Act.action("assign", Grievance.assign("MARKET_REGULATION"));
                  case "ANSWER" -> Act.action("answer", "{\"text\":\"不要\",\"references\":[]}");
                  case String other -> throw new AssertionError(other);
                });
    assertThat(done).containsExactly("HALL SORT", "MARKET_REGULATION ANSWER");
    assertThat(ended("/v1/consultations/" + number).path("stage").asText()).isEqualTo("ANSWERED");
  }

  @Test
  void aCompanyIsFoundedThroughQueuesAlone() {
    Founder founder = Founder.of(994);
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder, "SEAL", "TAX"));
    List<String> done =
        work(
            startup.number(),
            List.of("MARKET_REGULATION", "PUBLIC_SECURITY", "TAX"),
            (line, seen) -> Act.complete(line, Founding.result(line.path("part").asText())));
    assertThat(done).hasSize(3).first().isEqualTo("MARKET_REGULATION REVIEW");
    assertThat(ended(startup.path()).path("stage").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void whatIsPausedStaysInTheQueueAndItsEndIsSomebodysWork() {
    ObjectNode body = Paperwork.matter("MR-FOOD-NEW");
    body.putObject("answers").put("cuisine", "HOT").put("fumes", true);
    String number =
        hall.as(People.resident(995))
            .post("/v1/applications", body.toString())
            .is(201)
            .text("/number");
    String path = "/v1/applications/" + number;
    act("HALL", path, "accept", "{}");
    act(
        "MARKET_REGULATION",
        path,
        "suspend",
        "{\"procedure\":\"INSPECTION\",\"reason\":\"现场核查\",\"legalBasis\":\"第四十五条\",\"plannedDays\":5}");
    JsonNode open = new WorkQueue(hall, "MARKET_REGULATION").about(number).getFirst();
    assertThat(open.path("work").asText()).isEqualTo("RESUME");
    List<JsonNode> paused = new ArrayList<>();
    hall.as(officerOf("MARKET_REGULATION"))
        .get("/v1/queues/MARKET_REGULATION?state=PAUSED&limit=100")
        .is(200)
        .json()
        .path("items")
        .forEach(
            line -> {
              if (line.path("number").asText().equals(number)) {
                paused.add(line);
              }
            });
    assertThat(paused).hasSize(1);
    assertThat(paused.getFirst().path("state").asText()).isEqualTo("PAUSED");
    assertThat(paused.getFirst().path("overdue").asBoolean()).isFalse();
    act("MARKET_REGULATION", path, "resume", "{}");
    assertThat(new WorkQueue(hall, "MARKET_REGULATION").about(number))
        .extracting(line -> line.path("work").asText())
        .containsExactly("REVIEW");
  }

  private void act(String department, String path, String action, String body) {
    Persona who = officerOf(department);
    hall.as(who)
        .match(hall.as(who).get(path).is(200).etag())
        .post(path + "/actions/" + action, body)
        .is(200);
  }

  @Test
  void aQueueIsNarrowedAndCountedAndSaysWhatItDoesNotTake() {
    Hall.Call officer = hall.as(officerOf("MARKET_REGULATION"));
    hall.as(officerOf("HALL")).get("/v1/queues/HALL?kind=COMPLAINT&limit=1").is(200);
    officer.get("/v1/queues/MARKET_REGULATION?matter=MR-FOOD-NEW&state=MINE").is(200);
    officer.get("/v1/queues/MARKET_REGULATION?matter=NO-SUCH").is(400, "invalid-parameter");
    officer.get("/v1/queues/MARKET_REGULATION?state=LOST").is(400, "invalid-parameter");
    officer.get("/v1/queues/MARKET_REGULATION?kind=PETITION").is(400, "invalid-parameter");
    officer.get("/v1/queues/TAX/counts").is(404);
    JsonNode counts = officer.get("/v1/queues/MARKET_REGULATION/counts").is(200).json();
    assertThat(counts.path("items"))
        .extracting(count -> count.path("state").asText())
        .containsExactly("OPEN", "CLAIMED", "OVERDUE", "PAUSED");
  }
}
