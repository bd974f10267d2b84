package banshi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Counts what a piece of work costs. Reads are what the engine reports. Writes are counted here, by
 * the rule of a transaction: two units for each started KB of each item. The local engine adds up
 * the different ones among an items' costs only: of twenty items of one KB it reports two units.
 */
public final class Bill {
  private static final int KB = 1024;

  private final Engine engine;
  private final List<TransactWriteItemsRequest> transactions = new ArrayList<>();

  /** Over this engine, where what is done through {@link #table} is counted. */
  public Bill(Engine engine) {
    this.engine = engine;
  }

  /**
   * What something costs, in capacity units.
   *
   * @param items how many items it writes, in its one transaction
   */
  public record Cost(double reads, int writes, int items) {}

  /** The table whose transactions are counted. */
  public TableClient table() {
    return WatchedTable.of(engine, transactions::add);
  }

  /** What reads cost that write nothing. */
  public double ofReading(Runnable work) {
    Cost cost = of(work);
    assertThat(cost.items()).isZero();
    return cost.reads();
  }

  /** What work costs that writes once at most. */
  public Cost of(Runnable work) {
    transactions.clear();
    List<ConsumedCapacity> reported = engine.costs(work);
    assertThat(transactions).hasSizeLessThanOrEqualTo(1);
    List<TransactWriteItem> items =
        transactions.stream().flatMap(each -> each.transactItems().stream()).toList();
    // The write comes last.
    double reads =
        reported.stream()
            .limit(reported.size() - transactions.size())
            .mapToDouble(ConsumedCapacity::capacityUnits)
            .sum();
    return new Cost(reads, items.stream().mapToInt(this::units).sum(), items.size());
  }

  /** What work writes, in as many transactions as it likes, in capacity units. */
  public int writesOf(Runnable work) {
    transactions.clear();
    work.run();
    return transactions.stream()
        .flatMap(each -> each.transactItems().stream())
        .mapToInt(this::units)
        .sum();
  }

  private int units(TransactWriteItem item) {
    Map<String, AttributeValue> written =
        item.put() != null ? item.put().item() : stored(item.update().key());
    return 2 * Math.ceilDiv(size(written), KB);
  }

  private Map<String, AttributeValue> stored(Map<String, AttributeValue> key) {
    return engine.item(key.get("pk").s(), key.get("sk").s());
  }

  private static int size(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(each -> bytes(each.getKey()) + size(each.getValue()))
        .sum();
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> value.n().length() / 2 + 2;
      case B -> value.b().asByteArrayUnsafe().length;
      case SS -> value.ss().stream().mapToInt(Bill::bytes).sum();
      case M -> 3 + value.m().size() + size(value.m());
      case L -> 3 + value.l().stream().mapToInt(each -> 1 + size(each)).sum();
      case BOOL, NUL -> 1;
      case NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("nothing here has a " + value.type());
    };
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Costs by what they are of, in order. */
  public static List<String> listed(Map<String, ?> costs) {
    return costs.entrySet().stream()
        .flatMap(each -> Stream.of(each.getKey() + ": " + each.getValue()))
        .toList();
  }
}
