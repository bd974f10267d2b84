package banshi.consultation;

import banshi.catalogue.Catalogue;
import banshi.clock.ServiceClock;
import banshi.consultation.knowledge.KnowledgeEntry;
import banshi.consultation.knowledge.KnowledgeIndex;
import banshi.consultation.knowledge.ReviewPoints;
import banshi.store.Published;
import banshi.store.PublishedAnswers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that can be found, as this environment holds it: the published answers, and what
 * reviewers look at in the matters in force today.
 *
 * <p>The first question reads the whole; later ones read what has changed, at most every {@value
 * #SECONDS_BETWEEN_LOOKS} seconds, so that what was published is found within a minute. A look goes
 * a little farther back than the last one: writes are told by the times of their own requests,
 * which may arrive out of order.
 */
final class Library {
  private static final int SECONDS_BETWEEN_LOOKS = 20;

  /** No id is longer; the table refuses keys that are very much longer. */
  private static final int LONGEST_ID = 80;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(SECONDS_BETWEEN_LOOKS);
  private static final Duration OVERLAP = Duration.ofMinutes(2);
  private static final Duration CHANGES_KEPT =
      Duration.ofDays(PublishedAnswers.KEPT_DAYS).minusHours(1);

  private final PublishedAnswers published;
  private final Catalogue catalogue;
  private Optional<Held> held = Optional.empty();

  Library(PublishedAnswers published, Catalogue catalogue) {
    this.published = published;
    this.catalogue = catalogue;
  }

  /**
   * What was read, when it was looked at last, and for which day the catalogue was read.
   *
   * @param known the changes that the index has, of those that a look still reads
   */
  private record Held(
      KnowledgeIndex index, Instant lookedAt, LocalDate day, Set<PublishedAnswers.Change> known) {}

  /** The index as it is to be asked at an instant. */
  synchronized KnowledgeIndex at(Instant now) {
    LocalDate today = ServiceClock.dateOf(now);
    Held next =
        held.filter(last -> last.day().equals(today))
            .filter(last -> !now.isAfter(last.lookedAt().plus(CHANGES_KEPT)))
            .map(last -> looked(last, now))
            .orElseGet(() -> new Held(whole(today), now, today, Set.of()));
    held = Optional.of(next);
    return next.index();
  }

  private Held looked(Held last, Instant now) {
    boolean fresh =
        !now.isBefore(last.lookedAt()) && now.isBefore(last.lookedAt().plus(BETWEEN_LOOKS));
    if (fresh) {
      return last;
    }
    Instant from = now.isBefore(last.lookedAt()) ? now : last.lookedAt();
    List<PublishedAnswers.Change> changes = published.since(from.minus(OVERLAP));
    KnowledgeIndex index =
        last.known().containsAll(changes) ? last.index() : changed(last.index(), changes);
    return new Held(index, now, last.day(), Set.copyOf(changes));
  }

  /** The index after changes in their order, some of which it may have already. */
  private static KnowledgeIndex changed(
      KnowledgeIndex index, List<PublishedAnswers.Change> changes) {
    List<KnowledgeEntry> put = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    for (PublishedAnswers.Change change : changes) {
      put.removeIf(entry -> entry.id().equals(change.id()));
      removed.remove(change.id());
      change
          .now()
          .ifPresentOrElse(answer -> put.add(entry(answer)), () -> removed.add(change.id()));
    }
    return index.with(put, removed);
  }

  private KnowledgeIndex whole(LocalDate today) {
    return KnowledgeIndex.of(
        Stream.concat(
                ReviewPoints.inForce(catalogue, today).stream(),
                published.all().stream().map(Library::entry))
            .toList());
  }

  private static KnowledgeEntry entry(Published answer) {
    return KnowledgeEntry.answer(
        answer.id(),
        answer.title(),
        answer.text(),
        answer.matterCode(),
        Optional.of(answer.department()),
        answer.at(),
        answer.at().toEpochMilli());
  }

  /** A published answer in full; empty when there is none, or no longer. */
  Optional<Published> find(String id) {
    return id.length() > LONGEST_ID ? Optional.empty() : published.find(id);
  }
}
