package banshi.store;

import banshi.cases.CaseNumber;
import banshi.identity.ApplicantKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * An applicant's cases of every kind, newest first, from the index alone: half a read unit per
 * started 4 KB of page, however many cases there are. The index lags the table by moments.
 */
public final class CaseLists {
  private final TableClient table;

  /** Over this table. */
  public CaseLists(TableClient table) {
    this.table = table;
  }

  /**
   * A page of an applicant's cases.
   *
   * @param after the position the page before ended at
   * @param limit how many at most
   */
  public Page<CaseSummary> of(ApplicantKey owner, Optional<String> after, int limit) {
    String key = Keys.applicantKey(owner);
    QueryResponse page =
        table.query(
            request -> {
              request
                  .indexName(Keys.BY_APPLICANT)
                  .keyConditionExpression("applicantKey = :mine")
                  .expressionAttributeValues(Map.of(":mine", Attributes.text(key)))
                  .scanIndexForward(false)
                  .limit(limit);
              after.ifPresent(position -> request.exclusiveStartKey(startKey(key, position)));
            });
    Optional<String> next =
        page.lastEvaluatedKey().isEmpty()
            ? Optional.empty()
            : Optional.of(Attributes.text(page.lastEvaluatedKey(), Keys.APPLICANT_SORT));
    return new Page<>(page.items().stream().map(CaseLists::decode).toList(), next);
  }

  private static Map<String, AttributeValue> startKey(String key, String sort) {
    CaseNumber number = new CaseNumber(sort.substring(sort.indexOf('#') + 1));
    Map<String, AttributeValue> start =
        new HashMap<>(Attributes.key(Keys.casePk(number), Keys.HEAD));
    start.put(Keys.APPLICANT_KEY, Attributes.text(key));
    start.put(Keys.APPLICANT_SORT, Attributes.text(sort));
    return start;
  }

  static CaseSummary decode(Map<String, AttributeValue> item) {
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
