package banshi.store;

import banshi.cases.Case;
import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a notice is stored: in its recipient's inbox from the moment that caused it, and, for a
 * person, on the agenda of what is to be sent. How to reach the person is sealed.
 */
final class NoticeCodec {
  /** How long an inbox keeps a notice, in days: two years. */
  static final Duration KEPT = Duration.ofDays(730);

  static final String CONTACT = "contact";

  static final String NAME = "name";
  static final String EVENT = "event";
  static final String ABOUT = "about";
  static final String AT = "at";
  private static final String FACTS = "facts";

  private final Sealed envelope;

  NoticeCodec(FieldCipher cipher) {
    this.envelope = new Sealed(cipher);
  }

  /**
   * A notice about a case as its recipient needs it: a person's is also sent, an office has its
   * inbox alone. How to reach somebody is only known of the case's owner.
   */
  Map<String, AttributeValue> of(Notice notice, Case<?> about, Instant now) {
    return notice.to() instanceof Recipient.Person(ApplicantKey person)
            && !person.equals(about.owner())
        ? sent(notice, now)
        : of(notice, about.applicant(), now);
  }

  /** The same of a notice that is for whoever can be reached like this. */
  Map<String, AttributeValue> of(Notice notice, ApplicantIdentity person, Instant now) {
    return switch (notice.to()) {
      case Recipient.Person ignored -> sent(notice, person, now);
      case Recipient.Department ignored -> inboxOnly(notice);
      case Recipient.Supervisors ignored -> inboxOnly(notice);
    };
  }

  private Map<String, AttributeValue> inboxOnly(Notice notice) {
    Map<String, AttributeValue> item =
        new HashMap<>(
            Attributes.key(Keys.inboxPk(notice.to()), Keys.noticeSk(notice.at(), notice.event())));
    item.put(NAME, Attributes.text(notice.name().name()));
    item.put(EVENT, Attributes.text(notice.event()));
    notice.about().ifPresent(number -> item.put(ABOUT, Attributes.text(number)));
    item.put(AT, Attributes.text(notice.at().toString()));
    item.put(FACTS, Attributes.text(Json.print(facts(notice))));
    item.put(Keys.EXPIRES_AT, Attributes.number(notice.at().plus(KEPT).getEpochSecond()));
    return item;
  }

  private Map<String, AttributeValue> sent(Notice notice, ApplicantIdentity person, Instant now) {
    Map<String, AttributeValue> item = sent(notice, now);
    String pk = Attributes.text(item, Keys.PK);
    String sk = Attributes.text(item, Keys.SK);
    item.put(CONTACT, envelope.seal(ApplicantCodec.encode(person), pk, sk));
    return item;
  }

  /** A notice that is also sent, from now on, to a person of whom only the key is known. */
  Map<String, AttributeValue> sent(Notice notice, Instant now) {
    Map<String, AttributeValue> item = inboxOnly(notice);
    item.put(
        Keys.DUE_BUCKET,
        Attributes.text(Keys.dueBucket(Keys.DueList.SEND, now, now, notice.event())));
    item.put(Keys.DUE_SORT, Attributes.text(Keys.dueSort(now, notice.event())));
    return item;
  }

  Notice decode(Recipient to, Map<String, AttributeValue> item) {
    return new Notice(
        NoticeName.valueOf(Attributes.text(item, NAME)),
        to,
        Attributes.text(item, EVENT),
        Attributes.optionalText(item, ABOUT),
        Instant.parse(Attributes.text(item, AT)),
        facts(Json.parse(Attributes.text(item, FACTS))));
  }

  /** How to reach the person whom the notice is for, as far as it is known. */
  Optional<ApplicantIdentity> contact(Map<String, AttributeValue> item) {
    return item.containsKey(CONTACT)
        ? Optional.of(
            ApplicantCodec.decode(
                envelope.open(
                    Attributes.bytes(item, CONTACT),
                    Attributes.text(item, Keys.PK),
                    Attributes.text(item, Keys.SK))))
        : Optional.empty();
  }

  private static ObjectNode facts(Notice notice) {
    ObjectNode node = Json.object();
    new TreeMap<>(notice.facts()).forEach((fact, text) -> node.set(fact, Json.text(text)));
    return node;
  }

  private static Map<String, Text> facts(JsonNode node) {
    Map<String, Text> facts = new TreeMap<>();
    node.properties().forEach(fact -> facts.put(fact.getKey(), Json.text(fact.getValue())));
    return facts;
  }
}
