package banshi.store;

import banshi.audit.Audit;
import banshi.audit.AuditEntry;
import banshi.audit.AuditSpan;
import banshi.audit.AuditUnavailable;
import banshi.cases.CaseNumber;
import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.store.Transaction.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The audit in the hall's table: an item for each entry under its case, found by person through the
 * index of applicants. Who, where from and why are sealed; keys hold a case's number or a keyed
 * hash. Entries are removed by the table itself when they have been kept for as long as is set.
 *
 * <p>An entry costs two write units for a started KB within a transaction, one by itself, and one
 * more for the index.
 */
public final class AuditLog implements Audit {
  /** Shortest time that entries are kept: six months (Cybersecurity Law art. 21), in days. */
  public static final int LEAST_DAYS = 183;

  private final TableClient table;
  private final AuditCodec codec;

  /**
   * Over this table.
   *
   * @param days for how many days entries are kept, at least {@value #LEAST_DAYS}
   */
  public AuditLog(TableClient table, FieldCipher cipher, int days) {
    if (days < LEAST_DAYS) {
      throw new IllegalArgumentException(
          "the audit is kept for at least " + LEAST_DAYS + " days, not " + days);
    }
    this.table = table;
    this.codec = new AuditCodec(cipher, Duration.ofDays(days));
  }

  @Override
  public void record(AuditEntry entry) {
    Map<String, AttributeValue> item = item(entry);
    try {
      table.putNew(item);
    } catch (SdkException unwritten) {
      throw new AuditUnavailable(unwritten);
    }
  }

  /** An entry as a part of an act's own write: there is never an act without its entry. */
  public Companion beside(AuditEntry entry) {
    Map<String, AttributeValue> item = item(entry);
    return new Companion(transaction -> transaction.putNew(Role.AUDIT, item));
  }

  /**
   * A page of what was seen and done in a case, newest first, strongly consistent.
   *
   * @param after the position that the page before ended at
   * @param limit how many at most
   */
  public Page<AuditEntry> ofCase(
      CaseNumber number, AuditSpan span, Optional<String> after, int limit) {
    String pk = Keys.auditPk(number);
    return table.page(
        pk,
        after,
        limit,
        request ->
            request
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(between(pk, span))
                .scanIndexForward(false),
        codec::decode);
  }

  /** A page of what a person saw and did, newest first. The index lags the table by moments. */
  public Page<AuditEntry> ofPerson(
      ApplicantKey account, AuditSpan span, Optional<String> after, int limit) {
    String key = Keys.auditedPerson(account);
    QueryResponse found =
        table.query(
            request -> {
              request
                  .indexName(Keys.BY_APPLICANT)
                  .keyConditionExpression(
                      "applicantKey = :pk AND applicantSort BETWEEN :from AND :to")
                  .expressionAttributeValues(between(key, span))
                  .scanIndexForward(false)
                  .limit(limit);
              after.ifPresent(position -> request.exclusiveStartKey(start(key, position)));
            });
    return new Page<>(
        found.items().stream().map(codec::decode).toList(),
        Optional.of(found.lastEvaluatedKey())
            .filter(last -> !last.isEmpty())
            .map(last -> Attributes.text(last, Keys.SK) + " " + Attributes.text(last, Keys.PK)));
  }

  private static Map<String, AttributeValue> start(String key, String position) {
    String sk = position.substring(0, position.indexOf(' '));
    Map<String, AttributeValue> start =
        new HashMap<>(Attributes.key(position.substring(sk.length() + 1), sk));
    start.put(Keys.APPLICANT_KEY, Attributes.text(key));
    start.put(Keys.APPLICANT_SORT, Attributes.text(sk));
    return start;
  }

  /** An entry's sort key goes on behind its instant, so the instant behind the span is left out. */
  private static Map<String, AttributeValue> between(String key, AuditSpan span) {
    return Map.of(
        ":pk", Attributes.text(key),
        ":from", Attributes.text(span.begins().map(Keys::auditFrom).orElse("0")),
        ":to", Attributes.text(span.ends().map(Keys::auditFrom).orElse("\uffff")));
  }

  private Map<String, AttributeValue> item(AuditEntry entry) {
    return new HashMap<>(codec.encode(entry, UUID.randomUUID().toString()));
  }
}
