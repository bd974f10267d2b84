package banshi.store;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.figures.Cell;
import banshi.identity.ApplicantKey;
import banshi.notices.Channel;
import banshi.notices.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Every key and attribute name of the table, and nothing else knows any. No key holds personal
 * data.
 *
 * <pre>
 * pk                          sk              what
 * APPLICATION#number          EVENT#seq       a timeline entry
 *                             HEAD            the case: what lists, timers and rights need
 *                             HEAD#DETAILS    what only its kind knows, encrypted
 *                             TASK#id         a department's task
 * TRACKING#kind#number        TRACKING        the receipt's code as a hash, and the count of wrong ones
 * DRAFT#applicant             DRAFT#id        a draft, encrypted
 * IDEMPOTENCY#area#hash       IDEMPOTENCY     the first answer to a write, for 24 hours
 * INBOX#recipient             NOTICE#at#event what somebody is told; also what waits to be sent
 *                             CHANNEL#event#c every attempt to send it by one channel
 * CONSENT#applicant           TEMPLATE#id     how many WeChat messages somebody allows
 * CONTACT#applicant           CONTACT         the telephone that somebody signed in with last
 * THREAD#kind#number          MESSAGE#at#id   what applicant and hall say to each other, encrypted
 *                             NOTE#at#id      what the hall notes for itself, encrypted
 *                             STATE           how many there are, and when haste was asked for last
 * SPEAKER#caller              DAY#day         how much somebody has said that day
 * REMINDER#what               STATE           how far the reminder function has come
 * CLUSTER#kind#number         MEMBER#number   a case of the cluster that is named after another
 * NAMES#registry#industry     NAME#name       who holds a company's name
 *                             ALIKE#key#name  a key that names alike have in common
 * RESERVATION#applicant       NAME#id         a name that is reserved for somebody
 * REPRESENTATIVE#applicant    STARTUP         the start-up that somebody represents
 * LICENCE#code                LICENCE         the licence with that credit code
 * KNOWLEDGE#ANSWERS           id              an answer that is published
 * KNOWLEDGE#CHANGES           at#id           that one was published or taken down, for a day
 * LISTED#ALL                  receivedAt#number
 *                             that a case exists; and so it is found by
 *                             DEPARTMENT#code, MATTER#code, NAME#hash, PHONE#hash
 * RUNNING#applicant           MATTER#code     somebody's cases that run for one matter
 * STATISTICS#kind#month       day#department#cause#tier#shard
 *                             what the cases received that day add to the figures of one cell
 * AUDIT#kind#number           at#id           who saw or did what in a case, sealed; for a time
 * AUDIT#PERSON#account        at#id           the same of what is about no single case
 *
 * byApplicant  APPLICANT#key / receivedAt#number       my cases, newest first
 *              AUDITED#account / at#id                 what an officer saw and did
 * byQueue      QUEUE#department#lane#shard / dueAt#…   a department's open tasks by due time
 *              SIMILAR#kind#what / …           open cases that are alike, oldest first
 * byDue        DUE#day#shard / instant#number          what moves by itself, when
 *              SEND#day#shard / instant#event          what waits to be sent, from when on
 *              DEAD#shard / instant#event              what could not be sent
 * </pre>
 *
 * COMPLAINT#, STARTUP# and CONSULTATION# hold what APPLICATION# does. HEAD, HEAD#DETAILS and TASK#
 * sort behind EVENT#, so that one query from HEAD on reads a case without its timeline. A receipt
 * lies outside its case: who serves tracking counts wrong codes of every kind, and may write no
 * more than that.
 */
final class Keys {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String EXPIRES_AT = "expiresAt";

  static final String BY_APPLICANT = "byApplicant";
  static final String APPLICANT_KEY = "applicantKey";
  static final String APPLICANT_SORT = "applicantSort";

  static final String BY_QUEUE = "byQueue";
  static final String QUEUE_KEY = "queueKey";
  static final String QUEUE_SORT = "queueSort";

  static final String BY_DUE = "byDue";
  static final String DUE_BUCKET = "dueBucket";
  static final String DUE_SORT = "dueSort";

  /** The small JSON that the indexes carry, so that a list needs no second read. */
  static final String SUMMARY = "summary";

  static final String HEAD = "HEAD";
  static final String DETAILS = "HEAD#DETAILS";
  static final String TASK_PREFIX = "TASK#";
  static final String LAST_OF_CASE = "TASK#\uffff";
  static final String EVENT_PREFIX = "EVENT#";
  static final String TRACKING = "TRACKING";
  static final String TRACKING_PREFIX = TRACKING + "#";
  static final String IDEMPOTENCY = "IDEMPOTENCY";
  static final String IDEMPOTENCY_PREFIX = IDEMPOTENCY + "#";
  static final String DRAFT = "DRAFT";
  static final String DRAFT_PREFIX = DRAFT + "#";
  static final String NOTICE_PREFIX = "NOTICE#";
  static final String CHANNEL_PREFIX = "CHANNEL#";
  static final String INBOX_PREFIX = "INBOX#";
  static final String PERSON_PREFIX = INBOX_PREFIX + "PERSON#";
  static final String MEMBER_PREFIX = "MEMBER#";
  static final String DEAD_PREFIX = "DEAD#";
  static final String STATE = "STATE";
  static final String THREAD_PREFIX = "THREAD#";
  static final String MESSAGE_PREFIX = "MESSAGE#";
  static final String NOTE_PREFIX = "NOTE#";
  static final String SPEAKER_PREFIX = "SPEAKER#";
  static final String NAME_PREFIX = "NAME#";
  static final String STARTUP = "STARTUP";
  static final String LICENCE = "LICENCE";
  static final String LICENCE_PREFIX = LICENCE + "#";
  static final String KNOWLEDGE_PREFIX = "KNOWLEDGE#";
  static final String PUBLISHED_ANSWERS = KNOWLEDGE_PREFIX + "ANSWERS";
  static final String PUBLISHED_CHANGES = KNOWLEDGE_PREFIX + "CHANGES";
  static final String LAST_OF_INBOX = "NOTICE#\uffff";
  static final String TEMPLATE_PREFIX = "TEMPLATE#";
  static final String CONSENT_PREFIX = "CONSENT#";
  static final String CONTACT = "CONTACT";
  static final String CONTACT_PREFIX = CONTACT + "#";
  static final String REMINDER_PREFIX = "REMINDER#";
  static final String CLUSTER_PREFIX = "CLUSTER#";
  static final String NAMES_PREFIX = "NAMES#";
  static final String RESERVATION = "RESERVATION";
  static final String RESERVATION_PREFIX = RESERVATION + "#";
  static final String REPRESENTATIVE_PREFIX = "REPRESENTATIVE#";
  static final String STATISTICS_PREFIX = "STATISTICS#";
  static final String AUDIT_PREFIX = "AUDIT#";
  static final String AUDIT_PERSON_PREFIX = AUDIT_PREFIX + "PERSON#";
  static final String AUDITED_PREFIX = "AUDITED#";
  static final String APPLICANT_PREFIX = "APPLICANT#";
  static final String QUEUE_PREFIX = "QUEUE#";
  static final String SIMILAR_PREFIX = "SIMILAR#";
  static final String LISTED_PREFIX = "LISTED#";
  static final String RUNNING_PREFIX = "RUNNING#";

  /** A partition takes 1,000 writes a second; four carry any district's department. */
  static final int QUEUE_SHARDS = 4;

  static final int DUE_SHARDS = 4;

  /** Of each cell of the figures, so that writes that are counted alike rarely meet. */
  static final int CELL_SHARDS = 8;

  /** What the due index is asked for: cases that move by themselves, notices to be sent. */
  enum DueList {
    DUE,
    SEND
  }

  /**
   * Where in its queue a task lies: free to be claimed, under a lease that may have run out, or
   * with its clock standing still.
   */
  enum Lane {
    OPEN,
    CLAIMED,
    PAUSED
  }

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Keys() {}

  /** What the keys of a kind, or of a list, begin with. */
  static String of(Enum<?> what) {
    return what.name() + "#";
  }

  static String casePk(CaseNumber number) {
    return of(number.kind()) + number;
  }

  /** Whether a partition key is a case's, of whatever kind. */
  static boolean isOfCase(String pk) {
    return Arrays.stream(CaseKind.values()).anyMatch(kind -> pk.startsWith(of(kind)));
  }

  static String trackingPk(CaseNumber number) {
    return TRACKING_PREFIX + casePk(number);
  }

  static String eventSk(long seq) {
    return EVENT_PREFIX + "%08d".formatted(seq);
  }

  static String taskSk(String taskId) {
    return TASK_PREFIX + taskId;
  }

  static String draftsPk(ApplicantKey owner) {
    return DRAFT_PREFIX + owner.value();
  }

  static String draftSk(String draftId) {
    return DRAFT_PREFIX + draftId;
  }

  static String idempotencyPk(Area area, String scopeHash) {
    return IDEMPOTENCY_PREFIX + area.name() + "#" + scopeHash;
  }

  static String inboxPk(Recipient recipient) {
    return INBOX_PREFIX + recipient.inbox();
  }

  static String noticeSk(Instant at, String event) {
    return NOTICE_PREFIX + MILLISECOND.format(at) + "#" + event;
  }

  static String auditPk(CaseNumber number) {
    return AUDIT_PREFIX + casePk(number);
  }

  static String auditPk(ApplicantKey account) {
    return AUDIT_PERSON_PREFIX + account.value();
  }

  static String auditedPerson(ApplicantKey account) {
    return AUDITED_PREFIX + account.value();
  }

  static String auditSk(Instant at, String id) {
    return auditFrom(at) + "#" + id;
  }

  /** What sorts before every entry of that instant, and behind every one before it. */
  static String auditFrom(Instant at) {
    return MILLISECOND.format(at);
  }

  static String threadPk(CaseNumber number) {
    return THREAD_PREFIX + casePk(number);
  }

  /**
   * The place of something that was said.
   *
   * @param list {@link #MESSAGE_PREFIX} or {@link #NOTE_PREFIX}
   */
  static String saidSk(String list, Instant at, String id) {
    return list + MILLISECOND.format(at) + "#" + id;
  }

  static String speakerPk(ApplicantKey caller) {
    return SPEAKER_PREFIX + caller.value();
  }

  static String speakerSk(LocalDate day) {
    return "DAY#" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  static String reminderPk(String what) {
    return REMINDER_PREFIX + what;
  }

  static String consentPk(ApplicantKey owner) {
    return CONSENT_PREFIX + owner.value();
  }

  static String consentSk(String templateId) {
    return TEMPLATE_PREFIX + templateId;
  }

  static String contactPk(ApplicantKey person) {
    return CONTACT_PREFIX + person.value();
  }

  static String namesPk(String registry, String industry) {
    return NAMES_PREFIX + registry + "#" + industry;
  }

  static String nameSk(String name) {
    return NAME_PREFIX + name;
  }

  /** What the names begin with that have a key in common. */
  static String alikeOf(String key) {
    return "ALIKE#" + key + "#";
  }

  static String alikeSk(String key, String name) {
    return alikeOf(key) + name;
  }

  static String reservationsPk(ApplicantKey owner) {
    return RESERVATION_PREFIX + owner.value();
  }

  static String representativePk(ApplicantKey person) {
    return REPRESENTATIVE_PREFIX + person.value();
  }

  static String licencePk(String code) {
    return LICENCE_PREFIX + code;
  }

  static String changeSk(Instant at, String id) {
    return changedFrom(at) + "#" + id;
  }

  static String changedFrom(Instant at) {
    return MILLISECOND.format(at);
  }

  static String applicantKey(ApplicantKey owner) {
    return APPLICANT_PREFIX + owner.value();
  }

  static String applicantSort(Instant receivedAt, CaseNumber number) {
    return MILLISECOND.format(receivedAt) + "#" + number;
  }

  static String queueKey(String department, Lane lane, int shard) {
    return QUEUE_PREFIX + department + "#" + lane + "#" + shard;
  }

  static List<String> queueKeys(String department, Lane lane) {
    return IntStream.range(0, QUEUE_SHARDS)
        .mapToObj(shard -> queueKey(department, lane, shard))
        .toList();
  }

  static String similarKey(CaseKind kind, String like) {
    return SIMILAR_PREFIX + of(kind) + like;
  }

  static String listedPk(String list) {
    return LISTED_PREFIX + list;
  }

  /** Where a case lies in every list of cases: by the instant of its receipt. */
  static String listedSk(Instant receivedAt, CaseNumber number) {
    return applicantSort(receivedAt, number);
  }

  /** What sorts before every case that was received at an instant or later. */
  static String listedFrom(Instant at) {
    return MILLISECOND.format(at);
  }

  /** The case that lies there. */
  static CaseNumber listed(String sk) {
    return new CaseNumber(sk.substring(sk.indexOf('#') + 1));
  }

  static String runningPk(ApplicantKey owner) {
    return RUNNING_PREFIX + owner.value();
  }

  static String runningSk(String matter) {
    return "MATTER#" + matter;
  }

  static String clusterPk(CaseNumber lead) {
    return CLUSTER_PREFIX + casePk(lead);
  }

  static String memberSk(CaseNumber member) {
    return MEMBER_PREFIX + member;
  }

  static String queueSort(Instant dueAt, CaseNumber number, String taskId) {
    return SECOND.format(dueAt) + "#" + number + "#" + taskId;
  }

  static String queueSortBefore(Instant now) {
    return SECOND.format(now.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * The bucket of something that is due, never one of a day that is over: nobody would look there.
   */
  static String dueBucket(DueList list, Instant at, Instant now, String id) {
    Instant day = at.isBefore(now) ? now : at;
    return of(list) + DAY.format(day) + "#" + shard(id, DUE_SHARDS);
  }

  /** The bucket of a day and a shard, to be walked through. */
  static String dueBucket(DueList list, LocalDate day, int shard) {
    return of(list) + DAY.format(day.atStartOfDay(ZoneOffset.UTC)) + "#" + shard;
  }

  /** Every bucket of a day. */
  static List<String> dueBuckets(DueList list, LocalDate day) {
    return IntStream.range(0, DUE_SHARDS).mapToObj(shard -> dueBucket(list, day, shard)).toList();
  }

  static String dueSort(Instant at, String id) {
    return SECOND.format(at) + "#" + id;
  }

  /** The day whose buckets hold what is due at an instant. */
  static LocalDate dueDay(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /** The instant in a sort key of the index by due time. */
  static Instant dueAt(String dueSort) {
    return Instant.parse(dueSort.substring(0, dueSort.indexOf('#')));
  }

  /** What a sort key of the index by due time is of. */
  static String dueId(String dueSort) {
    return dueSort.substring(dueSort.indexOf('#') + 1);
  }

  /** What sorts behind everything that was due before that second, and before all that comes. */
  static String dueSortBefore(Instant now) {
    return SECOND.format(now);
  }

  /** The last sort key of what is due at an instant. */
  static String dueSortThrough(Instant now) {
    return SECOND.format(now) + "#\uffff";
  }

  /** The bucket of what could not be sent. */
  static String deadBucket(String id) {
    return DEAD_PREFIX + shard(id, DUE_SHARDS);
  }

  static List<String> deadBuckets() {
    return IntStream.range(0, DUE_SHARDS).mapToObj(shard -> DEAD_PREFIX + shard).toList();
  }

  /** What the records of an event's channels begin with. */
  static String channelsOf(String event) {
    return CHANNEL_PREFIX + event + "#";
  }

  static String channelSk(String event, Channel channel) {
    return channelsOf(event) + channel;
  }

  static String figuresPk(CaseKind kind, YearMonth month) {
    return STATISTICS_PREFIX + of(kind) + MONTH.format(month);
  }

  /** What is not decided of a cell is left empty between the dividers. */
  static String cellSk(Cell cell, CaseNumber number) {
    return String.join(
        "#",
        DateTimeFormatter.BASIC_ISO_DATE.format(cell.received()),
        cell.department().orElse(""),
        cell.cause().orElse(""),
        cell.tier().orElse(""),
        Integer.toString(shard(number.value(), CELL_SHARDS)));
  }

  static String firstOfDay(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day) + "#";
  }

  static String lastOfDay(LocalDate day) {
    return firstOfDay(day) + "\uffff";
  }

  /** The cell whose sort key this is. */
  static Cell cell(CaseKind kind, String cellSk) {
    String[] part = cellSk.split("#", -1);
    if (part.length != 5) {
      throw new CorruptItemException("not a cell: " + cellSk);
    }
    return new Cell(
        kind,
        LocalDate.parse(part[0], DateTimeFormatter.BASIC_ISO_DATE),
        decided(part[1]),
        decided(part[2]),
        decided(part[3]));
  }

  private static Optional<String> decided(String code) {
    return Optional.of(code).filter(each -> !each.isEmpty());
  }

  static int shard(String id, int shards) {
    return Math.floorMod(id.hashCode(), shards);
  }
}
