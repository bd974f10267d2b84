package banshi.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The plain client, bound to the table, with the cost of every request told to {@link Capacity}.
 */
public final class TableClient {
  private final DynamoDbClient client;
  private final String table;
  private final Capacity capacity;

  /**
   * @param client the SDK's client
   * @param table the table's name
   * @param capacity hears what requests cost
   */
  public TableClient(DynamoDbClient client, String table, Capacity capacity) {
    this.client = client;
    this.table = table;
    this.capacity = capacity;
  }

  /** Begins a transaction. */
  Transaction transaction() {
    return new Transaction(client, table, capacity);
  }

  /** Reads one item, strongly consistent. */
  Optional<Map<String, AttributeValue>> get(String pk, String sk) {
    GetItemResponse answer =
        client.getItem(
            request ->
                request
                    .tableName(table)
                    .key(Attributes.key(pk, sk))
                    .consistentRead(true)
                    .returnConsumedCapacity(capacity.asked()));
    tell(answer.consumedCapacity());
    return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
  }

  /** Writes one item that must not be there yet. */
  void putNew(Map<String, AttributeValue> item) {
    PutItemResponse answer =
        client.putItem(
            request ->
                request
                    .tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(" + Keys.PK + ")")
                    .returnConsumedCapacity(capacity.asked()));
    tell(answer.consumedCapacity());
  }

  /** Reads one page of a query. */
  QueryResponse query(Consumer<QueryRequest.Builder> terms) {
    QueryResponse answer =
        client.query(
            request -> {
              terms.accept(request);
              request.tableName(table).returnConsumedCapacity(capacity.asked());
            });
    tell(answer.consumedCapacity());
    return answer;
  }

  /**
   * Reads one page of a collection, strongly consistent.
   *
   * @param after the position that the page before ended at
   * @param limit how many at most
   * @param terms which items of the collection, and in which order
   */
  <T> Page<T> page(
      String pk,
      Optional<String> after,
      int limit,
      Consumer<QueryRequest.Builder> terms,
      Function<Map<String, AttributeValue>, T> decode) {
    return Page.of(
        query(
            request -> {
              terms.accept(request);
              request.consistentRead(true).limit(limit);
              after.ifPresent(position -> request.exclusiveStartKey(Attributes.key(pk, position)));
            }),
        decode);
  }

  /** Reads every page of a query whose result is bounded by its nature. */
  List<Map<String, AttributeValue>> queryAll(Consumer<QueryRequest.Builder> terms) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    eachPage(terms, items::addAll);
    return items;
  }

  /** Reads every page of a query, and keeps none. */
  void eachPage(
      Consumer<QueryRequest.Builder> terms, Consumer<List<Map<String, AttributeValue>>> reader) {
    Map<String, AttributeValue> from = Map.of();
    do {
      Map<String, AttributeValue> start = from;
      QueryResponse page =
          query(
              request -> {
                terms.accept(request);
                if (!start.isEmpty()) {
                  request.exclusiveStartKey(start);
                }
              });
      reader.accept(page.items());
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty());
  }

  /** Changes one item if its condition holds; gives the item as it is then, or nothing. */
  Optional<Map<String, AttributeValue>> update(Consumer<UpdateItemRequest.Builder> terms) {
    try {
      UpdateItemResponse answer =
          client.updateItem(
              request -> {
                terms.accept(request);
                request
                    .tableName(table)
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnConsumedCapacity(capacity.asked());
              });
      tell(answer.consumedCapacity());
      return Optional.of(answer.attributes());
    } catch (ConditionalCheckFailedException notNow) {
      return Optional.empty();
    }
  }

  /**
   * What became of a change.
   *
   * @param done whether its condition held
   * @param item as it is then, or as it stood in the way; empty when there was none
   */
  record Tried(boolean done, Map<String, AttributeValue> item) {}

  /** Changes one item if its condition holds; tells otherwise what stood in the way. */
  Tried tryUpdate(Consumer<UpdateItemRequest.Builder> terms) {
    try {
      UpdateItemResponse answer =
          client.updateItem(
              request -> {
                terms.accept(request);
                request
                    .tableName(table)
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .returnConsumedCapacity(capacity.asked());
              });
      tell(answer.consumedCapacity());
      return new Tried(true, answer.attributes());
    } catch (ConditionalCheckFailedException inTheWay) {
      return new Tried(false, inTheWay.hasItem() ? inTheWay.item() : Map.of());
    }
  }

  /** Removes one item, if it is there. */
  void delete(String pk, String sk) {
    DeleteItemResponse answer =
        client.deleteItem(
            request ->
                request
                    .tableName(table)
                    .key(Attributes.key(pk, sk))
                    .returnConsumedCapacity(capacity.asked()));
    tell(answer.consumedCapacity());
  }

  /** Removes one item if its condition holds; whether it did. */
  boolean deleteIf(String pk, String sk, String condition, Map<String, AttributeValue> values) {
    try {
      DeleteItemResponse answer =
          client.deleteItem(
              request ->
                  request
                      .tableName(table)
                      .key(Attributes.key(pk, sk))
                      .conditionExpression(condition)
                      .expressionAttributeValues(values)
                      .returnConsumedCapacity(capacity.asked()));
      tell(answer.consumedCapacity());
      return true;
    } catch (ConditionalCheckFailedException notNow) {
      return false;
    }
  }

  private void tell(ConsumedCapacity cost) {
    Optional.ofNullable(cost).map(List::of).ifPresent(capacity::consumed);
  }
}
