package banshi.reminder.send;

import banshi.reminder.send.WeChatApi.Exchange;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The access token, kept for as long as WeChat says less two minutes. It comes from {@code
 * stable_token}: asked within its time by any number of processes, WeChat gives each the same one,
 * and old and new are both good for five minutes when it changes. Its forced mode is never used:
 * that would take the token from every other process, and is allowed 20 times a day.
 */
final class WeChatTokens {
  private static final Duration MARGIN = Duration.ofMinutes(2);
  private static final Set<Integer> PASSING = Set.of(-1, 45009, 45011);

  private final WeChatApi api;
  private final String appId;
  private final String secret;
  private Optional<Kept> kept = Optional.empty();

  private record Kept(String token, long untilNanos) {}

  WeChatTokens(WeChatApi api, String appId, String secret) {
    this.api = api;
    this.appId = appId;
    this.secret = secret;
  }

  /** What came of asking for a token. */
  sealed interface Asked {
    /** Here it is. */
    record Given(String token) implements Asked {
      @Override
      public String toString() {
        return "Given[…]";
      }
    }

    /** There is none, and nothing was sent; the reply says what to do. */
    record NotGiven(Reply reply) implements Asked {}
  }

  /** The token. The lock is held while WeChat is asked, so that it is asked once. */
  synchronized Asked token() {
    Optional<Kept> good = kept.filter(token -> token.untilNanos() - System.nanoTime() > 0);
    return good.<Asked>map(token -> new Asked.Given(token.token())).orElseGet(this::ask);
  }

  /** Forgets a token that WeChat does not take any more. */
  synchronized void forget(String token) {
    kept = kept.filter(known -> !known.token().equals(token));
  }

  private Asked ask() {
    long asked = System.nanoTime();
    Exchange exchange =
        api.post(
            "/cgi-bin/stable_token",
            JsonNodeFactory.instance
                .objectNode()
                .put("grant_type", "client_credential")
                .put("appid", appId)
                .put("secret", secret)
                .put("force_refresh", false));
    return switch (exchange) {
      case Exchange.Unreached(String code) -> new Asked.NotGiven(new Reply.Busy("TOKEN_" + code));
      case Exchange.Lost(String code) -> new Asked.NotGiven(new Reply.Busy("TOKEN_" + code));
      case Exchange.Answered answered when answered.answer().path("access_token").isTextual() -> {
        String token = answered.answer().path("access_token").asText();
        Duration life = Duration.ofSeconds(answered.answer().path("expires_in").asLong());
        kept = Optional.of(new Kept(token, asked + life.minus(MARGIN).toNanos()));
        yield new Asked.Given(token);
      }
      case Exchange.Answered answered ->
          new Asked.NotGiven(
              PASSING.contains(answered.code())
                  ? new Reply.Busy("TOKEN_" + answered.code())
                  : new Reply.Refused("TOKEN_" + answered.code(), true));
    };
  }
}
