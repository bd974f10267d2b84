package banshi.store;

import banshi.cases.CaseNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * An index in which the heads of cases lie by the instant of receipt, read without the table.
 *
 * @param name the index
 * @param key the attribute that says which list a head is in
 * @param sort the attribute that orders it: an instant and the case's number
 * @param oldestFirst in which order it is read
 */
record HeadIndex(String name, String key, String sort, boolean oldestFirst) {
  /** A page of the list, after a position in it. */
  Page<CaseSummary> page(TableClient table, String list, Optional<String> after, int limit) {
    QueryResponse page =
        table.query(
            request -> {
              request
                  .indexName(name)
                  .keyConditionExpression(key + " = :list")
                  .expressionAttributeValues(Map.of(":list", Attributes.text(list)))
                  .scanIndexForward(oldestFirst)
                  .limit(limit);
              after.ifPresent(position -> request.exclusiveStartKey(startKey(list, position)));
            });
    Optional<String> next =
        page.lastEvaluatedKey().isEmpty()
            ? Optional.empty()
            : Optional.of(Attributes.text(page.lastEvaluatedKey(), sort));
    return new Page<>(page.items().stream().map(HeadIndex::decode).toList(), next);
  }

  private Map<String, AttributeValue> startKey(String list, String position) {
    CaseNumber number = new CaseNumber(position.substring(position.indexOf('#') + 1));
    Map<String, AttributeValue> start =
        new HashMap<>(Attributes.key(Keys.casePk(number), Keys.HEAD));
    start.put(key, Attributes.text(list));
    start.put(sort, Attributes.text(position));
    return start;
  }

  private static CaseSummary decode(Map<String, AttributeValue> item) {
    JsonNode summary = Json.parse(Attributes.text(item, Keys.SUMMARY));
    return new CaseSummary(
        new CaseNumber(summary.path("number").asText()),
        summary.path("stage").asText(),
        Json.text(summary.path("title")),
        Instant.parse(summary.path("receivedAt").asText()),
        summary.path("version").asLong(),
        Json.instant(summary, "dueAt"));
  }
}
