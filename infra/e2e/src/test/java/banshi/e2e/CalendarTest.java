package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.LocalCloud;
import banshi.local.calendar.CalendarCommand;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year's notice appears while cases run: shown, deployed, carried to every case, told once. */
@Needs(Need.INSIDE)
class CalendarTest {
  @TempDir private Path folder;

  @Test
  void aNewYearsFileIsShownThenAppliedAndMovesEachRunningCaseOnce() throws Exception {
    Path file = TheHall.root().resolve("shared/kernel/src/test/resources/made-up/2027.json");
    NewBuild build = NewBuild.copiedInto(folder);
    try (LocalCloud cloud =
        LocalCloud.builder(TheHall.root())
            .template(build.template())
            .inMemory()
            .port(0)
            .withoutSchedules()
            .start()) {
      Hall hall = Hall.of(cloud);
      hall.setTime("2026-12-21T10:00:00+08:00");
      String running = filed(hall);
      String withdrawn = filed(hall);
      hall.as(People.RESIDENT)
          .post("/v1/applications/" + withdrawn + "/actions/withdraw", "{\"reason\":\"不办了\"}")
          .is(200);
      assertThat(promised(hall, running)).isEqualTo("2027-01-05T17:30:00+08:00");

      String shown = command(cloud, 0, "check", file.toString());
      assertThat(shown)
          .contains("2027-01-04", running + " PROMISED  2027-01-05 17:30 → 2027-01-06 17:30")
          .doesNotContain(withdrawn);
      assertThat(promised(hall, running)).isEqualTo("2027-01-05T17:30:00+08:00");

      build.withCalendar("2027.json", Files.readAllBytes(file));
      String recounted = command(cloud, 0, "recount", file.toString());
      assertThat(recounted).contains("ReminderFunction", "IntakeFunction", "moved 1");
      assertThat(promised(hall, running)).isEqualTo("2027-01-06T17:30:00+08:00");
      assertThat(recounts(hall, running)).isEqualTo(1);
      assertThat(recounts(hall, withdrawn)).isZero();

      String again = command(cloud, 0, "recount", file.toString());
      assertThat(again).doesNotContain("ReminderFunction");
      JsonNode run = hall.runReminder().is(200).json();
      assertThat(run.at("/recounted/complete").asBoolean()).isTrue();
      assertThat(recounts(hall, running)).isEqualTo(1);
    }
  }

  private static String filed(Hall hall) {
    String number =
        hall.as(People.RESIDENT)
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201)
            .text("/number");
    hall.as(People.WINDOW)
        .match("\"1\"")
        .post("/v1/applications/" + number + "/actions/accept", "{}")
        .is(200);
    return number;
  }

  private static String promised(Hall hall, String number) {
    JsonNode clocks =
        hall.as(People.RESIDENT).get("/v1/applications/" + number).is(200).json().path("clocks");
    return Paperwork.find(clocks, "id", "PROMISED").path("dueAt").asText();
  }

  private static long recounts(Hall hall, String number) {
    JsonNode entries =
        hall.as(People.RESIDENT)
            .get("/v1/applications/" + number + "/timeline")
            .is(200)
            .json()
            .path("items");
    assertThat(entries).isNotEmpty();
    return entries.valueStream().filter(e -> e.path("action").asText().equals("RECOUNT")).count();
  }

  private String command(LocalCloud cloud, int status, String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", cloud.endpoint().toString()));
    int ended = new CalendarCommand(TheHall.root(), out, out).run(all);
    String text = said.toString(StandardCharsets.UTF_8);
    assertThat(ended).as(text).isEqualTo(status);
    return text;
  }
}
