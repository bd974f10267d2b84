package banshi.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param items in a stable order
 * @param next what to ask the following page with, opaque; empty on the last page
 */
public record SearchPage<T>(List<T> items, Optional<String> next) {
  public SearchPage {
    items = List.copyOf(items);
  }
}
