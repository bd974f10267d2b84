package banshi.intake;

import static banshi.cases.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Outcome;
import banshi.cases.Sample;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Fault;
import banshi.catalogue.Severity;
import banshi.crypto.Receipts;
import banshi.desk.Answer;
import banshi.desk.Desk;
import banshi.desk.Filer;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.store.AuditLog;
import banshi.store.Engine;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever applies twice for one matter is told of the first, and is received all the same. */
class AlreadyRunningTest {
  private static final int AT_ONCE = 6;

  private final Engine engine = new Engine();
  private final Intake intake =
      new Intake(
          engine.table,
          engine.cipher,
          new AuditLog(engine.table, engine.cipher, 183),
          engine.index,
          Sample.clocks(),
          Catalogue.standard(),
          new Receipts(engine.index));

  private static Actor applicant(char one) {
    return new Actor(
        "resident " + one,
        Set.of(Role.APPLICANT),
        Set.of(),
        Optional.of(Sample.applicant()),
        new ApplicantKey(String.valueOf(one).repeat(32)));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private static Requests.Application body(Optional<String> matter, Optional<String> themePackage) {
    return new Requests.Application(
        matter,
        themePackage,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Requests.Application food() {
    return body(Optional.of("MR-FOOD-NEW"), Optional.empty());
  }

  private Submission prepared(Actor actor, Requests.Application body) {
    return switch (intake
        .submissions()
        .prepare(Filer.oneself(actor, actor.applicant().orElseThrow()), body, MONDAY)) {
      case Outcome.Done<Submission>(Submission submission) -> submission;
      case Outcome.Refused<Submission>(var refusal) -> throw new AssertionError(refusal);
    };
  }

  /** Files as the counter does, prepared anew whenever something came between. */
  private Case<ApplicationDetails> filed(Actor actor, Requests.Application body, long seed) {
    Random random = new Random(seed);
    List<Case<ApplicationDetails>> made = new ArrayList<>();
    Answer answer =
        intake
            .desk()
            .open(
                new WriteTerms("scope", "key-" + seed, "body"),
                () -> {
                  Submission submission = prepared(actor, body);
                  CaseNumber number =
                      CaseNumber.draw(CaseKind.APPLICATION, LocalDate.of(2026, 11, 23), random);
                  return Outcome.done(
                      new Desk.Opening<>(
                          submission.open(number, MONDAY),
                          "hash",
                          Optional.empty(),
                          submission.companions(number, MONDAY)));
                },
                actor,
                (after, parties) -> {
                  made.add(after);
                  return new StoredAnswer(
                      201,
                      Optional.of(1L),
                      Optional.empty(),
                      "{}".getBytes(StandardCharsets.UTF_8));
                },
                MONDAY);
    assertThat(answer).isInstanceOf(Answer.Given.class);
    return made.getLast();
  }

  private static List<Fault> warnings(Case<ApplicationDetails> c) {
    return c.details().faults().stream().filter(AlreadyRunning::is).toList();
  }

  @Test
  void theSecondIsWarnedOfTheFirstUntilThatHasEnded() {
    Case<ApplicationDetails> first = filed(applicant('a'), food(), 1);
    assertThat(warnings(first)).isEmpty();
    Case<ApplicationDetails> second = filed(applicant('a'), food(), 2);
    assertThat(warnings(second)).hasSize(1);
    assertThat(warnings(second).getFirst())
        .satisfies(
            warning -> {
              assertThat(warning.pointer()).isEqualTo("/matterCode");
              assertThat(warning.severity()).isEqualTo(Severity.WARNING);
              assertThat(warning.detail().zh()).contains(first.number().value());
              assertThat(warning.detail().en()).contains(first.number().value());
            });
    assertThat(warnings(filed(applicant('b'), food(), 3))).isEmpty();

    withdraw(applicant('a'), first);
    withdraw(applicant('a'), second);
    assertThat(warnings(filed(applicant('a'), food(), 4))).isEmpty();
  }

  private void withdraw(Actor actor, Case<ApplicationDetails> c) {
    Answer answer =
        intake
            .desk()
            .act(
                new WriteTerms("scope", "withdraw " + c.number(), "body"),
                c.number(),
                actor,
                Optional.empty(),
                intake.applicants().withdraw(new CommonRequests.Withdraw(Optional.empty())),
                (after, parties) ->
                    new StoredAnswer(200, Optional.of(2L), Optional.empty(), new byte[0]),
                MONDAY);
    assertThat(answer).isInstanceOf(Answer.Given.class);
  }

  @Test
  void aPackageIsWarnedForEachOfItsMattersThatRuns() {
    Case<ApplicationDetails> first = filed(applicant('c'), food(), 11);
    Case<ApplicationDetails> whole =
        filed(applicant('c'), body(Optional.empty(), Optional.of("RESTAURANT")), 12);
    assertThat(warnings(whole)).extracting(Fault::pointer).containsExactly("/packageCode");
    assertThat(warnings(whole).getFirst().detail().zh()).contains(first.number().value());

    assertThat(warnings(filed(applicant('c'), food(), 13)).getFirst().detail().en())
        .contains(first.number().value())
        .contains(whole.number().value());
  }

  @Test
  void aDraftIsWarnedOfItAndStaysComplete() {
    Case<ApplicationDetails> first = filed(applicant('d'), food(), 21);
    assertThat(intake.submissions().faults(applicant('d').key(), food(), MONDAY))
        .filteredOn(AlreadyRunning::is)
        .singleElement()
        .satisfies(warning -> assertThat(warning.detail().zh()).contains(first.number().value()));
    assertThat(intake.submissions().faults(applicant('e').key(), food(), MONDAY))
        .noneMatch(AlreadyRunning::is);
  }

  @Test
  void ofSomeFiledAtOnceExactlyOneIsNotWarned() throws Exception {
    List<Callable<Case<ApplicationDetails>>> taps =
        IntStream.range(0, AT_ONCE)
            .<Callable<Case<ApplicationDetails>>>mapToObj(
                i -> () -> filed(applicant('f'), food(), 31 + i))
            .toList();
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Case<ApplicationDetails>> filed = new ArrayList<>();
      for (Future<Case<ApplicationDetails>> each : pool.invokeAll(taps)) {
        filed.add(each.get());
      }
      assertThat(filed).filteredOn(c -> warnings(c).isEmpty()).hasSize(1);
    }
  }
}
