package banshi.store;

import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * An applicant's drafts. They belong to the person, not to a device, are encrypted as a whole, and
 * are deleted 90 days after they were saved last: the engine's own expiry may be late, so an
 * expired draft is not read either.
 */
public final class Drafts {
  /** How long a draft is kept after it was saved last. */
  public static final Duration KEPT = Duration.ofDays(90);

  private static final String CONTENT = "content";
  private static final String LIVE = "expiresAt > :now";

  private final TableClient table;
  private final Sealed envelope;

  /** Over this table, sealed by the cipher. */
  public Drafts(TableClient table, FieldCipher cipher) {
    this.table = table;
    this.envelope = new Sealed(cipher);
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
    Map<String, AttributeValue> values =
        Map.of(
            ":content", envelope.seal(content, pk, sk),
            ":version", Attributes.text(formVersion),
            ":saved", Attributes.text(now.toString()),
            ":until", Attributes.number(now.plus(KEPT).getEpochSecond()),
            ":now", Attributes.number(now.getEpochSecond()));
    return table
        .update(
            request ->
                request
                    .key(Attributes.key(pk, sk))
                    .updateExpression(
                        "SET content = :content, savedAt = :saved, expiresAt = :until,"
                            + " formVersion = if_not_exists(formVersion, :version)")
                    .conditionExpression("attribute_not_exists(pk) OR " + LIVE)
                    .expressionAttributeValues(values))
        .or(() -> overExpired(pk, sk, values))
        .map(this::decode)
        .orElseThrow();
  }

  private Optional<Map<String, AttributeValue>> overExpired(
      String pk, String sk, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> unconditional = new HashMap<>(values);
    unconditional.remove(":now");
    return table.update(
        request ->
            request
                .key(Attributes.key(pk, sk))
                .updateExpression(
                    "SET content = :content, savedAt = :saved, expiresAt = :until,"
                        + " formVersion = :version")
                .expressionAttributeValues(unconditional));
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
    QueryResponse page =
        table.query(
            request -> {
              Map<String, AttributeValue> values = new HashMap<>();
              values.put(":pk", Attributes.text(pk));
              values.put(":now", Attributes.number(now.getEpochSecond()));
              request
                  .keyConditionExpression("pk = :pk")
                  .filterExpression(LIVE)
                  .expressionAttributeValues(values)
                  .consistentRead(true)
                  .limit(limit);
              after.ifPresent(position -> request.exclusiveStartKey(Attributes.key(pk, position)));
            });
    return Page.of(page, this::decode);
  }

  private Draft decode(Map<String, AttributeValue> item) {
    String pk = Attributes.text(item, Keys.PK);
    String sk = Attributes.text(item, Keys.SK);
    return new Draft(
        UUID.fromString(sk.substring(Keys.DRAFT_PREFIX.length())),
        Attributes.text(item, "formVersion"),
        Instant.parse(Attributes.text(item, "savedAt")),
        Instant.ofEpochSecond(Attributes.number(item, Keys.EXPIRES_AT)),
        envelope.open(Attributes.bytes(item, CONTENT), pk, sk));
  }
}
