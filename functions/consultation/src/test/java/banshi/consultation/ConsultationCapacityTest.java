package banshi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
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
import banshi.http.Json;
import banshi.http.desk.ServedKind;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.store.AuditLog;
import banshi.store.Bill;
import banshi.store.Engine;
import banshi.store.PublishedAnswers;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What consultations cost, as docs/capacity.md states it. */
class ConsultationCapacityTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final Engine ENGINE = new Engine();
  private static final Bill BILL = new Bill(ENGINE);
  private static final Consultations CONSULTATIONS =
      new Consultations(
          BILL.table(),
          ENGINE.cipher,
          new AuditLog(BILL.table(), ENGINE.cipher, 183),
          KeyedHash.of(new byte[32]),
          Sample.clocks(),
          Catalogue.standard(),
          new Receipts(KeyedHash.of(new byte[32])),
          new PublishedAnswers(BILL.table()));
  private static final ServedKind<ConsultationDetails> SERVED = CONSULTATIONS.served();
  private static final Random RANDOM = new Random(20261124);
  private static final String WORDS = "只做热食的不需要专间，制售冷食生食的要设专间或者专用操作区。".repeat(5);

  private static final Actor ASKER =
      new Actor(
          "resident",
          Set.of(Role.APPLICANT),
          Set.of(),
          Optional.of(Sample.applicant()),
          new ApplicantKey("a".repeat(32)));
  private static final Actor WINDOW = officer("window", "HALL");
  private static final Actor DEPARTMENT = officer("market", "MARKET_REGULATION");

  private static Actor officer(String name, String department) {
    return new Actor(
        name,
        Set.of(Role.OFFICER),
        Set.of(department),
        Optional.empty(),
        new ApplicantKey((name + "x".repeat(32)).substring(0, 32)));
  }

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static WriteTerms terms() {
    return new WriteTerms("scope", "key-" + RANDOM.nextLong(), "body");
  }

  private static StoredAnswer rendered(
      int status, Case<ConsultationDetails> c, Set<Party> parties) {
    return new StoredAnswer(
        status,
        Optional.of(c.version()),
        Optional.empty(),
        Json.bytes(SERVED.views().of(c, parties, status == 201, Map.of(), NOW), Language.ZH_CN));
  }

  private static void ask(CaseNumber number) {
    Outcome<Asked> asked =
        CONSULTATIONS
            .askers()
            .prepare(
                Filer.oneself(ASKER, ASKER.applicant().orElseThrow()),
                new Requests.Ask(
                    "开面馆",
                    Optional.of("MR-FOOD-NEW"),
                    WORDS,
                    true,
                    Optional.of(List.of("id")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                NOW);
    given(
        SERVED
            .desk()
            .open(
                terms(),
                () ->
                    asked.map(
                        filing ->
                            new Desk.Opening<>(
                                filing.open(number, NOW), "hash", Optional.empty(), List.of())),
                ASKER,
                (after, parties) -> rendered(201, after, parties),
                NOW));
  }

  private static void act(CaseNumber number, Actor actor, Decision<ConsultationDetails> decision) {
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

  private static void given(Answer answer) {
    assertThat(answer).as("%s", answer).isInstanceOf(Answer.Given.class);
  }

  @Test
  void everyStepCostsWhatTheDocumentSays() {
    CaseNumber number = CaseNumber.draw(CaseKind.CONSULTATION, ServiceClock.dateOf(NOW), RANDOM);
    Officers officers = CONSULTATIONS.officers();
    Map<String, Bill.Cost> costs = new LinkedHashMap<>();
    costs.put("asking", BILL.of(() -> ask(number)));
    costs.put(
        "assigning",
        BILL.of(
            () ->
                act(
                    number,
                    WINDOW,
                    officers.assign(
                        WINDOW, new Requests.Assign("MARKET_REGULATION", Optional.empty())))));
    costs.put(
        "answering",
        BILL.of(
            () ->
                act(
                    number,
                    DEPARTMENT,
                    officers.answer(
                        DEPARTMENT,
                        new Requests.Answer(WORDS, Optional.empty(), Optional.empty())))));
    costs.put(
        "publishing",
        BILL.of(
            () ->
                act(
                    number,
                    DEPARTMENT,
                    CONSULTATIONS
                        .publishers()
                        .publish(DEPARTMENT, new Requests.Publish("开面馆要专间吗", WORDS)))));
    costs.put(
        "turning it into a draft",
        BILL.of(
            () ->
                act(
                    number,
                    ASKER,
                    CONSULTATIONS
                        .askers()
                        .convert(
                            new Requests.Convert(Requests.Target.APPLICATION, Optional.empty())))));
    assertThat(costs)
        .containsExactly(
            Map.entry("asking", new Bill.Cost(1, 28, 12)),
            Map.entry("assigning", new Bill.Cost(1, 20, 8)),
            Map.entry("answering", new Bill.Cost(1, 18, 7)),
            Map.entry("publishing", new Bill.Cost(1, 18, 7)),
            Map.entry("turning it into a draft", new Bill.Cost(1, 14, 5)));
  }

  @Test
  void readingOneCostsOneRead() {
    CaseNumber number = CaseNumber.draw(CaseKind.CONSULTATION, ServiceClock.dateOf(NOW), RANDOM);
    ask(number);
    assertThat(
            BILL.ofReading(
                () ->
                    assertThat(SERVED.desk().see(number, ASKER, NOW))
                        .isInstanceOf(Outcome.Done.class)))
        .isEqualTo(1.0);
  }
}
