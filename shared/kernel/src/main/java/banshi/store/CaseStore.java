package banshi.store;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Clocks;
import banshi.cases.Task;
import banshi.cases.TimelineEntry;
import banshi.crypto.FieldCipher;
import banshi.crypto.KeyedHash;
import banshi.figures.Figures;
import banshi.store.Transaction.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The cases of one kind. Every write is one transaction over the head (on condition of its
 * version), its details and tasks where they changed, the new timeline entries, the notices they
 * raised, the lists that it entered or left, what it changes in the figures and the idempotency
 * record.
 *
 * @param <D> the kind's own content
 */
public final class CaseStore<D> {
  private final TableClient table;
  private final CaseCodec<D> codec;
  private final TimelineCodec timelineCodec;
  private final NoticeCodec noticeCodec;
  private final Contacts contacts;
  private final Idempotency idempotency;
  private final Listings<D> listings;
  private final Optional<KeyedHash> index;

  /**
   * The store of a kind whose cases are filed elsewhere: it creates none.
   *
   * @param cipher seals personal data and content
   */
  public CaseStore(
      TableClient table,
      FieldCipher cipher,
      Clocks clocks,
      CaseKind kind,
      DetailsCodec<D> detailsCodec) {
    this(table, cipher, Optional.empty(), clocks, kind, detailsCodec);
  }

  /**
   * The store of a kind.
   *
   * @param cipher seals personal data and content
   * @param index hashes that by which new cases are found
   */
  public CaseStore(
      TableClient table,
      FieldCipher cipher,
      KeyedHash index,
      Clocks clocks,
      CaseKind kind,
      DetailsCodec<D> detailsCodec) {
    this(table, cipher, Optional.of(index), clocks, kind, detailsCodec);
  }

  private CaseStore(
      TableClient table,
      FieldCipher cipher,
      Optional<KeyedHash> index,
      Clocks clocks,
      CaseKind kind,
      DetailsCodec<D> detailsCodec) {
    this.table = table;
    this.index = index;
    this.listings = new Listings<>(detailsCodec::matters);
    this.codec = new CaseCodec<>(cipher, clocks, detailsCodec);
    this.timelineCodec = new TimelineCodec(cipher);
    this.noticeCodec = new NoticeCodec(cipher);
    this.contacts = new Contacts(table, cipher);
    this.idempotency = new Idempotency(table, cipher, Area.of(kind));
  }

  /** The telephones that people confirmed, beside the cases. */
  public Contacts contacts() {
    return contacts;
  }

  /** Reads a case without its timeline, strongly consistent: one read unit per started 4 KB. */
  public Optional<Case<D>> load(CaseNumber number) {
    List<Map<String, AttributeValue>> items =
        table.queryAll(
            request ->
                request
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :head AND :last")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", Attributes.text(Keys.casePk(number)),
                            ":head", Attributes.text(Keys.HEAD),
                            ":last", Attributes.text(Keys.LAST_OF_CASE)))
                    .consistentRead(true));
    return items.isEmpty() ? Optional.empty() : Optional.of(codec.decode(number, items));
  }

  /** Reads a case's whole timeline, oldest first, strongly consistent. */
  public List<TimelineEntry> timeline(CaseNumber number) {
    return table
        .queryAll(
            request ->
                request
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :event)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", Attributes.text(Keys.casePk(number)),
                            ":event", Attributes.text(Keys.EVENT_PREFIX)))
                    .consistentRead(true))
        .stream()
        .map(item -> timelineCodec.decode(number, item))
        .toList();
  }

  /** Stores a new case with its receipt's code and its answer, and nothing together with it. */
  public Commit create(
      Change<D> change,
      String codeHash,
      Optional<String> draftId,
      WriteTerms terms,
      StoredAnswer answer,
      Instant now) {
    return create(change, codeHash, draftId, List.of(), terms, answer, now);
  }

  /**
   * Stores a new case with its receipt's code and its answer.
   *
   * @param draftId the caller's draft that became this case and goes with the same write
   * @param companions what is written together with it
   * @throws IllegalStateException when cases of this store are filed elsewhere
   */
  public Commit create(
      Change<D> change,
      String codeHash,
      Optional<String> draftId,
      List<Companion> companions,
      WriteTerms terms,
      StoredAnswer answer,
      Instant now) {
    Case<D> made = change.after();
    Transaction transaction = table.transaction();
    transaction.putNew(Role.HEAD, codec.head(made, now));
    transaction.put(Role.DETAILS, codec.details(made));
    made.tasks().forEach(task -> transaction.put(Role.TASK, codec.task(made, task)));
    transaction.put(Role.TRACKING, Tracking.item(made.number(), codeHash));
    putWords(transaction, change, now);
    listings.enter(
        transaction,
        made,
        index.orElseThrow(() -> new IllegalStateException("these cases are filed elsewhere")));
    Statistics.add(transaction, made.number(), Figures.of(made));
    draftId.ifPresent(id -> FiledDrafts.become(transaction, made.owner(), id, made.number(), now));
    companions.forEach(companion -> companion.join(transaction));
    idempotency.remember(transaction, terms, answer, now);
    Map<Role, Map<String, AttributeValue>> failed = transaction.commit();
    return idempotency.outcome(
        failed,
        terms,
        failed.containsKey(Role.DRAFT)
            ? FiledDrafts.met(failed.get(Role.DRAFT))
            : new Commit.NumberTaken());
  }

  /** A change of this kind's case that is written together with another case's, or not at all. */
  public Companion beside(Case<D> before, Change<D> change, Instant now) {
    return new Companion(transaction -> put(transaction, Role.OTHER_HEAD, before, change, now));
  }

  /** Stores what a command changed, with its answer, if the case is still as it was read. */
  public Commit save(
      Case<D> before, Change<D> change, WriteTerms terms, StoredAnswer answer, Instant now) {
    return save(before, change, List.of(), terms, answer, now);
  }

  /**
   * Stores what a command changed, with its answer and its companions, if the case and they are
   * still as they were read.
   */
  public Commit save(
      Case<D> before,
      Change<D> change,
      List<Companion> companions,
      WriteTerms terms,
      StoredAnswer answer,
      Instant now) {
    Transaction transaction = changed(before, change, now);
    companions.forEach(companion -> companion.join(transaction));
    idempotency.remember(transaction, terms, answer, now);
    return idempotency.outcome(transaction.commit(), terms, new Commit.Moved());
  }

  /** Stores what time changed, if the case is still as it was read. */
  public Commit save(Case<D> before, Change<D> change, Instant now) {
    return changed(before, change, now).commit().isEmpty()
        ? new Commit.Written()
        : new Commit.Moved();
  }

  /**
   * The same, unless somebody else is writing the case at this moment.
   *
   * @throws ContendedException when somebody is
   */
  public Commit saveUnlessHeld(Case<D> before, Change<D> change, Instant now) {
    return changed(before, change, now).commitUnlessHeld().isEmpty()
        ? new Commit.Written()
        : new Commit.Moved();
  }

  /** What is known of a write that was refused now: perhaps it was done before. */
  public Optional<Commit> recall(WriteTerms terms, Instant now) {
    return idempotency.recall(terms, now);
  }

  /**
   * Keeps an answer that goes with no change of a case: {@code Written}, or what the key was used
   * for before. Two write units per started KB.
   */
  public Commit keep(WriteTerms terms, StoredAnswer answer, Instant now) {
    Transaction transaction = table.transaction();
    idempotency.remember(transaction, terms, answer, now);
    return idempotency.outcome(transaction.commit(), terms, new Commit.Moved());
  }

  private Transaction changed(Case<D> before, Change<D> change, Instant now) {
    Transaction transaction = table.transaction();
    put(transaction, Role.HEAD, before, change, now);
    return transaction;
  }

  private void put(
      Transaction transaction, Role head, Case<D> before, Change<D> change, Instant now) {
    Case<D> after = change.after();
    transaction.putIf(
        head,
        codec.head(after, now),
        "version = :read",
        Map.of(":read", Attributes.number(before.version())));
    if (!after.details().equals(before.details())) {
      transaction.put(Role.DETAILS, codec.details(after));
    }
    Map<String, Task> known =
        before.tasks().stream().collect(Collectors.toMap(Task::id, task -> task));
    after.tasks().stream()
        .filter(task -> !task.equals(known.get(task.id())))
        .forEach(task -> transaction.put(Role.TASK, codec.task(after, task)));
    putWords(transaction, change, now);
    listings.move(transaction, before, after);
    RunningMatters.leave(transaction, before, after);
    Statistics.add(transaction, after.number(), Figures.change(before, after));
  }

  /** Adds what the timeline says and what people are told: both belong to the write. */
  private void putWords(Transaction transaction, Change<D> change, Instant now) {
    Case<D> after = change.after();
    change
        .entries()
        .forEach(
            entry -> transaction.putNew(Role.EVENT, timelineCodec.encode(after.number(), entry)));
    change
        .notices()
        .forEach(notice -> transaction.put(Role.NOTICE, noticeCodec.of(notice, after, now)));
  }
}
