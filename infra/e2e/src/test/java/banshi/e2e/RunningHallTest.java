package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the running system shows of itself, and of whoever tampers with it. */
class RunningHallTest {
  private static final long MOST_RESIDENT_BYTES = 256L * 1024 * 1024;

  private final Hall hall = TheHall.open();

  @Test
  @Needs(Need.INSIDE)
  void functionsShowTheirColdStartsAndStayUnderTheirMemory() {
    hall.anybody().get("/v1/packages").is(200);
    hall.anybody().get("/v1/packages").is(200);
    JsonNode intake =
        hall.raw(hall.request("GET", "/dev/functions").build()).is(200).json().at("/items/0");
    assertThat(intake.at("/coldStarts/count").asInt()).isPositive();
    assertThat(intake.path("environments")).isNotEmpty();
    intake
        .path("environments")
        .forEach(
            environment ->
                assertThat(environment.path("residentBytes").asLong())
                    .isBetween(1L, MOST_RESIDENT_BYTES));
  }

  @Test
  @Needs(Need.INSIDE)
  void aTamperedTimelineEntryIsFoundWithItsNumber() {
    String number =
        hall.as(People.RESIDENT)
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201)
            .text("/number");
    hall.as(People.WINDOW)
        .match("\"1\"")
        .post("/v1/applications/" + number + "/actions/accept", "{}")
        .is(200);
    tamper(number);
    JsonNode verification =
        hall.as(People.RESIDENT)
            .get("/v1/applications/" + number + "/timeline/verification")
            .is(200)
            .json();
    assertThat(verification.path("valid").asBoolean()).isFalse();
    assertThat(verification.path("firstBrokenSeq").asLong()).isEqualTo(2);
  }

  /** Writes to the engine behind the system's back, as its own wire protocol has it. */
  private void tamper(String number) {
    ObjectNode update = Hall.JSON.createObjectNode();
    update.put("TableName", TheHall.cloud().tableName("Table"));
    ObjectNode key = update.putObject("Key");
    key.putObject("pk").put("S", "APPLICATION#" + number);
    key.putObject("sk").put("S", "EVENT#00000002");
    update.put("UpdateExpression", "SET toStage = :forged");
    update.putObject("ExpressionAttributeValues").putObject(":forged").put("S", "COMPLETED");
    URI engine = TheHall.cloud().dynamoEndpoint();
    hall.raw(
            HttpRequest.newBuilder(engine)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810.UpdateItem")
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request,"
                        + " SignedHeaders=host, Signature=0")
                .header("X-Amz-Date", "20260101T000000Z")
                .POST(HttpRequest.BodyPublishers.ofString(update.toString()))
                .build())
        .is(200);
  }

  @Test
  void everyVectorOfTheServiceClockHoldsOverHttp() throws Exception {
    List<String> vectors =
        Files.readAllLines(
            TheHall.root().resolve("shared/kernel/src/test/resources/clock-vectors.csv"));
    int tried = 0;
    for (String vector : vectors) {
      String[] column = vector.split(",");
      if (column.length == 5 && column[0].startsWith("20")) {
        JsonNode due =
            hall.anybody()
                .get(
                    "/v1/calendar/due?from=%s&amount=%s&unit=%s"
                        .formatted(column[0].replace("+", "%2B"), column[1], column[2]))
                .is(200)
                .json();
        assertThat(due.path("dueAt").asText()).as(vector).isEqualTo(column[3]);
        assertThat(due.path("provisional").asText()).as(vector).isEqualTo(column[4]);
        tried++;
      }
    }
    assertThat(tried).isGreaterThanOrEqualTo(20);
  }

  private JsonNode due(String from, String amount, String unit) {
    return hall.anybody()
        .get("/v1/calendar/due?from=%s&amount=%s&unit=%s".formatted(from, amount, unit))
        .is(200)
        .json();
  }

  @Test
  void threeWorkingHoursFromAFridayAfternoonEndOnTheWorkedSaturday() {
    JsonNode due = due("2026-02-13T16:30:00%2B08:00", "3", "WORKING_HOURS");

    assertThat(due.path("dueAt").asText()).isEqualTo("2026-02-14T11:00:00+08:00");
    assertThat(due.path("provisional").asBoolean()).isFalse();
    JsonNode saturday = hall.anybody().get("/v1/calendar/days/2026-02-14").is(200).json();
    assertThat(saturday.path("workingDay").asBoolean()).isTrue();
  }

  @Test
  void twentyWorkingDaysFromTheSeventhOfDecemberAreProvisional() {
    JsonNode due = due("2026-12-07T10:00:00%2B08:00", "20", "WORKING_DAYS");

    assertThat(due.path("dueAt").asText()).isEqualTo("2027-01-05T17:30:00+08:00");
    assertThat(due.path("provisional").asBoolean()).isTrue();
    assertThat(due.path("calendarPublishedThrough").asText()).isEqualTo("2026-12-31");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:00:00Z, -1,        WORKING_DAYS,  amount, amount-not-positive",
    "2026-11-23T10:00:00Z, 0,         WORKING_HOURS, amount, amount-not-positive",
    "2026-11-23T10:00:00Z, 3651,      WORKING_DAYS,  amount, amount-too-large",
    "2026-11-23T10:00:00Z, 999999999, CALENDAR_DAYS, amount, amount-too-large",
    "2026-11-23T10:00:00Z, 2000.5,    WORKING_HOURS, amount, amount-too-large",
    "2026-11-23T10:00:00Z, 1.5,       WORKING_DAYS,  amount, amount-not-whole-days",
    "2026-11-23T10:00:00Z, 0.001,     WORKING_HOURS, amount, amount-not-whole-minutes",
    "2026-11-23T10:00:00Z, 1e999999,  WORKING_DAYS,  amount, amount-not-a-number",
    "2026-11-23T10:00:00Z, NaN,       WORKING_DAYS,  amount, amount-not-a-number",
    "2026-11-23T10:00:00Z, five,      WORKING_DAYS,  amount, amount-not-a-number",
    "2026-11-23T10:00:00Z, 5,         MOONS,         unit,   unknown-unit",
    "2026-11-23T10:00:00Z, 5,         working_days,  unit,   unknown-unit",
    "2018-12-31T10:00:00Z, 5,         WORKING_DAYS,  from,   outside-calendar",
    "2100-12-31T10:00:00Z, 5,         WORKING_DAYS,  from,   outside-calendar",
    "2095-01-01T10:00:00Z, 3650,      WORKING_DAYS,  from,   outside-calendar",
    "2026-02-30T10:00:00Z, 5,         WORKING_DAYS,  from,   bad-format",
    "2026-11-23,           5,         WORKING_DAYS,  from,   bad-format",
  })
  void whatTheClockCannotCountIsRefusedWithACodeOfItsOwn(
      String from, String amount, String unit, String field, String code) {
    JsonNode problem =
        hall.anybody()
            .get("/v1/calendar/due?from=%s&amount=%s&unit=%s".formatted(from, amount, unit))
            .is(400, "invalid-parameter")
            .json();
    assertThat(problem.path("errors")).hasSize(1);
    assertThat(problem.at("/errors/0").toString()).contains('"' + field + '"', '"' + code + '"');
  }

  @ParameterizedTest
  @CsvSource({
    "2018-12-31, outside-calendar",
    "2101-01-01, outside-calendar",
    "2026-02-30, bad-format",
    "tomorrow, bad-format"
  })
  void aDayThatTheCalendarDoesNotKnowIsRefused(String date, String code) {
    assertThat(
            hall.anybody()
                .get("/v1/calendar/days/" + date)
                .is(400, "invalid-parameter")
                .text("/errors/0/code"))
        .isEqualTo(code);
  }

  @Test
  @Needs(Need.GATEWAY)
  void anUnknownPathAnswersInTheContractsForm() {
    hall.anybody().get("/v1/no-such-thing").is(404, "not-found");
  }

  @Test
  void aWrongMethodAndWrongParametersAnswerInTheContractsForm() {
    hall.anybody().delete("/v1/packages").is(405, "method-not-allowed");
    hall.anybody()
        .get("/v1/calendar/due?from=2026-13-01&amount=-1&unit=MOONS")
        .is(400, "invalid-parameter");
  }
}
