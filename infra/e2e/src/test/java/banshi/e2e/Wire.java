package banshi.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** HTTP as the scenarios use it. */
final class Wire {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private Wire() {}

  /** A path under an address that may have a path of its own, such as an API's stage. */
  static URI at(URI address, String path) {
    String begun = address.toString();
    return URI.create(
        (begun.endsWith("/") ? begun.substring(0, begun.length() - 1) : begun) + path);
  }

  static Exchange send(HttpRequest request) {
    HttpResponse<String> response = received(request, HttpResponse.BodyHandlers.ofString());
    return new Exchange(response.statusCode(), response.headers(), response.body());
  }

  static <T> HttpResponse<T> received(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return CLIENT.send(request, body);
    } catch (java.io.IOException e) {
      throw new AssertionError("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
