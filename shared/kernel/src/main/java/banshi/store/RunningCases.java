package banshi.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Every case of which something will happen by itself, walked through by the day on which it does:
 * the buckets of the index {@code byDue}, one after another. A case that moves to a later day while
 * somebody walks is met twice; the index lags the table by moments.
 */
public final class RunningCases {
  /**
   * How far ahead the walk goes, in days. A running clock always has its next rung in the index,
   * not later than its due date; the longest limit of the catalogue is 45 working days and 15 more
   * by extension, which end within four months. What lies farther away is recounted when it is next
   * touched, at the latest when its next rung fires.
   */
  public static final int HORIZON = 400;

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final TableClient table;
  private final int horizon;

  /** Over this table, through {@value #HORIZON} days. */
  public RunningCases(TableClient table) {
    this(table, HORIZON);
  }

  /**
   * @param horizon how many days ahead of the day on which one asks
   */
  public RunningCases(TableClient table, int horizon) {
    this.table = table;
    this.horizon = horizon;
  }

  /**
   * A place in the walk; everything before it has been given.
   *
   * @param day the day (UTC) of the bucket
   * @param shard the bucket's number among that day's
   * @param after the last that was given of this bucket
   */
  public record Place(LocalDate day, int shard, Optional<String> after)
      implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::day)
            .thenComparing(Place::shard)
            .thenComparing(place -> place.after().orElse(""));

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }

    /** The place as a word that {@link #parse} reads. */
    public String text() {
      return DAY.format(day) + "/" + shard + after.map(last -> "/" + last).orElse("");
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static Place parse(String text) {
      String[] part = text.split("/", 3);
      try {
        int shard = Integer.parseInt(part[1]);
        if (shard >= 0 && shard < Keys.DUE_SHARDS) {
          return new Place(
              LocalDate.parse(part[0], DAY),
              shard,
              part.length == 3 ? Optional.of(part[2]) : Optional.empty());
        }
      } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException other) {
        // Told below, like a shard that there is not.
      }
      throw new IllegalArgumentException("not a place in the walk");
    }

    private Place nextBucket() {
      return shard + 1 < Keys.DUE_SHARDS
          ? new Place(day, shard + 1, Optional.empty())
          : new Place(day.plusDays(1), 0, Optional.empty());
    }
  }

  /**
   * Some of the cases, perhaps none.
   *
   * @param numbers their numbers as the index has them
   * @param next where the walk goes on; empty behind the horizon
   */
  public record Stretch(List<String> numbers, Optional<Place> next) {
    public Stretch {
      numbers = List.copyOf(numbers);
    }
  }

  /** Where a walk begins: the day before, for what was due then may not have been fired yet. */
  public Place start(Instant now) {
    return new Place(today(now).minusDays(1), 0, Optional.empty());
  }

  /**
   * The cases that lie at a place: one query, half a read unit per started 4 KB. What lies there
   * and is no case (a draft or a reserved name that lapses) is passed over.
   *
   * @param most how many entries to look at
   */
  public Stretch at(Place place, Instant now, int most) {
    QueryResponse page =
        table.query(
            request -> {
              Map<String, AttributeValue> values = new HashMap<>();
              values.put(
                  ":bucket",
                  Attributes.text(Keys.dueBucket(Keys.DueList.DUE, place.day(), place.shard())));
              place.after().ifPresent(last -> values.put(":last", Attributes.text(last)));
              request
                  .indexName(Keys.BY_DUE)
                  .keyConditionExpression(
                      "dueBucket = :bucket"
                          + (place.after().isPresent() ? " AND dueSort > :last" : ""))
                  .expressionAttributeValues(values)
                  .limit(most);
            });
    List<String> sorts =
        page.items().stream()
            .filter(item -> Keys.isOfCase(Attributes.text(item, Keys.PK)))
            .map(item -> Attributes.text(item, Keys.DUE_SORT))
            .toList();
    Place next =
        page.lastEvaluatedKey().isEmpty()
            ? place.nextBucket()
            : new Place(
                place.day(),
                place.shard(),
                Optional.of(Attributes.text(page.lastEvaluatedKey(), Keys.DUE_SORT)));
    return new Stretch(
        sorts.stream().map(sort -> sort.substring(sort.indexOf('#') + 1)).toList(),
        next.day().isAfter(today(now).plusDays(horizon)) ? Optional.empty() : Optional.of(next));
  }

  private static LocalDate today(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
