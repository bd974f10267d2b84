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
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * A department's open tasks by due time, from the index alone.
 *
 * <p>Tasks lie in three lanes (free, claimed, paused) of {@value Keys#QUEUE_SHARDS} shards each. A
 * page asks every shard of its lanes for as many as the page holds and merges them, so its cost
 * depends on the page's size and the number of shards, never on how many cases or tasks exist. What
 * is narrowed to a kind, a matter or the caller looks at {@value #MOST_LOOKED_AT} lines of a shard
 * at most: such a page may hold fewer than were asked for, even none, and still say where to go on.
 * A lease that ran out leaves its task in the claimed lane; it is shown as open all the same.
 */
public final class Queues {
  /** How many lines of a shard a page looks at, at most, when not all of them may be shown. */
  static final int MOST_LOOKED_AT = 100;

  /** How many tasks of a shard are counted, at most. */
  static final int MOST_COUNTED = 100;

  private record Found(String sort, QueuedTask task) {}

  /** What a shard gave, and how far it was looked at; empty when to its end. */
  private record Looked(List<Found> found, Optional<String> until) {}

  /**
   * How many tasks stand so.
   *
   * @param count how many were counted
   * @param more whether there are more than were counted
   */
  public record Count(int count, boolean more) {
    private Count plus(Count other) {
      return new Count(count + other.count, more || other.more);
    }
  }

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
      String department, QueueView view, Optional<String> after, int limit, Instant now) {
    List<Looked> shards = new ArrayList<>();
    if (view.state() != QueueView.State.OVERDUE
        || after.filter(position -> position.compareTo(Keys.queueSortBefore(now)) >= 0).isEmpty()) {
      for (Keys.Lane lane : view.state().lanes()) {
        for (String key : Keys.queueKeys(department, lane)) {
          shards.add(look(key, view, after, limit + 1, now));
        }
      }
    }
    return merged(shards, limit);
  }

  /** Nothing behind the place where the first shard was left can be shown yet. */
  private static Page<QueuedTask> merged(List<Looked> shards, int limit) {
    Optional<String> known =
        shards.stream().flatMap(shard -> shard.until().stream()).min(Comparator.naturalOrder());
    List<Found> found =
        shards.stream()
            .flatMap(shard -> shard.found().stream())
            .filter(each -> known.filter(end -> each.sort().compareTo(end) > 0).isEmpty())
            .sorted(Comparator.comparing(Found::sort))
            .toList();
    List<Found> page = found.stream().limit(limit).toList();
    return new Page<>(
        page.stream().map(Found::task).toList(),
        found.size() > limit ? Optional.of(page.getLast().sort()) : known);
  }

  /**
   * How many of a department's tasks stand so, {@value #MOST_COUNTED} of a shard at most: the cost
   * is that of a page. A lease that has just run out still counts as claimed.
   */
  public Count count(String department, QueueView.State state, Instant now) {
    return lanesCounted(state).stream()
        .flatMap(lane -> Keys.queueKeys(department, lane).stream())
        .map(key -> counted(key, state, now))
        .reduce(new Count(0, false), Count::plus);
  }

  private static List<Keys.Lane> lanesCounted(QueueView.State state) {
    return state == QueueView.State.OPEN ? List.of(Keys.Lane.OPEN) : state.lanes();
  }

  private Count counted(String key, QueueView.State state, Instant now) {
    QueryResponse counted =
        query(key, state, Optional.empty(), MOST_COUNTED, now, Optional.of(Select.COUNT));
    return new Count(counted.count(), !counted.lastEvaluatedKey().isEmpty());
  }

  private Looked look(String key, QueueView view, Optional<String> after, int wanted, Instant now) {
    List<Found> found = new ArrayList<>();
    Optional<String> from = after;
    int looked = 0;
    do {
      int next = view.narrows() ? MOST_LOOKED_AT - looked : wanted;
      QueryResponse page = query(key, view.state(), from, next, now, Optional.empty());
      page.items().stream()
          .map(item -> new Found(Attributes.text(item, Keys.QUEUE_SORT), decode(item)))
          .filter(line -> view.shows(line.task(), now))
          .forEach(found::add);
      looked += page.items().size();
      from =
          page.lastEvaluatedKey().isEmpty()
              ? Optional.empty()
              : Optional.of(Attributes.text(page.lastEvaluatedKey(), Keys.QUEUE_SORT));
    } while (found.size() < wanted && from.isPresent() && looked < MOST_LOOKED_AT);
    return new Looked(found, from);
  }

  private QueryResponse query(
      String key,
      QueueView.State state,
      Optional<String> after,
      int limit,
      Instant now,
      Optional<Select> select) {
    boolean overdue = state == QueueView.State.OVERDUE;
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":queue", Attributes.text(key));
    List<String> conditions =
        Stream.concat(
                Stream.of("queueKey = :queue"),
                overdue
                    ? Stream.of("queueSort BETWEEN :after AND :now")
                    : after.map(position -> "queueSort > :after").stream())
            .toList();
    // The lowest string behind a position; BETWEEN takes no open end.
    after.ifPresent(position -> values.put(":after", Attributes.text(position + "\u0000")));
    if (overdue) {
      values.putIfAbsent(":after", Attributes.text("0"));
      values.put(":now", Attributes.text(Keys.queueSortBefore(now)));
    }
    return table.query(
        request -> {
          request
              .indexName(Keys.BY_QUEUE)
              .keyConditionExpression(String.join(" AND ", conditions))
              .expressionAttributeValues(values)
              .limit(limit);
          select.ifPresent(request::select);
        });
  }

  private static QueuedTask decode(Map<String, AttributeValue> item) {
    JsonNode summary = Json.parse(Attributes.text(item, Keys.SUMMARY));
    return new QueuedTask(
        new CaseNumber(summary.path("number").asText()),
        Json.text(summary.path("caseTitle")),
        summary.path("taskId").asText(),
        Json.string(summary, "duty"),
        summary.path("department").asText(),
        Json.text(summary.path("title")),
        Instant.parse(summary.path("dueAt").asText()),
        summary.path("paused").asBoolean(),
        Json.string(summary, "claimedBy"),
        TaskCodec.helpers(summary),
        Json.instant(summary, "claimedUntil"));
  }
}
