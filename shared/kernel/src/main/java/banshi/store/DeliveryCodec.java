package banshi.store;

import banshi.notices.Attempt;
import banshi.notices.Channel;
import banshi.notices.Delivery;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a delivery is stored: one record for each event, channel and person, with every attempt. A
 * write of it holds only if its attempts are still as they were read.
 */
final class DeliveryCodec {
  static final String ATTEMPTS = "attempts";

  /** The sort key of the notice that the record is about. */
  static final String NOTICE = "notice";

  private static final String CHANNEL = "channel";
  private static final String STATE = "standing";
  private static final String BEFORE = "discounted";
  private static final String SPENT = "spent";
  private static final String SERIAL = "serial";

  /** A write of one record: how it changes, on which condition, with which values. */
  record Write(String change, String condition, Map<String, AttributeValue> values) {}

  private DeliveryCodec() {}

  /** Writes a delivery over what was read before it; over nothing when nothing was there. */
  static Write write(
      String noticeSk, long expiresAt, Optional<Delivery> before, Delivery delivery) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":notice", Attributes.text(noticeSk));
    values.put(":channel", Attributes.text(delivery.channel().name()));
    values.put(":standing", Attributes.text(delivery.state().name()));
    values.put(":attempts", Attributes.text(attempts(delivery)));
    values.put(":discounted", Attributes.number(delivery.discounted()));
    values.put(":expiresAt", Attributes.number(expiresAt));
    delivery.serial().ifPresent(number -> values.put(":serial", Attributes.text(number)));
    delivery.spent().ifPresent(template -> values.put(":spent", Attributes.text(template)));
    before.ifPresent(read -> values.put(":read", Attributes.text(attempts(read))));
    before.ifPresent(read -> values.put(":was", Attributes.text(read.state().name())));
    return new Write(
        "SET notice = :notice, channel = :channel, standing = :standing, attempts = :attempts,"
            + " discounted = :discounted, expiresAt = :expiresAt"
            + (delivery.spent().isPresent() ? ", spent = :spent" : "")
            + (delivery.serial().isPresent() ? ", serial = :serial" : "")
            + removed(delivery),
        before.isPresent() ? "attempts = :read AND standing = :was" : "attribute_not_exists(pk)",
        values);
  }

  private static String removed(Delivery delivery) {
    List<String> gone = new ArrayList<>();
    if (delivery.spent().isEmpty()) {
      gone.add(SPENT);
    }
    if (delivery.serial().isEmpty()) {
      gone.add(SERIAL);
    }
    return gone.isEmpty() ? "" : " REMOVE " + String.join(", ", gone);
  }

  static Delivery decode(Map<String, AttributeValue> item) {
    return new Delivery(
        Channel.valueOf(Attributes.text(item, CHANNEL)),
        Delivery.State.valueOf(Attributes.text(item, STATE)),
        Json.list(Json.parse(Attributes.text(item, ATTEMPTS)), DeliveryCodec::attempt),
        Math.toIntExact(Attributes.number(item, BEFORE)),
        Attributes.optionalText(item, SPENT),
        Attributes.optionalText(item, SERIAL));
  }

  private static String attempts(Delivery delivery) {
    return Json.print(
        Json.array(
            delivery.attempts(),
            attempt ->
                Json.object()
                    .put("at", attempt.at().toString())
                    .put("outcome", attempt.outcome().name())
                    .put("code", attempt.code())));
  }

  private static Attempt attempt(JsonNode node) {
    return new Attempt(
        Instant.parse(node.path("at").asText()),
        Attempt.Outcome.valueOf(node.path("outcome").asText()),
        node.path("code").asText());
  }
}
