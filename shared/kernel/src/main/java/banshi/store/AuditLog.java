package banshi.store;

import banshi.audit.Audit;
import banshi.audit.AuditEntry;
import banshi.audit.AuditUnavailable;
import banshi.crypto.FieldCipher;
import banshi.store.Transaction.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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

  private Map<String, AttributeValue> item(AuditEntry entry) {
    return new HashMap<>(codec.encode(entry, UUID.randomUUID().toString()));
  }
}
