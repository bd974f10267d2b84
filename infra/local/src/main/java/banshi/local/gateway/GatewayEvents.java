package banshi.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/** API Gateway's REST events, payload 1.0, with every body in base64 as for binary types. */
final class GatewayEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Belong to one connection, or are worked out anew on this side. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "date", "keep-alive", "server", "transfer-encoding");

  private GatewayEvents() {}

  /** The event for a request that found its route. */
  static byte[] event(Request request, Routes.Match match, Instant now) {
    ObjectNode event = JSON.createObjectNode();
    event.put("resource", match.route().path());
    event.put("path", request.rawPath());
    event.put("httpMethod", request.method());
    values(event, "headers", "multiValueHeaders", request.headers());
    values(
        event,
        "queryStringParameters",
        "multiValueQueryStringParameters",
        query(request.rawQuery()));
    if (match.parameters().isEmpty()) {
      event.putNull("pathParameters");
    } else {
      ObjectNode parameters = event.putObject("pathParameters");
      match.parameters().forEach(parameters::put);
    }
    event.putNull("stageVariables");
    context(event.putObject("requestContext"), request, match, now);
    boolean body = request.body().length > 0;
    event.put("isBase64Encoded", body);
    if (body) {
      event.put("body", Base64.getEncoder().encodeToString(request.body()));
    } else {
      event.putNull("body");
    }
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static void context(
      ObjectNode context, Request request, Routes.Match match, Instant now) {
    String id = UUID.randomUUID().toString();
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    context.put("stage", "local");
    context.put("resourceId", Integer.toHexString(match.route().path().hashCode()));
    context.put("resourcePath", match.route().path());
    context.put("httpMethod", request.method());
    context.put("path", request.rawPath());
    context.put("protocol", "HTTP/1.1");
    context.put("requestId", id);
    context.put("extendedRequestId", id);
    context.put("requestTime", REQUEST_TIME.format(now));
    context.put("requestTimeEpoch", now.toEpochMilli());
    ObjectNode identity = context.putObject("identity");
    identity.put("sourceIp", request.sourceAddress());
    identity.put("userAgent", request.header("User-Agent").orElse(""));
  }

  private static void values(
      ObjectNode event, String single, String multiple, Map<String, List<String>> from) {
    if (from.isEmpty()) {
      event.putNull(single);
      event.putNull(multiple);
      return;
    }
    ObjectNode last = event.putObject(single);
    ObjectNode all = event.putObject(multiple);
    from.forEach(
        (name, values) -> {
          last.put(name, values.getLast());
          ArrayNode list = all.putArray(name);
          values.forEach(list::add);
        });
  }

  private static SequencedMap<String, List<String>> query(Optional<String> rawQuery) {
    SequencedMap<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : rawQuery.orElse("").split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        query
            .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
            .add(parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The HTTP answer in what a function gave back; empty when it is not of the agreed form. */
  static Optional<Answer> answer(byte[] payload) {
    try {
      JsonNode document = JSON.readTree(payload);
      int status = document.path("statusCode").asInt();
      if (status < 200 || status > 599) {
        return Optional.empty();
      }
      SequencedMap<String, List<String>> headers = new LinkedHashMap<>();
      document
          .path("headers")
          .properties()
          .forEach(header -> add(headers, header.getKey(), header.getValue(), true));
      document
          .path("multiValueHeaders")
          .properties()
          .forEach(
              header -> {
                headers.keySet().removeIf(header.getKey()::equalsIgnoreCase);
                header.getValue().forEach(value -> add(headers, header.getKey(), value, false));
              });
      String text = document.path("body").asText("");
      byte[] body =
          document.path("isBase64Encoded").asBoolean()
              ? Base64.getDecoder().decode(text)
              : text.getBytes(StandardCharsets.UTF_8);
      return Optional.of(new Answer(status, headers, body));
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static void add(
      Map<String, List<String>> headers, String name, JsonNode value, boolean alone) {
    if (NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    List<String> values = headers.computeIfAbsent(name, first -> new ArrayList<>());
    if (alone) {
      values.clear();
    }
    values.add(value.asText());
  }
}
