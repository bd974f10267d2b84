package banshi.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param next the position to go on from; empty when the list ends here
 * @param <T> what the list is of
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  /** A page of one collection of the table, whose positions are its sort keys. */
  static <T> Page<T> of(QueryResponse found, Function<Map<String, AttributeValue>, T> decode) {
    return new Page<>(
        found.items().stream().map(decode).toList(),
        found.lastEvaluatedKey().isEmpty()
            ? Optional.empty()
            : Optional.of(Attributes.text(found.lastEvaluatedKey(), Keys.SK)));
  }

  /** The same page of something else. */
  public <U> Page<U> map(Function<T, U> each) {
    return new Page<>(items.stream().map(each).toList(), next);
  }
}
