package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The schedule of a deployed hall, left to itself. */
@Needs(Need.ACCOUNT)
class ScheduleFiresTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final Hall hall = TheHall.open();

  /**
   * The receipt is told to the applicant: it waits on the agenda from the instant of filing. A run
   * sends it, or at night lets it come back in the morning, so it leaves its place either way.
   */
  @Test
  void whatIsWaitingIsTakenUpWithoutAnybodyAsking() throws Exception {
    String number =
        hall.as(People.resident(60))
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201)
            .text("/number");
    Account account = TheHall.account();
    String table = account.physical("Table");
    Instant end = Instant.now().plus(PATIENCE);
    try (DynamoDbClient client = account.dynamoDb()) {
      List<Map<String, AttributeValue>> told = told(client, table, number);
      assertThat(told).as("told to the applicant").isNotEmpty();
      while (told.stream().anyMatch(ScheduleFiresTest::isUntouched)) {
        assertThat(Instant.now()).as("still waiting: %s", told).isBefore(end);
        Thread.sleep(BETWEEN_LOOKS);
        told = told(client, table, number);
      }
    }
  }

  /** The applicant's notices about a case; only theirs have somebody to be sent to. */
  private static List<Map<String, AttributeValue>> told(
      DynamoDbClient client, String table, String number) {
    return client
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .filterExpression("about = :number AND attribute_exists(contact)")
                    .projectionExpression("pk, sk, #at, dueBucket, dueSort")
                    .expressionAttributeNames(Map.of("#at", "at"))
                    .expressionAttributeValues(Map.of(":number", AttributeValue.fromS(number))))
        .items()
        .stream()
        .toList();
  }

  /** Whether a notice is where the write that caused it put it. */
  private static boolean isUntouched(Map<String, AttributeValue> notice) {
    if (!notice.containsKey("dueSort") || !notice.get("dueBucket").s().startsWith("SEND#")) {
      return false;
    }
    String due = notice.get("dueSort").s();
    return !Instant.parse(due.substring(0, due.indexOf('#')))
        .isAfter(Instant.parse(notice.get("at").s()));
  }
}
