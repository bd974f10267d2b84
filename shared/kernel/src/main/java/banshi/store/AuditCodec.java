package banshi.store;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.cases.CaseNumber;
import banshi.cases.Party;
import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.identity.Disclosure;
import banshi.identity.Person;
import banshi.identity.PersonName;
import banshi.identity.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How an entry of the audit is stored: all that it says in one sealed attribute, which the index by
 * person carries too.
 */
final class AuditCodec {
  private static final Disclosure STORAGE = new Disclosure.Storage();

  private final Sealed envelope;
  private final Duration kept;

  AuditCodec(FieldCipher cipher, Duration kept) {
    this.envelope = new Sealed(cipher);
    this.kept = kept;
  }

  /** An entry as an item; {@code id} tells entries of one millisecond apart. */
  Map<String, AttributeValue> encode(AuditEntry entry, String id) {
    String pk =
        entry.number().map(Keys::auditPk).orElseGet(() -> Keys.auditPk(entry.person().account()));
    String sk = Keys.auditSk(entry.at(), id);
    Map<String, AttributeValue> item = new HashMap<>(Attributes.key(pk, sk));
    item.put(Keys.APPLICANT_KEY, Attributes.text(Keys.auditedPerson(entry.person().account())));
    item.put(Keys.APPLICANT_SORT, Attributes.text(sk));
    item.put(Keys.SUMMARY, envelope.seal(content(entry), pk, sk));
    item.put(Keys.EXPIRES_AT, Attributes.number(entry.at().plus(kept).getEpochSecond()));
    return item;
  }

  AuditEntry decode(Map<String, AttributeValue> item) {
    String pk = Attributes.text(item, Keys.PK);
    String sk = Attributes.text(item, Keys.SK);
    JsonNode node = envelope.open(Attributes.bytes(item, Keys.SUMMARY), pk, sk);
    return new AuditEntry(
        Instant.parse(node.path("at").asText()),
        person(node),
        roles(node),
        Json.string(node, "party").map(Party::valueOf),
        Json.string(node, "department"),
        Json.string(node, "address"),
        AuditKind.valueOf(node.path("kind").asText()),
        node.path("action").asText(),
        Json.string(node, "number").map(CaseNumber::new),
        Json.string(node, "reason"));
  }

  private static ObjectNode content(AuditEntry entry) {
    ObjectNode node = person(entry.person()).put("at", entry.at().toString());
    node.put("kind", entry.kind().name()).put("action", entry.action());
    node.set(
        "roles",
        Json.array(entry.roles().stream().map(Role::name).sorted().toList(), TextNode::valueOf));
    entry.party().ifPresent(party -> node.put("party", party.name()));
    entry.department().ifPresent(code -> node.put("department", code));
    entry.address().ifPresent(address -> node.put("address", address));
    entry.number().ifPresent(number -> node.put("number", number.value()));
    entry.reason().ifPresent(words -> node.put("reason", words));
    return node;
  }

  /** A person as they are sealed. */
  static ObjectNode person(Person person) {
    ObjectNode node =
        Json.object().put("sub", person.subject()).put("account", person.account().value());
    person.name().ifPresent(name -> node.put("name", name.clear(STORAGE)));
    return node;
  }

  /** A person as they were sealed. */
  static Person person(JsonNode node) {
    return new Person(
        node.path("sub").asText(),
        Json.string(node, "name").map(PersonName::new),
        new ApplicantKey(node.path("account").asText()));
  }

  private static Set<Role> roles(JsonNode node) {
    return Json.list(node.path("roles"), JsonNode::asText).stream()
        .map(Role::valueOf)
        .collect(Collectors.toSet());
  }
}
