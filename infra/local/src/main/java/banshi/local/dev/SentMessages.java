package banshi.local.dev;

import banshi.crypto.FieldCipher;
import banshi.identity.Personal;
import banshi.local.gateway.Answer;
import banshi.notices.Attempt;
import banshi.notices.Delivery;
import banshi.store.Capacity;
import banshi.store.Consent;
import banshi.store.Consents;
import banshi.store.Letter;
import banshi.store.Outbox;
import banshi.store.TableClient;
import banshi.text.Text;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What was sent, and every attempt: the records of the channels, with the words and the masked
 * address that belong to them. Looks through the whole table, which only a table on this machine is
 * small enough for.
 */
public final class SentMessages {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DynamoDbClient client;
  private final String table;
  private final Outbox outbox;
  private final Consents consents;

  private record Place(String pk, String sk) {}

  private record Sent(Letter letter, Delivery delivery) {
    Instant latest() {
      return delivery.attempts().getLast().at();
    }
  }

  /**
   * @param table the table's name
   * @param fieldKeys the keyset that personal data is sealed with
   */
  public SentMessages(DynamoDbClient client, String table, String fieldKeys) {
    this.client = client;
    this.table = table;
    TableClient same = new TableClient(client, table, Capacity.UNHEARD);
    FieldCipher cipher = FieldCipher.ofKeyset(fieldKeys);
    this.outbox = new Outbox(same, cipher);
    this.consents = new Consents(same, cipher);
  }

  /** Everything, the latest attempt first. */
  Answer answer() throws IOException {
    ArrayNode items = JSON.createArrayNode();
    notices().stream()
        .flatMap(place -> outbox.find(place.pk(), place.sk()).stream())
        .flatMap(letter -> letter.deliveries().values().stream().map(d -> new Sent(letter, d)))
        .sorted(
            Comparator.comparing(Sent::latest)
                .reversed()
                .thenComparing(sent -> sent.letter().notice().event()))
        .forEach(sent -> describe(sent, items.addObject()));
    ObjectNode answer = JSON.createObjectNode();
    answer.set("items", items);
    return Answer.json(200, JSON.writeValueAsBytes(answer));
  }

  private Set<Place> notices() {
    Set<Place> places = new LinkedHashSet<>();
    client
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .filterExpression("begins_with(sk, :channel)")
                    .projectionExpression("pk, notice")
                    .expressionAttributeValues(
                        Map.of(":channel", AttributeValue.fromS("CHANNEL#"))))
        .items()
        .forEach(item -> places.add(new Place(item.get("pk").s(), item.get("notice").s())));
    return places;
  }

  private void describe(Sent sent, ObjectNode into) {
    Letter letter = sent.letter();
    Delivery delivery = sent.delivery();
    into.put("event", letter.notice().event());
    letter.notice().about().ifPresent(number -> into.put("number", number));
    into.put("name", letter.notice().name().name());
    into.put("channel", delivery.channel().name());
    into.put("state", delivery.state().name());
    into.put("to", address(letter, delivery).map(Personal::masked).orElse(""));
    text(into.putObject("title"), letter.notice().title());
    text(into.putObject("body"), letter.notice().body());
    ArrayNode attempts = into.putArray("attempts");
    for (Attempt attempt : delivery.attempts()) {
      attempts
          .addObject()
          .put("at", attempt.at().atZone(SHANGHAI).toOffsetDateTime().toString())
          .put("outcome", attempt.outcome().name())
          .put("code", attempt.code());
    }
  }

  private Optional<? extends Personal> address(Letter letter, Delivery delivery) {
    return switch (delivery.channel()) {
      case WECHAT ->
          Stream.concat(
                  delivery.spent().stream()
                      .flatMap(template -> consents.find(letter.owner(), template).stream()),
                  stocks(letter).stream())
              .findFirst()
              .map(Consent::openId);
      case SMS -> letter.contact().phone();
      case EMAIL -> letter.contact().email();
    };
  }

  private List<Consent> stocks(Letter letter) {
    return consents.of(letter.owner(), Optional.empty(), 1).items();
  }

  private static void text(ObjectNode into, Text text) {
    into.put("zh", text.zh()).put("en", text.en());
  }
}
