package banshi.store;

import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.identity.Disclosure;
import banshi.identity.Phone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * The telephones that people confirmed by signing in with them: one of each person, the newest by
 * the time of the request that brought it, in whatever order requests arrive. What somebody else
 * wrote into a form is never one of them.
 */
public final class Contacts {
  private static final String PHONE = "phone";

  /** Its width never changes, so that instants compare as texts do. */
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final TableClient table;
  private final Sealed envelope;

  /** Over this table, with numbers sealed by the cipher. */
  public Contacts(TableClient table, FieldCipher cipher) {
    this.table = table;
    this.envelope = new Sealed(cipher);
  }

  /**
   * Keeps a telephone that somebody signed in with, unless a newer one is kept. One write unit,
   * whether it is kept or not.
   *
   * @param at when the request came that brought it
   */
  public void confirm(ApplicantKey person, Phone phone, Instant at) {
    String pk = Keys.contactPk(person);
    table.update(
        request ->
            request
                .key(Attributes.key(pk, Keys.CONTACT))
                .updateExpression("SET phone = :phone, confirmedAt = :at")
                .conditionExpression("attribute_not_exists(pk) OR confirmedAt < :at")
                .expressionAttributeValues(
                    Map.of(
                        ":phone",
                        envelope.seal(
                            Json.object().put(PHONE, phone.clear(new Disclosure.Storage())),
                            pk,
                            Keys.CONTACT),
                        ":at",
                        Attributes.text(INSTANT.format(at)))));
  }

  /** The telephone that somebody signed in with last. One read unit. */
  public Optional<Phone> confirmed(ApplicantKey person) {
    String pk = Keys.contactPk(person);
    return table
        .get(pk, Keys.CONTACT)
        .map(
            item ->
                new Phone(
                    envelope
                        .open(Attributes.bytes(item, PHONE), pk, Keys.CONTACT)
                        .path(PHONE)
                        .asText()));
  }
}
