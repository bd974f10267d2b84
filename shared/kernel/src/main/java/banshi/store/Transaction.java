package banshi.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One all-or-nothing write. Each item has a role, so that a write that was turned down says which
 * of its conditions failed and what stood in the way, without another read.
 *
 * <p>Costs two write units per started KB of each item. While another transaction holds one of the
 * items it is tried again, {@value #TRIES} times within about three seconds.
 */
final class Transaction {
  /** What an item is to the write. */
  enum Role {
    HEAD,
    OTHER_HEAD,
    MEMBER,
    DETAILS,
    TASK,
    EVENT,
    TRACKING,
    IDEMPOTENCY,
    DRAFT,
    SAID,
    THREAD,
    SPEAKER,
    NOTICE,
    CONSENT,
    CHANNEL,
    NAME,
    ALIKE,
    RESERVATION,
    REPRESENTATIVE,
    LICENCE,
    PUBLISHED,
    PUBLISHED_CHANGE,
    AUDIT,
    LISTED,
    RUNNING,
    /** Added to, never checked; held by whoever writes a case that is counted alike. */
    FIGURES
  }

  private static final int TRIES = 12;
  private static final Set<String> PASSING =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbClient client;
  private final String table;
  private final Capacity capacity;
  private final List<TransactWriteItem> items = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final Map<Map<String, AttributeValue>, Map<String, Long>> sums = new LinkedHashMap<>();

  Transaction(DynamoDbClient client, String table, Capacity capacity) {
    this.client = client;
    this.table = table;
    this.capacity = capacity;
  }

  /** Writes an item whatever was there. */
  Transaction put(Role role, Map<String, AttributeValue> item) {
    return add(role, Put.builder().tableName(table).item(item).build());
  }

  /** Writes an item that must not be there yet. */
  Transaction putNew(Role role, Map<String, AttributeValue> item) {
    return putIf(role, item, "attribute_not_exists(" + Keys.PK + ")", Map.of());
  }

  /** Writes an item if a condition on what was there holds. */
  Transaction putIf(
      Role role,
      Map<String, AttributeValue> item,
      String condition,
      Map<String, AttributeValue> values) {
    Put.Builder put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression(condition)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!values.isEmpty()) {
      put.expressionAttributeValues(values);
    }
    return add(role, put.build());
  }

  /**
   * Changes some attributes of an item if a condition on what was there holds, and leaves the
   * others as they are.
   */
  Transaction updateIf(
      Role role,
      Map<String, AttributeValue> key,
      String change,
      String condition,
      Map<String, AttributeValue> values) {
    roles.add(role);
    items.add(
        TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName(table)
                    .key(key)
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build())
            .build());
    return this;
  }

  /** Changes some attributes of an item, whatever was there. */
  Transaction update(
      Role role,
      Map<String, AttributeValue> key,
      String change,
      Map<String, AttributeValue> values) {
    roles.add(role);
    items.add(
        TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName(table)
                    .key(key)
                    .updateExpression(change)
                    .expressionAttributeValues(values)
                    .build())
            .build());
    return this;
  }

  /** Adds to numbers of an item, which begin at zero. */
  Transaction add(Map<String, AttributeValue> key, Map<String, Long> numbers) {
    Map<String, Long> sum = sums.computeIfAbsent(key, first -> new HashMap<>());
    numbers.forEach((name, number) -> sum.merge(name, number, Math::addExact));
    return this;
  }

  /** A write may name an item once, however many of its cases are counted in it. */
  private void addUp() {
    sums.forEach(this::added);
    sums.clear();
  }

  private void added(Map<String, AttributeValue> key, Map<String, Long> numbers) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> terms = new ArrayList<>();
    numbers.forEach(
        (name, number) -> {
          int n = terms.size();
          names.put("#n" + n, name);
          values.put(":n" + n, Attributes.number(number));
          terms.add("#n" + n + " :n" + n);
        });
    roles.add(Role.FIGURES);
    items.add(
        TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName(table)
                    .key(key)
                    .updateExpression("ADD " + String.join(", ", terms))
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values)
                    .build())
            .build());
  }

  /** Removes an item, if it is there. */
  Transaction delete(Role role, String pk, String sk) {
    roles.add(role);
    items.add(
        TransactWriteItem.builder()
            .delete(Delete.builder().tableName(table).key(Attributes.key(pk, sk)).build())
            .build());
    return this;
  }

  /** Removes an item if a condition on what was there holds. */
  Transaction deleteIf(
      Role role,
      Map<String, AttributeValue> key,
      String condition,
      Map<String, AttributeValue> values) {
    roles.add(role);
    items.add(
        TransactWriteItem.builder()
            .delete(
                Delete.builder()
                    .tableName(table)
                    .key(key)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build())
            .build());
    return this;
  }

  private Transaction add(Role role, Put put) {
    roles.add(role);
    items.add(TransactWriteItem.builder().put(put).build());
    return this;
  }

  /**
   * Writes everything, or nothing.
   *
   * @return the roles whose condition failed, each with the item that stood in the way (empty when
   *     there was none); empty when everything was written
   * @throws ContendedException when other writes held the items for too long
   */
  Map<Role, Map<String, AttributeValue>> commit() {
    return commit(true);
  }

  /**
   * The same, tried once: for work that whoever holds the items is probably doing already. Figures
   * are waited for: whoever holds those is writing another case.
   *
   * @throws ContendedException when another write holds one of the other items
   */
  Map<Role, Map<String, AttributeValue>> commitUnlessHeld() {
    return commit(false);
  }

  private Map<Role, Map<String, AttributeValue>> commit(boolean waits) {
    addUp();
    String token = UUID.randomUUID().toString();
    for (int attempt = 1; ; attempt++) {
      try {
        TransactWriteItemsResponse done =
            client.transactWriteItems(
                request ->
                    request
                        .transactItems(items)
                        .clientRequestToken(token)
                        .returnConsumedCapacity(capacity.asked()));
        if (done.hasConsumedCapacity()) {
          capacity.consumed(done.consumedCapacity());
        }
        return Map.of();
      } catch (TransactionCanceledException cancelled) {
        Map<Role, Map<String, AttributeValue>> failed = failed(cancelled.cancellationReasons());
        if (!failed.isEmpty()) {
          return failed;
        }
        if (cancelled.cancellationReasons().stream().noneMatch(r -> PASSING.contains(r.code()))) {
          throw cancelled;
        }
        if (attempt == TRIES || !waits && !onlyFiguresAreHeld(cancelled.cancellationReasons())) {
          throw new ContendedException(cancelled);
        }
        Backoff.pause(attempt);
      }
    }
  }

  private boolean onlyFiguresAreHeld(List<CancellationReason> reasons) {
    return IntStream.range(0, reasons.size())
        .filter(i -> PASSING.contains(reasons.get(i).code()))
        .allMatch(i -> roles.get(i) == Role.FIGURES);
  }

  private Map<Role, Map<String, AttributeValue>> failed(List<CancellationReason> reasons) {
    Map<Role, Map<String, AttributeValue>> failed = new EnumMap<>(Role.class);
    for (int i = 0; i < reasons.size(); i++) {
      if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
        failed.put(roles.get(i), reasons.get(i).hasItem() ? reasons.get(i).item() : Map.of());
      }
    }
    return failed;
  }
}
