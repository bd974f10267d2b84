package banshi.store;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Hears what every request to the table costs, in capacity units. */
public interface Capacity {
  /** Hears nothing, and asks the engine for nothing. */
  Capacity UNHEARD =
      new Capacity() {
        @Override
        public ReturnConsumedCapacity asked() {
          return ReturnConsumedCapacity.NONE;
        }

        @Override
        public void consumed(List<ConsumedCapacity> cost) {}
      };

  /** What to ask the engine for. */
  default ReturnConsumedCapacity asked() {
    return ReturnConsumedCapacity.INDEXES;
  }

  /** Takes note of one request's cost. */
  void consumed(List<ConsumedCapacity> cost);
}
