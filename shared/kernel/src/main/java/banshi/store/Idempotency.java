package banshi.store;

import banshi.crypto.Digests;
import banshi.crypto.FieldCipher;
import banshi.store.Transaction.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The first answers to writes, kept for 24 hours by the event's time and found again by caller,
 * route and key. The record is part of the transaction that it remembers, so there is never a write
 * without its answer, nor an answer without its write. Answers are compressed and encrypted.
 */
final class Idempotency {
  /** How long a write can be repeated and get its first answer (contract: 24 h). */
  static final Duration KEPT = Duration.ofHours(24);

  private static final String BODY_HASH = "bodyHash";
  private static final String ANSWER = "answer";

  private final TableClient table;
  private final FieldCipher cipher;
  private final Area area;

  Idempotency(TableClient table, FieldCipher cipher, Area area) {
    this.table = table;
    this.cipher = cipher;
    this.area = area;
  }

  /** Adds the record of a write to its transaction. */
  void remember(Transaction transaction, WriteTerms terms, StoredAnswer answer, Instant now) {
    String pk = pk(terms);
    Map<String, AttributeValue> item = new HashMap<>(Attributes.key(pk, Keys.IDEMPOTENCY));
    item.put(BODY_HASH, Attributes.text(terms.bodyHash()));
    item.put(ANSWER, Attributes.bytes(cipher.seal(pack(answer), pk)));
    item.put(Keys.EXPIRES_AT, Attributes.number(now.plus(KEPT).getEpochSecond()));
    transaction.putIf(
        Role.IDEMPOTENCY,
        item,
        "attribute_not_exists(pk) OR expiresAt <= :now",
        Map.of(":now", Attributes.number(now.getEpochSecond())));
  }

  /**
   * What became of a write that remembers its answer.
   *
   * @param failed what {@link Transaction#commit} gave
   * @param otherwise what stood in the way when it was not the record
   */
  Commit outcome(
      Map<Role, Map<String, AttributeValue>> failed, WriteTerms terms, Commit otherwise) {
    if (failed.isEmpty()) {
      return new Commit.Written();
    }
    Map<String, AttributeValue> record = failed.get(Role.IDEMPOTENCY);
    return record == null ? otherwise : met(terms, record);
  }

  /** What stands in the way of a write: its own first answer, or another write's key. */
  private Commit met(WriteTerms terms, Map<String, AttributeValue> record) {
    boolean same =
        MessageDigest.isEqual(
            Attributes.text(record, BODY_HASH).getBytes(StandardCharsets.UTF_8),
            terms.bodyHash().getBytes(StandardCharsets.UTF_8));
    return same
        ? new Commit.Repeated(unpack(cipher.open(Attributes.bytes(record, ANSWER), pk(terms))))
        : new Commit.KeyReused();
  }

  /** What is known of a write that was refused now: perhaps it was done before. One read. */
  Optional<Commit> recall(WriteTerms terms, Instant now) {
    return table
        .get(pk(terms), Keys.IDEMPOTENCY)
        .filter(item -> Attributes.number(item, Keys.EXPIRES_AT) > now.getEpochSecond())
        .map(item -> met(terms, item));
  }

  private String pk(WriteTerms terms) {
    return Keys.idempotencyPk(area, Digests.sha256Hex(terms.scope() + "\n" + terms.key()));
  }

  private static byte[] pack(StoredAnswer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(answer.status());
      out.writeLong(answer.version().orElse(0L));
      out.writeUTF(answer.location().orElse(""));
      out.writeInt(answer.body().length);
      out.write(answer.body());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  private static StoredAnswer unpack(byte[] packed) {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
      int status = in.readInt();
      long version = in.readLong();
      String location = in.readUTF();
      byte[] body = in.readNBytes(in.readInt());
      return new StoredAnswer(
          status,
          version == 0 ? Optional.empty() : Optional.of(version),
          location.isEmpty() ? Optional.empty() : Optional.of(location),
          body);
    } catch (IOException e) {
      throw new CorruptItemException("an idempotency record does not unpack", e);
    }
  }
}
