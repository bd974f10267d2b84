package banshi.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ActorStamp;
import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.catalogue.Catalogue;
import banshi.clock.ServiceClock;
import banshi.crypto.KeyedHash;
import banshi.crypto.Receipts;
import banshi.desk.Answer;
import banshi.desk.Decision;
import banshi.desk.Desk;
import banshi.desk.Filer;
import banshi.desk.Kinds;
import banshi.http.Json;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.ServedKind;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.PersonName;
import banshi.identity.Role;
import banshi.store.AuditLog;
import banshi.store.CaseStore;
import banshi.store.Clusters;
import banshi.store.Commit;
import banshi.store.Engine;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import banshi.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What complaints cost, as docs/capacity.md states it. */
class ComplaintCapacityTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final Engine ENGINE = new Engine();
  private static final Complaints COMPLAINTS =
      new Complaints(
          ENGINE.table,
          ENGINE.cipher,
          new AuditLog(ENGINE.table, ENGINE.cipher, 183),
          KeyedHash.of(new byte[32]),
          Sample.clocks(),
          Catalogue.standard(),
          new Receipts(KeyedHash.of(new byte[32])));
  private static final ServedKind<ComplaintDetails> SERVED = COMPLAINTS.served();
  private static final Random RANDOM = new Random(20261123);

  private static final Actor COMPLAINANT =
      new Actor(
          "resident",
          Set.of(Role.APPLICANT),
          Set.of(),
          Optional.of(Sample.applicant()),
          new ApplicantKey("a".repeat(32)));
  private static final Actor WINDOW = officer("window", "HALL");
  private static final Actor DEPARTMENT = officer("market", "MARKET_REGULATION");
  private static final Actor DISCIPLINE = officer("watch", "DISCIPLINE");
  private static final Actor SUPERVISOR =
      new Actor(
          "supervisor",
          Set.of(Role.SUPERVISOR),
          Set.of(),
          Optional.empty(),
          new ApplicantKey("s".repeat(32)));

  private static Actor officer(String name, String department) {
    return new Actor(
        name,
        Set.of(Role.OFFICER),
        Set.of(department),
        Optional.<ApplicantIdentity>empty(),
        new ApplicantKey((name + "x".repeat(32)).substring(0, 32)),
        Optional.of(new PersonName("李四")),
        Optional.empty());
  }

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static WriteTerms terms() {
    return new WriteTerms("scope", "key-" + RANDOM.nextLong(), "body");
  }

  /** An application of the complainant's own. */
  private static CaseNumber application() {
    Change<JsonNode> opened =
        Sample.kernel()
            .open(
                Sample.<JsonNode>filledIn(RANDOM.nextLong(), NOW, TextNode.valueOf("details")),
                Occasion.of(NOW, Sample.APPLICANT));
    ENGINE.file(List.of(opened));
    return opened.after().number();
  }

  private static Requests.Complaint complaint(
      Category category, Optional<CaseNumber> about, Optional<String> officer) {
    return new Requests.Complaint(
        about.map(CaseNumber::value),
        Optional.of("MR-FOOD-NEW"),
        Optional.of("MARKET_REGULATION"),
        Optional.of(new Requests.Complaint.About(officer)),
        category,
        "到窗口三次，每次都说还缺一份材料，要求一次说清。".repeat(5),
        "一次性告知还缺什么",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static StoredAnswer rendered(int status, Case<ComplaintDetails> c, Set<Party> parties) {
    return new StoredAnswer(
        status,
        Optional.of(c.version()),
        Optional.empty(),
        Json.bytes(SERVED.views().of(c, parties, status == 201, Map.of(), NOW), Language.ZH_CN));
  }

  private static CaseNumber submit(Requests.Complaint body) {
    CaseNumber number = CaseNumber.draw(CaseKind.COMPLAINT, ServiceClock.dateOf(NOW), RANDOM);
    Filed filed =
        done(
            COMPLAINTS
                .complainants()
                .prepare(
                    Filer.oneself(COMPLAINANT, COMPLAINANT.applicant().orElseThrow()),
                    body,
                    typed -> COMPLAINTS.related().load(typed).map(c -> c),
                    NOW));
    given(
        SERVED
            .desk()
            .open(
                terms(),
                () ->
                    Outcome.done(
                        new Desk.Opening<>(
                            filed.open(number, NOW), "hash", Optional.empty(), List.of())),
                COMPLAINANT,
                (after, parties) -> rendered(201, after, parties),
                NOW));
    return number;
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  private static void given(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Given.class);
  }

  private static void act(CaseNumber number, Actor actor, Decision<ComplaintDetails> decision) {
    given(
        SERVED
            .desk()
            .act(
                terms(),
                number,
                actor,
                Optional.empty(),
                decision.unless(SERVED.recusal(), actor),
                (after, parties) -> rendered(200, after, parties),
                NOW));
  }

  private static void triage(CaseNumber number) {
    act(
        number,
        WINDOW,
        COMPLAINTS
            .window()
            .triage(
                WINDOW,
                new Requests.Triage(Tier.D5, CauseClass.MATERIALS_UNCLEAR, Optional.empty())));
  }

  private static void assign(CaseNumber number) {
    act(
        number,
        WINDOW,
        COMPLAINTS
            .window()
            .assign(WINDOW, new Requests.Assign("MARKET_REGULATION", Optional.empty())));
  }

  private static void reply(CaseNumber number) {
    act(
        number,
        DEPARTMENT,
        COMPLAINTS
            .departments()
            .reply(
                DEPARTMENT,
                new Requests.Reply("已联系申请人，只缺布局图一份，补齐即受理。", true, Optional.of(List.of("通话记录")))));
  }

  private static void merge(CaseNumber number, CaseNumber lead) {
    act(
        number,
        SUPERVISOR,
        COMPLAINTS.supervisors().merge(SUPERVISOR, new Requests.Merge(lead.value())));
  }

  private static void read(CaseNumber number, Actor actor) {
    Desk.Seen<ComplaintDetails> seen = done(SERVED.desk().see(number, actor, NOW));
    // As the counter does: an officer who is involved has nothing to do.
    boolean own = seen.parties().contains(Party.APPLICANT);
    boolean recused = !own && SERVED.recusal().isInvolved(seen.found(), actor);
    rendered(200, seen.found(), recused ? Set.of() : seen.parties());
  }

  /** What each step from filing to an answer costs, in their order. */
  private static Map<String, Double> walk(Requests.Complaint body) {
    Map<String, Double> costs = new LinkedHashMap<>();
    AtomicReference<CaseNumber> filed = new AtomicReference<>();
    costs.put("submit", ENGINE.cost(() -> filed.set(submit(body))));
    CaseNumber number = filed.get();
    costs.put("triage", ENGINE.cost(() -> triage(number)));
    costs.put("assign", ENGINE.cost(() -> assign(number)));
    costs.put("read", ENGINE.cost(() -> read(number, DEPARTMENT)));
    costs.put("reply", ENGINE.cost(() -> reply(number)));
    return costs;
  }

  private static Map<String, Double> costs(
      double submit, double triage, double assign, double read, double reply) {
    return Map.of(
        "submit", submit, "triage", triage, "assign", assign, "read", read, "reply", reply);
  }

  @Test
  void aComplaintOfNoCaseCostsWhatIsStatedStepByStep() {
    assertThat(walk(complaint(Category.MATERIALS, Optional.empty(), Optional.empty())))
        .isEqualTo(costs(22, 17, 27, 3, 31));
  }

  @Test
  void aComplaintAboutACaseCostsAReadOfThatCaseMoreWheneverItIsShown() {
    assertThat(walk(complaint(Category.MATERIALS, Optional.of(application()), Optional.empty())))
        .isEqualTo(costs(24, 18, 28, 4, 33));
  }

  @Test
  void aComplaintAboutStaffAndACaseCostsAnotherReadOfItForEachTimeAConflictIsLookedFor() {
    assertThat(walk(complaint(Category.STAFF, Optional.of(application()), Optional.of("欧阳一"))))
        .isEqualTo(costs(24, 19, 29, 5, 34));
  }

  @Test
  void extendingReferringAndCorrectingCostWhatIsStated() {
    CaseNumber number = submit(complaint(Category.MATERIALS, Optional.empty(), Optional.empty()));
    triage(number);
    assign(number);
    Departments departments = COMPLAINTS.departments();
    Map<String, Double> costs = new LinkedHashMap<>();
    costs.put(
        "extend",
        cost(
            number,
            DEPARTMENT,
            departments.extend(DEPARTMENT, new CommonRequests.Extend(2, "须现场核查"))));
    costs.put(
        "approve-extension",
        cost(number, SUPERVISOR, departments.extensions().approve(SUPERVISOR, "")));
    costs.put(
        "refer-discipline",
        cost(
            number,
            SUPERVISOR,
            COMPLAINTS
                .supervisors()
                .referDiscipline(SUPERVISOR, new CommonRequests.Reasoned("涉作风"))));
    costs.put(
        "acknowledge-referral",
        cost(
            number,
            DISCIPLINE,
            COMPLAINTS.supervisors().acknowledge(DISCIPLINE, new Requests.Acknowledge("已签收"))));
    reply(number);
    costs.put(
        "correct-reply",
        cost(
            number,
            DEPARTMENT,
            departments.correctReply(
                DEPARTMENT, new Requests.CorrectReply("笔误", "只缺平面图一份，补齐即受理。"))));
    assertThat(costs)
        .isEqualTo(
            Map.of(
                "extend", 23.0,
                "approve-extension", 36.0,
                "refer-discipline", 24.0,
                "acknowledge-referral", 24.0,
                "correct-reply", 22.0));
  }

  private static double cost(CaseNumber number, Actor actor, Decision<ComplaintDetails> decision) {
    return ENGINE.cost(() -> act(number, actor, decision));
  }

  @Test
  void anAnswerThatLinksWritesOnBothTimelines() {
    CaseNumber application = application();
    CaseNumber number =
        submit(complaint(Category.MATERIALS, Optional.of(application), Optional.empty()));
    triage(number);
    assign(number);
    accept(application);
    assertThat(ENGINE.cost(() -> reply(number))).isEqualTo(39.0);
  }

  /** Moves an application on. */
  private static void accept(CaseNumber application) {
    Kinds kinds = new Kinds(ENGINE.table, ENGINE.cipher, Sample.clocks());
    CaseStore<JsonNode> store = kinds.of(application).store();
    Case<JsonNode> before = store.load(application).orElseThrow();
    Change<JsonNode> accepted =
        done(
            Sample.kernel()
                .perform(
                    before,
                    ApplicationAction.ACCEPT,
                    Set.of(Party.WINDOW),
                    move ->
                        Occasion.of(NOW, new ActorStamp(Party.WINDOW, Optional.of("HALL")))
                            .marking(Mark.ACCEPTANCE, Optional.of("EXPRESS"))));
    assertThat(store.save(before, accepted.following(before.version()), NOW))
        .isInstanceOf(Commit.Written.class);
  }

  private static CaseNumber assigned(Category category) {
    CaseNumber number = submit(complaint(category, Optional.empty(), Optional.empty()));
    triage(number);
    assign(number);
    return number;
  }

  @Test
  void aPageOfComplaintsAlikeCostsTheSameHoweverManyThereAre() {
    CaseNumber one = assigned(Category.SYSTEM);
    Clusters clusters = new Clusters(ENGINE.table);
    String like =
        done(SERVED.desk().see(one, WINDOW, NOW)).found().mark(Mark.SIMILAR).orElseThrow();
    Runnable page =
        () ->
            assertThat(clusters.similar(CaseKind.COMPLAINT, like, Optional.empty(), 20).items())
                .hasSize(20);
    for (int i = 0; i < 20; i++) {
      assigned(Category.SYSTEM);
    }
    double before = ENGINE.cost(page);
    for (int i = 0; i < 20; i++) {
      assigned(Category.SYSTEM);
    }
    assertThat(ENGINE.cost(page)).isEqualTo(before).isEqualTo(1.5);
  }

  @Test
  void aConflictIsLookedForInEveryMemberOfACluster() {
    CaseNumber lead = assigned(Category.OTHER);
    Map<String, Double> costs = new LinkedHashMap<>();
    CaseNumber first = assigned(Category.OTHER);
    costs.put("the merge that founds it", ENGINE.cost(() -> merge(first, lead)));
    for (int i = 0; i < 7; i++) {
      merge(assigned(Category.OTHER), lead);
    }
    CaseNumber tenth = assigned(Category.OTHER);
    costs.put("the merge of the tenth", ENGINE.cost(() -> merge(tenth, lead)));
    costs.put("read of a member", ENGINE.cost(() -> read(tenth, DEPARTMENT)));
    costs.put("read of one's own", ENGINE.cost(() -> read(tenth, COMPLAINANT)));
    Case<ComplaintDetails> member = done(SERVED.desk().see(tenth, WINDOW, NOW)).found();
    costs.put(
        "conflict looked for",
        ENGINE.cost(() -> assertThat(SERVED.recusal().isInvolved(member, DEPARTMENT)).isFalse()));
    assertThat(costs)
        .isEqualTo(
            Map.of(
                "the merge that founds it", 20.0,
                "the merge of the tenth", 30.0,
                "read of a member", 13.0,
                "read of one's own", 1.0,
                "conflict looked for", 10.0));
  }
}
