package banshi.cases;

import banshi.identity.ApplicantKey;
import banshi.identity.Person;
import banshi.notices.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case after one or more moves, with the timeline entries that they wrote and the notices that
 * they raised.
 *
 * @param after the case as it is now
 * @param entries the new entries, oldest first
 * @param notices what is to be told, at most one for each entry and recipient
 * @param why the words of an officer that are for the audit alone: nobody reads them on the
 *     timeline
 * @param <D> the kind's own content
 */
public record Change<D>(
    Case<D> after, List<TimelineEntry> entries, List<Notice> notices, Optional<String> why) {
  public Change {
    entries = List.copyOf(entries);
    notices = List.copyOf(notices);
  }

  /** A change that leaves the audit no words of its own. */
  public Change(Case<D> after, List<TimelineEntry> entries, List<Notice> notices) {
    this(after, entries, notices, Optional.empty());
  }

  /** The case as it is, with nothing to write. */
  static <D> Change<D> none(Case<D> c) {
    return new Change<>(c, List.of(), List.of());
  }

  /** This change, and then another that started from its result. */
  public Change<D> then(Change<D> next) {
    List<TimelineEntry> all = new ArrayList<>(entries);
    all.addAll(next.entries);
    List<Notice> told = new ArrayList<>(notices);
    told.addAll(next.notices);
    return new Change<>(next.after, all, told, next.why.or(() -> why));
  }

  /** The same change as the write that follows a version. */
  public Change<D> following(long version) {
    return new Change<>(after.withVersion(version + 1), entries, notices, why);
  }

  /** The same change with other content of the case's own kind. */
  public Change<D> withDetails(D details) {
    return new Change<>(after.withDetails(details), entries, notices, why);
  }

  /** The same change with words that the audit keeps of it. */
  Change<D> because(String words) {
    return new Change<>(after, entries, notices, Optional.of(words));
  }

  /** The same change, telling of this besides. */
  Change<D> telling(List<Notice> more) {
    List<Notice> told = new ArrayList<>(notices);
    told.addAll(more);
    return new Change<>(after, entries, told, why);
  }

  /**
   * The same change with the person who acted on every entry that somebody's act made. Entries are
   * chained anew, since a hash covers who acted.
   */
  public Change<D> by(Person acting) {
    List<TimelineEntry> named = new ArrayList<>();
    for (TimelineEntry entry : entries) {
      String previous = named.isEmpty() ? entry.previousHash() : named.getLast().hash();
      named.add(entry.by(acting, after.number(), previous));
    }
    return named.isEmpty()
        ? this
        : new Change<>(after.withStage(after.stage(), named.getLast().end()), named, notices, why);
  }

  /** The same change as the act of an officer or a supervisor. */
  public Change<D> handledBy(ApplicantKey person) {
    return new Change<>(after.handledBy(person), entries, notices, why);
  }

  /** The same change with the decision on one of the case's parts. */
  public Change<D> deciding(String part, String outcome) {
    return new Change<>(
        after.withParts(each -> each.id().equals(part) ? each.decided(outcome) : each),
        entries,
        notices,
        why);
  }
}
