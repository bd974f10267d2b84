package banshi.store;

import banshi.notices.Channel;
import banshi.notices.Delivery;
import banshi.store.DeliveryCodec.Write;
import banshi.store.Transaction.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The records of every attempt to send a notice: one for each event, channel and person. Before a
 * channel is called, its record says so; after it, what came of it. Each write holds only if what
 * was read is still so, and a consent that it spends or gives back is part of the same write.
 */
public final class Deliveries {
  private final TableClient table;

  /** Over this table. */
  public Deliveries(TableClient table) {
    this.table = table;
  }

  /** What came of beginning an attempt. */
  public sealed interface Begin {
    /** It is on record that it begins. */
    record Begun(Letter letter) implements Begin {}

    /** There is no consent left to spend. */
    record NoConsent() implements Begin {}

    /** Another sender was faster. */
    record Lost() implements Begin {}
  }

  /** What becomes of the consent that an attempt has spent. */
  public enum Stock {
    /** It stays as it is. */
    KEPT,
    /** It is given back: the message was surely not taken. */
    GIVEN_BACK,
    /** WeChat says that there is none: this message was not taken, and no other will be. */
    TAKEN_BACK,
    /** WeChat says that there is none left, for this message has used it. */
    EMPTIED
  }

  /** What was done for an event to tell one person, by whatever channels. */
  static List<Delivery> of(TableClient table, String pk, String event) {
    return table
        .queryAll(
            request ->
                request
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :event)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", Attributes.text(pk),
                            ":event", Attributes.text(Keys.channelsOf(event))))
                    .consistentRead(true))
        .stream()
        .map(DeliveryCodec::decode)
        .toList();
  }

  /** Puts on record that an attempt by a channel begins: one write unit for each started KB. */
  public Begin begin(Letter letter, Channel channel, Instant now) {
    Delivery next = next(letter, channel, now, Optional.empty());
    return write(letter, next).<Begin>map(Begin.Begun::new).orElseGet(Begin.Lost::new);
  }

  /**
   * The same, spending a consent to a message of a template in the same write. A delivery that has
   * spent one already spends no other.
   */
  public Begin beginSpending(Letter letter, String template, Instant now) {
    if (letter.by(Channel.WECHAT).flatMap(Delivery::spent).isPresent()) {
      return begin(letter, Channel.WECHAT, now);
    }
    Delivery next = next(letter, Channel.WECHAT, now, Optional.of(template));
    Map<Role, Map<String, AttributeValue>> failed =
        together(
            letter,
            next,
            template,
            "SET available = available - :one, spent = spent + :one",
            "available >= :one",
            Map.of(":one", Attributes.number(1)));
    if (failed.isEmpty()) {
      return new Begin.Begun(letter.with(next));
    }
    return failed.containsKey(Role.CHANNEL) ? new Begin.Lost() : new Begin.NoConsent();
  }

  private static Delivery next(
      Letter letter, Channel channel, Instant now, Optional<String> template) {
    return letter
        .by(channel)
        .map(delivery -> delivery.again(now, template))
        .orElseGet(() -> Delivery.first(channel, now, template));
  }

  /**
   * Puts on record how a delivery stands, and in the same write what becomes of its consent.
   *
   * @return the letter as it is then; empty when another sender wrote meanwhile
   */
  public Optional<Letter> record(Letter letter, Delivery after, Stock stock) {
    Optional<String> template = after.spent();
    if (template.isEmpty()) {
      return write(letter, after);
    }
    Delivery unspent = after.unspent();
    return switch (stock) {
      case KEPT -> write(letter, after);
      case GIVEN_BACK ->
          record(
              letter,
              unspent,
              template.get(),
              "SET available = available + :one, spent = spent - :one",
              Map.of(":one", Attributes.number(1)));
      case TAKEN_BACK ->
          record(
              letter,
              unspent,
              template.get(),
              "SET available = :none, spent = spent - :one",
              Map.of(":none", Attributes.number(0), ":one", Attributes.number(1)));
      case EMPTIED ->
          record(
              letter,
              after,
              template.get(),
              "SET available = :none",
              Map.of(":none", Attributes.number(0), ":one", Attributes.number(1)));
    };
  }

  private Optional<Letter> record(
      Letter letter,
      Delivery after,
      String template,
      String change,
      Map<String, AttributeValue> values) {
    Map<Role, Map<String, AttributeValue>> failed =
        together(letter, after, template, change, "spent >= :one", values);
    if (failed.containsKey(Role.CHANNEL)) {
      return Optional.empty();
    }
    // Another WeChat account has begun the stock anew: there is nothing of this one's left in it.
    return failed.isEmpty() ? Optional.of(letter.with(after)) : write(letter, after);
  }

  private Optional<Letter> write(Letter letter, Delivery after) {
    Write write = write(letter, after, after.channel());
    return table
        .update(
            request ->
                request
                    .key(recordKey(letter, after.channel()))
                    .updateExpression(write.change())
                    .conditionExpression(write.condition())
                    .expressionAttributeValues(write.values()))
        .map(done -> letter.with(after));
  }

  private Map<Role, Map<String, AttributeValue>> together(
      Letter letter,
      Delivery after,
      String template,
      String change,
      String condition,
      Map<String, AttributeValue> values) {
    Write write = write(letter, after, after.channel());
    return table
        .transaction()
        .updateIf(
            Role.CHANNEL,
            recordKey(letter, after.channel()),
            write.change(),
            write.condition(),
            write.values())
        .updateIf(
            Role.CONSENT,
            Attributes.key(Keys.consentPk(letter.owner()), Keys.consentSk(template)),
            change,
            condition,
            values)
        .commit();
  }

  private static Write write(Letter letter, Delivery after, Channel channel) {
    return DeliveryCodec.write(letter.place().sk(), letter.expiresAt(), letter.by(channel), after);
  }

  private static Map<String, AttributeValue> recordKey(Letter letter, Channel channel) {
    return Attributes.key(letter.place().pk(), Keys.channelSk(letter.notice().event(), channel));
  }
}
