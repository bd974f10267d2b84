package banshi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.FilingChannel;
import banshi.cases.Outcome;
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
import banshi.desk.TaskSteps;
import banshi.http.Json;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.store.AuditLog;
import banshi.store.Engine;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import banshi.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a submission costs, as docs/capacity.md states it. */
class IntakeCapacityTest {
  private static final Actor APPLICANT =
      new Actor(
          "resident",
          Set.of(Role.APPLICANT),
          Set.of(),
          Optional.of(Sample.applicant()),
          new ApplicantKey("r".repeat(32)));

  private static final String MATTER = "MR-FOOD-NEW";
  private static final Actor WINDOW = officer("window", "HALL");
  private static final Actor LEAD = officer("lead", "MARKET_REGULATION");
  private static final Actor COLLEAGUE = officer("colleague", "MARKET_REGULATION");

  private static Actor officer(String name, String department) {
    return new Actor(
        name,
        Set.of(Role.OFFICER),
        Set.of(department),
        Optional.empty(),
        new ApplicantKey((name + "x".repeat(32)).substring(0, 32)));
  }

  private static final Instant NOW = Sample.MONDAY;

  @Test
  void submittingAFourMatterPackageCostsWhatIsStated() {
    // Ten items (head, details, four tasks, entry, tracking, notice, answer), seven lists (all,
    // name, telephone, four matters) and four matters that run, two units per KB of each item
    // that differs in its cost.
    assertThat(cost(Filer.oneself(APPLICANT, Sample.applicant()))).isEqualTo(31.0);
  }

  @Test
  void submittingItAtTheCounterCostsTheEntryOfTheAuditBesides() {
    Filer filer =
        new Filer(WINDOW, Sample.applicant(), APPLICANT.key(), FilingChannel.HOTLINE_12345);
    // Two units for the entry, one for its place in the index by person.
    assertThat(cost(filer)).isEqualTo(34.0);
  }

  private static double cost(Filer filer) {
    try (Engine engine = new Engine()) {
      Intake intake =
          new Intake(
              engine.table,
              engine.cipher,
              new AuditLog(engine.table, engine.cipher, 183),
              KeyedHash.of(new byte[32]),
              Sample.clocks(),
              Catalogue.standard(),
              new Receipts(KeyedHash.of(new byte[32])));
      Submission submission = prepared(intake, filer);
      assertThat(submission.checklist().matters()).hasSize(4);
      return engine.cost(() -> store(intake, submission));
    }
  }

  @Test
  void extendingDecidingAndCorrectingADecisionCostWhatIsStated() {
    try (Engine engine = new Engine()) {
      Intake intake =
          new Intake(
              engine.table,
              engine.cipher,
              new AuditLog(engine.table, engine.cipher, 183),
              KeyedHash.of(new byte[32]),
              Sample.clocks(),
              Catalogue.standard(),
              new Receipts(KeyedHash.of(new byte[32])));
      Submission submission =
          done(
              intake
                  .submissions()
                  .prepare(
                      Filer.oneself(APPLICANT, APPLICANT.applicant().orElseThrow()),
                      matter(),
                      NOW));
      store(intake, submission, MATTER);
      act(
          intake,
          WINDOW,
          intake.window().accept(WINDOW, new CommonRequests.Plain(Optional.empty())));
      Map<String, Double> costs = new LinkedHashMap<>();
      costs.put(
          "extend",
          engine.cost(
              () ->
                  act(
                      intake,
                      LEAD,
                      intake.lead().extend(LEAD, new CommonRequests.Extend(5, "情况复杂")))));
      costs.put(
          "approve-extension",
          engine.cost(
              () -> act(intake, COLLEAGUE, intake.lead().extensions().approve(COLLEAGUE, ""))));
      done(intake.desk().see(number(), LEAD, NOW)).found().tasks().stream()
          .filter(task -> task.duty().isEmpty())
          .forEach(
              task ->
                  act(
                      intake,
                      LEAD,
                      new TaskSteps<ApplicationDetails>(intake.kernel())
                          .complete(
                              LEAD,
                              task.id(),
                              TaskResult.Opinion.PASS,
                              Optional.of("符合"),
                              Optional.empty())));
      costs.put(
          "decide", engine.cost(() -> act(intake, LEAD, intake.lead().decide(LEAD, decision()))));
      costs.put(
          "correct-decision",
          engine.cost(() -> act(intake, LEAD, intake.corrections().correct(LEAD, correction()))));
      assertThat(costs)
          .isEqualTo(
              Map.of(
                  "extend", 22.0,
                  "approve-extension", 32.0,
                  "decide", 44.0,
                  "correct-decision", 30.0));
    }
  }

  private static Requests.Application matter() {
    return new Requests.Application(
        Optional.of(MATTER),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Map.of("businessName", TextNode.valueOf("重庆市沙坪坝区某餐饮店"))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Requests.Certificate certificate(String number) {
    return new Requests.Certificate("食品经营许可证", number, Optional.empty(), Optional.empty());
  }

  private static Requests.Decide decision() {
    return new Requests.Decide(
        Optional.empty(),
        ApplicationDetails.Outcome.GRANTED,
        "符合法定条件",
        "行政许可法第三十八条",
        Optional.empty(),
        Optional.of(certificate("X-1")));
  }

  private static Requests.CorrectDecision correction() {
    return new Requests.CorrectDecision(
        Optional.empty(),
        "证号写错",
        new Requests.CorrectDecision.Changes(
            Optional.of(certificate("X-2")), Optional.empty(), Optional.empty()));
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
    };
  }

  private static void act(Intake intake, Actor actor, Decision<ApplicationDetails> decision) {
    Answer answer =
        intake
            .desk()
            .act(
                new WriteTerms("scope", UUID.randomUUID().toString(), "body"),
                number(),
                actor,
                Optional.empty(),
                decision,
                (after, parties) ->
                    new StoredAnswer(
                        200,
                        Optional.of(after.version()),
                        Optional.empty(),
                        Json.bytes(
                            intake.views().of(after, parties, false, Map.of(), NOW),
                            Language.ZH_CN)),
                NOW);
    assertThat(answer).isInstanceOf(Answer.Given.class);
  }

  private static Submission prepared(Intake intake, Filer filer) {
    Map<String, JsonNode> answers =
        Map.of(
            "storeArea", IntNode.valueOf(500),
            "seating", BooleanNode.TRUE,
            "cuisine", TextNode.valueOf("HOT"),
            "fumes", BooleanNode.TRUE,
            "signboard", BooleanNode.TRUE,
            "tobacco", BooleanNode.TRUE);
    List<Requests.Material> materials =
        List.of(
                "APPLICATION_FORM",
                "ID_CARD",
                "LAYOUT_DRAWING",
                "SIGNBOARD_PICTURE",
                "TOBACCO_FORM")
            .stream()
            .map(
                code ->
                    new Requests.Material(
                        code, code + ".pdf", "application/pdf", 1024, "a".repeat(64)))
            .toList();
    Requests.Application body =
        new Requests.Application(
            Optional.empty(),
            Optional.of("RESTAURANT"),
            Optional.of(answers),
            Optional.of(Map.of("businessName", TextNode.valueOf("重庆市沙坪坝区某餐饮店"))),
            Optional.of(materials),
            Optional.empty(),
            Optional.of(List.of("BUSINESS_LICENCE")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return switch (intake.submissions().prepare(filer, body, NOW)) {
      case Outcome.Done<Submission>(Submission submission) -> submission;
      case Outcome.Refused<Submission>(var refusal) -> throw new AssertionError(refusal);
    };
  }

  private static CaseNumber number() {
    return CaseNumber.draw(CaseKind.APPLICATION, ServiceClock.dateOf(NOW), new Random(1));
  }

  private static void store(Intake intake, Submission submission) {
    store(intake, submission, "TB-RETAIL");
  }

  private static void store(Intake intake, Submission submission, String shown) {
    Answer answer =
        intake
            .desk()
            .open(
                new WriteTerms("scope", "key", "body"),
                () ->
                    Outcome.done(
                        new Desk.Opening<>(
                            submission.open(number(), NOW),
                            "hash",
                            Optional.empty(),
                            submission.companions(number(), NOW))),
                submission.filer().actor(),
                (after, parties) ->
                    new StoredAnswer(
                        201,
                        Optional.of(1L),
                        Optional.empty(),
                        Json.bytes(
                            intake.views().of(after, parties, true, Map.of(), NOW),
                            Language.ZH_CN)),
                NOW);
    assertThat(answer).isInstanceOf(Answer.Given.class);
    assertThat(new String(((Answer.Given) answer).stored().body(), StandardCharsets.UTF_8))
        .contains(shown);
  }
}
