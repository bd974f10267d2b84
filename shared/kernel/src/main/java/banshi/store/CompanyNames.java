package banshi.store;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.notices.Minute;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.store.Transaction.Role;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which company names are held, by whom and until when (名称申报, 企业名称登记管理规定). A name is one item for
 * each registry and industry, written on condition that it is not there: of two reservations at the
 * same moment one is refused. Beside it lies the reservation in its holder's own collection, and
 * one small item for each key that names alike have in common, so that looking for them costs the
 * same however many names there are.
 *
 * <p>A reservation lapses at its end by itself, unless a start-up that uses it is under way: then
 * it is looked at again every day until that has ended. {@value #TOLD_DAYS_BEFORE} days before its
 * end its holder is told, once.
 */
public final class CompanyNames implements Lapsing {
  private static final int TOLD_DAYS_BEFORE = 7;
  private static final Duration TOLD_BEFORE = Duration.ofDays(TOLD_DAYS_BEFORE);
  private static final Duration LOOKED_AT_AGAIN = Duration.ofDays(1);
  private static final int MOST_ALIKE = 10;

  private static final String OWNER = "owner";
  private static final String ID = "id";
  private static final String REGISTRY = "registry";
  private static final String INDUSTRY = "industry";
  private static final String TRADE_NAME = "tradeName";
  private static final String FULL_NAME = "fullName";
  private static final String FORM = "form";
  private static final String ALIKE_KEYS = "alikeKeys";
  private static final String AT = "at";
  private static final String UNTIL = "heldUntil";
  private static final String STARTUP = "startup";
  private static final String CODE = "code";

  private final TableClient table;
  private final NoticeCodec noticeCodec;
  private final Idempotency idempotency;
  private final BiPredicate<CaseNumber, Instant> running;

  /**
   * Over this table.
   *
   * @param running whether a start-up is under way at an instant
   */
  public CompanyNames(
      TableClient table, FieldCipher cipher, BiPredicate<CaseNumber, Instant> running) {
    this.table = table;
    this.noticeCodec = new NoticeCodec(cipher);
    this.idempotency = new Idempotency(table, cipher, Area.of(CaseKind.STARTUP));
    this.running = running;
  }

  /** A name that is held and like another. */
  public record Alike(String tradeName, String fullName) {}

  /** Whether a start-up that uses the name is under way. */
  public boolean isInUse(ReservedName name, Instant now) {
    return name.startup().filter(number -> running.test(number, now)).isPresent();
  }

  /** Who holds a name; empty when nobody does. Two reads. */
  public Optional<ReservedName> holder(String registry, String industry, String tradeName) {
    return table
        .get(Keys.namesPk(registry, industry), Keys.nameSk(tradeName))
        .flatMap(
            held ->
                find(
                    new ApplicantKey(Attributes.text(held, OWNER)),
                    UUID.fromString(Attributes.text(held, ID))));
  }

  /** Somebody's reservation; empty when there is none, or no longer. One read. */
  public Optional<ReservedName> find(ApplicantKey owner, UUID id) {
    return table
        .get(Keys.reservationsPk(owner), Keys.nameSk(id.toString()))
        .map(CompanyNames::decode);
  }

  /** A page of somebody's reservations, in the order of their ids. */
  public Page<ReservedName> of(ApplicantKey owner, Optional<String> after, int limit) {
    String pk = Keys.reservationsPk(owner);
    return table.page(
        pk,
        after,
        limit,
        request ->
            request
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Attributes.text(pk))),
        CompanyNames::decode);
  }

  /**
   * Names that are held and share one of these keys, at most {@value #MOST_ALIKE} for each. Half a
   * read unit for each key.
   */
  public List<Alike> alike(String registry, String industry, List<String> keys) {
    return keys.stream()
        .flatMap(
            key ->
                table
                    .query(
                        request ->
                            request
                                .keyConditionExpression("pk = :pk AND begins_with(sk, :alike)")
                                .expressionAttributeValues(
                                    Map.of(
                                        ":pk", Attributes.text(Keys.namesPk(registry, industry)),
                                        ":alike", Attributes.text(Keys.alikeOf(key))))
                                .limit(MOST_ALIKE))
                    .items()
                    .stream())
        .map(item -> new Alike(Attributes.text(item, TRADE_NAME), Attributes.text(item, FULL_NAME)))
        .distinct()
        .toList();
  }

  /**
   * Reserves a name with its answer, if nobody holds it.
   *
   * @return Moved when somebody does
   */
  public Commit reserve(ReservedName name, WriteTerms terms, StoredAnswer answer, Instant now) {
    return reserve(name, List.of(), terms, answer, now);
  }

  /**
   * The same together with something else.
   *
   * @param companions what is written together with it
   */
  public Commit reserve(
      ReservedName name,
      List<Companion> companions,
      WriteTerms terms,
      StoredAnswer answer,
      Instant now) {
    Transaction transaction = table.transaction();
    Map<String, AttributeValue> unique = new HashMap<>(nameKey(name));
    unique.put(OWNER, Attributes.text(name.owner().value()));
    unique.put(ID, Attributes.text(name.id()));
    transaction.putNew(Role.NAME, unique);
    name.keys()
        .forEach(
            key -> {
              Map<String, AttributeValue> alike = new HashMap<>(alikeKey(name, key));
              alike.put(TRADE_NAME, Attributes.text(name.tradeName()));
              alike.put(FULL_NAME, Attributes.text(name.fullName()));
              transaction.put(Role.ALIKE, alike);
            });
    transaction.put(Role.RESERVATION, encode(name, now));
    companions.forEach(companion -> companion.join(transaction));
    idempotency.remember(transaction, terms, answer, now);
    return idempotency.outcome(transaction.commit(), terms, new Commit.Moved());
  }

  /** What is known of a write that was refused now: perhaps it was done before. */
  public Optional<Commit> recall(WriteTerms terms, Instant now) {
    return idempotency.recall(terms, now);
  }

  /**
   * Gives a reservation up, with its answer.
   *
   * @return Moved when it has changed since it was read
   */
  public Commit release(ReservedName read, WriteTerms terms, StoredAnswer answer, Instant now) {
    Transaction transaction = table.transaction();
    remove(transaction, read);
    idempotency.remember(transaction, terms, answer, now);
    return idempotency.outcome(transaction.commit(), terms, new Commit.Moved());
  }

  /**
   * Lets a name go whose reservation is over and which no start-up uses, whoever notices first.
   *
   * @return whether it is free now
   */
  public boolean isFreed(ReservedName read, Instant now) {
    if (!read.isOver(now) || isInUse(read, now)) {
      return false;
    }
    lapse(read, now);
    return true;
  }

  /** Makes a start-up the one that uses a name, with its own write. */
  public Companion using(ReservedName read, CaseNumber startup) {
    Map<String, AttributeValue> values = asRead(read);
    values.put(":startup", Attributes.text(startup.value()));
    return new Companion(
        transaction ->
            transaction.updateIf(
                Role.RESERVATION,
                reservationKey(read),
                "SET startup = :startup",
                isAsRead(read),
                values));
  }

  /**
   * That a reservation is still as it was read, and no company's; {@link #asRead} has the values.
   */
  private static String isAsRead(ReservedName name) {
    return "heldUntil = :until AND attribute_not_exists(code) AND "
        + name.startup().map(last -> "startup = :last").orElse("attribute_not_exists(startup)");
  }

  private static Map<String, AttributeValue> asRead(ReservedName name) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":until", Attributes.text(name.until().toString()));
    name.startup().ifPresent(last -> values.put(":last", Attributes.text(last.value())));
    return values;
  }

  /** Makes a name a company's for good, with the write that licenses it. */
  public Companion registering(ApplicantKey owner, String id, CaseNumber startup, String code) {
    return new Companion(
        transaction ->
            transaction.updateIf(
                Role.RESERVATION,
                Attributes.key(Keys.reservationsPk(owner), Keys.nameSk(id)),
                "SET code = :code REMOVE dueBucket, dueSort",
                "startup = :startup",
                Map.of(
                    ":code", Attributes.text(code),
                    ":startup", Attributes.text(startup.value()))));
  }

  @Override
  public String prefix() {
    return Keys.RESERVATION;
  }

  @Override
  public boolean lapse(Agenda.Entry entry, Instant now) {
    return table
        .get(entry.pk(), entry.sk())
        .filter(
            item ->
                Attributes.optionalText(item, Keys.DUE_SORT)
                    .filter(entry.sort()::equals)
                    .isPresent())
        .map(item -> due(decode(item), entry, now))
        .orElse(false);
  }

  private boolean due(ReservedName name, Agenda.Entry entry, Instant now) {
    boolean inUse = isInUse(name, now);
    if (name.isOver(now)) {
      return inUse ? postponed(name, entry, now.plus(LOOKED_AT_AGAIN), now) : lapse(name, now);
    }
    if (inUse) {
      return postponed(name, entry, name.until(), now);
    }
    Transaction transaction = table.transaction();
    again(transaction, name, entry, name.until(), now);
    return transaction.put(Role.NOTICE, told(NoticeName.NAME_LAPSES, name, now)).commit().isEmpty();
  }

  private boolean postponed(ReservedName name, Agenda.Entry entry, Instant next, Instant now) {
    Transaction transaction = table.transaction();
    again(transaction, name, entry, next, now);
    return transaction.commit().isEmpty();
  }

  private static void again(
      Transaction transaction, ReservedName name, Agenda.Entry entry, Instant next, Instant now) {
    transaction.updateIf(
        Role.RESERVATION,
        reservationKey(name),
        "SET dueBucket = :bucket, dueSort = :sort",
        "dueSort = :was",
        Map.of(
            ":bucket", Attributes.text(Keys.dueBucket(Keys.DueList.DUE, next, now, name.id())),
            ":sort", Attributes.text(Keys.dueSort(next, name.id())),
            ":was", Attributes.text(entry.sort())));
  }

  private boolean lapse(ReservedName name, Instant now) {
    Transaction transaction = table.transaction();
    remove(transaction, name);
    return transaction.put(Role.NOTICE, told(NoticeName.NAME_LAPSED, name, now)).commit().isEmpty();
  }

  private static void remove(Transaction transaction, ReservedName name) {
    transaction.deleteIf(Role.RESERVATION, reservationKey(name), isAsRead(name), asRead(name));
    transaction.deleteIf(
        Role.NAME, nameKey(name), "id = :id", Map.of(":id", Attributes.text(name.id())));
    name.keys()
        .forEach(
            key ->
                transaction.delete(
                    Role.ALIKE,
                    Keys.namesPk(name.registry(), name.industry()),
                    Keys.alikeSk(key, name.tradeName())));
  }

  private Map<String, AttributeValue> told(NoticeName what, ReservedName name, Instant now) {
    return noticeCodec.sent(
        new Notice(
            what,
            new Recipient.Person(name.owner()),
            "NAME-" + name.id() + "-" + what,
            Optional.empty(),
            now,
            Map.of(
                "title",
                new Text(name.fullName(), name.fullName()),
                "due",
                Minute.of(name.until()))),
        now);
  }

  private static Map<String, AttributeValue> nameKey(ReservedName name) {
    return Attributes.key(
        Keys.namesPk(name.registry(), name.industry()), Keys.nameSk(name.tradeName()));
  }

  private static Map<String, AttributeValue> alikeKey(ReservedName name, String key) {
    return Attributes.key(
        Keys.namesPk(name.registry(), name.industry()), Keys.alikeSk(key, name.tradeName()));
  }

  private static Map<String, AttributeValue> reservationKey(ReservedName name) {
    return Attributes.key(Keys.reservationsPk(name.owner()), Keys.nameSk(name.id()));
  }

  private static Map<String, AttributeValue> encode(ReservedName name, Instant now) {
    Instant told = Stream.of(name.until().minus(TOLD_BEFORE), now).max(Instant::compareTo).get();
    Map<String, AttributeValue> item = new HashMap<>(reservationKey(name));
    item.put(OWNER, Attributes.text(name.owner().value()));
    item.put(ID, Attributes.text(name.id()));
    item.put(REGISTRY, Attributes.text(name.registry()));
    item.put(INDUSTRY, Attributes.text(name.industry()));
    item.put(TRADE_NAME, Attributes.text(name.tradeName()));
    item.put(FULL_NAME, Attributes.text(name.fullName()));
    item.put(FORM, Attributes.text(name.form()));
    item.put(ALIKE_KEYS, Attributes.text(Json.print(Json.array(name.keys(), TextNode::valueOf))));
    item.put(AT, Attributes.text(name.reservedAt().toString()));
    item.put(UNTIL, Attributes.text(name.until().toString()));
    item.put(
        Keys.DUE_BUCKET, Attributes.text(Keys.dueBucket(Keys.DueList.DUE, told, now, name.id())));
    item.put(Keys.DUE_SORT, Attributes.text(Keys.dueSort(told, name.id())));
    return item;
  }

  private static ReservedName decode(Map<String, AttributeValue> item) {
    return new ReservedName(
        Attributes.text(item, ID),
        new ApplicantKey(Attributes.text(item, OWNER)),
        Attributes.text(item, REGISTRY),
        Attributes.text(item, INDUSTRY),
        Attributes.text(item, TRADE_NAME),
        Attributes.text(item, FULL_NAME),
        Attributes.text(item, FORM),
        Json.list(Json.parse(Attributes.text(item, ALIKE_KEYS)), JsonNode::asText),
        Instant.parse(Attributes.text(item, AT)),
        Instant.parse(Attributes.text(item, UNTIL)),
        Attributes.optionalText(item, STARTUP).map(CaseNumber::new),
        Attributes.optionalText(item, CODE));
  }
}
