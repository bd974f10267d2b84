package banshi.intake.http;

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
final class Gateway {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads events as the function itself does. */
  private static final ObjectMapper LAMBDA = Arc.container().instance(ObjectMapper.class).get();

  private final ObjectNode event;

  private Gateway(ObjectNode event) {
    this.event = event;
  }

  static Gateway request(String method, String path) {
    try (InputStream file = Gateway.class.getResourceAsStream("/events/request.json")) {
      ObjectNode event = (ObjectNode) JSON.readTree(file);
      event.put("httpMethod", method);
      String[] parts = path.split("\\?", 2);
      event.put("path", parts[0]);
      var gateway = new Gateway(event);
      if (parts.length == 2) {
        for (String parameter : parts[1].split("&")) {
          String[] pair = parameter.split("=", 2);
          event.withObject("/multiValueQueryStringParameters").withArray(pair[0]).add(pair[1]);
        }
      }
      return gateway;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Gateway header(String name, String value) {
    event.withObject("/multiValueHeaders").withArray(name).add(value);
    return this;
  }

  Gateway as(String token) {
    return header("Authorization", "Bearer " + token);
  }

  Gateway json(String body) {
    return header("Content-Type", "application/json").bytes(body.getBytes(StandardCharsets.UTF_8));
  }

  Gateway bytes(byte[] body) {
    event.put("body", Base64.getEncoder().encodeToString(body));
    event.put("isBase64Encoded", true);
    return this;
  }

  Gateway without(String contextMember) {
    ((ObjectNode) event.get("requestContext")).remove(contextMember);
    return this;
  }

  Answer send() {
    try {
      return new Answer(
          new LambdaHttpHandler()
              .handleRequest(LAMBDA.treeToValue(event, AwsProxyRequest.class), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the function answered. */
  record Answer(AwsProxyResponse response) {
    int status() {
      return response.getStatusCode();
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(response.getMultiValueHeaders())
          .flatMap(headers -> Optional.ofNullable(headers.get(name)))
          .map(values -> String.join(", ", values));
    }

    String body() {
      if (response.getBody() == null) {
        return "";
      }
      return response.isBase64Encoded()
          ? new String(Base64.getDecoder().decode(response.getBody()), StandardCharsets.UTF_8)
          : response.getBody();
    }

    JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
