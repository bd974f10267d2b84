package banshi.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The answers that are published (知识库), and what has changed of them lately.
 *
 * <p>Whoever searches holds all of them in memory: it reads the whole once, at half a read unit for
 * every started 4 KB, and from then on only the changes, which cost half a unit while there are
 * none. A change is an item of its own, written together with what it changes and kept for {@value
 * #KEPT_DAYS} days.
 */
public final class PublishedAnswers {
  /** For how long changes can be read, in days: who looked longer ago reads the whole again. */
  public static final int KEPT_DAYS = 1;

  private static final Duration KEPT = Duration.ofDays(KEPT_DAYS);
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String TEXT = "text";
  private static final String MATTER = "matterCode";
  private static final String DEPARTMENT = "department";
  private static final String AT = "at";

  private final TableClient table;

  /** Over this table. */
  public PublishedAnswers(TableClient table) {
    this.table = table;
  }

  /**
   * What became of an answer.
   *
   * @param at what tells it from other changes of the same answer
   * @param now as it is published now; empty when it was taken down
   */
  public record Change(String id, String at, Optional<Published> now) {}

  /** Every answer, by id; eventually consistent. */
  public List<Published> all() {
    return table
        .queryAll(
            request ->
                request
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(
                        Map.of(":pk", Attributes.text(Keys.PUBLISHED_ANSWERS))))
        .stream()
        .map(item -> decode(Attributes.text(item, Keys.SK), item))
        .toList();
  }

  /** What has changed since an instant, oldest first; eventually consistent. */
  public List<Change> since(Instant from) {
    return table
        .queryAll(
            request ->
                request
                    .keyConditionExpression("pk = :pk AND sk >= :from")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", Attributes.text(Keys.PUBLISHED_CHANGES),
                            ":from", Attributes.text(Keys.changedFrom(from)))))
        .stream()
        .map(PublishedAnswers::change)
        .toList();
  }

  /** One answer; empty when it is not published, or no longer. One read. */
  public Optional<Published> find(String id) {
    return table.get(Keys.PUBLISHED_ANSWERS, id).map(item -> decode(id, item));
  }

  /** Publishes an answer, over what was published before, with the write that decides it. */
  public Companion publishing(Published answer) {
    return new Companion(
        transaction -> {
          Map<String, AttributeValue> item =
              new HashMap<>(Attributes.key(Keys.PUBLISHED_ANSWERS, answer.id()));
          item.putAll(encode(answer));
          transaction.put(Transaction.Role.PUBLISHED, item);
          Map<String, AttributeValue> change = changed(answer.id(), answer.at());
          change.putAll(encode(answer));
          transaction.put(Transaction.Role.PUBLISHED_CHANGE, change);
        });
  }

  /** Takes an answer down, with the write that decides it. */
  public Companion takingDown(String id, Instant at) {
    return new Companion(
        transaction -> {
          transaction.delete(Transaction.Role.PUBLISHED, Keys.PUBLISHED_ANSWERS, id);
          transaction.put(Transaction.Role.PUBLISHED_CHANGE, changed(id, at));
        });
  }

  private static Map<String, AttributeValue> changed(String id, Instant at) {
    Map<String, AttributeValue> change =
        new HashMap<>(Attributes.key(Keys.PUBLISHED_CHANGES, Keys.changeSk(at, id)));
    change.put(ID, Attributes.text(id));
    change.put(Keys.EXPIRES_AT, Attributes.number(at.plus(KEPT).getEpochSecond()));
    return change;
  }

  private static Map<String, AttributeValue> encode(Published answer) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(TITLE, Attributes.text(answer.title()));
    item.put(TEXT, Attributes.text(answer.text()));
    answer.matterCode().ifPresent(code -> item.put(MATTER, Attributes.text(code)));
    item.put(DEPARTMENT, Attributes.text(answer.department()));
    item.put(AT, Attributes.text(answer.at().toString()));
    return item;
  }

  private static Change change(Map<String, AttributeValue> item) {
    String id = Attributes.text(item, ID);
    return new Change(
        id,
        Attributes.text(item, Keys.SK),
        item.containsKey(TITLE) ? Optional.of(decode(id, item)) : Optional.empty());
  }

  private static Published decode(String id, Map<String, AttributeValue> item) {
    return new Published(
        id,
        Attributes.text(item, TITLE),
        Attributes.text(item, TEXT),
        Attributes.optionalText(item, MATTER),
        Attributes.text(item, DEPARTMENT),
        Instant.parse(Attributes.text(item, AT)));
  }
}
