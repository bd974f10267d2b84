package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many at once, and many at one. */
class HandsTest {
  private static final String DEPARTMENT = Grievance.DEPARTMENT;
  private static final String BULK = "/v1/applications/actions/accept";
  private static final Persona ANNA = Persona.officer("hands-anna", DEPARTMENT);
  private static final Persona BO = Persona.officer("hands-bo", DEPARTMENT);

  private final Hall hall = TheHall.open();

  private String filed() {
    return hall.as(People.NEIGHBOUR)
        .post("/v1/applications", Paperwork.matter(Grievance.MATTER).toString())
        .is(201)
        .text("/number");
  }

  private List<String> filed(int cases) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      numbers.add(filed());
    }
    return numbers;
  }

  private static ObjectNode items(List<String> numbers) {
    ObjectNode body = Hall.JSON.createObjectNode();
    ArrayNode items = body.putArray("items");
    numbers.forEach(number -> items.addObject().put("number", number).put("version", 1));
    return body;
  }

  @Test
  void eachOfManyIsAnsweredForByItselfAndARepeatedRequestGetsTheSameBytes() {
    List<String> numbers = filed(3);
    hall.as(People.WINDOW)
        .match("\"1\"")
        .post("/v1/applications/" + numbers.get(1) + "/actions/accept", "{}")
        .is(200);
    Hall.Call window = hall.as(People.WINDOW).key(UUID.randomUUID().toString());
    ObjectNode body = items(numbers);
    Exchange first = window.post(BULK, body.toString()).is(200);
    assertThat(first.json().path("items").valueStream().map(i -> i.path("status").asInt()))
        .containsExactly(200, 412, 200);
    assertThat(first.json().at("/items/1/version").asLong()).isEqualTo(2);
    assertThat(first.json().at("/items/1/problem/code").asText()).isEqualTo("stale-version");
    assertThat(first.json().path("done").asInt()).isEqualTo(2);
    assertThat(first.json().path("refused").asInt()).isEqualTo(1);
    assertThat(first.json().path("waiting").asInt()).isZero();
    Exchange again = window.post(BULK, body.toString()).is(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    window.post(BULK, items(filed(1)).toString()).is(422, "idempotency-key-reused");
  }

  @Test
  void aBodyIsRefusedForWhatIsWrongWithItAsAWhole() {
    List<String> one = filed(1);
    Hall.Call window = hall.as(People.WINDOW);
    Exchange twice = window.post(BULK, items(List.of(one.getFirst(), one.getFirst())).toString());
    twice.is(400, "invalid-body");
    assertThat(twice.json().at("/errors/0/pointer").asText()).isEqualTo("/items/1/number");
    assertThat(twice.json().at("/errors/0/code").asText()).isEqualTo("duplicate");
    window.post(BULK, "{\"items\":[]}").is(400, "invalid-body");
    List<String> tooMany = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      tooMany.add(one.getFirst());
    }
    window.post(BULK, items(tooMany).toString()).is(400, "invalid-body");
    hall.as(People.NEIGHBOUR).post(BULK, items(one).toString()).is(403, "forbidden");
    Exchange nobody = hall.as(ANNA).post(BULK, items(one).toString()).is(200);
    assertThat(nobody.json().at("/items/0/problem/code").asText()).isEqualTo("not-found");
    Exchange typed = window.post(BULK, items(List.of("A-1")).toString()).is(200);
    assertThat(typed.json().at("/items/0/problem/code").asText()).isEqualTo("invalid-number");
  }

  @Test
  void bulkAgainstSingleAcceptEachCaseIsAcceptedOnce() throws Exception {
    List<String> numbers = filed(6);
    List<Callable<List<Integer>>> runs = new ArrayList<>();
    runs.add(() -> outcomes(hall.as(People.WINDOW), numbers));
    runs.add(() -> outcomes(hall.as(People.OTHER_WINDOW), numbers.reversed()));
    runs.add(
        () ->
            numbers.stream()
                .map(
                    number ->
                        hall.as(People.OTHER_WINDOW)
                            .match("\"1\"")
                            .post("/v1/applications/" + number + "/actions/accept", "{}")
                            .status())
                .toList());
    List<Integer> statuses = new ArrayList<>();
    race(runs).forEach(statuses::addAll);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(numbers.size());
    assertThat(statuses).filteredOn(status -> status == 412).hasSize(2 * numbers.size());
    numbers.forEach(
        number ->
            assertThat(hall.as(People.WINDOW).get("/v1/applications/" + number).etag())
                .isEqualTo("\"2\""));
  }

  private static List<Integer> outcomes(Hall.Call caller, List<String> numbers) {
    return caller
        .post(BULK, items(numbers).toString())
        .is(200)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("status").asInt())
        .toList();
  }

  private static <T> List<T> race(List<Callable<T>> runs) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(runs.size())) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(runs)) {
        results.add(result.get());
      }
      return results;
    }
  }

  @Test
  void handOverAgainstClaimOneWinsAndApplicantsNeverSeeWhoHasTheTask() throws Exception {
    String number = filed();
    String path = "/v1/applications/" + number;
    Exchange accepted =
        hall.as(People.WINDOW).match("\"1\"").post(path + "/actions/accept", "{}").is(200);
    String task =
        accepted
            .json()
            .path("tasks")
            .valueStream()
            .filter(each -> each.path("department").asText().equals(DEPARTMENT))
            .filter(each -> each.path("state").asText().equals("OPEN"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    String actions = path + "/tasks/" + task + "/actions/";
    List<Callable<Integer>> runs =
        List.of(
            () ->
                hall.as(ANNA)
                    .match("\"2\"")
                    .post(actions + "hand-over", "{\"to\":\"hands-chen\",\"reason\":\"出差\"}")
                    .status(),
            () -> hall.as(BO).match("\"2\"").post(actions + "claim", "{}").status());
    List<Integer> statuses = race(runs);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409 || status == 412).hasSize(1);
    Exchange seen = hall.as(People.SUPERVISOR).get(path).is(200);
    String holder = task(seen, task).at("/hands/holder").asText();
    assertThat(holder).isEqualTo(statuses.getFirst() == 200 ? "hands-chen" : "hands-bo");
    assertThat(
            hall.as(Persona.officer(holder, DEPARTMENT))
                .get("/v1/queues/" + DEPARTMENT + "?state=MINE")
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("number"))
        .contains(number);
    assertThat(hall.as(People.NEIGHBOUR).get(path).is(200).body())
        .doesNotContain("hands-", "\"hands\"", "出差");
    assertThat(hall.as(People.NEIGHBOUR).get(path + "/timeline").body())
        .doesNotContain("hands-", "出差");
  }

  private static JsonNode task(Exchange seen, String id) {
    return seen.json()
        .path("tasks")
        .valueStream()
        .filter(each -> each.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLeadRoutesAReviewAndTheOtherDepartmentFindsItInItsQueue() {
    String number = filed();
    String path = "/v1/applications/" + number;
    Exchange accepted =
        hall.as(People.WINDOW).match("\"1\"").post(path + "/actions/accept", "{}").is(200);
    String task = Grievance.MATTER + "." + DEPARTMENT;
    String due = task(accepted, task).path("dueAt").asText();
    String route = path + "/tasks/" + task + "/actions/route";
    Hall.Call lead = hall.as(Grievance.HANDLER).match("\"2\"");
    Exchange unknown = lead.post(route, "{\"to\":\"NO_SUCH\",\"reason\":\"改派\"}");
    unknown.is(400, "invalid-body");
    assertThat(unknown.json().at("/errors/0/pointer").asText()).isEqualTo("/to");
    Exchange routed = lead.post(route, "{\"to\":\"FIRE_RESCUE\",\"reason\":\"改派\"}").is(200);
    JsonNode there = task(routed, Grievance.MATTER + ".FIRE_RESCUE");
    assertThat(there.path("dueAt").asText()).isEqualTo(due);
    assertThat(task(routed, task).path("state").asText()).isEqualTo("CANCELLED");
    hall.as(Grievance.HANDLER)
        .match("\"3\"")
        .post(route, "{\"to\":\"FIRE_RESCUE\",\"reason\":\"改派\"}")
        .is(409, "action-not-allowed");
    Hall.Call fire = hall.as(People.officerOf("FIRE_RESCUE"));
    fire.get(path).is(200);
    ObjectNode claim = Hall.JSON.createObjectNode();
    claim
        .putArray("items")
        .addObject()
        .put("number", number)
        .put("taskId", there.path("id").asText())
        .put("version", 3);
    Exchange claimed = fire.post("/v1/applications/tasks/actions/claim", claim.toString()).is(200);
    assertThat(claimed.json().path("done").asInt()).isEqualTo(1);
  }
}
