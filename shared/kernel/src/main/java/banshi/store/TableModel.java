package banshi.store;

import banshi.cases.CaseKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table as the stores need it: its keys, indexes and expiry, and what keys begin with. All keys
 * are strings. The template is held to it, the roles are, and the tests' table is made from it.
 *
 * @param key the table's own
 * @param collections what partition keys begin with, as far as roles tell them apart; every key of
 *     an item begins with one of these
 * @param indexes its global secondary indexes
 * @param expiry the attribute that tells when an item may be removed, in seconds of the epoch
 */
public record TableModel(Key key, List<String> collections, List<Index> indexes, String expiry) {
  public TableModel {
    collections = List.copyOf(collections);
    indexes = List.copyOf(indexes);
  }

  /** The attributes of a key: the partition's, and the one sorted by. */
  public record Key(String partition, String sort) {}

  /**
   * An index.
   *
   * @param collections what its partition keys begin with
   * @param included the one attribute that it carries besides keys; empty where it carries none
   */
  public record Index(String name, Key key, List<String> collections, Optional<String> included) {
    public Index {
      collections = List.copyOf(collections);
    }
  }

  /** The one table of the hall. */
  public static TableModel ofTheHall() {
    return new TableModel(
        new Key(Keys.PK, Keys.SK),
        Stream.of(
                ofEveryKind(""),
                ofEveryKind(Keys.TRACKING_PREFIX),
                ofEveryKind(Keys.IDEMPOTENCY_PREFIX),
                ofEveryKind(Keys.STATISTICS_PREFIX),
                ofEveryKind(Keys.CLUSTER_PREFIX),
                ofEveryKind(Keys.AUDIT_PREFIX),
                ofEveryKind(Keys.THREAD_PREFIX),
                Stream.of(
                    Keys.IDEMPOTENCY_PREFIX + Area.NOTICE.name() + "#",
                    Keys.AUDIT_PERSON_PREFIX,
                    Keys.SPEAKER_PREFIX,
                    Keys.DRAFT_PREFIX,
                    Keys.INBOX_PREFIX,
                    Keys.CONSENT_PREFIX,
                    Keys.CONTACT_PREFIX,
                    Keys.REMINDER_PREFIX,
                    Keys.NAMES_PREFIX,
                    Keys.RESERVATION_PREFIX,
                    Keys.REPRESENTATIVE_PREFIX,
                    Keys.LICENCE_PREFIX,
                    Keys.KNOWLEDGE_PREFIX,
                    Keys.LISTED_PREFIX,
                    Keys.RUNNING_PREFIX))
            .flatMap(each -> each)
            .toList(),
        List.of(
            new Index(
                Keys.BY_APPLICANT,
                new Key(Keys.APPLICANT_KEY, Keys.APPLICANT_SORT),
                List.of(Keys.APPLICANT_PREFIX, Keys.AUDITED_PREFIX),
                Optional.of(Keys.SUMMARY)),
            new Index(
                Keys.BY_QUEUE,
                new Key(Keys.QUEUE_KEY, Keys.QUEUE_SORT),
                Stream.concat(Stream.of(Keys.QUEUE_PREFIX), ofEveryKind(Keys.SIMILAR_PREFIX))
                    .toList(),
                Optional.of(Keys.SUMMARY)),
            new Index(
                Keys.BY_DUE,
                new Key(Keys.DUE_BUCKET, Keys.DUE_SORT),
                List.of(Keys.of(Keys.DueList.DUE), Keys.of(Keys.DueList.SEND), Keys.DEAD_PREFIX),
                Optional.empty())),
        Keys.EXPIRES_AT);
  }

  private static Stream<String> ofEveryKind(String area) {
    return Arrays.stream(CaseKind.values()).map(kind -> area + Keys.of(kind));
  }
}
