package banshi.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.template.Template.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-23T16:30:05.250Z");

  @Test
  void anEventCarriesTheRequestInPayload10() throws IOException {
    JsonNode event =
        event(
            new Request(
                "POST",
                "/v1/cases/%E5%8A%9E",
                Optional.of("limit=20&tag=a&tag=%E5%BC%A0+b&empty"),
                Map.of("accept", List.of("a", "b"), "user-agent", List.of("curl")),
                "{\"x\":\"张\"}".getBytes(StandardCharsets.UTF_8),
                "127.0.0.1"),
            Map.of("number", "办"));

    assertThat(event.path("resource").asText()).isEqualTo("/v1/cases/{number}");
    assertThat(event.path("path").asText()).isEqualTo("/v1/cases/%E5%8A%9E");
    assertThat(event.path("httpMethod").asText()).isEqualTo("POST");
    assertThat(event.at("/pathParameters/number").asText()).isEqualTo("办");
    assertThat(event.path("headers"))
        .isEqualTo(JSON.readTree("{\"accept\":\"b\",\"user-agent\":\"curl\"}"));
    assertThat(event.path("multiValueHeaders"))
        .isEqualTo(JSON.readTree("{\"accept\":[\"a\",\"b\"],\"user-agent\":[\"curl\"]}"));
    assertThat(event.path("queryStringParameters"))
        .isEqualTo(JSON.readTree("{\"limit\":\"20\",\"tag\":\"张 b\",\"empty\":\"\"}"));
    assertThat(event.at("/multiValueQueryStringParameters/tag"))
        .isEqualTo(JSON.readTree("[\"a\",\"张 b\"]"));
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(event.path("body").binaryValue())
        .isEqualTo("{\"x\":\"张\"}".getBytes(StandardCharsets.UTF_8));
    JsonNode context = event.path("requestContext");
    assertThat(context.path("requestTimeEpoch").asLong()).isEqualTo(NOW.toEpochMilli());
    assertThat(context.path("requestTime").asText()).isEqualTo("23/Nov/2026:16:30:05 +0000");
    assertThat(context.path("resourcePath").asText()).isEqualTo("/v1/cases/{number}");
    assertThat(context.path("requestId").asText()).isNotBlank();
    assertThat(context.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void whatIsNotThereIsNull() throws IOException {
    JsonNode event =
        event(
            new Request("GET", "/v1/cases", Optional.empty(), Map.of(), new byte[0], "127.0.0.1"),
            Map.of());

    assertThat(event.path("body").isNull()).isTrue();
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(event.path("queryStringParameters").isNull()).isTrue();
    assertThat(event.path("multiValueQueryStringParameters").isNull()).isTrue();
    assertThat(event.path("pathParameters").isNull()).isTrue();
  }

  @Test
  void anAnswerJoinsSingleAndManyValuedHeaders() {
    Optional<Answer> answer =
        answer(
            """
            {"statusCode":201,"headers":{"ETag":"\\"1\\"","X":"one","Content-Length":"9"},
             "multiValueHeaders":{"x":["a","b"]},"isBase64Encoded":true,"body":"5byg"}""");

    assertThat(answer)
        .hasValueSatisfying(
            given -> {
              assertThat(given.status()).isEqualTo(201);
              assertThat(given.headers())
                  .isEqualTo(Map.of("ETag", List.of("\"1\""), "x", List.of("a", "b")));
              assertThat(given.text()).isEqualTo("张");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"statusCode\":99}",
        "{\"statusCode\":\"x\"}",
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"*\"}"
      })
  void anAnswerOfAnotherFormIsNone(String payload) {
    assertThat(answer(payload)).isEmpty();
  }

  private static Optional<Answer> answer(String payload) {
    return GatewayEvents.answer(payload.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode event(Request request, Map<String, String> parameters)
      throws IOException {
    Routes.Match match = new Routes.Match(new Route("ANY", "/v1/cases/{number}", "F"), parameters);
    return JSON.readTree(GatewayEvents.event(request, match, NOW));
  }
}
