package banshi.store;

import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.identity.Disclosure;
import banshi.identity.OpenId;
import banshi.store.Transaction.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The ledger of consents to WeChat's one-time messages (一次性订阅消息): one tap allows one message, so
 * consent is a stock that taps fill and messages empty.
 *
 * <p>A grant is one transaction over the stock, on condition that it is still as it was read, and
 * the idempotency record: a repeated tap counts once, and racing taps add up.
 */
public final class Consents {
  /** How many messages of one template may be available at once. */
  public static final int LARGEST_STOCK = 1_000;

  static final String AVAILABLE = "available";
  static final String GRANTED = "granted";
  static final String SPENT = "spent";

  /** Sealed: {@code {"openId": …}}, bound to the item's keys. */
  static final String OPEN_ID = "openId";

  private static final Disclosure STORAGE = new Disclosure.Storage();

  private final TableClient table;
  private final Sealed envelope;
  private final Idempotency idempotency;

  /** Over this table, with openids sealed by the cipher. */
  public Consents(TableClient table, FieldCipher cipher) {
    this.table = table;
    this.envelope = new Sealed(cipher);
    this.idempotency = new Idempotency(table, cipher, Area.NOTICE);
  }

  /** The stock of a template; empty when the person never allowed any of it. One read unit. */
  public Optional<Consent> find(ApplicantKey owner, String templateId) {
    return table.get(Keys.consentPk(owner), Keys.consentSk(templateId)).map(this::decode);
  }

  /** A page of a person's stocks, in the order of their templates' ids. */
  public Page<Consent> of(ApplicantKey owner, Optional<String> after, int limit) {
    String pk = Keys.consentPk(owner);
    return table.page(
        pk,
        after,
        limit,
        request ->
            request
                .keyConditionExpression("pk = :pk AND begins_with(sk, :template)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", Attributes.text(pk),
                        ":template", Attributes.text(Keys.TEMPLATE_PREFIX))),
        this::decode);
  }

  /**
   * Stores a grant with its answer, if the stock is still as it was read.
   *
   * @param before the stock as it was read; empty when there was none
   * @param after the stock with what was granted
   */
  public Commit grant(
      ApplicantKey owner,
      Optional<Consent> before,
      Consent after,
      WriteTerms terms,
      StoredAnswer answer,
      Instant now) {
    String pk = Keys.consentPk(owner);
    String sk = Keys.consentSk(after.templateId());
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":available", Attributes.number(after.available()));
    values.put(":granted", Attributes.number(after.granted()));
    values.put(":spent", Attributes.number(after.spent()));
    values.put(":openId", sealed(after.openId(), pk, sk));
    before.ifPresent(
        read -> {
          values.put(":wasAvailable", Attributes.number(read.available()));
          values.put(":wasGranted", Attributes.number(read.granted()));
          values.put(":wasSpent", Attributes.number(read.spent()));
        });
    Transaction transaction = table.transaction();
    transaction.updateIf(
        Role.CONSENT,
        Attributes.key(pk, sk),
        "SET available = :available, granted = :granted, spent = :spent, openId = :openId",
        before.isEmpty()
            ? "attribute_not_exists(pk)"
            : "available = :wasAvailable AND granted = :wasGranted AND spent = :wasSpent",
        values);
    idempotency.remember(transaction, terms, answer, now);
    return idempotency.outcome(transaction.commit(), terms, new Commit.Moved());
  }

  /** What is known of a write that was refused now: perhaps it was done before. */
  public Optional<Commit> recall(WriteTerms terms, Instant now) {
    return idempotency.recall(terms, now);
  }

  private AttributeValue sealed(OpenId openId, String pk, String sk) {
    return envelope.seal(Json.object().put(OPEN_ID, openId.clear(STORAGE)), pk, sk);
  }

  Consent decode(Map<String, AttributeValue> item) {
    String pk = Attributes.text(item, Keys.PK);
    String sk = Attributes.text(item, Keys.SK);
    return new Consent(
        sk.substring(Keys.TEMPLATE_PREFIX.length()),
        Attributes.number(item, AVAILABLE),
        Attributes.number(item, GRANTED),
        Attributes.number(item, SPENT),
        new OpenId(envelope.open(Attributes.bytes(item, OPEN_ID), pk, sk).path(OPEN_ID).asText()));
  }
}
