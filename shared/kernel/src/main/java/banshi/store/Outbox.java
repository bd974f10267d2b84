package banshi.store;

import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.identity.Phone;
import banshi.notices.Channel;
import banshi.notices.Delivery;
import banshi.notices.Recipient;
import banshi.store.Keys.DueList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What waits to be sent. A notice is written onto the agenda by the transaction that caused it. A
 * sender takes it by a condition on the notice itself, because the index lags: it moves two minutes
 * ahead on the agenda, so that it comes back by itself when the sender dies.
 */
public final class Outbox {
  /** How long a sender may hold a notice: longer than any run lasts. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  /** A notice that was taken this often without an end is broken. */
  static final int MOST_CLAIMS = 60;

  /** How far back the first look goes, in days. */
  static final int FIRST_LOOK = 31;

  /** How many days back every look goes, for what the index has not shown yet. */
  static final int LAG = 2;

  /** How often a notice was taken since it was put on the agenda. */
  static final String CLAIMS = "claims";

  static final String AS_SEEN = "dueBucket = :wasBucket AND dueSort = :wasSort";
  private static final String DAY = "day";

  private final TableClient table;
  private final NoticeCodec codec;

  /** Over this table. */
  public Outbox(TableClient table, FieldCipher cipher) {
    this.table = table;
    this.codec = new NoticeCodec(cipher);
  }

  /**
   * What waits.
   *
   * @param due what may be sent now, oldest first
   * @param more whether there is more than was asked for
   */
  public record Look(List<Waiting> due, boolean more) {
    public Look {
      due = List.copyOf(due);
    }
  }

  /** What came of trying to take a notice. */
  public sealed interface Claim {
    /** It is in this sender's hands. */
    record Taken(Letter letter) implements Claim {}

    /** Another sender has it, or it is done. */
    record Lost() implements Claim {}

    /** It was taken too often without an end, and is put aside. */
    record Buried() implements Claim {}
  }

  /**
   * What may be sent now. Reads the buckets of the days since the last look that found them empty,
   * and of two days more; of a first look, {@value #FIRST_LOOK} days. Half a read unit for each
   * bucket, and for each started 4 KB of what is due, however much else there is.
   *
   * @param most how many at most
   */
  public Look look(Instant now, int most) {
    LocalDate today = Keys.dueDay(now);
    Optional<LocalDate> stored = checkpoint();
    LocalDate settled = today.minusDays(LAG);
    LocalDate from =
        stored
            .map(day -> day.isBefore(settled) ? day : settled)
            .orElse(today.minusDays(FIRST_LOOK));
    List<Waiting> due = new ArrayList<>();
    LocalDate empty = from;
    for (LocalDate day = from; !day.isAfter(today) && due.size() <= most; day = day.plusDays(1)) {
      for (String bucket : Keys.dueBuckets(DueList.SEND, day)) {
        due.addAll(read(bucket, Optional.of(Keys.dueSortThrough(now)), most + 1));
      }
      if (due.isEmpty() && day.isBefore(settled)) {
        empty = day.plusDays(1);
      }
    }
    LocalDate reached = empty;
    if (!stored.equals(Optional.of(reached))) {
      remember(reached);
    }
    due.sort(Comparator.comparing(Waiting::sort));
    return new Look(due.subList(0, Math.min(most, due.size())), due.size() > most);
  }

  /** How many dead letters there are, counting no further than about {@code most}. */
  public int dead(int most) {
    int each = (most + Keys.DUE_SHARDS - 1) / Keys.DUE_SHARDS;
    return Keys.deadBuckets().stream()
        .mapToInt(bucket -> read(bucket, Optional.empty(), each).size())
        .sum();
  }

  private List<Waiting> read(String bucket, Optional<String> through, int most) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":bucket", Attributes.text(bucket));
    through.ifPresent(last -> values.put(":last", Attributes.text(last)));
    return table
        .query(
            request ->
                request
                    .indexName(Keys.BY_DUE)
                    .keyConditionExpression(
                        "dueBucket = :bucket"
                            + (through.isPresent() ? " AND dueSort <= :last" : ""))
                    .expressionAttributeValues(values)
                    .limit(most))
        .items()
        .stream()
        .map(Outbox::waiting)
        .toList();
  }

  static Waiting waiting(Map<String, AttributeValue> item) {
    return new Waiting(
        Attributes.text(item, Keys.PK),
        Attributes.text(item, Keys.SK),
        Attributes.text(item, Keys.DUE_BUCKET),
        Attributes.text(item, Keys.DUE_SORT));
  }

  private Optional<LocalDate> checkpoint() {
    return table
        .get(Keys.reminderPk(DueList.SEND.name()), Keys.STATE)
        .map(item -> LocalDate.parse(Attributes.text(item, DAY)));
  }

  private void remember(LocalDate day) {
    table.update(
        request ->
            request
                .key(Attributes.key(Keys.reminderPk(DueList.SEND.name()), Keys.STATE))
                .updateExpression("SET #day = :day")
                .expressionAttributeNames(Map.of("#day", DAY))
                .expressionAttributeValues(Map.of(":day", Attributes.text(day.toString()))));
  }

  /** Takes a notice, for {@link #LEASE}. */
  public Claim claim(Waiting seen, Instant now) {
    String id = Keys.dueId(seen.sort());
    Instant lease = now.plus(LEASE);
    Waiting leased =
        seen.moved(Keys.dueBucket(DueList.SEND, lease, now, id), Keys.dueSort(lease, id));
    Map<String, AttributeValue> values = new HashMap<>(move(seen, leased));
    values.put(":one", Attributes.number(1));
    Optional<Map<String, AttributeValue>> taken =
        table.update(
            request ->
                request
                    .key(Attributes.key(seen.pk(), seen.sk()))
                    .updateExpression("SET dueBucket = :bucket, dueSort = :sort ADD claims :one")
                    .conditionExpression(AS_SEEN)
                    .expressionAttributeValues(values));
    if (taken.isEmpty()) {
      return new Claim.Lost();
    }
    long claims = Attributes.number(taken.get(), CLAIMS);
    if (claims > MOST_CLAIMS) {
      bury(leased, now);
      return new Claim.Buried();
    }
    return new Claim.Taken(letter(leased, taken.get(), claims > 1));
  }

  /**
   * A notice and what was done to send it, without taking it: for looking only. Its place may be on
   * the agenda or not.
   *
   * @param sk as the records of its channels name it
   */
  public Optional<Letter> find(String pk, String sk) {
    return table
        .get(pk, sk)
        .map(
            item ->
                letter(
                    new Waiting(
                        pk,
                        sk,
                        Attributes.optionalText(item, Keys.DUE_BUCKET).orElse(""),
                        Attributes.optionalText(item, Keys.DUE_SORT).orElse("")),
                    item,
                    true));
  }

  private Letter letter(Waiting place, Map<String, AttributeValue> item, boolean takenBefore) {
    ApplicantKey owner = owner(place.pk());
    Map<Channel, Delivery> deliveries = new EnumMap<>(Channel.class);
    if (takenBefore) {
      Deliveries.of(table, place.pk(), Attributes.text(item, NoticeCodec.EVENT))
          .forEach(delivery -> deliveries.put(delivery.channel(), delivery));
    }
    return new Letter(
        place,
        codec.decode(new Recipient.Person(owner), item),
        owner,
        codec.contact(item),
        Attributes.number(item, Keys.EXPIRES_AT),
        deliveries);
  }

  static ApplicantKey owner(String inboxPk) {
    if (!inboxPk.startsWith(Keys.PERSON_PREFIX)) {
      throw new CorruptItemException("only what a person is told is sent");
    }
    return new ApplicantKey(inboxPk.substring(Keys.PERSON_PREFIX.length()));
  }

  /**
   * Keeps in a notice the telephone that its text message goes to, which is also where its receipt
   * is asked for. One write unit.
   *
   * @return the letter as it is then; empty when another sender has it
   */
  public Optional<Letter> calling(Letter letter, Phone phone) {
    Waiting place = letter.place();
    Letter called = letter.calling(phone);
    return table
        .update(
            request ->
                request
                    .key(Attributes.key(place.pk(), place.sk()))
                    .updateExpression("SET contact = :contact")
                    .conditionExpression(AS_SEEN)
                    .expressionAttributeValues(
                        Map.of(
                            ":contact", codec.sealed(called.contact(), place.pk(), place.sk()),
                            ":wasBucket", Attributes.text(place.bucket()),
                            ":wasSort", Attributes.text(place.sort()))))
        .map(done -> called);
  }

  /** Lets a notice come back at a later instant; false when another sender has it. */
  public boolean later(Letter letter, Instant at, Instant now) {
    String id = letter.notice().event();
    return moved(
        letter.place(),
        letter.place().moved(Keys.dueBucket(DueList.SEND, at, now, id), Keys.dueSort(at, id)));
  }

  /** Puts a notice aside: nothing reached its person. False when another sender has it. */
  public boolean bury(Letter letter, Instant now) {
    return bury(letter.place(), now);
  }

  private boolean bury(Waiting place, Instant now) {
    String id = Keys.dueId(place.sort());
    return moved(place, place.moved(Keys.deadBucket(id), Keys.dueSort(now, id)));
  }

  /** Takes a notice off the agenda: it is said, or there is nobody to say it to. */
  public boolean leave(Letter letter) {
    Waiting place = letter.place();
    return table
        .update(
            request ->
                request
                    .key(Attributes.key(place.pk(), place.sk()))
                    .updateExpression("REMOVE dueBucket, dueSort")
                    .conditionExpression(AS_SEEN)
                    .expressionAttributeValues(
                        Map.of(
                            ":wasBucket", Attributes.text(place.bucket()),
                            ":wasSort", Attributes.text(place.sort()))))
        .isPresent();
  }

  private boolean moved(Waiting from, Waiting to) {
    return table
        .update(
            request ->
                request
                    .key(Attributes.key(from.pk(), from.sk()))
                    .updateExpression("SET dueBucket = :bucket, dueSort = :sort")
                    .conditionExpression(AS_SEEN)
                    .expressionAttributeValues(move(from, to)))
        .isPresent();
  }

  private static Map<String, AttributeValue> move(Waiting from, Waiting to) {
    return Map.of(
        ":wasBucket", Attributes.text(from.bucket()),
        ":wasSort", Attributes.text(from.sort()),
        ":bucket", Attributes.text(to.bucket()),
        ":sort", Attributes.text(to.sort()));
  }
}
