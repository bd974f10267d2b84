package banshi.store;

import banshi.cases.CaseNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Looking at a case of any kind with the receipt's code instead of a token. The code is kept only
 * as a hash. Five wrong codes lock the number for 15 minutes.
 *
 * <p>Every try first takes a ticket by a conditional write, so that no number of parallel guesses
 * gets more than five comparisons; a right code gives its ticket and all before it back. A try
 * costs one write unit, a right one two.
 */
public final class Tracking {
  static final int WRONG_ALLOWED = 5;
  static final Duration LOCK = Duration.ofMinutes(15);

  private static final String CODE_HASH = "codeHash";
  private static final String TRIES = "tries";
  private static final String LAST_TRY = "lastTry";

  private final TableClient table;

  /** Over this table. */
  public Tracking(TableClient table) {
    this.table = table;
  }

  /** What a try came to. */
  public enum Try {
    /** The code is the receipt's. */
    RIGHT,
    /** It is not, or there is no such case. */
    WRONG,
    /** Too many wrong codes; no code is looked at until the lock runs out. */
    LOCKED
  }

  static Map<String, AttributeValue> item(CaseNumber number, String codeHash) {
    Map<String, AttributeValue> item =
        new HashMap<>(Attributes.key(Keys.trackingPk(number), Keys.TRACKING));
    item.put(CODE_HASH, Attributes.text(codeHash));
    item.put(TRIES, Attributes.number(0));
    return item;
  }

  /** Tries a code, given as its hash. */
  public Try attempt(CaseNumber number, String codeHash, Instant now) {
    Map<String, AttributeValue> key = Attributes.key(Keys.trackingPk(number), Keys.TRACKING);
    Optional<Map<String, AttributeValue>> ticket = ticket(key, now);
    if (ticket.isEmpty()) {
      return table.get(Keys.trackingPk(number), Keys.TRACKING).isPresent() ? Try.LOCKED : Try.WRONG;
    }
    boolean right =
        MessageDigest.isEqual(
            Attributes.text(ticket.get(), CODE_HASH).getBytes(StandardCharsets.UTF_8),
            codeHash.getBytes(StandardCharsets.UTF_8));
    if (right) {
      table.update(
          request ->
              request
                  .key(key)
                  .updateExpression("SET tries = :none")
                  .expressionAttributeValues(Map.of(":none", Attributes.number(0))));
    }
    return right ? Try.RIGHT : Try.WRONG;
  }

  private Optional<Map<String, AttributeValue>> ticket(
      Map<String, AttributeValue> key, Instant now) {
    AttributeValue at = Attributes.number(now.getEpochSecond());
    Optional<Map<String, AttributeValue>> oneMore =
        table.update(
            request ->
                request
                    .key(key)
                    .updateExpression("SET tries = tries + :one, lastTry = :now")
                    .conditionExpression("tries < :allowed")
                    .expressionAttributeValues(
                        Map.of(
                            ":one",
                            Attributes.number(1),
                            ":now",
                            at,
                            ":allowed",
                            Attributes.number(WRONG_ALLOWED))));
    return oneMore.isPresent() ? oneMore : afterLock(key, now, at);
  }

  private Optional<Map<String, AttributeValue>> afterLock(
      Map<String, AttributeValue> key, Instant now, AttributeValue at) {
    return table.update(
        request ->
            request
                .key(key)
                .updateExpression("SET tries = :one, lastTry = :now")
                .conditionExpression("tries >= :allowed AND lastTry <= :over")
                .expressionAttributeValues(
                    Map.of(
                        ":one",
                        Attributes.number(1),
                        ":now",
                        at,
                        ":allowed",
                        Attributes.number(WRONG_ALLOWED),
                        ":over",
                        Attributes.number(now.minus(LOCK).getEpochSecond()))));
  }

  /** How long the lock of a number still holds at this instant; empty when it is not locked. */
  public Optional<Duration> lockedFor(CaseNumber number, Instant now) {
    return table
        .get(Keys.trackingPk(number), Keys.TRACKING)
        .filter(item -> Attributes.number(item, TRIES) >= WRONG_ALLOWED)
        .map(item -> Instant.ofEpochSecond(Attributes.number(item, LAST_TRY)).plus(LOCK))
        .filter(until -> until.isAfter(now))
        .map(until -> Duration.between(now, until));
  }
}
