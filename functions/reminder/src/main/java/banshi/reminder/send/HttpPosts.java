package banshi.reminder.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** JSON that goes to another machine by POST, once, and what comes back. */
final class HttpPosts {
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final Duration patience;

  /**
   * @param patience how long an answer is waited for
   */
  HttpPosts(Duration patience) {
    this.patience = patience;
  }

  /** What came back. */
  sealed interface Heard {
    /** A whole answer. */
    record Answer(byte[] body) implements Heard {}

    /** The other side has surely not seen the request, or not taken it up. */
    record Unreached(String code) implements Heard {}

    /** No answer that can be read: the other side may have done what was asked. */
    record Lost(String code) implements Heard {}
  }

  /**
   * Sends one request, once.
   *
   * @param to is never logged: it may hold a secret
   */
  Heard post(URI to, byte[] body, Map<String, String> headers) {
    HttpURLConnection connection = null;
    try {
      connection = (HttpURLConnection) to.toURL().openConnection();
      connection.setConnectTimeout(Math.toIntExact(Network.CONNECT.toMillis()));
      connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
      headers.forEach(connection::setRequestProperty);
      // A stream of known length also keeps the JDK from repeating a POST by itself.
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      return read(connection);
    } catch (IOException failure) {
      return Network.beforeAnythingWasSent(failure)
          ? new Heard.Unreached("CONNECT")
          : new Heard.Lost("NO_ANSWER");
    } finally {
      if (connection != null) {
        connection.disconnect();
      }
    }
  }

  private Heard read(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status >= 500) {
      return new Heard.Lost("HTTP_" + status);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      return new Heard.Unreached("HTTP_" + status);
    }
    try (InputStream in = connection.getInputStream()) {
      return new Heard.Answer(whole(in));
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
}
