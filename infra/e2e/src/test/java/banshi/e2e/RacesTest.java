package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Many at once. */
class RacesTest {
  private final Hall hall = TheHall.open();

  @Test
  void aHundredSubmissionsUnderOneKeyAreOneCaseAndAHundredEqualAnswers() throws Exception {
    Hall.Call resident = hall.as(People.resident(6)).key(UUID.randomUUID().toString());
    String body = Paperwork.restaurant().toString();
    List<Exchange> answers = race(100, i -> resident.post("/v1/applications", body));
    assertThat(answers).allSatisfy(answer -> answer.is(201));
    assertThat(answers.stream().map(Exchange::body).distinct()).hasSize(1);
    assertThat(answers.stream().filter(a -> a.header("Idempotent-Replayed").isEmpty())).hasSize(1);
    assertThat(resident.get("/v1/cases").json().path("items")).hasSize(1);
    resident
        .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
        .is(422, "idempotency-key-reused");
  }

  @Test
  void ofFiftyOfficersWhoClaimATaskOneWins() throws Exception {
    String number =
        hall.as(People.NEIGHBOUR)
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201)
            .text("/number");
    String path = "/v1/applications/" + number;
    Exchange accepted =
        hall.as(People.WINDOW).match("\"1\"").post(path + "/actions/accept", "{}").is(200);
    JsonNode task = Paperwork.reviews(accepted.json()).getFirst();
    String claim = path + "/tasks/" + task.path("id").asText() + "/actions/claim";
    List<Hall.Call> officers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      officers.add(
          hall.as(Persona.officer("reviewer-" + i, task.path("department").asText()))
              .match(accepted.etag()));
    }
    List<Exchange> answers = race(50, i -> officers.get(i).post(claim, "{}"));
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(49);
    answers.stream().filter(a -> a.status() == 409).forEach(a -> a.is(409, "already-claimed"));
  }

  @Test
  void ofTwoOfficersWhoActOnOneVersionOneIsToldToReadAgain() throws Exception {
    String number =
        hall.as(People.NEIGHBOUR)
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201)
            .text("/number");
    List<Hall.Call> officers = List.of(hall.as(People.WINDOW), hall.as(People.OTHER_WINDOW));
    List<Exchange> answers =
        race(
            2,
            i ->
                officers
                    .get(i)
                    .match("\"1\"")
                    .post("/v1/applications/" + number + "/actions/accept", "{}"));
    assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 412);
    answers.stream()
        .filter(answer -> answer.status() == 412)
        .forEach(answer -> assertThat(answer.etag()).isEqualTo("\"2\""));
  }

  private static List<Exchange> race(int runners, IntFunction<Exchange> run) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(25)) {
      List<Callable<Exchange>> tasks = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        int runner = i;
        tasks.add(() -> run.apply(runner));
      }
      List<Exchange> answers = new ArrayList<>();
      for (Future<Exchange> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
