package banshi.store;

import banshi.crypto.FieldCipher;
import banshi.notices.Delivery;
import banshi.notices.NoticeName;
import banshi.store.Keys.DueList;
import banshi.store.Transaction.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The notices that could not be sent. A page asks every shard for as many as it holds, from the
 * index, and then reads each notice and its records: its cost depends on the page alone.
 */
public final class DeadLetters {
  private static final String BETWEEN = "/";

  private final TableClient table;
  private final Idempotency idempotency;

  /** Over this table. */
  public DeadLetters(TableClient table, FieldCipher cipher) {
    this.table = table;
    this.idempotency = new Idempotency(table, cipher, Area.NOTICE);
  }

  /**
   * A page of dead letters, those given up first before the others.
   *
   * @param after the position the page before ended at
   * @param limit how many at most
   */
  public Page<DeadLetter> of(Optional<String> after, int limit) {
    List<Waiting> found = new ArrayList<>();
    for (String bucket : Keys.deadBuckets()) {
      found.addAll(shard(bucket, after, limit + 1));
    }
    found.sort(Comparator.comparing(DeadLetters::position));
    List<Waiting> page = found.stream().limit(limit).toList();
    return new Page<>(
        page.stream().flatMap(place -> read(place.pk(), place.sk()).stream()).toList(),
        found.size() > limit ? Optional.of(position(page.getLast())) : Optional.empty());
  }

  /** Two people may be told of the same event in the same second, so the inbox is part of it. */
  private static String position(Waiting place) {
    return place.sort() + BETWEEN + place.pk();
  }

  private List<Waiting> shard(String bucket, Optional<String> after, int wanted) {
    List<Waiting> found = new ArrayList<>();
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":bucket", Attributes.text(bucket));
    after.ifPresent(
        position ->
            values.put(
                ":from", Attributes.text(position.substring(0, position.lastIndexOf(BETWEEN)))));
    Map<String, AttributeValue> from = Map.of();
    do {
      Map<String, AttributeValue> start = from;
      QueryResponse answer =
          table.query(
              request -> {
                request
                    .indexName(Keys.BY_DUE)
                    .keyConditionExpression(
                        "dueBucket = :bucket" + (after.isPresent() ? " AND dueSort >= :from" : ""))
                    .expressionAttributeValues(values)
                    .limit(wanted);
                if (!start.isEmpty()) {
                  request.exclusiveStartKey(start);
                }
              });
      answer.items().stream()
          .map(Outbox::waiting)
          .filter(place -> after.filter(last -> position(place).compareTo(last) <= 0).isEmpty())
          .forEach(found::add);
      from = answer.lastEvaluatedKey();
    } while (found.size() < wanted && !from.isEmpty());
    return found;
  }

  /** One dead letter by its {@link DeadLetter#place()}; empty when there is none there any more. */
  public Optional<DeadLetter> find(String place) {
    int between = place.indexOf(BETWEEN);
    return between < 0
        ? Optional.empty()
        : read(
            Keys.PERSON_PREFIX + place.substring(0, between),
            Keys.NOTICE_PREFIX + place.substring(between + 1));
  }

  private Optional<DeadLetter> read(String pk, String sk) {
    return table
        .get(pk, sk)
        .filter(
            item ->
                Attributes.optionalText(item, Keys.DUE_BUCKET)
                    .filter(bucket -> bucket.startsWith(Keys.DEAD_PREFIX))
                    .isPresent())
        .map(this::decode);
  }

  private DeadLetter decode(Map<String, AttributeValue> item) {
    String pk = Attributes.text(item, Keys.PK);
    String event = Attributes.text(item, NoticeCodec.EVENT);
    return new DeadLetter(
        pk.substring(Keys.PERSON_PREFIX.length())
            + BETWEEN
            + Attributes.text(item, Keys.SK).substring(Keys.NOTICE_PREFIX.length()),
        NoticeName.valueOf(Attributes.text(item, NoticeCodec.NAME)),
        event,
        Attributes.optionalText(item, NoticeCodec.ABOUT),
        Instant.parse(Attributes.text(item, NoticeCodec.AT)),
        Keys.dueAt(Attributes.text(item, Keys.DUE_SORT)),
        Deliveries.of(table, pk, event));
  }

  /**
   * Puts a dead letter back to be sent, its attempts counted anew, with the answer to whoever asked
   * for it; if it is still as it was read.
   */
  public Commit replay(DeadLetter dead, WriteTerms terms, StoredAnswer answer, Instant now) {
    int between = dead.place().indexOf(BETWEEN);
    String pk = Keys.PERSON_PREFIX + dead.place().substring(0, between);
    String sk = Keys.NOTICE_PREFIX + dead.place().substring(between + 1);
    Transaction transaction = table.transaction();
    transaction.updateIf(
        Role.NOTICE,
        Attributes.key(pk, sk),
        // What was taken before is looked up again, so the count begins at one.
        "SET dueBucket = :bucket, dueSort = :sort, claims = :one",
        Outbox.AS_SEEN,
        Map.of(
            ":wasBucket", Attributes.text(Keys.deadBucket(dead.event())),
            ":wasSort", Attributes.text(Keys.dueSort(dead.since(), dead.event())),
            ":bucket", Attributes.text(Keys.dueBucket(DueList.SEND, now, now, dead.event())),
            ":sort", Attributes.text(Keys.dueSort(now, dead.event())),
            ":one", Attributes.number(1)));
    long expiresAt = dead.at().plus(NoticeCodec.KEPT).getEpochSecond();
    for (Delivery delivery : dead.deliveries()) {
      DeliveryCodec.Write write =
          DeliveryCodec.write(sk, expiresAt, Optional.of(delivery), delivery.anew());
      transaction.updateIf(
          Role.CHANNEL,
          Attributes.key(pk, Keys.channelSk(dead.event(), delivery.channel())),
          write.change(),
          write.condition(),
          write.values());
    }
    idempotency.remember(transaction, terms, answer, now);
    return idempotency.outcome(transaction.commit(), terms, new Commit.Moved());
  }

  /** What is known of a write that was refused now: perhaps it was done before. */
  public Optional<Commit> recall(WriteTerms terms, Instant now) {
    return idempotency.recall(terms, now);
  }
}
