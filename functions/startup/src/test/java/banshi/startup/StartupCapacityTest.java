package banshi.startup;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.cases.TaskResult;
import banshi.catalogue.Catalogue;
import banshi.clock.ServiceClock;
import banshi.crypto.KeyedHash;
import banshi.crypto.Receipts;
import banshi.desk.Answer;
import banshi.desk.Decision;
import banshi.desk.Desk;
import banshi.desk.Filer;
import banshi.http.Json;
import banshi.http.desk.ServedKind;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.startup.form.SubmittedForm;
import banshi.startup.licence.Licence;
import banshi.startup.names.OrganisationForm;
import banshi.startup.names.ProposedName;
import banshi.store.AuditLog;
import banshi.store.Bill;
import banshi.store.Engine;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import banshi.text.Language;
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

/** What start-ups cost, as docs/capacity.md states it. */
class StartupCapacityTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final Engine ENGINE = new Engine();
  private static final KeyedHash INDEX = KeyedHash.of(new byte[32]);
  private static final Bill BILL = new Bill(ENGINE);
  private static final Startups STARTUPS =
      new Startups(
          BILL.table(),
          ENGINE.cipher,
          new AuditLog(BILL.table(), ENGINE.cipher, 183),
          INDEX,
          Sample.clocks(),
          Catalogue.standard(),
          new Receipts(INDEX),
          new LicenceView.Address(Optional.empty()));
  private static final ServedKind<StartupDetails> SERVED = STARTUPS.served();
  private static final Random RANDOM = new Random(20261123);
  private static final String CHARACTERS = "云山江河松竹梅兰星辰晨曦清和安宁嘉瑞祥泰明朗启航远博文雅静怡";

  private static final Actor REGISTRAR =
      new Actor(
          "registrar",
          Set.of(Role.OFFICER),
          Set.of("MARKET_REGULATION"),
          Optional.empty(),
          new ApplicantKey("r".repeat(32)));

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static WriteTerms terms() {
    return new WriteTerms("scope", "key-" + RANDOM.nextLong(), "body");
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

  private static ProposedName proposed(String tradeName, String industry) {
    return new ProposedName("重庆市沙坪坝区", tradeName, industry, OrganisationForm.LLC, Optional.empty());
  }

  /** Reserves a name, and gives its reservation. */
  private static String reserve(Actor founder, String tradeName, String industry) {
    AtomicReference<String> id = new AtomicReference<>();
    given(
        STARTUPS
            .naming()
            .reserve(
                founder.key(),
                proposed(tradeName, industry),
                terms(),
                name -> {
                  id.set(name.id());
                  return new StoredAnswer(
                      201,
                      Optional.empty(),
                      Optional.empty(),
                      Json.bytes(NamesResource.ReservationView.of(name), Language.ZH_CN));
                },
                NOW));
    return id.get();
  }

  private static Bill.Cost reserving(String tradeName, String industry) {
    return BILL.of(() -> reserve(Sheets.person(INDEX, 1), tradeName, industry));
  }

  private static double checking(String tradeName, String industry, int alike) {
    return BILL.ofReading(
        () ->
            assertThat(STARTUPS.naming().judge(proposed(tradeName, industry), NOW).alike())
                .hasSize(alike));
  }

  /** The i-th of 900 names; those of one block of 30 share their first two characters. */
  private static String name(int i) {
    return "" + at(i / 30) + at(i / 30 + 7) + at(i % 30);
  }

  private static char at(int i) {
    return CHARACTERS.charAt(i % CHARACTERS.length());
  }

  @Test
  void namesCostTheSameHoweverManyAreReserved() {
    Map<String, Object> costs = new LinkedHashMap<>();
    costs.put("reserving the first", reserving(name(0), "FARMING"));
    costs.put("checking one that is like it", checking("云兰山", "FARMING", 1));
    costs.put("checking one that is taken", checking(name(0), "FARMING", 0));
    costs.put("checking one like none", checking("翠微", "FARMING", 0));
    for (int i = 1; i < 300; i++) {
      reserve(Sheets.person(INDEX, 1), name(i), "FARMING");
    }
    costs.put("reserving the 301st", reserving("翠微阁", "FARMING"));
    costs.put("checking one like 30 of 301", checking("云兰酒", "FARMING", 10));
    costs.put("checking one like none of 301", checking("碧波", "FARMING", 0));
    assertThat(Bill.listed(costs))
        .containsExactly(
            "reserving the first: Cost[reads=1.0, writes=16, items=8]",
            "checking one that is like it: 1.5",
            "checking one that is taken: 4.5",
            "checking one like none: 1.0",
            "reserving the 301st: Cost[reads=1.0, writes=16, items=8]",
            "checking one like 30 of 301: 1.5",
            "checking one like none of 301: 1.0");
  }

  private static StoredAnswer rendered(int status, Case<StartupDetails> c, Set<Party> parties) {
    return new StoredAnswer(
        status,
        Optional.of(c.version()),
        Optional.empty(),
        Json.bytes(SERVED.views().of(c, parties, status == 201, Map.of(), NOW), Language.ZH_CN));
  }

  private static CaseNumber file(Actor founder, String reservation, SubmittedForm form) {
    CaseNumber number = CaseNumber.draw(CaseKind.STARTUP, ServiceClock.dateOf(NOW), RANDOM);
    Requests.Startup body =
        new Requests.Startup(
            reservation,
            form.company(),
            form.people(),
            form.services(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    given(
        SERVED
            .desk()
            .open(
                terms(),
                () -> {
                  Filed filed =
                      done(
                          STARTUPS
                              .founders()
                              .prepare(
                                  Filer.oneself(founder, founder.applicant().orElseThrow()),
                                  body,
                                  NOW));
                  return Outcome.done(
                      new Desk.Opening<>(
                          filed.open(number, NOW),
                          "hash",
                          Optional.empty(),
                          filed.companions(number, NOW)));
                },
                founder,
                (after, parties) -> rendered(201, after, parties),
                NOW));
    return number;
  }

  private static void act(CaseNumber number, Actor actor, Decision<StartupDetails> decision) {
    given(
        SERVED
            .desk()
            .act(
                terms(),
                number,
                actor,
                Optional.empty(),
                decision,
                (after, parties) -> rendered(200, after, parties),
                NOW));
  }

  private static Case<StartupDetails> seen(CaseNumber number, Actor actor) {
    return done(SERVED.desk().see(number, actor, NOW)).found();
  }

  private static void sign(CaseNumber number, Actor signer, String hash) {
    act(number, signer, STARTUPS.founders().sign(signer, new Requests.Sign(hash)));
  }

  private static void complete(CaseNumber number) {
    act(
        number,
        REGISTRAR,
        STARTUPS
            .departments()
            .complete(
                REGISTRAR,
                "LICENCE.MARKET_REGULATION",
                new Requests.Complete(
                    TaskResult.Opinion.PASS,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
  }

  /** What each step from filing to the licence costs, in their order. */
  private static List<String> walk(int from, int shareholders, String tradeName) {
    Map<String, Object> costs = new LinkedHashMap<>();
    Actor founder = Sheets.person(INDEX, from);
    String reservation = reserve(founder, tradeName, "餐饮管理");
    SubmittedForm form = Sheets.company(from, shareholders);
    AtomicReference<CaseNumber> filed = new AtomicReference<>();
    costs.put("file", BILL.of(() -> filed.set(file(founder, reservation, form))));
    CaseNumber number = filed.get();
    String hash = seen(number, founder).details().formHash();
    List<Integer> signers = Sheets.signers(from, shareholders);
    costs.put(
        "first signature",
        BILL.of(() -> sign(number, Sheets.person(INDEX, signers.getFirst()), hash)));
    signers
        .subList(1, signers.size() - 1)
        .forEach(serial -> sign(number, Sheets.person(INDEX, serial), hash));
    costs.put(
        "last signature",
        BILL.of(() -> sign(number, Sheets.person(INDEX, signers.getLast()), hash)));
    costs.put("licence", BILL.of(() -> complete(number)));
    costs.put("read", BILL.ofReading(() -> rendered(200, seen(number, REGISTRAR), Set.of())));
    costs.put(
        "ledger",
        BILL.ofReading(
            () ->
                assertThat(STARTUPS.views().ledger(seen(number, founder), NOW).entries())
                    .isNotNull()));
    verified(seen(number, founder).details().licence().orElseThrow());
    return Bill.listed(costs);
  }

  @Test
  void aCompanyOfOneCostsWhatIsStatedStepByStep() {
    assertThat(walk(1, 1, "云山"))
        .containsExactly(
            "file: Cost[reads=3.0, writes=40, items=18]",
            "first signature: Cost[reads=2.0, writes=12, items=4]",
            "last signature: Cost[reads=3.0, writes=20, items=8]",
            "licence: Cost[reads=2.0, writes=56, items=24]",
            "read: 4.0",
            "ledger: 2.0");
  }

  @Test
  void aCompanyOfFiftyCostsMoreForEachOfThemThatIsWrittenAndTold() {
    assertThat(walk(300, 50, "松竹"))
        .containsExactly(
            "file: Cost[reads=3.0, writes=152, items=69]",
            "first signature: Cost[reads=3.0, writes=22, items=4]",
            "last signature: Cost[reads=4.0, writes=34, items=8]",
            "licence: Cost[reads=3.0, writes=68, items=24]",
            "read: 6.0",
            "ledger: 4.0");
  }

  private static void verified(Licence licence) {
    LicencesResource desk = new LicencesResource(STARTUPS);
    assertThat(
            ENGINE.cost(
                () -> assertThat(desk.scanned(licence.code(), licence.hash()).genuine()).isTrue()))
        .isEqualTo(1.0);
  }

  /** A key of the store's has a greatest length. */
  @Test
  void whatCannotBeACodeIsNotLookedUp() {
    LicencesResource desk = new LicencesResource(STARTUPS);
    for (String typed : List.of("", "9".repeat(17), "9".repeat(3000))) {
      assertThat(ENGINE.costs(() -> assertThat(desk.scanned(typed, "0").genuine()).isFalse()))
          .isEmpty();
    }
  }
}
