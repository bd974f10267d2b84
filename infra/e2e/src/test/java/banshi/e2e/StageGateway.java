package banshi.e2e;

import banshi.local.functions.Relay;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Stands before a local cloud and shows of it what a REST API of Amazon's would: the API under a
 * stage in the path and nothing else, headers of its own on every answer, and some of the
 * function's under other names.
 */
final class StageGateway implements AutoCloseable {
  private static final String STAGE = "/dev-stage";

  /** Response headers that API Gateway keeps for itself. */
  private static final Set<String> REMAPPED =
      Set.of("date", "server", "www-authenticate", "age", "via", "trailer");

  private final Relay relay = new Relay();
  private final HttpServer server;
  private final URI cloud;

  StageGateway(URI cloud) throws IOException {
    this.cloud = cloud;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  /** Where the API is, with its stage. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + STAGE);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String asked = exchange.getRequestURI().toString();
      exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      exchange.getResponseHeaders().set("x-amz-apigw-id", UUID.randomUUID().toString());
      if (asked.startsWith(STAGE + "/v1/")) {
        Relay.give(
            exchange,
            relay.ask(exchange, body, URI.create(cloud + asked.substring(STAGE.length()))),
            StageGateway::remapped);
      } else {
        refuse(exchange);
      }
    } finally {
      exchange.close();
    }
  }

  private static String remapped(String header) {
    return REMAPPED.contains(header.toLowerCase(Locale.ROOT))
        ? "x-amzn-Remapped-" + header
        : header;
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    byte[] forbidden = "{\"message\":\"Forbidden\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(403, forbidden.length);
    exchange.getResponseBody().write(forbidden);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
