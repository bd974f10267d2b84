package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the running system shows of itself, and of whoever tampers with it. */
class RunningHallTest {
  private static final long MOST_RESIDENT_BYTES = 256L * 1024 * 1024;

  private final Hall hall = TheHall.open();

  @Test
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

  @Test
  void anUnknownPathAndAWrongMethodAnswerInTheContractsForm() {
    hall.anybody().get("/v1/no-such-thing").is(404, "not-found");
    hall.anybody().delete("/v1/packages").is(405, "method-not-allowed");
    hall.anybody()
        .get("/v1/calendar/due?from=2026-13-01&amount=-1&unit=MOONS")
        .is(400, "invalid-parameter");
  }
}
