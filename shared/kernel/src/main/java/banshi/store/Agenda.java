package banshi.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * What moves by itself, by due time, from the sparse index alone.
 *
 * <p>A walk reads the buckets of yesterday and today, and of earlier days only as long as they are
 * not known to be done: a day is done when a walk has come through it and left nothing there, and
 * nothing is ever put into a bucket of a day before the one it is written on. So a walk that finds
 * nothing costs the same however many cases exist: half a read unit for each bucket of two days,
 * and one for how far earlier walks have come.
 */
public final class Agenda {
  private static final int PAGE = 100;

  /**
   * How many days the very first walk looks back, over cases from before there was any: a quarter,
   * since whoever turns the reminder on late has had decisions to deliver since.
   */
  private static final int LOOK_BACK = 92;

  private static final Duration FIRST_POSTPONEMENT = Duration.ofMinutes(1);
  private static final Duration LONGEST_POSTPONEMENT = Duration.ofDays(1);
  private static final String STATE_PK = Keys.reminderPk(Keys.DueList.DUE.name());
  private static final String THROUGH = "through";
  private static final String FAILURES = "failures";

  private final TableClient table;

  /** Over this table. */
  public Agenda(TableClient table) {
    this.table = table;
  }

  /**
   * One thing that is due.
   *
   * @param pk whose it is: {@code APPLICATION#number}, {@code DRAFT#applicant}
   * @param sk which of its items
   * @param at since when
   * @param sort what the index says of it
   */
  public record Entry(String pk, String sk, Instant at, String sort) {
    /** What sort of thing it is: the first part of its key. */
    public String prefix() {
      return pk.substring(0, pk.indexOf('#'));
    }

    /** The rest of its key. */
    public String id() {
      return pk.substring(pk.indexOf('#') + 1);
    }
  }

  /** What came of visiting a page, the best first. */
  public enum Visit {
    /** Everything in it is dealt with. */
    DEALT_WITH,
    /** Some of it is left for the next walk; this one goes on. */
    LEFT,
    /** There is no time for the whole of it: the walk ends. */
    OUT_OF_TIME
  }

  /**
   * How far a walk came.
   *
   * @param complete whether everything that was due was visited, though some of it may be left
   * @param next the day (UTC) whose buckets the next walk reads first
   */
  public record Walk(boolean complete, LocalDate next) {}

  /**
   * Visits what was due before {@code now}, page by page, the oldest day first.
   *
   * @param visit visits a page
   */
  public Walk walk(Instant now, Function<List<Entry>, Visit> visit) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate done = today.minusDays(1);
    Optional<LocalDate> known = through();
    LocalDate first = known.orElseGet(() -> done.minusDays(LOOK_BACK));
    LocalDate next = done;
    for (LocalDate day = first.isBefore(done) ? first : done;
        !day.isAfter(today);
        day = day.plusDays(1)) {
      // Walks at the same time begin in different places, so that they seldom meet.
      List<String> buckets = new ArrayList<>(Keys.dueBuckets(Keys.DueList.DUE, day));
      Collections.shuffle(buckets);
      for (String bucket : buckets) {
        switch (walked(bucket, now, visit)) {
          case DEALT_WITH -> {}
          case LEFT -> next = day.isBefore(next) ? day : next;
          case OUT_OF_TIME -> {
            return new Walk(false, day.isBefore(next) ? day : next);
          }
        }
      }
    }
    if (known.filter(next::equals).isEmpty()) {
      record(next);
    }
    return new Walk(true, next);
  }

  private Visit walked(String bucket, Instant now, Function<List<Entry>, Visit> visit) {
    Visit worst = Visit.DEALT_WITH;
    Map<String, AttributeValue> from = Map.of();
    do {
      Map<String, AttributeValue> start = from;
      QueryResponse page =
          table.query(
              request -> {
                request
                    .indexName(Keys.BY_DUE)
                    .keyConditionExpression("dueBucket = :bucket AND dueSort < :now")
                    .expressionAttributeValues(
                        Map.of(
                            ":bucket", Attributes.text(bucket),
                            ":now", Attributes.text(Keys.dueSortBefore(now))))
                    .limit(PAGE);
                if (!start.isEmpty()) {
                  request.exclusiveStartKey(start);
                }
              });
      List<Entry> entries = page.items().stream().map(Agenda::entry).toList();
      if (!entries.isEmpty()) {
        worst = Collections.max(List.of(worst, visit.apply(entries)));
      }
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty() && worst != Visit.OUT_OF_TIME);
    return worst;
  }

  private static Entry entry(Map<String, AttributeValue> item) {
    String sort = Attributes.text(item, Keys.DUE_SORT);
    return new Entry(
        Attributes.text(item, Keys.PK), Attributes.text(item, Keys.SK), Keys.dueAt(sort), sort);
  }

  /**
   * Sets an entry aside that cannot be dealt with: it comes again after a minute, and each time
   * after twice as long, at most a day. Nothing else of the item is touched, and whoever writes it
   * properly brings it back to its own time.
   *
   * @return how often it has failed; empty when it has changed meanwhile
   */
  public Optional<Long> setAside(Entry entry, Instant now) {
    Optional<Map<String, AttributeValue>> counted =
        table.update(
            request ->
                request
                    .key(Attributes.key(entry.pk(), entry.sk()))
                    .updateExpression("ADD failures :one")
                    .conditionExpression("dueSort = :sort")
                    .expressionAttributeValues(
                        Map.of(
                            ":one", Attributes.number(1), ":sort", Attributes.text(entry.sort()))));
    return counted.flatMap(item -> postponed(entry, Attributes.number(item, FAILURES), now));
  }

  private Optional<Long> postponed(Entry entry, long failures, Instant now) {
    Duration wait = FIRST_POSTPONEMENT.multipliedBy(1L << Math.min(failures - 1, 20));
    Instant next = now.plus(wait.compareTo(LONGEST_POSTPONEMENT) < 0 ? wait : LONGEST_POSTPONEMENT);
    String id = entry.sort().substring(entry.sort().indexOf('#') + 1);
    return table
        .update(
            request ->
                request
                    .key(Attributes.key(entry.pk(), entry.sk()))
                    .updateExpression("SET dueBucket = :bucket, dueSort = :next")
                    .conditionExpression("dueSort = :sort")
                    .expressionAttributeValues(
                        Map.of(
                            ":bucket",
                            Attributes.text(Keys.dueBucket(Keys.DueList.DUE, next, now, id)),
                            ":next",
                            Attributes.text(Keys.dueSort(next, id)),
                            ":sort",
                            Attributes.text(entry.sort()))))
        .map(item -> failures);
  }

  private Optional<LocalDate> through() {
    return table
        .get(STATE_PK, Keys.STATE)
        .map(item -> LocalDate.parse(Attributes.text(item, THROUGH)));
  }

  /** A walk that ends later may know less; it then costs the next one a few empty buckets. */
  private void record(LocalDate next) {
    table.update(
        request ->
            request
                .key(Attributes.key(STATE_PK, Keys.STATE))
                .updateExpression("SET through = :next")
                .expressionAttributeValues(Map.of(":next", Attributes.text(next.toString()))));
  }
}
