package banshi.local.functions;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Passes requests on as they come, and answers back as they are given. */
public final class Relay implements AutoCloseable {
  private static final Set<String> HOP_HEADERS =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static boolean goesOn(String header) {
    return !HOP_HEADERS.contains(header.toLowerCase(Locale.ROOT));
  }

  /** What the other side answers to a request that came here. */
  public HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body, URI other)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(other)
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (goesOn(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Gives an answer back, each header under the name that is chosen for it. */
  public static void give(
      HttpExchange exchange, HttpResponse<byte[]> answer, UnaryOperator<String> named)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (goesOn(name)) {
                headers.put(named.apply(name), values);
              }
            });
    exchange.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
