package banshi.reminder.fire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What lies between a job and the engine. */
@FunctionalInterface
interface Wire extends UnaryOperator<DynamoDbClient> {
  /**
   * Carries a request, or does not.
   *
   * @param operation as the client names it, such as {@code transactWriteItems}
   * @return the engine's answer
   */
  Object carry(String operation, Callable<Object> request) throws Exception;

  @Override
  default DynamoDbClient apply(DynamoDbClient client) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              try {
                return carry(method.getName(), () -> method.invoke(client, arguments));
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
