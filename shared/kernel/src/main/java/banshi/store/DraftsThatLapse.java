package banshi.store;

import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.notices.Minute;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is due for drafts that nobody saves again. */
public final class DraftsThatLapse implements Lapsing {
  private final TableClient table;
  private final NoticeCodec noticeCodec;

  /** Over this table, what is told sealed by the cipher. */
  public DraftsThatLapse(TableClient table, FieldCipher cipher) {
    this.table = table;
    this.noticeCodec = new NoticeCodec(cipher);
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
        .filter(
            item ->
                Attributes.optionalText(item, Keys.DUE_SORT)
                    .filter(entry.sort()::equals)
                    .isPresent())
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
    // Two saves of one second lapse together, but have versions of their own.
    Optional<AttributeValue> version = Optional.ofNullable(item.get(FiledDrafts.VERSION));
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":sort", item.get(Keys.DUE_SORT));
    values.put(":saved", item.get(Drafts.SAVED_AT));
    version.ifPresent(read -> values.put(":version", read));
    return table
        .transaction()
        .putIf(
            Transaction.Role.DRAFT,
            next,
            "dueSort = :sort AND savedAt = :saved"
                + (version.isPresent() ? " AND version = :version" : ""),
            values)
        .put(Transaction.Role.NOTICE, noticeCodec.sent(notice, now))
        .commit()
        .isEmpty();
  }
}
