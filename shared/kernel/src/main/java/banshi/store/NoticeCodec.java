package banshi.store;

import banshi.cases.Case;
import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.identity.Contact;
import banshi.identity.Disclosure;
import banshi.identity.Email;
import banshi.identity.Phone;
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
  private static final Disclosure STORAGE = new Disclosure.Storage();

  private final Sealed envelope;

  NoticeCodec(FieldCipher cipher) {
    this.envelope = new Sealed(cipher);
  }

  /**
   * A notice about a case as its recipient needs it: a person's is also sent, an office has its
   * inbox alone. Of its owner the case knows who applied; of somebody else who signs it, the
   * telephone in the form.
   */
  Map<String, AttributeValue> of(Notice notice, Case<?> about, Instant now) {
    return of(
        notice,
        notice.to() instanceof Recipient.Person(ApplicantKey person)
            ? contact(person, about)
            : Contact.none(),
        now);
  }

  /** The same of a notice that is for whoever can be reached like this. */
  Map<String, AttributeValue> of(Notice notice, Contact contact, Instant now) {
    return notice.to() instanceof Recipient.Person ? sent(notice, contact, now) : inboxOnly(notice);
  }

  private static Contact contact(ApplicantKey person, Case<?> about) {
    return person.equals(about.owner())
        ? Contact.of(about.applicant())
        : Contact.at(about.signatories().phoneOf(person));
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

  /** A notice that is also sent, from now on, to a person who can be reached like this. */
  Map<String, AttributeValue> sent(Notice notice, Contact contact, Instant now) {
    Map<String, AttributeValue> item = sent(notice, now);
    if (!contact.isEmpty()) {
      item.put(
          CONTACT, sealed(contact, Attributes.text(item, Keys.PK), Attributes.text(item, Keys.SK)));
    }
    return item;
  }

  /** How to reach a person, sealed into their notice. */
  AttributeValue sealed(Contact contact, String pk, String sk) {
    ObjectNode node = Json.object();
    contact.phone().ifPresent(phone -> node.put("phone", phone.clear(STORAGE)));
    contact.email().ifPresent(email -> node.put("email", email.clear(STORAGE)));
    return envelope.seal(node, pk, sk);
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
  Contact contact(Map<String, AttributeValue> item) {
    if (!item.containsKey(CONTACT)) {
      return Contact.none();
    }
    JsonNode node =
        envelope.open(
            Attributes.bytes(item, CONTACT),
            Attributes.text(item, Keys.PK),
            Attributes.text(item, Keys.SK));
    return new Contact(
        Json.string(node, "phone").map(Phone::new), Json.string(node, "email").map(Email::new));
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
