package banshi.store;

import banshi.crypto.FieldCipher;
import banshi.notices.Recipient;
import banshi.store.Transaction.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The inboxes: what was told to whom, newest first. A page costs one read unit for each started 4
 * KB of what is on it, however full the inbox is. A notice older than two years is not shown, even
 * while the engine has not removed it yet.
 */
public final class Inboxes {
  private static final String READ_AT = "readAt";

  private final TableClient table;
  private final NoticeCodec codec;
  private final Idempotency idempotency;

  /** Over this table. */
  public Inboxes(TableClient table, FieldCipher cipher) {
    this.table = table;
    this.codec = new NoticeCodec(cipher);
    this.idempotency = new Idempotency(table, cipher, Area.NOTICE);
  }

  /**
   * A page of an inbox, strongly consistent.
   *
   * @param after the position the page before ended at
   * @param limit how many at most
   */
  public Page<InboxNotice> of(Recipient to, Optional<String> after, int limit, Instant now) {
    String pk = Keys.inboxPk(to);
    return table.page(
        pk,
        after,
        limit,
        request ->
            request
                .keyConditionExpression("pk = :pk AND sk BETWEEN :oldest AND :newest")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", Attributes.text(pk),
                        ":oldest", Attributes.text(Keys.noticeSk(oldest(now), "")),
                        ":newest", Attributes.text(Keys.LAST_OF_INBOX)))
                .scanIndexForward(false),
        item -> decode(to, item));
  }

  /** One notice by its {@link InboxNotice#position()}, strongly consistent: one read unit. */
  public Optional<InboxNotice> find(Recipient to, String position, Instant now) {
    return table
        .get(Keys.inboxPk(to), Keys.NOTICE_PREFIX + position)
        .map(item -> decode(to, item))
        .filter(found -> !found.notice().at().isBefore(oldest(now)));
  }

  /**
   * Stores that a notice was read, with the answer to whoever said so, if the notice is still as it
   * was read here. Of one that was read before, only the answer is stored.
   */
  public Commit markRead(InboxNotice before, WriteTerms terms, StoredAnswer answer, Instant now) {
    Transaction transaction = table.transaction();
    if (before.readAt().isEmpty()) {
      transaction.updateIf(
          Role.NOTICE,
          Attributes.key(
              Keys.inboxPk(before.notice().to()), Keys.NOTICE_PREFIX + before.position()),
          "SET readAt = :now",
          "attribute_exists(pk) AND attribute_not_exists(readAt)",
          Map.of(":now", Attributes.text(now.toString())));
    }
    idempotency.remember(transaction, terms, answer, now);
    return idempotency.outcome(transaction.commit(), terms, new Commit.Moved());
  }

  /** What is known of a write that was refused now: perhaps it was done before. */
  public Optional<Commit> recall(WriteTerms terms, Instant now) {
    return idempotency.recall(terms, now);
  }

  private InboxNotice decode(Recipient to, Map<String, AttributeValue> item) {
    return new InboxNotice(
        codec.decode(to, item), Attributes.optionalText(item, READ_AT).map(Instant::parse));
  }

  private static Instant oldest(Instant now) {
    return now.minus(NoticeCodec.KEPT);
  }
}
