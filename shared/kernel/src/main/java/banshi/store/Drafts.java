package banshi.store;

import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.notices.Minute;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An applicant's drafts. They belong to the person, not to a device, are encrypted as a whole, and
 * are deleted 90 days after they were saved last: the engine's own expiry may be late, so an
 * expired draft is not read either. Seven days before, the person is told, once.
 */
public final class Drafts implements Lapsing {
  /** How long a draft is kept after it was saved last. */
  public static final Duration KEPT = Duration.ofDays(90);

  /** How long before a draft is deleted its owner is told. */
  static final Duration TOLD_BEFORE = Duration.ofDays(7);

  private static final String CONTENT = "content";
  private static final String SAVED_AT = "savedAt";
  private static final String LIVE = "expiresAt > :now";
  private static final String SAVED =
      "SET content = :content, savedAt = :saved, expiresAt = :until, dueBucket = :bucket,"
          + " dueSort = :sort, ";

  private final TableClient table;
  private final Sealed envelope;
  private final NoticeCodec noticeCodec;

  /** Over this table, sealed by the cipher. */
  public Drafts(TableClient table, FieldCipher cipher) {
    this.table = table;
    this.envelope = new Sealed(cipher);
    this.noticeCodec = new NoticeCodec(cipher);
  }

  /**
   * Saves a draft over what was there. The first save fixes the form version for good.
   *
   * @param formVersion the version to begin with, if the draft is new
   */
  public Draft save(
      ApplicantKey owner, UUID id, String formVersion, JsonNode content, Instant now) {
    String pk = Keys.draftsPk(owner);
    String sk = Keys.draftSk(id.toString());
    Instant told = now.plus(KEPT).minus(TOLD_BEFORE);
    Map<String, AttributeValue> values =
        Map.of(
            ":content", envelope.seal(content, pk, sk),
            ":version", Attributes.text(formVersion),
            ":saved", Attributes.text(now.toString()),
            ":until", Attributes.number(now.plus(KEPT).getEpochSecond()),
            ":bucket", Attributes.text(Keys.dueBucket(Keys.DueList.DUE, told, now, id.toString())),
            ":sort", Attributes.text(Keys.dueSort(told, id.toString())),
            ":now", Attributes.number(now.getEpochSecond()));
    return table
        .update(
            request ->
                request
                    .key(Attributes.key(pk, sk))
                    .updateExpression(SAVED + "formVersion = if_not_exists(formVersion, :version)")
                    .conditionExpression("attribute_not_exists(pk) OR " + LIVE)
                    .expressionAttributeValues(values))
        .or(() -> overExpired(pk, sk, values))
        .map(this::decode)
        .orElseThrow();
  }

  /**
   * A draft that is made for somebody, with another write.
   *
   * @param formVersion the version that it is begun with
   */
  public Companion making(
      ApplicantKey owner, UUID id, String formVersion, JsonNode content, Instant now) {
    String pk = Keys.draftsPk(owner);
    String sk = Keys.draftSk(id.toString());
    Instant told = now.plus(KEPT).minus(TOLD_BEFORE);
    Map<String, AttributeValue> item = new HashMap<>(Attributes.key(pk, sk));
    item.put(CONTENT, envelope.seal(content, pk, sk));
    item.put("formVersion", Attributes.text(formVersion));
    item.put(SAVED_AT, Attributes.text(now.toString()));
    item.put(Keys.EXPIRES_AT, Attributes.number(now.plus(KEPT).getEpochSecond()));
    item.put(
        Keys.DUE_BUCKET,
        Attributes.text(Keys.dueBucket(Keys.DueList.DUE, told, now, id.toString())));
    item.put(Keys.DUE_SORT, Attributes.text(Keys.dueSort(told, id.toString())));
    return new Companion(transaction -> transaction.putNew(Transaction.Role.DRAFT, item));
  }

  private Optional<Map<String, AttributeValue>> overExpired(
      String pk, String sk, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> unconditional = new HashMap<>(values);
    unconditional.remove(":now");
    return table.update(
        request ->
            request
                .key(Attributes.key(pk, sk))
                .updateExpression(SAVED + "formVersion = :version")
                .expressionAttributeValues(unconditional));
  }

  @Override
  public String prefix() {
    return Keys.DRAFT;
  }

  /**
   * Does what is due for a draft: tells its owner that it will be deleted, or deletes it. Done
   * once, whoever else tries; a draft that was saved again meanwhile is left alone.
   *
   * @return whether anything was done
   */
  @Override
  public boolean lapse(Agenda.Entry entry, Instant now) {
    return table
        .get(entry.pk(), entry.sk())
        .filter(item -> Attributes.text(item, Keys.DUE_SORT).equals(entry.sort()))
        .map(
            item ->
                Attributes.number(item, Keys.EXPIRES_AT) <= now.getEpochSecond()
                    ? table.deleteIf(
                        entry.pk(),
                        entry.sk(),
                        "dueSort = :sort",
                        Map.of(":sort", Attributes.text(entry.sort())))
                    : told(item, now))
        .orElse(false);
  }

  private boolean told(Map<String, AttributeValue> item, Instant now) {
    ApplicantKey owner =
        new ApplicantKey(Attributes.text(item, Keys.PK).substring(Keys.DRAFT_PREFIX.length()));
    String id = Attributes.text(item, Keys.SK).substring(Keys.DRAFT_PREFIX.length());
    Instant deleted = Instant.ofEpochSecond(Attributes.number(item, Keys.EXPIRES_AT));
    Map<String, AttributeValue> next = new HashMap<>(item);
    next.put(Keys.DUE_BUCKET, Attributes.text(Keys.dueBucket(Keys.DueList.DUE, deleted, now, id)));
    next.put(Keys.DUE_SORT, Attributes.text(Keys.dueSort(deleted, id)));
    Notice notice =
        new Notice(
            NoticeName.DRAFT_EXPIRES,
            new Recipient.Person(owner),
            "DRAFT-" + id + "-" + deleted.getEpochSecond(),
            Optional.empty(),
            now,
            Map.of("due", Minute.of(deleted)));
    return table
        .transaction()
        .putIf(
            Transaction.Role.DRAFT,
            next,
            "dueSort = :sort AND savedAt = :saved",
            Map.of(":sort", item.get(Keys.DUE_SORT), ":saved", item.get(SAVED_AT)))
        .put(Transaction.Role.NOTICE, noticeCodec.sent(notice, now))
        .commit()
        .isEmpty();
  }

  /** Reads a draft that has not expired. */
  public Optional<Draft> find(ApplicantKey owner, UUID id, Instant now) {
    return table
        .get(Keys.draftsPk(owner), Keys.draftSk(id.toString()))
        .filter(item -> Attributes.number(item, Keys.EXPIRES_AT) > now.getEpochSecond())
        .map(this::decode);
  }

  /** Deletes a draft; it is no error when there is none. */
  public void delete(ApplicantKey owner, UUID id) {
    table.delete(Keys.draftsPk(owner), Keys.draftSk(id.toString()));
  }

  /** A page of an applicant's drafts, in the order of their ids. */
  public Page<Draft> of(ApplicantKey owner, Optional<String> after, int limit, Instant now) {
    String pk = Keys.draftsPk(owner);
    return table.page(
        pk,
        after,
        limit,
        request ->
            request
                .keyConditionExpression("pk = :pk")
                .filterExpression(LIVE)
                .expressionAttributeValues(
                    Map.of(
                        ":pk", Attributes.text(pk),
                        ":now", Attributes.number(now.getEpochSecond()))),
        this::decode);
  }

  private Draft decode(Map<String, AttributeValue> item) {
    String pk = Attributes.text(item, Keys.PK);
    String sk = Attributes.text(item, Keys.SK);
    return new Draft(
        UUID.fromString(sk.substring(Keys.DRAFT_PREFIX.length())),
        Attributes.text(item, "formVersion"),
        Instant.parse(Attributes.text(item, SAVED_AT)),
        Instant.ofEpochSecond(Attributes.number(item, Keys.EXPIRES_AT)),
        envelope.open(Attributes.bytes(item, CONTENT), pk, sk));
  }
}
