package banshi.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  /** The same page of something else. */
  public <U> Page<U> map(Function<T, U> each) {
    return new Page<>(items.stream().map(each).toList(), next);
  }
}
