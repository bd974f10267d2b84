package banshi.store;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.clock.ServiceClock;
import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.notices.Notice;
import banshi.store.Transaction.Role;
import banshi.words.Bounds;
import banshi.words.Said;
import banshi.words.Saying;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is said beside the cases of one kind. It lies outside the case, so that reading a case never
 * reads it and writing it never touches the case. Each write is one transaction over what was said,
 * how much there is of it, how much its speaker has said today, the notices and the idempotency
 * record. A page costs one read unit for each started 4 KB of what is on it, however long the
 * thread is.
 */
public final class Threads {
  private static final String MESSAGES = "messages";
  private static final String NOTES = "notes";
  private static final String HURRIED_AT = "hurriedAt";
  private static final String SPOKEN = "spoken";

  /** How long it is remembered how much somebody has said on a day. */
  private static final Duration DAY_KEPT = Duration.ofDays(2);

  private final TableClient table;
  private final SaidCodec codec;
  private final NoticeCodec noticeCodec;
  private final Idempotency idempotency;

  /** The threads of a kind, over this table, sealed by the cipher. */
  public Threads(TableClient table, FieldCipher cipher, CaseKind kind) {
    this.table = table;
    this.codec = new SaidCodec(cipher);
    this.noticeCodec = new NoticeCodec(cipher);
    this.idempotency = new Idempotency(table, cipher, Area.of(kind));
  }

  /**
   * Who speaks.
   *
   * @param key stands for them
   * @param mostToday how much they may say on one day
   */
  public record Speaker(ApplicantKey key, int mostToday) {}

  /** What became of something that was to be added. */
  public sealed interface Added {
    /** It is as the write is. */
    record Tried(Commit commit) implements Added {}

    /** As much was said beside the case as may be. Nothing was written. */
    record Full(int most) implements Added {}

    /** Its speaker has said enough today. Nothing was written. */
    record TooMuch(int most) implements Added {}
  }

  /**
   * Adds something, if there is room for it.
   *
   * @param about the case that it is said about; it is not written
   * @param hurriedBefore of a reminder to hurry: the one before, as it was read
   * @param notices who is told
   * @param companions what is written together with it
   */
  public Added add(
      Case<?> about,
      Said said,
      Speaker speaker,
      Optional<Instant> hurriedBefore,
      List<Notice> notices,
      List<Companion> companions,
      WriteTerms terms,
      StoredAnswer answer,
      Instant now) {
    Transaction transaction = table.transaction();
    transaction.putNew(Role.SAID, codec.encode(about.number(), said));
    count(transaction, about.number(), said, hurriedBefore);
    count(transaction, speaker, now);
    notices.forEach(notice -> transaction.put(Role.NOTICE, noticeCodec.of(notice, about, now)));
    companions.forEach(companion -> companion.join(transaction));
    idempotency.remember(transaction, terms, answer, now);
    Map<Role, Map<String, AttributeValue>> failed = transaction.commit();
    Commit commit = idempotency.outcome(failed, terms, new Commit.Moved());
    return commit instanceof Commit.Moved
        ? refused(failed, said, speaker)
        : new Added.Tried(commit);
  }

  private static Added refused(
      Map<Role, Map<String, AttributeValue>> failed, Said said, Speaker speaker) {
    Optional<Map<String, AttributeValue>> thread = Optional.ofNullable(failed.get(Role.THREAD));
    String counter = counter(said.what());
    if (thread
        .filter(item -> item.containsKey(counter))
        .filter(item -> Attributes.number(item, counter) >= most(said.what()))
        .isPresent()) {
      return new Added.Full(most(said.what()));
    }
    return failed.containsKey(Role.SPEAKER)
        ? new Added.TooMuch(speaker.mostToday())
        : new Added.Tried(new Commit.Moved());
  }

  private static void count(
      Transaction transaction, CaseNumber number, Said said, Optional<Instant> hurriedBefore) {
    String counter = counter(said.what());
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":none", Attributes.number(0));
    values.put(":one", Attributes.number(1));
    values.put(":most", Attributes.number(most(said.what())));
    String change = "SET " + counter + " = if_not_exists(" + counter + ", :none) + :one";
    String room = "(attribute_not_exists(" + counter + ") OR " + counter + " < :most)";
    if (said.what() == Saying.HURRY) {
      values.put(":at", Attributes.text(said.at().toString()));
      change += ", " + HURRIED_AT + " = :at";
      if (hurriedBefore.isPresent()) {
        values.put(":before", Attributes.text(hurriedBefore.get().toString()));
        room += " AND " + HURRIED_AT + " = :before";
      } else {
        room += " AND attribute_not_exists(" + HURRIED_AT + ")";
      }
    }
    transaction.updateIf(
        Role.THREAD, Attributes.key(Keys.threadPk(number), Keys.STATE), change, room, values);
  }

  private static void count(Transaction transaction, Speaker speaker, Instant now) {
    LocalDate day = ServiceClock.dateOf(now);
    transaction.updateIf(
        Role.SPEAKER,
        Attributes.key(Keys.speakerPk(speaker.key()), Keys.speakerSk(day)),
        "SET " + SPOKEN + " = if_not_exists(" + SPOKEN + ", :none) + :one, expiresAt = :until",
        "attribute_not_exists(" + SPOKEN + ") OR " + SPOKEN + " < :most",
        Map.of(
            ":none", Attributes.number(0),
            ":one", Attributes.number(1),
            ":most", Attributes.number(speaker.mostToday()),
            ":until", Attributes.number(now.plus(DAY_KEPT).getEpochSecond())));
  }

  private static String counter(Saying what) {
    return switch (what) {
      case NOTE -> NOTES;
      case MESSAGE, HURRY -> MESSAGES;
    };
  }

  private static int most(Saying what) {
    return switch (what) {
      case NOTE -> Bounds.NOTES_OF_CASE;
      case MESSAGE, HURRY -> Bounds.MESSAGES_OF_CASE;
    };
  }

  /** When haste was asked for last, strongly consistent: one read unit. */
  public Optional<Instant> hurriedAt(CaseNumber number) {
    return table
        .get(Keys.threadPk(number), Keys.STATE)
        .flatMap(item -> Attributes.optionalText(item, HURRIED_AT))
        .map(Instant::parse);
  }

  /** A page of the notes on a case, newest first, strongly consistent. */
  public Page<Said> notes(CaseNumber number, Optional<String> after, int limit) {
    return page(number, Saying.NOTE, after, limit);
  }

  /** A page of the thread of messages, newest first, reminders to hurry among them. */
  public Page<Said> messages(CaseNumber number, Optional<String> after, int limit) {
    return page(number, Saying.MESSAGE, after, limit);
  }

  private Page<Said> page(CaseNumber number, Saying what, Optional<String> after, int limit) {
    String pk = Keys.threadPk(number);
    return table.page(
        pk,
        after,
        limit,
        request ->
            request
                .keyConditionExpression("pk = :pk AND begins_with(sk, :list)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", Attributes.text(pk),
                        ":list", Attributes.text(SaidCodec.list(what))))
                .scanIndexForward(false),
        codec::decode);
  }

  /** What is known of a write that was refused now: perhaps it was done before. */
  public Optional<Commit> recall(WriteTerms terms, Instant now) {
    return idempotency.recall(terms, now);
  }
}
