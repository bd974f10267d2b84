package banshi.store;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.identity.ApplicantKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Drafts that become cases: with the write that files the case the draft's content goes, and what
 * is left of it says which case it became, for as long as a draft is kept. So each draft is filed
 * once, also by somebody who never saved it.
 */
final class FiledDrafts {
  static final String FILED_AS = "filedAs";
  static final String KIND = "draftKind";
  static final String VERSION = "version";
  static final String CONTENT = "content";

  /** Everything that only a draft which can still be written has. */
  static final String EMPTIED =
      " REMOVE content, savedAt, formVersion, draftKind, dueBucket, dueSort";

  private FiledDrafts() {}

  /** Adds to the write that files a case that a draft of its owner becomes it. */
  static void become(
      Transaction transaction, ApplicantKey owner, String id, CaseNumber number, Instant now) {
    Map<String, AttributeValue> values = new HashMap<>(counted(now));
    values.put(":number", Attributes.text(number.value()));
    values.put(":until", Attributes.number(now.plus(Drafts.KEPT).getEpochSecond()));
    values.put(":now", Attributes.number(now.getEpochSecond()));
    values.put(":kind", Attributes.text(number.kind().name()));
    transaction.updateIf(
        Transaction.Role.DRAFT,
        Attributes.key(Keys.draftsPk(owner), Keys.draftSk(id)),
        "SET filedAs = :number, expiresAt = :until, " + COUNTED + EMPTIED,
        "attribute_not_exists(pk) OR expiresAt <= :now OR (attribute_not_exists(filedAs) AND"
            + " (attribute_not_exists(content) OR "
            + ofKind(number.kind())
            + "))",
        values);
  }

  /** What stands in the way of a filing. */
  static Commit met(Map<String, AttributeValue> item) {
    return item.containsKey(FILED_AS)
        ? new Commit.DraftFiled(new CaseNumber(Attributes.text(item, FILED_AS)))
        : new Commit.DraftOfAnotherKind();
  }

  /**
   * The next version. The first is counted from the second in which the draft was begun, so that no
   * version comes twice even when nothing is left of a draft that had the same id.
   */
  static final String COUNTED = "version = if_not_exists(version, :start) + :one";

  /** The values that {@link #COUNTED} names. */
  static Map<String, AttributeValue> counted(Instant now) {
    return Map.of(":start", Attributes.number(now.getEpochSecond()), ":one", Attributes.number(1));
  }

  /** The condition, on {@code :kind}, that a draft is of a kind; the oldest do not say theirs. */
  static String ofKind(CaseKind kind) {
    return kind == CaseKind.APPLICATION
        ? "(attribute_not_exists(draftKind) OR draftKind = :kind)"
        : "draftKind = :kind";
  }
}
