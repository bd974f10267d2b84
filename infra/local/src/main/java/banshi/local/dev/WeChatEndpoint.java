package banshi.local.dev;

import banshi.local.gateway.Answer;
import banshi.wechat.Conduct;
import banshi.wechat.Received;
import banshi.wechat.WeChatStandIn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /dev/wechat}: what the stand-in answers from now on, and what it got. Each PUT begins from
 * good conduct:
 *
 * <pre>
 * {"answer": 43101, "status": 502, "nonsense": true, "delay": "PT8S", "taken": false, "times": 3,
 *  "consents": 1, "expireToken": true}
 * </pre>
 */
final class WeChatEndpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MEMBERS =
      Set.of("answer", "status", "nonsense", "delay", "taken", "times", "consents", "expireToken");
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);

  private final WeChatStandIn weChat;

  WeChatEndpoint(WeChatStandIn weChat) {
    this.weChat = weChat;
  }

  /**
   * Changes the stand-in's conduct.
   *
   * @throws IllegalArgumentException saying what is wrong with the body
   */
  Answer change(ObjectNode body) throws IOException {
    body.properties()
        .forEach(
            member -> {
              if (!MEMBERS.contains(member.getKey())) {
                throw new IllegalArgumentException(
                    member.getKey()
                        + " is not understood; known: "
                        + MEMBERS.stream().sorted().toList());
              }
            });
    Conduct conduct =
        new Conduct(
            number(body, "answer", -100_000, 100_000_000).orElse(0),
            number(body, "status", 200, 599).orElse(200),
            flag(body, "nonsense").orElse(false),
            delay(body.path("delay")),
            flag(body, "taken"),
            number(body, "times", 1, 1_000_000));
    Optional<Integer> consents = number(body, "consents", 0, 1_000_000);
    weChat.behave(conduct);
    weChat.allow(consents);
    if (flag(body, "expireToken").orElse(false)) {
      weChat.expireToken();
    }
    return show();
  }

  /** The conduct, and every message that came, the latest first. */
  Answer show() throws IOException {
    Conduct conduct = weChat.conduct();
    ObjectNode answer = JSON.createObjectNode();
    answer.put("answer", conduct.answer());
    answer.put("status", conduct.status());
    answer.put("nonsense", conduct.nonsense());
    answer.put("delay", conduct.delay().toString());
    conduct.taken().ifPresent(taken -> answer.put("taken", taken));
    conduct.times().ifPresent(times -> answer.put("times", times));
    answer.put("tokensAsked", weChat.tokensAsked());
    ArrayNode messages = answer.putArray("messages");
    for (Received message : weChat.received().reversed()) {
      ObjectNode into = messages.addObject();
      into.put("to", message.maskedTo());
      into.put("templateId", message.template());
      into.set("data", message.data());
      into.put("answer", message.answer());
      into.put("taken", message.taken());
    }
    return Answer.json(200, JSON.writeValueAsBytes(answer));
  }

  private static Optional<Integer> number(ObjectNode body, String name, int least, int most) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
      throw new IllegalArgumentException(
          name + " should be a whole number of " + least + " to " + most);
    }
    return Optional.of(value.asInt());
  }

  private static Optional<Boolean> flag(ObjectNode body, String name) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(name + " should be true or false");
    }
    return Optional.of(value.asBoolean());
  }

  private static Duration delay(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Duration.ZERO;
    }
    try {
      Duration delay = Duration.parse(value.asText());
      if (!delay.isNegative() && delay.compareTo(LONGEST_DELAY) <= 0) {
        return delay;
      }
    } catch (DateTimeException malformed) {
      // Told below, like one that is too long.
    }
    throw new IllegalArgumentException(
        "delay should be a duration such as PT8S, of two minutes at most");
  }
}
