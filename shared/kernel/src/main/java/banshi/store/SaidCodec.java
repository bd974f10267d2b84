package banshi.store;

import banshi.cases.ActorStamp;
import banshi.cases.CaseNumber;
import banshi.cases.Party;
import banshi.crypto.FieldCipher;
import banshi.words.Said;
import banshi.words.Saying;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How something that was said is stored: in clear by which part in the case, sealed by whom. */
final class SaidCodec {
  private static final String ID = "id";
  private static final String WHAT = "what";
  private static final String AT = "at";
  private static final String ROLE = "role";
  private static final String DEPARTMENT = "department";
  private static final String WORDS = "words";
  private static final String TEXT = "text";
  private static final String EVIDENCE = "evidence";
  private static final String PERSON = "person";

  private final Sealed envelope;

  SaidCodec(FieldCipher cipher) {
    this.envelope = new Sealed(cipher);
  }

  /** The list that something is in. */
  static String list(Saying what) {
    return switch (what) {
      case NOTE -> Keys.NOTE_PREFIX;
      case MESSAGE, HURRY -> Keys.MESSAGE_PREFIX;
    };
  }

  Map<String, AttributeValue> encode(CaseNumber number, Said said) {
    String pk = Keys.threadPk(number);
    String sk = Keys.saidSk(list(said.what()), said.at(), said.id());
    Map<String, AttributeValue> item = new HashMap<>(Attributes.key(pk, sk));
    item.put(ID, Attributes.text(said.id()));
    item.put(WHAT, Attributes.text(said.what().name()));
    item.put(AT, Attributes.text(said.at().toString()));
    item.put(ROLE, Attributes.text(said.by().role().name()));
    said.by().department().ifPresent(code -> item.put(DEPARTMENT, Attributes.text(code)));
    ObjectNode words = Json.object().put(TEXT, said.text());
    words.set(EVIDENCE, Json.array(said.evidence(), EvidenceCodec::encode));
    said.by().person().ifPresent(person -> words.set(PERSON, AuditCodec.person(person)));
    item.put(WORDS, envelope.seal(words, pk, sk));
    return item;
  }

  Said decode(Map<String, AttributeValue> item) {
    JsonNode words =
        envelope.open(
            Attributes.bytes(item, WORDS),
            Attributes.text(item, Keys.PK),
            Attributes.text(item, Keys.SK));
    return new Said(
        Attributes.text(item, ID),
        Saying.valueOf(Attributes.text(item, WHAT)),
        Instant.parse(Attributes.text(item, AT)),
        new ActorStamp(
            Party.valueOf(Attributes.text(item, ROLE)),
            Attributes.optionalText(item, DEPARTMENT),
            words.has(PERSON)
                ? Optional.of(AuditCodec.person(words.path(PERSON)))
                : Optional.empty()),
        words.path(TEXT).asText(),
        Json.list(words.path(EVIDENCE), EvidenceCodec::decode));
  }
}
