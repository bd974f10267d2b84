package banshi.store;

import java.util.List;
import java.util.Optional;

/**
 * The table as the stores need it: its keys, indexes and expiry. All keys are strings. The template
 * is held to it, and the tests' table is made from it.
 *
 * @param key the table's own
 * @param indexes its global secondary indexes
 * @param expiry the attribute that tells when an item may be removed, in seconds of the epoch
 */
public record TableModel(Key key, List<Index> indexes, String expiry) {
  public TableModel {
    indexes = List.copyOf(indexes);
  }

  /** The attributes of a key: the partition's, and the one sorted by. */
  public record Key(String partition, String sort) {}

  /**
   * An index.
   *
   * @param included the one attribute that it carries besides keys; empty where it carries none
   */
  public record Index(String name, Key key, Optional<String> included) {}

  /** The one table of the hall. */
  public static TableModel ofTheHall() {
    return new TableModel(
        new Key(Keys.PK, Keys.SK),
        List.of(
            new Index(
                Keys.BY_APPLICANT,
                new Key(Keys.APPLICANT_KEY, Keys.APPLICANT_SORT),
                Optional.of(Keys.SUMMARY)),
            new Index(
                Keys.BY_QUEUE, new Key(Keys.QUEUE_KEY, Keys.QUEUE_SORT), Optional.of(Keys.SUMMARY)),
            new Index(Keys.BY_DUE, new Key(Keys.DUE_BUCKET, Keys.DUE_SORT), Optional.empty())),
        Keys.EXPIRES_AT);
  }
}
