package banshi.store;

import banshi.cases.ActorStamp;
import banshi.cases.CaseNumber;
import banshi.cases.LegalBasis;
import banshi.cases.Party;
import banshi.cases.TimelineEntry;
import banshi.crypto.FieldCipher;
import banshi.crypto.UnreadableValue;
import banshi.identity.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a timeline entry is stored. The person and the note are sealed. */
final class TimelineCodec {
  private static final String SEQ = "seq";
  private static final String AT = "at";
  private static final String ROLE = "role";
  private static final String DEPARTMENT = "department";
  private static final String COMMITMENT = "commitment";
  private static final String PERSON = "person";
  private static final String ACTION = "action";
  private static final String FROM = "fromStage";
  private static final String TO = "toStage";
  private static final String NOTE = "note";
  private static final String BASIS = "basis";
  private static final String PREVIOUS = "previousHash";
  private static final String HASH = "hash";

  private final FieldCipher cipher;
  private final Sealed envelope;

  TimelineCodec(FieldCipher cipher) {
    this.cipher = cipher;
    this.envelope = new Sealed(cipher);
  }

  Map<String, AttributeValue> encode(CaseNumber number, TimelineEntry entry) {
    String pk = Keys.casePk(number);
    String sk = Keys.eventSk(entry.seq());
    Map<String, AttributeValue> item = new HashMap<>(Attributes.key(pk, sk));
    item.put(SEQ, Attributes.number(entry.seq()));
    item.put(AT, Attributes.text(entry.at().toString()));
    item.put(ROLE, Attributes.text(entry.actor().role().name()));
    entry.actor().department().ifPresent(code -> item.put(DEPARTMENT, Attributes.text(code)));
    entry.commitment().ifPresent(bound -> item.put(COMMITMENT, Attributes.text(bound)));
    entry
        .actor()
        .person()
        .ifPresent(person -> item.put(PERSON, envelope.seal(AuditCodec.person(person), pk, sk)));
    item.put(ACTION, Attributes.text(entry.action()));
    item.put(FROM, Attributes.text(entry.fromStage()));
    item.put(TO, Attributes.text(entry.toStage()));
    entry
        .note()
        .ifPresent(
            note ->
                item.put(
                    NOTE,
                    Attributes.bytes(
                        cipher.seal(note.getBytes(StandardCharsets.UTF_8), pk + "/" + sk))));
    entry.basis().ifPresent(basis -> item.put(BASIS, Attributes.text(basis.name())));
    item.put(PREVIOUS, Attributes.text(entry.previousHash()));
    item.put(HASH, Attributes.text(entry.hash()));
    return item;
  }

  /**
   * Reads an entry as it is stored, however it may have been tampered with: telling whether it is
   * intact is the verification's affair.
   */
  TimelineEntry decode(CaseNumber number, Map<String, AttributeValue> item) {
    String context = Keys.casePk(number) + "/" + Attributes.text(item, Keys.SK);
    return new TimelineEntry(
        Attributes.number(item, SEQ),
        Instant.parse(Attributes.text(item, AT)),
        new ActorStamp(
            Party.valueOf(Attributes.text(item, ROLE)),
            Attributes.optionalText(item, DEPARTMENT),
            person(number, item)),
        Attributes.optionalText(item, COMMITMENT),
        Attributes.text(item, ACTION),
        Attributes.text(item, FROM),
        Attributes.text(item, TO),
        note(item, context),
        Attributes.optionalText(item, BASIS).map(LegalBasis::valueOf),
        Attributes.text(item, PREVIOUS),
        Attributes.text(item, HASH));
  }

  /** Nobody where it does not open: the verification misses whom the commitment binds to. */
  private Optional<Person> person(CaseNumber number, Map<String, AttributeValue> item) {
    if (!item.containsKey(PERSON)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          AuditCodec.person(
              envelope.open(
                  Attributes.bytes(item, PERSON),
                  Keys.casePk(number),
                  Attributes.text(item, Keys.SK))));
    } catch (UnreadableValue sealed) {
      if (sealed.reason() == UnreadableValue.Reason.UNKNOWN_KEY) {
        throw sealed;
      }
      return Optional.empty();
    }
  }

  private Optional<String> note(Map<String, AttributeValue> item, String context) {
    return Optional.ofNullable(item.get(NOTE))
        .map(value -> cipher.open(value.b().asByteArrayUnsafe(), context))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
