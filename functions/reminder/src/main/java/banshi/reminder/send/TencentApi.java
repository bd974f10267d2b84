package banshi.reminder.send;

import banshi.reminder.send.HttpPosts.Heard;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The HTTP interface of Tencent Cloud's text messages (API 3.0, version 2021-01-11). */
final class TencentApi {
  private static final String VERSION = "2021-01-11";
  private static final JsonMapper JSON = new JsonMapper();

  private final URI base;
  private final String region;
  private final TencentSignature signature;
  private final HttpPosts posts;
  private final InstantSource clock;

  /**
   * @param base where it is, without a path
   * @param region which of its regions is asked, such as {@code ap-guangzhou}
   * @param clock the true time: a signature is good for five minutes of it
   */
  TencentApi(
      URI base, String region, TencentSignature signature, HttpPosts posts, InstantSource clock) {
    this.base = base;
    this.region = region;
    this.signature = signature;
    this.posts = posts;
    this.clock = clock;
  }

  /** What came back. */
  sealed interface Exchange {
    /** What was asked was taken up; the members of {@code Response}. */
    record Answered(JsonNode response) implements Exchange {}

    /** What was asked was turned down as a whole. */
    record Failed(String code) implements Exchange {}

    /** The request was surely not seen, or not taken up. */
    record Unreached(String code) implements Exchange {}

    /** No answer that can be read: what was asked may have been done. */
    record Lost(String code) implements Exchange {}
  }

  /** Sends one request, once. */
  Exchange call(String action, ObjectNode content) {
    byte[] body = written(content);
    Instant now = clock.instant();
    Map<String, String> headers =
        Map.of(
            "Authorization",
            signature.authorization(base.getRawAuthority(), action, now, body),
            "X-TC-Action",
            action,
            "X-TC-Version",
            VERSION,
            "X-TC-Region",
            region,
            "X-TC-Timestamp",
            Long.toString(now.getEpochSecond()));
    return switch (posts.post(URI.create(base + "/"), body, headers)) {
      case Heard.Unreached(String code) -> new Exchange.Unreached(code);
      case Heard.Lost(String code) -> new Exchange.Lost(code);
      case Heard.Answer(byte[] answer) ->
          parsed(answer).orElseGet(() -> new Exchange.Lost("UNREADABLE"));
    };
  }

  private static byte[] written(ObjectNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("a tree that is no JSON", never);
    }
  }

  private static Optional<Exchange> parsed(byte[] answer) {
    try {
      JsonNode response = JSON.readTree(answer).path("Response");
      if (!response.isObject()) {
        return Optional.empty();
      }
      return Optional.of(
          response.has("Error")
              ? new Exchange.Failed(response.path("Error").path("Code").asText())
              : new Exchange.Answered(response));
    } catch (IOException nonsense) {
      return Optional.empty();
    }
  }
}
