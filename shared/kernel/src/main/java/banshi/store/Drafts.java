package banshi.store;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
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

/**
 * An applicant's drafts, of filings of every kind. They belong to the person, not to a device, are
 * encrypted as a whole, and are deleted 90 days after they were saved last: the engine's own expiry
 * may be late, so an expired draft is not read either. Seven days before, the person is told, once.
 *
 * <p>Each change of a draft has a version. What is deleted or filed leaves its version behind, so
 * that nobody who holds an older copy meets the same version again.
 */
public final class Drafts {
  /** How long a draft is kept after it was saved last. */
  public static final Duration KEPT = Duration.ofDays(90);

  /** How long before a draft is deleted its owner is told. */
  static final Duration TOLD_BEFORE = Duration.ofDays(7);

  /** Whoever meets others' writes so often has a client that saves without end. */
  private static final int TRIES = 20;

  private static final String CONTENT = FiledDrafts.CONTENT;
  static final String SAVED_AT = "savedAt";
  private static final String FORM_VERSION = "formVersion";
  private static final String LIVE = "attribute_exists(content) AND expiresAt > :now";
  private static final String FREE =
      "(attribute_not_exists(content) AND attribute_not_exists(filedAs))";
  private static final String SAVED =
      "SET content = :content, savedAt = :saved, expiresAt = :until, dueBucket = :bucket,"
          + " dueSort = :sort, draftKind = :kind, "
          + FiledDrafts.COUNTED;

  private final TableClient table;
  private final Sealed envelope;

  /** Over this table, sealed by the cipher. */
  public Drafts(TableClient table, FieldCipher cipher) {
    this.table = table;
    this.envelope = new Sealed(cipher);
  }

  /**
   * A draft to be saved.
   *
   * @param kind of the case that it is to become
   * @param formVersion the version to begin with, if the draft is new
   */
  public record Saving(
      ApplicantKey owner, UUID id, CaseKind kind, String formVersion, JsonNode content) {}

  /**
   * What must be so for a draft to be changed.
   *
   * @param expected the version that the caller read
   * @param onlyNew there must be none yet
   */
  public record Terms(Optional<Long> expected, boolean onlyNew) {
    /** Whatever there is. */
    public static final Terms NONE = new Terms(Optional.empty(), false);
  }

  /** What became of saving or deleting a draft. */
  public sealed interface Saved {
    /** It is stored: now, or by the same request before. */
    record Kept(Draft draft) implements Saved {}

    /** It is not what the caller read; nothing was changed. Empty when there is none. */
    record Stale(Optional<Draft> current) implements Saved {}

    /** It is a draft of another kind; nothing was changed. */
    record OfKind(CaseKind kind) implements Saved {}

    /** It has become a case; nothing was changed. */
    record Filed(CaseNumber number) implements Saved {}

    /** There is none any more. */
    record Deleted() implements Saved {}
  }

  /**
   * Saves a draft over what was there, if the terms hold. The first save fixes kind and form
   * version until the draft is deleted. A save whose answer was lost may be repeated with the
   * version it had: when what is stored came right after that version and says the same, it is the
   * answer.
   *
   * @throws ContendedException when others save it without end
   */
  public Saved save(Saving saving, Terms terms, Instant now) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      TableClient.Tried tried = put(saving, terms, now);
      if (tried.done()) {
        return new Saved.Kept(decode(tried.item()));
      }
      Optional<Saved> known = met(saving, terms, tried.item(), now);
      if (known.isPresent()) {
        return known.get();
      }
      if (isOver(tried.item(), now)) {
        TableClient.Tried anew = overExpired(saving, tried.item(), now);
        if (anew.done()) {
          return new Saved.Kept(decode(anew.item()));
        }
      }
      Backoff.pause(attempt);
    }
    throw new ContendedException();
  }

  private TableClient.Tried put(Saving saving, Terms terms, Instant now) {
    Map<String, AttributeValue> values = values(saving, now);
    String condition;
    if (terms.expected().isPresent()) {
      condition =
          LIVE + " AND " + FiledDrafts.ofKind(saving.kind()) + " AND " + expected(terms, values);
      values.put(":now", Attributes.number(now.getEpochSecond()));
    } else if (terms.onlyNew()) {
      condition = "attribute_not_exists(pk) OR " + FREE;
    } else {
      condition =
          "attribute_not_exists(pk) OR "
              + FREE
              + " OR ("
              + LIVE
              + " AND "
              + FiledDrafts.ofKind(saving.kind())
              + ")";
      values.put(":now", Attributes.number(now.getEpochSecond()));
    }
    return table.tryUpdate(
        request ->
            request
                .key(key(saving.owner(), saving.id()))
                .updateExpression(SAVED + ", formVersion = if_not_exists(formVersion, :form)")
                .conditionExpression(condition)
                .expressionAttributeValues(values));
  }

  /** The condition that the version is the one that the terms name; the oldest have none. */
  private static String expected(Terms terms, Map<String, AttributeValue> values) {
    long expected = terms.expected().orElseThrow();
    if (expected == 0) {
      return "attribute_not_exists(version)";
    }
    values.put(":expected", Attributes.number(expected));
    return "version = :expected";
  }

  /** Over what the engine has not removed yet: as if there were nothing. */
  private TableClient.Tried overExpired(
      Saving saving, Map<String, AttributeValue> seen, Instant now) {
    Map<String, AttributeValue> values = values(saving, now);
    values.put(":seen", seen.get(Keys.EXPIRES_AT));
    return table.tryUpdate(
        request ->
            request
                .key(key(saving.owner(), saving.id()))
                .updateExpression(SAVED + ", formVersion = :form REMOVE filedAs")
                .conditionExpression("expiresAt = :seen")
                .expressionAttributeValues(values));
  }

  private Map<String, AttributeValue> values(Saving saving, Instant now) {
    String id = saving.id().toString();
    Instant told = now.plus(KEPT).minus(TOLD_BEFORE);
    Map<String, AttributeValue> values = new HashMap<>(FiledDrafts.counted(now));
    values.put(
        ":content",
        envelope.seal(saving.content(), Keys.draftsPk(saving.owner()), Keys.draftSk(id)));
    values.put(":kind", Attributes.text(saving.kind().name()));
    values.put(":form", Attributes.text(saving.formVersion()));
    values.put(":saved", Attributes.text(now.toString()));
    values.put(":until", Attributes.number(now.plus(KEPT).getEpochSecond()));
    values.put(":bucket", Attributes.text(Keys.dueBucket(Keys.DueList.DUE, told, now, id)));
    values.put(":sort", Attributes.text(Keys.dueSort(told, id)));
    return values;
  }

  /** What a save met; empty when it is to be tried again. */
  private Optional<Saved> met(
      Saving saving, Terms terms, Map<String, AttributeValue> item, Instant now) {
    if (item.isEmpty() || isOver(item, now)) {
      return terms.expected().map(none -> new Saved.Stale(Optional.empty()));
    }
    if (item.containsKey(FiledDrafts.FILED_AS)) {
      return Optional.of(
          new Saved.Filed(new CaseNumber(Attributes.text(item, FiledDrafts.FILED_AS))));
    }
    if (!item.containsKey(CONTENT)) {
      return terms.expected().map(none -> new Saved.Stale(Optional.empty()));
    }
    Draft current = decode(item);
    if (current.kind() != saving.kind()) {
      return Optional.of(new Saved.OfKind(current.kind()));
    }
    boolean follows = terms.expected().map(read -> read + 1 == current.version()).orElse(true);
    boolean stale =
        terms.onlyNew() || terms.expected().filter(read -> read != current.version()).isPresent();
    if (!stale) {
      return Optional.empty();
    }
    return Optional.of(
        follows && current.content().equals(asStored(saving.content()))
            ? new Saved.Kept(current)
            : new Saved.Stale(Optional.of(current)));
  }

  private static boolean isOver(Map<String, AttributeValue> item, Instant now) {
    return !item.isEmpty() && Attributes.number(item, Keys.EXPIRES_AT) <= now.getEpochSecond();
  }

  /** The content as it will be read again, where a number may have another class. */
  private static JsonNode asStored(JsonNode content) {
    return Json.parse(Json.bytes(content));
  }

  private static Map<String, AttributeValue> key(ApplicantKey owner, UUID id) {
    return Attributes.key(Keys.draftsPk(owner), Keys.draftSk(id.toString()));
  }

  /**
   * A draft of an application that is made for somebody, with another write.
   *
   * @param formVersion the version that it is begun with
   */
  public Companion making(
      ApplicantKey owner, UUID id, String formVersion, JsonNode content, Instant now) {
    Map<String, AttributeValue> item = new HashMap<>(key(owner, id));
    Map<String, AttributeValue> values =
        values(new Saving(owner, id, CaseKind.APPLICATION, formVersion, content), now);
    item.put(CONTENT, values.get(":content"));
    item.put(FiledDrafts.KIND, values.get(":kind"));
    item.put(FiledDrafts.VERSION, Attributes.number(now.getEpochSecond() + 1));
    item.put(FORM_VERSION, values.get(":form"));
    item.put(SAVED_AT, values.get(":saved"));
    item.put(Keys.EXPIRES_AT, values.get(":until"));
    item.put(Keys.DUE_BUCKET, values.get(":bucket"));
    item.put(Keys.DUE_SORT, values.get(":sort"));
    return new Companion(transaction -> transaction.putNew(Transaction.Role.DRAFT, item));
  }

  /** Reads a draft that has not expired. */
  public Optional<Draft> find(ApplicantKey owner, UUID id, Instant now) {
    return table
        .get(Keys.draftsPk(owner), Keys.draftSk(id.toString()))
        .filter(item -> item.containsKey(CONTENT))
        .filter(item -> Attributes.number(item, Keys.EXPIRES_AT) > now.getEpochSecond())
        .map(this::decode);
  }

  /**
   * Deletes a draft if the version is the one that the caller read, whichever it is when they named
   * none. It is no error when there is none. What is left says the version, for as long as a draft
   * is kept.
   *
   * @return {@link Saved.Deleted}, or {@link Saved.Stale} with what is stored
   */
  public Saved delete(ApplicantKey owner, UUID id, Optional<Long> expected, Instant now) {
    Map<String, AttributeValue> values = new HashMap<>(FiledDrafts.counted(now));
    values.put(":until", Attributes.number(now.plus(KEPT).getEpochSecond()));
    String version =
        expected.map(read -> " AND " + expected(new Terms(expected, false), values)).orElse("");
    TableClient.Tried tried =
        table.tryUpdate(
            request ->
                request
                    .key(key(owner, id))
                    .updateExpression(
                        "SET expiresAt = :until, " + FiledDrafts.COUNTED + FiledDrafts.EMPTIED)
                    .conditionExpression("attribute_exists(content)" + version)
                    .expressionAttributeValues(values));
    boolean there = tried.item().containsKey(CONTENT) && !isOver(tried.item(), now);
    return tried.done() || !there
        ? new Saved.Deleted()
        : new Saved.Stale(Optional.of(decode(tried.item())));
  }

  /** A page of an applicant's drafts of every kind, in the order of their ids. */
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
        Attributes.optionalText(item, FiledDrafts.KIND)
            .map(CaseKind::valueOf)
            .orElse(CaseKind.APPLICATION),
        item.containsKey(FiledDrafts.VERSION) ? Attributes.number(item, FiledDrafts.VERSION) : 0,
        Attributes.text(item, FORM_VERSION),
        Instant.parse(Attributes.text(item, SAVED_AT)),
        Instant.ofEpochSecond(Attributes.number(item, Keys.EXPIRES_AT)),
        envelope.open(Attributes.bytes(item, CONTENT), pk, sk));
  }
}
