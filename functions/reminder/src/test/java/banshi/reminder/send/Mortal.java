package banshi.reminder.send;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client whose process dies over one of its writes: before it is made, or after. */
record Mortal(int atWrite, boolean after, AtomicInteger writes)
    implements UnaryOperator<DynamoDbClient> {
  private static final Set<String> WRITES = Set.of("updateItem", "putItem", "transactWriteItems");

  /** The end of the process. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  static Mortal at(int write, boolean after) {
    return new Mortal(write, after, new AtomicInteger());
  }

  /** Whether it came to that write at all. */
  boolean died() {
    return writes.get() >= atWrite;
  }

  @Override
  public DynamoDbClient apply(DynamoDbClient client) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              boolean last =
                  WRITES.contains(method.getName()) && writes.incrementAndGet() == atWrite;
              if (last && !after) {
                throw new Died();
              }
              try {
                Object result = method.invoke(client, arguments);
                if (last) {
                  throw new Died();
                }
                return result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
