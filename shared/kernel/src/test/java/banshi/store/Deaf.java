package banshi.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client that cannot reach the table for one kind of request. */
public final class Deaf {
  private Deaf() {}

  /** Fails whatever is asked for by that name. */
  public static DynamoDbClient to(String operation, DynamoDbClient client) {
    return (DynamoDbClient)
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
              if (method.getName().equals(operation)) {
                throw SdkClientException.create("unreachable");
              }
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
