package banshi.http;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param items in the list's own order
 * @param nextCursor asks for what follows; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {
  public Page {
    items = List.copyOf(items);
  }
}
