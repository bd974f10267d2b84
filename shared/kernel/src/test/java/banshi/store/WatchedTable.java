package banshi.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** The table with somebody who sees every transaction before the engine does. */
public final class WatchedTable {
  private WatchedTable() {}

  /**
   * @param watcher may throw what the engine would
   */
  public static TableClient of(Engine engine, Consumer<TransactWriteItemsRequest> watcher) {
    return engine.through(
        client ->
            (DynamoDbClient)
                Proxy.newProxyInstance(
                    DynamoDbClient.class.getClassLoader(),
                    new Class<?>[] {DynamoDbClient.class},
                    (proxy, method, arguments) -> {
                      // The consumer's form calls the request's form of itself.
                      if (method.isDefault()
                          && method.getParameterCount() == 1
                          && Consumer.class.isAssignableFrom(method.getParameterTypes()[0])) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                      }
                      if (arguments != null
                          && arguments.length == 1
                          && arguments[0] instanceof TransactWriteItemsRequest request) {
                        watcher.accept(request);
                      }
                      try {
                        return method.invoke(client, arguments);
                      } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                      }
                    }));
  }
}
