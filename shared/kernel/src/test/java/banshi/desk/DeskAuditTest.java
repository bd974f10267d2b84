package banshi.desk;

import static banshi.cases.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.audit.AuditSpan;
import banshi.audit.AuditUnavailable;
import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.cases.TimelineEntry;
import banshi.cases.TimelineVerification;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.PersonName;
import banshi.identity.Role;
import banshi.store.AuditLog;
import banshi.store.CaseStore;
import banshi.store.Deaf;
import banshi.store.Engine;
import banshi.store.OpaqueDetails;
import banshi.store.StoredAnswer;
import banshi.store.TableClient;
import banshi.store.WatchedTable;
import banshi.store.WriteTerms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Every act and every reading by the hall leaves one entry, and none is shown without it. */
class DeskAuditTest {
  private static final Engine ENGINE = new Engine();
  private static final Kernel KERNEL = Sample.kernel();
  private static final AuditLog AUDIT = new AuditLog(ENGINE.table, ENGINE.cipher, 183);
  private static final AtomicInteger KEYS = new AtomicInteger();
  private static final Actor OLGA = actor("olga", "李示例", Role.OFFICER, key("olga"));
  private static final Actor SUE = actor("sue", "王示例", Role.SUPERVISOR, key("sue"));
  private static final Actor OWNER =
      actor("clerk-1", "张三", Role.APPLICANT, new ApplicantKey("a".repeat(32)));
  private static final Actor OTHER_USER =
      actor("clerk-2", "钱示例", Role.APPLICANT, new ApplicantKey("a".repeat(32)));

  private final List<TransactWriteItemsRequest> writes = new ArrayList<>();
  private final TableClient table = WatchedTable.of(ENGINE, writes::add);

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static ApplicantKey key(String subject) {
    return new ApplicantKey((subject + "-".repeat(32)).substring(0, 32));
  }

  private static Actor actor(String subject, String name, Role role, ApplicantKey applies) {
    return new Actor(
        subject,
        Set.of(role),
        role == Role.OFFICER ? Set.of("HALL") : Set.of(),
        Optional.<ApplicantIdentity>empty(),
        applies,
        Optional.of(new PersonName(name)),
        Optional.empty(),
        key(subject),
        Optional.of("192.0.2.9"));
  }

  private CaseStore<JsonNode> store() {
    return new CaseStore<>(
        table, ENGINE.cipher, Sample.clocks(), CaseKind.APPLICATION, new OpaqueDetails());
  }

  private Desk<JsonNode> desk(AuditLog audit) {
    return new Desk<>(store(), KERNEL, audit);
  }

  private static CaseNumber filed(long seed) {
    var opened =
        KERNEL.open(
            Sample.<JsonNode>filledIn(seed, MONDAY, TextNode.valueOf("details")),
            Occasion.of(MONDAY, Sample.APPLICANT));
    ENGINE.file(List.of(opened));
    return opened.after().number();
  }

  private Answer act(
      CaseNumber number, Actor actor, ApplicationAction action, Party party, String key) {
    return desk(AUDIT)
        .act(
            new WriteTerms("scope " + actor.subject(), key, "body"),
            number,
            actor,
            Optional.empty(),
            (c, parties, now) ->
                new Steps<JsonNode>(KERNEL)
                    .performedAs(
                        party,
                        c,
                        action,
                        parties,
                        now,
                        occasion -> occasion.marking(Mark.ACCEPTANCE, Optional.of("EXPRESS")),
                        details -> details),
            (after, parties) ->
                new StoredAnswer(200, Optional.empty(), Optional.empty(), new byte[0]),
            MONDAY.plusSeconds(60));
  }

  private static List<AuditEntry> entries(CaseNumber number) {
    return AUDIT.ofCase(number, AuditSpan.ALL, Optional.empty(), 100).items();
  }

  private static String fresh() {
    return "key-" + KEYS.incrementAndGet();
  }

  @Test
  void anActIsWrittenTogetherWithItsEntryAndARepeatedOneLeavesNoSecond() {
    CaseNumber number = filed(1);
    String key = fresh();
    assertThat(act(number, OLGA, ApplicationAction.ACCEPT, Party.WINDOW, key))
        .isInstanceOf(Answer.Given.class);
    assertThat(writes).hasSize(1);
    assertThat(writes.getFirst().transactItems())
        .filteredOn(item -> item.put() != null)
        .extracting(item -> item.put().item().get("pk").s())
        .contains("AUDIT#APPLICATION#" + number, "APPLICATION#" + number);

    Answer again = act(number, OLGA, ApplicationAction.ACCEPT, Party.WINDOW, key);

    assertThat(again)
        .isInstanceOfSatisfying(Answer.Given.class, a -> assertThat(a.replayed()).isTrue());
    assertThat(entries(number))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.person()).isEqualTo(OLGA.person());
              assertThat(entry.kind()).isEqualTo(AuditKind.ACT);
              assertThat(entry.action()).isEqualTo("ACCEPT");
              assertThat(entry.party()).contains(Party.WINDOW);
              assertThat(entry.address()).contains("192.0.2.9");
              assertThat(entry.roles()).containsExactly(Role.OFFICER);
            });
  }

  @Test
  void theTimelineNamesThePersonAndHolds() {
    CaseNumber number = filed(2);
    act(number, OLGA, ApplicationAction.ACCEPT, Party.WINDOW, fresh());
    List<TimelineEntry> timeline = store().timeline(number);
    assertThat(timeline.getLast().actor().person()).contains(OLGA.person());
    assertThat(verified(number).valid()).isTrue();
  }

  private TimelineVerification verified(CaseNumber number) {
    Case<JsonNode> c = store().load(number).orElseThrow();
    return TimelineVerification.of(number, store().timeline(number), c.timeline());
  }

  @Test
  void aStoredPersonThatWasTamperedWithIsFoundByTheVerification() {
    CaseNumber number = filed(3);
    act(number, OLGA, ApplicationAction.ACCEPT, Party.WINDOW, fresh());
    act(number, SUE, ApplicationAction.DISCLOSE, Party.SUPERVISOR, fresh());
    long acts = store().timeline(number).size();
    assertThat(verified(number).valid()).isTrue();
    // The seal of another line: it does not open here.
    ENGINE.swap(
        "APPLICATION#" + number,
        "EVENT#%08d".formatted(acts),
        "EVENT#%08d".formatted(acts - 1),
        "person");
    assertThat(verified(number).firstBrokenSeq()).contains(acts - 1);
  }

  @Test
  void twoUsersOfOneCompanyAreToldApartOnTheTimelineAndLeaveNothingInTheAudit() {
    CaseNumber number = filed(4);
    desk(AUDIT).see(number, OWNER, MONDAY);
    act(number, OTHER_USER, ApplicationAction.WITHDRAW, Party.APPLICANT, fresh());
    assertThat(store().timeline(number).getLast().actor().person())
        .contains(OTHER_USER.person())
        .isNotEqualTo(Optional.of(OWNER.person()));
    assertThat(entries(number)).isEmpty();
  }

  @Test
  void everyReadingLeavesOneEntryOfItsKind() {
    CaseNumber number = filed(5);
    desk(AUDIT).see(number, OLGA, MONDAY);
    desk(AUDIT).see(number, SUE, AuditKind.TIMELINE, "timeline", MONDAY.plusSeconds(1));
    assertThat(entries(number))
        .extracting(entry -> entry.person().subject() + " " + entry.kind())
        .containsExactly("sue TIMELINE", "olga READ");
  }

  @Test
  void whatIsNotTheirsLeavesNoEntry() {
    CaseNumber number = filed(6);
    Actor stranger =
        new Actor(
            "tom",
            Set.of(Role.OFFICER),
            Set.of("TAX"),
            Optional.empty(),
            key("tom"),
            Optional.empty(),
            Optional.empty());
    assertThat(desk(AUDIT).see(number, stranger, MONDAY)).isInstanceOf(Outcome.Refused.class);
    assertThat(entries(number)).isEmpty();
  }

  @Test
  void whatCannotBePutOnRecordIsNotShown() {
    CaseNumber number = filed(7);
    AuditLog broken =
        new AuditLog(ENGINE.through(client -> Deaf.to("putItem", client)), ENGINE.cipher, 183);
    assertThatThrownBy(() -> desk(broken).see(number, OLGA, MONDAY))
        .isInstanceOf(AuditUnavailable.class);
    assertThat(desk(broken).see(number, OWNER, MONDAY)).isInstanceOf(Outcome.Done.class);
  }
}
