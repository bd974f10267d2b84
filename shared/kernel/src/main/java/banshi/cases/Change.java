package banshi.cases;

import java.util.ArrayList;
import java.util.List;

/**
 * A case after one or more moves, with the timeline entries that they wrote.
 *
 * @param after the case as it is now
 * @param entries the new entries, oldest first
 * @param <D> the kind's own content
 */
public record Change<D>(Case<D> after, List<TimelineEntry> entries) {
  public Change {
    entries = List.copyOf(entries);
  }

  /** This change, and then another that started from its result. */
  public Change<D> then(Change<D> next) {
    List<TimelineEntry> all = new ArrayList<>(entries);
    all.addAll(next.entries);
    return new Change<>(next.after, all);
  }

  /** The same change as the write that follows a version. */
  public Change<D> following(long version) {
    return new Change<>(after.withVersion(version + 1), entries);
  }

  /** The same change with other content of the case's own kind. */
  public Change<D> withDetails(D details) {
    return new Change<>(after.withDetails(details), entries);
  }

  /** The same change with the decision on one of the case's parts. */
  public Change<D> deciding(String part, String outcome) {
    return new Change<>(
        after.withParts(each -> each.id().equals(part) ? each.decided(outcome) : each), entries);
  }
}
