package banshi.http.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.amazon.lambda.http.LambdaHttpHandler;
import io.quarkus.amazon.lambda.http.model.AwsProxyRequest;
import io.quarkus.amazon.lambda.http.model.AwsProxyResponse;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Sends raw gateway events (REST API, payload 1.0) to the function under test. */
public final class Gateway {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads events as the function itself does. */
  private static final ObjectMapper LAMBDA = Arc.container().instance(ObjectMapper.class).get();

  private final ObjectNode event;

  private Gateway(ObjectNode event) {
    this.event = event;
  }

  /** An event as it was kept in a file, below {@code /events/}. */
  public static Gateway event(String file) {
    try (InputStream kept = Gateway.class.getResourceAsStream("/events/" + file)) {
      return new Gateway((ObjectNode) JSON.readTree(kept));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An event of any method and path, with query if there is one. */
  public static Gateway request(String method, String path) {
    Gateway gateway = event("request.json");
    ObjectNode event = gateway.event;
    event.put("httpMethod", method);
    String[] parts = path.split("\\?", 2);
    event.put("path", parts[0]);
    if (parts.length == 2) {
      for (String parameter : parts[1].split("&")) {
        String[] pair = parameter.split("=", 2);
        event.withObject("/multiValueQueryStringParameters").withArray(pair[0]).add(pair[1]);
      }
    }
    return gateway;
  }

  /** Adds a header line. */
  public Gateway header(String name, String value) {
    event.withObject("/multiValueHeaders").withArray(name).add(value);
    return this;
  }

  /** Adds the token of a {@link TestCallers} caller. */
  public Gateway as(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** Gives it a body of JSON. */
  public Gateway json(String body) {
    return header("Content-Type", "application/json").bytes(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Gives it a body of no said type. */
  public Gateway bytes(byte[] body) {
    event.put("body", Base64.getEncoder().encodeToString(body));
    event.put("isBase64Encoded", true);
    return this;
  }

  /** Sends it to another path. */
  public Gateway path(String path) {
    event.put("path", path);
    return this;
  }

  /** Moves the event's time by some seconds. */
  public Gateway at(long secondsLater) {
    ObjectNode context = (ObjectNode) event.get("requestContext");
    context.put(
        "requestTimeEpoch", context.get("requestTimeEpoch").asLong() + 1_000 * secondsLater);
    return this;
  }

  /** Leaves out a member of the request context. */
  public Gateway without(String contextMember) {
    ((ObjectNode) event.get("requestContext")).remove(contextMember);
    return this;
  }

  /** Sends it to the function. */
  public Answer send() {
    try {
      return new Answer(
          new LambdaHttpHandler()
              .handleRequest(LAMBDA.treeToValue(event, AwsProxyRequest.class), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the function answered. */
  public record Answer(AwsProxyResponse response) {
    public int status() {
      return response.getStatusCode();
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(response.getMultiValueHeaders())
          .flatMap(headers -> Optional.ofNullable(headers.get(name)))
          .map(values -> String.join(", ", values));
    }

    public String body() {
      if (response.getBody() == null) {
        return "";
      }
      return response.isBase64Encoded()
          ? new String(Base64.getDecoder().decode(response.getBody()), StandardCharsets.UTF_8)
          : response.getBody();
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
