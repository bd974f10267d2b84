package banshi.http;

import io.quarkus.amazon.lambda.http.model.AwsProxyRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Business time is the event's: {@code requestContext.requestTimeEpoch}, so that a retried event
 * sees the same time and nothing depends on this machine's clock.
 */
@ApplicationScoped
public class EventTime {

  /**
   * The time of the request at hand.
   *
   * @throws IllegalStateException when the event has none, which no gateway does
   */
  @Produces
  @RequestScoped
  public InstantSource now(AwsProxyRequestContext event) {
    long millis = event.getRequestTimeEpoch();
    if (millis <= 0) {
      throw new IllegalStateException("the event has no requestTimeEpoch");
    }
    Instant instant = Instant.ofEpochMilli(millis);
    return () -> instant;
  }
}
