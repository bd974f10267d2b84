package banshi.store;

import banshi.cases.CaseNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A department's open tasks by due time, from the index alone.
 *
 * <p>Tasks lie in two lanes (free, claimed) of {@value Keys#QUEUE_SHARDS} shards each. A page asks
 * every shard of its lanes for as many as the page holds and merges them, so its cost depends on
 * the page's size and the number of shards, never on how many cases or tasks exist. A lease that
 * ran out leaves its task in the claimed lane; it is shown as open all the same.
 */
public final class Queues {
  /** Which of a department's open tasks. */
  public enum Filter {
    /** Free to be claimed. */
    OPEN,
    /** Under a lease. */
    CLAIMED,
    /** Past due, claimed or not. */
    OVERDUE
  }

  private record Found(String sort, QueuedTask task) {}

  private final TableClient table;

  /** Over this table. */
  public Queues(TableClient table) {
    this.table = table;
  }

  /**
   * A page of a department's queue.
   *
   * @param after the position the page before ended at
   * @param limit how many at most
   */
  public Page<QueuedTask> of(
      String department, Filter filter, Optional<String> after, int limit, Instant now) {
    List<Found> found = new ArrayList<>();
    if (filter == Filter.OVERDUE
        && after
            .filter(position -> position.compareTo(Keys.queueSortBefore(now)) >= 0)
            .isPresent()) {
      return new Page<>(List.of(), Optional.empty());
    }
    for (Keys.Lane lane : lanes(filter)) {
      for (String key : Keys.queueKeys(department, lane)) {
        found.addAll(shard(key, filter, after, limit + 1, now));
      }
    }
    found.sort(Comparator.comparing(Found::sort));
    List<Found> page = found.stream().limit(limit).toList();
    return new Page<>(
        page.stream().map(Found::task).toList(),
        found.size() > limit ? Optional.of(page.getLast().sort()) : Optional.empty());
  }

  private static List<Keys.Lane> lanes(Filter filter) {
    return switch (filter) {
      case OPEN, OVERDUE -> List.of(Keys.Lane.OPEN, Keys.Lane.CLAIMED);
      case CLAIMED -> List.of(Keys.Lane.CLAIMED);
    };
  }

  private List<Found> shard(
      String key, Filter filter, Optional<String> after, int wanted, Instant now) {
    List<Found> found = new ArrayList<>();
    Optional<String> from = after;
    do {
      QueryResponse page = read(key, filter, from, wanted, now);
      page.items().stream()
          .map(item -> new Found(Attributes.text(item, Keys.QUEUE_SORT), decode(item)))
          .filter(line -> shown(line.task(), filter, now))
          .forEach(found::add);
      from =
          page.lastEvaluatedKey().isEmpty()
              ? Optional.empty()
              : Optional.of(Attributes.text(page.lastEvaluatedKey(), Keys.QUEUE_SORT));
    } while (found.size() < wanted && from.isPresent());
    return found;
  }

  private static boolean shown(QueuedTask task, Filter filter, Instant now) {
    boolean leased = task.claimedUntil().filter(now::isBefore).isPresent();
    return switch (filter) {
      case OPEN -> !leased;
      case CLAIMED -> leased;
      case OVERDUE -> task.dueAt().isBefore(now);
    };
  }

  private QueryResponse read(
      String key, Filter filter, Optional<String> after, int limit, Instant now) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":queue", Attributes.text(key));
    List<String> conditions =
        Stream.concat(
                Stream.of("queueKey = :queue"),
                switch (filter) {
                  case OPEN, CLAIMED -> after.map(position -> "queueSort > :after").stream();
                  case OVERDUE -> Stream.of("queueSort BETWEEN :after AND :now");
                })
            .toList();
    // The lowest string behind a position; BETWEEN takes no open end.
    after.ifPresent(position -> values.put(":after", Attributes.text(position + "\u0000")));
    if (filter == Filter.OVERDUE) {
      values.putIfAbsent(":after", Attributes.text("0"));
      values.put(":now", Attributes.text(Keys.queueSortBefore(now)));
    }
    return table.query(
        request ->
            request
                .indexName(Keys.BY_QUEUE)
                .keyConditionExpression(String.join(" AND ", conditions))
                .expressionAttributeValues(values)
                .limit(limit));
  }

  private static QueuedTask decode(Map<String, AttributeValue> item) {
    JsonNode summary = Json.parse(Attributes.text(item, Keys.SUMMARY));
    return new QueuedTask(
        new CaseNumber(summary.path("number").asText()),
        Json.text(summary.path("caseTitle")),
        summary.path("taskId").asText(),
        summary.path("department").asText(),
        Json.text(summary.path("title")),
        Instant.parse(summary.path("dueAt").asText()),
        Json.instant(summary, "claimedUntil"));
  }
}
