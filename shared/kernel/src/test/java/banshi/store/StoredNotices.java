package banshi.store;

import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.Contact;
import banshi.identity.OpenId;
import banshi.notices.Delivery;
import banshi.notices.Notice;
import banshi.notices.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What people are told, as a transaction of a case would store it; and what is stored of it then.
 */
public final class StoredNotices {
  private final Engine engine;

  public StoredNotices(Engine engine) {
    this.engine = engine;
  }

  /** Stores a notice as the write that caused it would. */
  public void tell(Notice notice, ApplicantIdentity person, Instant now) {
    engine
        .table
        .transaction()
        .put(
            Transaction.Role.NOTICE,
            new NoticeCodec(engine.cipher).of(notice, Contact.of(person), now))
        .commit();
  }

  /** Gives a person a stock of consents. */
  public void grant(ApplicantKey owner, String template, int messages, OpenId openId, Instant now) {
    new Consents(engine.table, engine.cipher)
        .grant(
            owner,
            Optional.empty(),
            new Consent(template, messages, messages, 0, openId),
            new WriteTerms(owner.value(), template, "body"),
            new StoredAnswer(
                200, Optional.empty(), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8)),
            now);
  }

  /** What a person still allows. */
  public Consent consent(ApplicantKey owner, String template) {
    return new Consents(engine.table, engine.cipher).find(owner, template).orElseThrow();
  }

  /** Every record of a notice's channels. */
  public List<Delivery> deliveries(Notice notice) {
    return Deliveries.of(engine.table, Keys.inboxPk(notice.to()), notice.event());
  }

  /** Where on the agenda a notice stands; empty when it has left it. */
  public Optional<String> bucket(Notice notice) {
    return item(notice).flatMap(item -> Attributes.optionalText(item, Keys.DUE_BUCKET));
  }

  /** When a notice is due on the agenda. */
  public Instant dueAt(Notice notice) {
    return Keys.dueAt(Attributes.text(item(notice).orElseThrow(), Keys.DUE_SORT));
  }

  /** Spoils how a person is reached, as no write of ours ever does. */
  public void spoilContact(Notice notice) {
    engine.table.update(
        request ->
            request
                .key(
                    Attributes.key(
                        Keys.inboxPk(notice.to()), Keys.noticeSk(notice.at(), notice.event())))
                .updateExpression("SET contact = :spoilt")
                .expressionAttributeValues(
                    Map.of(":spoilt", Attributes.bytes(new byte[] {1, 2, 3}))));
  }

  /** All that is stored of a person's notices, in the engine's own words. */
  public String raw(Recipient person) {
    return engine
        .table
        .queryAll(
            request ->
                request
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(
                        Map.of(":pk", Attributes.text(Keys.inboxPk(person)))))
        .toString();
  }

  private Optional<Map<String, AttributeValue>> item(Notice notice) {
    return engine.table.get(Keys.inboxPk(notice.to()), Keys.noticeSk(notice.at(), notice.event()));
  }
}
