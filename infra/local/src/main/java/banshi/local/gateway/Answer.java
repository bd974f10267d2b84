package banshi.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param headers each with one value or more
 */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

  /** A JSON answer. */
  public static Answer json(int status, byte[] body) {
    return of(status, "application/json; charset=utf-8", body);
  }

  /** An answer of one media type. */
  public static Answer of(int status, String mediaType, byte[] body) {
    return new Answer(status, Map.of("Content-Type", List.of(mediaType)), body);
  }

  /** Points to another address. */
  public static Answer redirect(String location) {
    return new Answer(302, Map.of("Location", List.of(location)), new byte[0]);
  }

  /** The body read as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
