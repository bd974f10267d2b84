package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import banshi.local.LocalCloud;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The scheduled function's process, killed wherever it happens to be. */
@Needs(Need.INSIDE)
class ReminderCrashTest {
  private static final int CASES = 120;
  private static final int KILLS = 20;

  /** Two moments to a request; a run makes about ten requests before it comes to a case. */
  private static final int MOMENTS = 60;

  /** Five working days of silence after they were filed. */
  private static final String LATER = "2026-12-01T10:00:00+08:00";

  private static final Persona RESIDENT = People.resident(33);

  @Test
  void aReminderKilledTwentyTimesAtRandomFiresEachRungOnceAndTellsNobodyTwice() throws Exception {
    try (PowerCut power = new PowerCut();
        LocalCloud cloud =
            LocalCloud.builder(TheHall.root())
                .inMemory()
                .port(0)
                .withoutSchedules()
                .dynamoForFunctions(power::before)
                .start()) {
      Hall hall = Hall.of(cloud);
      hall.setTime(TheHall.NOW);
      List<String> numbers = file(hall);
      // A hall that has been open for a while: the job has run before.
      run(hall).is(200);
      hall.setTime(LATER);
      Random random = new Random(20261124);
      for (int kill = 0; kill < KILLS; kill++) {
        power.at(random.nextInt(MOMENTS), () -> kill(cloud));
        Exchange answer = run(hall);
        assertThat(power.happened()).as("kill %d came", kill).isTrue();
        assertThat(answer.status()).as(answer.body()).isEqualTo(502);
      }
      JsonNode last = run(hall).is(200).json().path("fired");
      assertThat(last.path("complete").asBoolean()).isTrue();
      assertThat(last.path("left").asInt()).isZero();
      assertThat(last.path("setAside").asInt()).isZero();
      assertThat(run(hall).is(200).json().at("/fired/looked").asInt()).isZero();
      // Nothing more may come of looking: the reader's clock is turned back before it is due.
      hall.setTime(TheHall.NOW);
      eachRungOnceAndInOrder(hall, numbers);
      nobodyIsToldTwice(hall, numbers);
    }
  }

  private static void eachRungOnceAndInOrder(Hall hall, List<String> numbers) {
    Hall.Call resident = hall.as(RESIDENT);
    Set<List<String>> different = new HashSet<>();
    for (String number : numbers) {
      List<String> timeline = new ArrayList<>();
      for (JsonNode entry :
          resident.get("/v1/applications/" + number + "/timeline").is(200).json().path("items")) {
        timeline.add(
            entry.path("seq").asText()
                + " "
                + entry.path("action").asText()
                + " "
                + entry.path("note").asText());
      }
      different.add(timeline);
    }
    assertThat(different).as("all cases went the same way").hasSize(1);
    List<String> way = different.iterator().next();
    assertThat(way).filteredOn(line -> line.contains("DEEM_ACCEPTED")).hasSize(1);
    assertThat(way).filteredOn(line -> line.contains("WARN")).isNotEmpty();
    assertThat(way.stream().map(line -> line.substring(line.indexOf(' ')))).doesNotHaveDuplicates();
  }

  private static void nobodyIsToldTwice(Hall hall, List<String> numbers) {
    Map<String, List<JsonNode>> inboxes = new HashMap<>();
    inboxes.put("the resident", inbox(hall.as(RESIDENT), ""));
    for (String code : List.of("HALL", "SUPERVISORS")) {
      inboxes.put(code, inbox(hall.as(People.SUPERVISOR), "&inbox=" + code));
    }
    inboxes.forEach(
        (whose, notices) -> {
          Map<String, List<String>> byCase = new HashMap<>();
          notices.forEach(
              notice ->
                  byCase
                      .computeIfAbsent(notice.path("number").asText(), number -> new ArrayList<>())
                      .add(notice.path("name").asText()));
          assertThat(byCase.keySet()).as(whose).containsExactlyInAnyOrderElementsOf(numbers);
          assertThat(new HashSet<>(byCase.values())).as("each case alike to %s", whose).hasSize(1);
          assertThat(byCase.values().iterator().next()).as(whose).doesNotHaveDuplicates();
        });
  }

  private static List<JsonNode> inbox(Hall.Call reader, String which) {
    List<JsonNode> notices = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = reader.get("/v1/notices?limit=100" + which + cursor).is(200).json();
      page.path("items").forEach(notices::add);
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return notices;
  }

  private static List<String> file(Hall hall) throws Exception {
    Hall.Call resident = hall.as(RESIDENT);
    String body = Paperwork.matter("MR-FOOD-NEW").toString();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Callable<String>> work =
          IntStream.range(0, CASES)
              .<Callable<String>>mapToObj(
                  i -> () -> resident.post("/v1/applications", body).is(201).text("/number"))
              .toList();
      List<String> numbers = new ArrayList<>();
      for (Future<String> number : threads.invokeAll(work)) {
        numbers.add(number.get());
      }
      return numbers;
    }
  }

  private static Exchange run(Hall hall) {
    return hall.runReminder();
  }

  private static void kill(LocalCloud cloud) {
    cloud.functions().stream()
        .filter(function -> function.name().equals("ReminderFunction"))
        .flatMap(function -> function.environments().stream())
        .forEach(
            environment ->
                ProcessHandle.of(environment.pid()).ifPresent(ProcessHandle::destroyForcibly));
  }
}
