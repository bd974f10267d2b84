package banshi.reminder.send;

import banshi.reminder.send.HttpPosts.Heard;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** WeChat's HTTP interface: JSON goes there by POST, JSON comes back. */
final class WeChatApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final URI base;
  private final HttpPosts posts;

  /**
   * @param base where it is, without a path
   * @param patience how long an answer is waited for
   */
  WeChatApi(URI base, Duration patience) {
    this.base = base;
    this.posts = new HttpPosts(patience);
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
    return switch (posts.post(URI.create(base + pathAndQuery), written(body), Map.of())) {
      case Heard.Unreached(String code) -> new Exchange.Unreached(code);
      case Heard.Lost(String code) -> new Exchange.Lost(code);
      case Heard.Answer(byte[] answer) ->
          parsed(answer)
              .<Exchange>map(Exchange.Answered::new)
              .orElseGet(() -> new Exchange.Lost("UNREADABLE"));
    };
  }

  private static byte[] written(ObjectNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("a tree that is no JSON", never);
    }
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
