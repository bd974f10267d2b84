package banshi.reminder.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** WeChat's HTTP interface: JSON goes there by POST, JSON comes back. */
final class WeChatApi {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final URI base;
  private final Duration patience;

  /**
   * @param base where it is, without a path
   * @param patience how long an answer is waited for
   */
  WeChatApi(URI base, Duration patience) {
    this.base = base;
    this.patience = patience;
  }

  /** What came back. */
  sealed interface Exchange {
    /** An answer that can be read. */
    record Answered(JsonNode answer) implements Exchange {
      /** WeChat's error code; 0 where there is none. */
      int code() {
        return answer.path("errcode").asInt();
      }
    }

    /** WeChat has surely not seen the request, or not taken it up. */
    record Unreached(String code) implements Exchange {}

    /** No answer that can be read: WeChat may have done what was asked. */
    record Lost(String code) implements Exchange {}
  }

  /**
   * Sends one request, once.
   *
   * @param pathAndQuery is never logged: it may hold the access token
   */
  Exchange post(String pathAndQuery, ObjectNode body) {
    HttpURLConnection connection = null;
    try {
      byte[] bytes = JSON.writeValueAsBytes(body);
      connection = (HttpURLConnection) URI.create(base + pathAndQuery).toURL().openConnection();
      connection.setConnectTimeout(Math.toIntExact(Network.CONNECT.toMillis()));
      connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
      // A stream of known length also keeps the JDK from repeating a POST by itself.
      connection.setFixedLengthStreamingMode(bytes.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(bytes);
      }
      return read(connection);
    } catch (IOException failure) {
      return Network.beforeAnythingWasSent(failure)
          ? new Exchange.Unreached("CONNECT")
          : new Exchange.Lost("NO_ANSWER");
    } finally {
      if (connection != null) {
        connection.disconnect();
      }
    }
  }

  private Exchange read(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status >= 500) {
      return new Exchange.Lost("HTTP_" + status);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      return new Exchange.Unreached("HTTP_" + status);
    }
    try (InputStream in = connection.getInputStream()) {
      return parsed(whole(in))
          .<Exchange>map(Exchange.Answered::new)
          .orElseGet(() -> new Exchange.Lost("UNREADABLE"));
    }
  }

  /** The whole answer, for as long as it is small and comes in reasonable time. */
  private byte[] whole(InputStream in) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] some = new byte[4096];
    for (int read = in.read(some); read >= 0; read = in.read(some)) {
      bytes.write(some, 0, read);
      if (bytes.size() > LONGEST_ANSWER || System.nanoTime() > deadline) {
        throw new IOException("the answer does not end");
      }
    }
    return bytes.toByteArray();
  }

  private static Optional<JsonNode> parsed(byte[] bytes) {
    try {
      JsonNode answer = JSON.readTree(bytes);
      boolean readable =
          answer != null
              && answer.isObject()
              && (answer.path("errcode").isInt() || answer.path("access_token").isTextual());
      return readable ? Optional.of(answer) : Optional.empty();
    } catch (IOException nonsense) {
      return Optional.empty();
    }
  }
}
