package banshi.local.gateway;

import banshi.local.functions.Loopback;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;

/** The one address that the local cloud answers at. */
public final class Front implements AutoCloseable {

  /** Who answers a request. */
  @FunctionalInterface
  public interface Answerer {
    /** The answer to a request; may take as long as a function may. */
    Answer answer(Request request) throws InterruptedException, IOException;
  }

  private final HttpServer server;
  private final Answerer answerer;

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   */
  public Front(int port, Answerer answerer) throws IOException {
    this.answerer = answerer;
    this.server = Loopback.serve(port, this::serve);
  }

  /** Where it answers. */
  public URI endpoint() {
    return URI.create("http://" + Loopback.HOST + ":" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(Gateway.BODY_LIMIT + 1);
      Request request = Request.of(exchange, body);
      Answer answer;
      if (body.length > Gateway.BODY_LIMIT) {
        answer = Problems.of(GatewayFault.TOO_LARGE, request.acceptLanguage());
        exchange.getResponseHeaders().set("Connection", "close");
      } else {
        answer = answerOrFault(request);
      }
      send(exchange, answer);
    }
  }

  private Answer answerOrFault(Request request) {
    try {
      return answerer.answer(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Problems.of(GatewayFault.FUNCTION_FAILED, request.acceptLanguage());
    } catch (IOException | RuntimeException e) {
      System.err.println("banshi: " + request.method() + " " + request.rawPath() + ": " + e);
      return Problems.of(GatewayFault.FUNCTION_FAILED, request.acceptLanguage());
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer
        .headers()
        .forEach(
            (name, values) ->
                values.forEach(value -> exchange.getResponseHeaders().add(name, value)));
    boolean none =
        exchange.getRequestMethod().equals("HEAD")
            || answer.body().length == 0
            || answer.status() == 204
            || answer.status() == 304;
    exchange.sendResponseHeaders(answer.status(), none ? -1 : answer.body().length);
    if (!none) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
