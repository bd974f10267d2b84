package banshi.local.dev;

import banshi.local.gateway.Answer;
import banshi.sms.Conduct;
import banshi.sms.Received;
import banshi.sms.SmsStandIn;
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
 * {@code /dev/sms}: what the stand-in for the provider of text messages answers from now on, and
 * what it got. Each PUT begins from good conduct:
 *
 * <pre>
 * {"code": "LimitExceeded.PhoneNumberDailyLimit", "whole": true, "status": 502, "nonsense": true,
 *  "delay": "PT8S", "taken": false, "times": 3, "report": "MK:0001", "reportAfter": "PT1M"}
 * </pre>
 *
 * A report other than DELIVRD says that the message did not arrive; an empty one never comes.
 */
final class SmsEndpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MEMBERS =
      Set.of(
          "code",
          "whole",
          "status",
          "nonsense",
          "delay",
          "taken",
          "times",
          "report",
          "reportAfter");
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);
  private static final Duration LATEST_REPORT = Duration.ofDays(7);

  private final SmsStandIn sms;

  SmsEndpoint(SmsStandIn sms) {
    this.sms = sms;
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
    Optional<String> report = text(body, "report");
    sms.behave(
        new Conduct(
            text(body, "code").orElse(Conduct.OK),
            flag(body, "whole").orElse(false),
            number(body, "status", 200, 599).orElse(200),
            flag(body, "nonsense").orElse(false),
            span(body, "delay", LONGEST_DELAY).orElse(Duration.ZERO),
            flag(body, "taken"),
            number(body, "times", 1, 1_000_000),
            new Conduct.Report(
                span(body, "reportAfter", LATEST_REPORT).orElse(Conduct.Report.USUAL.after()),
                report.isEmpty()
                    ? Conduct.Report.USUAL.code()
                    : report.filter(code -> !code.isEmpty()))));
    return show();
  }

  /** The conduct, and every message that came, the latest first. */
  Answer show() throws IOException {
    Conduct conduct = sms.conduct();
    ObjectNode answer = JSON.createObjectNode();
    answer.put("code", conduct.code());
    answer.put("whole", conduct.whole());
    answer.put("status", conduct.status());
    answer.put("nonsense", conduct.nonsense());
    answer.put("delay", conduct.delay().toString());
    conduct.taken().ifPresent(taken -> answer.put("taken", taken));
    conduct.times().ifPresent(times -> answer.put("times", times));
    answer.put("report", conduct.report().code().orElse(""));
    answer.put("reportAfter", conduct.report().after().toString());
    answer.put("pulls", sms.pulls());
    ArrayNode messages = answer.putArray("messages");
    for (Received message : sms.received().reversed()) {
      messages
          .addObject()
          .put("to", message.maskedTo())
          .put("templateId", message.template())
          .put("text", message.text())
          .put("code", message.code())
          .put("taken", message.taken());
    }
    return Answer.json(200, JSON.writeValueAsBytes(answer));
  }

  private static Optional<String> text(ObjectNode body, String name) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || !value.asText().matches("[A-Za-z0-9.:_-]{0,100}")) {
      throw new IllegalArgumentException(name + " should be a code");
    }
    return Optional.of(value.asText());
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

  private static Optional<Duration> span(ObjectNode body, String name, Duration longest) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    try {
      Duration span = Duration.parse(value.asText());
      if (!span.isNegative() && span.compareTo(longest) <= 0) {
        return Optional.of(span);
      }
    } catch (DateTimeException malformed) {
      // Told below, like one that is too long.
    }
    throw new IllegalArgumentException(
        name + " should be a duration such as PT8S, of " + longest + " at most");
  }
}
