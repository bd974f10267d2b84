package banshi.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** The running API at its address, and what only a local cloud has: tokens and movable time. */
final class HallDoor implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /** A cold function answers in seconds; the gateway itself gives up after 29. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  HallDoor(URI address) {
    this.address = address;
  }

  URI address() {
    return address;
  }

  /**
   * Sends a request.
   *
   * @throws DemoStopped when nothing answers at the address
   */
  Reply send(String method, String path, Map<String, String> headers, Optional<JsonNode> body) {
    HttpRequest.Builder request =
        request(path, headers)
            .method(
                method,
                body.map(tree -> HttpRequest.BodyPublishers.ofString(tree.toString()))
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    if (body.isPresent()) {
      request.header("Content-Type", "application/json");
    }
    return reply(method + " " + path, sent(request, HttpResponse.BodyHandlers.ofString()));
  }

  /**
   * Reads a document that is no JSON, of the kind asked for.
   *
   * @throws DemoStopped when it is not given
   */
  byte[] document(String path, Map<String, String> headers, String mediaType) {
    HttpResponse<byte[]> response =
        sent(
            request(path, headers).header("Accept", mediaType).GET(),
            HttpResponse.BodyHandlers.ofByteArray());
    DemoStopped.unless(
        response.statusCode() == 200
            && response.headers().firstValue("Content-Type").filter(mediaType::equals).isPresent(),
        "没有得到文件 No document: GET %s → %d %s"
            .formatted(path, response.statusCode(), response.headers().firstValue("Content-Type")));
    return response.body();
  }

  private HttpRequest.Builder request(String path, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    headers.forEach(request::header);
    return request;
  }

  private <T> HttpResponse<T> sent(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new DemoStopped(
          "%s 没有应答。请先在另一个窗口运行 ./dev up%nNothing answers at %s: run ./dev up first, in another window."
              .formatted(address, address),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoStopped("已中断 Interrupted", e);
    }
  }

  private static Reply reply(String request, HttpResponse<String> response) {
    return new Reply(
        request,
        response.statusCode(),
        response.headers().firstValue("ETag"),
        response.headers().firstValue("Idempotent-Replayed").filter("true"::equals).isPresent(),
        tree(response.body()));
  }

  /** What is no JSON (another server's page, say) is shown as the text it is. */
  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.textNode(body);
    }
  }

  /** A bearer token for a persona. A new one each time, for the hall's time moves in the demo. */
  String token(Persona persona) {
    ObjectNode claims = JSON.createObjectNode();
    claims.put("sub", persona.sub()).put("name", persona.name());
    persona.groups().forEach(claims.putArray("groups")::add);
    persona.departments().forEach(claims.putArray("departments")::add);
    persona
        .idNumber()
        .ifPresent(
            id -> claims.put("idType", "ID_CARD").put("idNumber", id).put("phone", "13800000000"));
    return send("POST", "/dev/tokens", Map.of(), Optional.of(claims)).expect(200).text("token");
  }

  /** The hall's time. */
  OffsetDateTime now() {
    return OffsetDateTime.parse(
        send("GET", "/dev/clock", Map.of(), Optional.empty()).expect(200).text("now"));
  }

  /** Moves the hall's time forward. */
  void advance(Duration by) {
    ObjectNode body = JSON.createObjectNode().put("advance", by.toString());
    send("PUT", "/dev/clock", Map.of(), Optional.of(body)).expect(200);
  }

  @Override
  public void close() {
    client.close();
  }
}
