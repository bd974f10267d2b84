package banshi.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The table as a process sees it that is killed at a chosen moment: before a request reaches the
 * engine, or after the engine has done it and before the process hears of it. Nothing answers
 * afterwards.
 */
public final class DyingTable {
  private DyingTable() {}

  /** The process is gone. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed");
    }
  }

  /**
   * @param moment two to a request, before it and after it; from 0 on
   */
  public static TableClient at(Engine engine, int moment) {
    AtomicInteger passed = new AtomicInteger();
    DynamoDbClient dying =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                  // The consumer's form calls the request's form of itself, which is the one
                  // counted.
                  if (method.isDefault() && takesConsumer(method.getParameterTypes())) {
                    return java.lang.reflect.InvocationHandler.invokeDefault(
                        proxy, method, arguments);
                  }
                  if (passed.getAndIncrement() >= moment) {
                    throw new Killed();
                  }
                  try {
                    Object answer = method.invoke(engine.client, arguments);
                    if (passed.getAndIncrement() >= moment) {
                      throw new Killed();
                    }
                    return answer;
                  } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                  }
                });
    return new TableClient(dying, Engine.TABLE, cost -> {});
  }

  private static boolean takesConsumer(Class<?>[] parameters) {
    return parameters.length == 1
        && java.util.function.Consumer.class.isAssignableFrom(parameters[0]);
  }
}
