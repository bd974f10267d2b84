package banshi.cases;

import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.clock.Ledger;
import banshi.clock.PauseReason;
import banshi.clock.TimeLimit;
import banshi.desk.Answer;
import banshi.desk.Decision;
import banshi.desk.Desk;
import banshi.desk.TaskSteps;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.store.AuditLog;
import banshi.store.CaseStore;
import banshi.store.Engine;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import banshi.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What colleagues do with each other's tasks, and a lead with a review. */
class ColleaguesTest {
  private static final AtomicLong SEEDS = new AtomicLong(40_000);
  private static final String TASK = "FOOD.FIRE";
  private static final Actor ANNA = officer("anna", "FIRE");
  private static final Actor BO = officer("bo", "FIRE");
  private static final Actor CHEN = officer("chen", "FIRE");
  private static final Actor LEAD = officer("lead", "MARKET");
  private static final Actor SUPERVISOR =
      new Actor(
          "supervisor",
          Set.of(Role.SUPERVISOR),
          Set.of(),
          Optional.empty(),
          new ApplicantKey("s".repeat(32)));

  private final Kernel kernel = Sample.kernel();
  private final TaskSteps<String> steps = new TaskSteps<>(kernel);
  private Instant now = Sample.MONDAY;
  private Case<String> c = accepted();
  private List<Notice> told = List.of();
  private Optional<String> why = Optional.empty();
  private String noted = "";

  private static Actor officer(String subject, String department) {
    return new Actor(
        subject,
        Set.of(Role.OFFICER),
        Set.of(department),
        Optional.empty(),
        new ApplicantKey((subject + "-".repeat(32)).substring(0, 32)));
  }

  /** The food licence is reviewed by its lead, and by the fire service, which leads nothing. */
  private Case<String> accepted() {
    Case<String> filled =
        Sample.filledIn(SEEDS.incrementAndGet(), Sample.MONDAY, "details")
            .withMoreTasks(
                List.of(
                    Task.planned(
                        "FOOD",
                        "FIRE",
                        new Text("消防审查", "Fire review"),
                        Ledger.of(TimeLimit.workingDays(5)))));
    Case<String> received =
        kernel.open(filled, Occasion.of(Sample.MONDAY, Sample.APPLICANT)).after();
    return done(kernel.perform(
            received,
            ApplicationAction.ACCEPT,
            Set.of(Party.WINDOW),
            move ->
                Occasion.of(Sample.MONDAY, new ActorStamp(Party.WINDOW, Optional.of("HALL")))
                    .marking(Mark.ACCEPTANCE, Optional.of("EXPRESS"))))
        .after();
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }

  private Outcome<Change<String>> tried(Actor actor, Decision<String> decision) {
    c = kernel.settle(c, now).after();
    Set<Party> parties = Parties.of(actor, c);
    return decision
        .refuseAnyVersion(c, parties, now)
        .<Outcome<Change<String>>>map(Outcome::refused)
        .orElseGet(() -> decision.decide(c, parties, now));
  }

  private void does(Actor actor, Decision<String> decision) {
    Change<String> change = done(tried(actor, decision));
    c = change.after();
    told = change.notices();
    why = change.why();
    noted = change.entries().getLast().note().orElse("");
  }

  private Refusal refused(Actor actor, Decision<String> decision) {
    Outcome<Change<String>> outcome = tried(actor, decision);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused<Change<String>>) outcome).refusal();
  }

  private Decision<String> claim(Actor actor) {
    return steps.claim(actor, TASK);
  }

  private Decision<String> passed(Actor actor) {
    return steps.complete(actor, TASK, TaskResult.Opinion.PASS, Optional.empty(), Optional.empty());
  }

  private Decision<String> handed(Actor from, Actor to) {
    return steps.handOver(from, TASK, to.subject(), Optional.of("出差"));
  }

  private Decision<String> takenBack(Actor actor) {
    return steps.takeBack(actor, TASK, "有人请假");
  }

  private Decision<String> shared(Actor from, Actor with) {
    return steps.share(from, TASK, with.subject());
  }

  private Decision<String> routed(Actor actor, String to) {
    return (given, parties, when) ->
        new Routing(kernel).route(given, TASK, actor::actsFor, to, "职责调整", parties, when);
  }

  private Task task() {
    return c.task(TASK).orElseThrow();
  }

  private Claim lease() {
    return task().claimAt(now).orElseThrow();
  }

  private List<String> heard() {
    return told.stream().map(notice -> notice.name() + " " + notice.to().inbox()).toList();
  }

  @Test
  void aTaskThatWasHandedOverIsTheColleaguesAloneAndTheDepartmentIsTold() {
    does(ANNA, claim(ANNA));
    does(ANNA, handed(ANNA, BO));
    assertThat(lease().officer()).isEqualTo("bo");
    assertThat(lease().handedBy()).contains("anna");
    assertThat(heard()).containsExactly("TASK_HANDED_OVER DEPARTMENT#FIRE");
    // Applicants read the timeline, never who has the task nor why.
    assertThat(noted).isEqualTo(TASK);
    assertThat(why).contains("bo: 出差");
    assertThat(refused(ANNA, claim(ANNA))).isInstanceOf(Refusal.AlreadyClaimed.class);
    assertThat(refused(CHEN, passed(CHEN))).isInstanceOf(Refusal.AlreadyClaimed.class);
    assertThat(refused(CHEN, handed(CHEN, ANNA))).isInstanceOf(Refusal.AlreadyClaimed.class);
    does(BO, passed(BO));
    assertThat(task().state()).isEqualTo(TaskState.DONE);
  }

  @Test
  void aTaskThatNobodyHoldsCanBeHandedOverAsWell() {
    does(ANNA, handed(ANNA, BO));
    assertThat(lease().officer()).isEqualTo("bo");
  }

  @Test
  void claimingWhatOneWasHandedNeverShortensTheTimeThatOneHasForIt() {
    does(ANNA, handed(ANNA, BO));
    Instant until = lease().until();
    assertThat(until).isEqualTo(at("2026-11-24T17:30:00+08:00"));
    does(BO, claim(BO));
    assertThat(lease().until()).isEqualTo(until);
    now = until.minusSeconds(60);
    does(BO, claim(BO));
    assertThat(lease().until()).isEqualTo(now.plus(TaskWork.LEASE));
    assertThat(lease().handedBy()).contains("anna");
  }

  @Test
  void anAccountThatNobodyHasKeepsATaskForAWorkingDayAndNoLonger() {
    does(ANNA, handed(ANNA, officer("nobody", "FIRE")));
    now = at("2026-11-24T17:29:59+08:00");
    assertThat(refused(ANNA, claim(ANNA))).isInstanceOf(Refusal.AlreadyClaimed.class);
    now = at("2026-11-24T17:30:00+08:00");
    does(ANNA, claim(ANNA));
    assertThat(lease().officer()).isEqualTo("anna");
  }

  @Test
  void whoWasHandedATaskOfADepartmentThatTheyDoNotActForMayStillDoNothing() {
    Actor stranger = officer("stranger", "MARKET");
    does(ANNA, handed(ANNA, stranger));
    assertThat(refused(stranger, claim(stranger))).isInstanceOf(Refusal.Forbidden.class);
    assertThat(refused(stranger, passed(stranger))).isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  void nobodyHandsATaskToThemselvesNorOneOfAnotherDepartment() {
    assertThat(refused(ANNA, handed(ANNA, ANNA)))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            invalid -> assertThat(invalid.faults().getFirst().pointer()).isEqualTo("/to"));
    assertThat(refused(LEAD, handed(LEAD, BO))).isInstanceOf(Refusal.Forbidden.class);
    assertThat(refused(ANNA, steps.handOver(ANNA, "NO.SUCH", "bo", Optional.empty())))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  void whatWasHandedOverIsTakenBackByWhoGaveItAColleagueOrASupervisorAndIsFree() {
    for (Actor taker : List.of(ANNA, CHEN, SUPERVISOR)) {
      does(ANNA, handed(ANNA, BO));
      does(taker, takenBack(taker));
      assertThat(task().claimAt(now)).isEmpty();
      assertThat(heard()).containsExactly("TASK_TAKEN_BACK DEPARTMENT#FIRE");
      assertThat(noted).isEqualTo(TASK);
      assertThat(why).contains("有人请假");
    }
    does(BO, claim(BO));
  }

  @Test
  void whatNobodyHandedOverIsTakenBackByNobody() {
    assertThat(refused(SUPERVISOR, takenBack(SUPERVISOR))).isInstanceOf(Refusal.NotAllowed.class);
    does(BO, claim(BO));
    assertThat(refused(ANNA, takenBack(ANNA))).isInstanceOf(Refusal.NotAllowed.class);
    assertThat(refused(SUPERVISOR, takenBack(SUPERVISOR))).isInstanceOf(Refusal.NotAllowed.class);
    does(BO, handed(BO, ANNA));
    assertThat(refused(ANNA, takenBack(ANNA))).isInstanceOf(Refusal.NotAllowed.class);
    assertThat(refused(LEAD, takenBack(LEAD))).isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  void whoSharesATaskMayEndItWhileItsHolderKeepsIt() {
    does(ANNA, claim(ANNA));
    assertThat(refused(BO, passed(BO))).isInstanceOf(Refusal.AlreadyClaimed.class);
    does(ANNA, shared(ANNA, BO));
    assertThat(refused(BO, claim(BO))).isInstanceOf(Refusal.AlreadyClaimed.class);
    assertThat(refused(BO, shared(BO, CHEN))).isInstanceOf(Refusal.AlreadyClaimed.class);
    assertThat(refused(CHEN, passed(CHEN))).isInstanceOf(Refusal.AlreadyClaimed.class);
    assertThat(lease().officer()).isEqualTo("anna");
    does(BO, passed(BO));
    assertThat(task().state()).isEqualTo(TaskState.DONE);
  }

  @Test
  void whoSharesATaskMayLeaveItWithoutTakingItFromItsHolder() {
    does(ANNA, claim(ANNA));
    does(ANNA, shared(ANNA, BO));
    does(BO, steps.release(BO, TASK));
    assertThat(lease().officer()).isEqualTo("anna");
    assertThat(refused(BO, passed(BO))).isInstanceOf(Refusal.AlreadyClaimed.class);
  }

  @Test
  void sharingLastsAsLongAsTheLeaseAndIsRenewedWithIt() {
    does(ANNA, claim(ANNA));
    does(ANNA, shared(ANNA, BO));
    now = now.plus(Duration.ofMinutes(29));
    does(ANNA, claim(ANNA));
    assertThat(lease().helpers()).containsExactly("bo");
    now = now.plus(Duration.ofMinutes(31));
    c = kernel.settle(c, now).after();
    assertThat(task().claim()).isEmpty();
    does(CHEN, claim(CHEN));
    assertThat(refused(BO, passed(BO))).isInstanceOf(Refusal.AlreadyClaimed.class);
  }

  @Test
  void onlyTheHolderSharesEachColleagueOnceAndFiveAtMost() {
    assertThat(refused(ANNA, shared(ANNA, BO))).isInstanceOf(Refusal.NotAllowed.class);
    does(ANNA, claim(ANNA));
    assertThat(refused(ANNA, shared(ANNA, ANNA))).isInstanceOf(Refusal.Invalid.class);
    for (int i = 0; i < Colleagues.MOST_HELPERS; i++) {
      Actor helper = officer("helper-" + i, "FIRE");
      does(ANNA, shared(ANNA, helper));
      assertThat(refused(ANNA, shared(ANNA, helper))).isInstanceOf(Refusal.NotAllowed.class);
    }
    assertThat(refused(ANNA, shared(ANNA, BO))).isInstanceOf(Refusal.NotAllowed.class);
  }

  @Test
  void aRoutedReviewGoesOnWithTheOtherDepartmentByTheSameClock() {
    now = at("2026-11-25T10:00:00+08:00");
    does(ANNA, claim(ANNA));
    Instant due = task().clock().due(kernel.clocks().of("FIRE")).orElseThrow().at();
    assertThat(Parties.of(ANNA, c)).contains(Party.DEPARTMENT);
    does(LEAD, routed(LEAD, "HEALTH"));
    Task there = c.task("FOOD.HEALTH").orElseThrow();
    assertThat(task().state()).isEqualTo(TaskState.CANCELLED);
    assertThat(there.state()).isEqualTo(TaskState.OPEN);
    assertThat(there.claim()).isEmpty();
    assertThat(there.clock().due(kernel.clocks().of("HEALTH")).orElseThrow().at()).isEqualTo(due);
    assertThat(Parties.of(ANNA, c)).isEmpty();
    assertThat(Parties.departments(c)).contains("HEALTH").doesNotContain("FIRE");
    assertThat(Parties.of(officer("dan", "HEALTH"), c)).contains(Party.DEPARTMENT);
    assertThat(heard())
        .containsExactlyInAnyOrder(
            NoticeName.TASK_ROUTED_AWAY + " " + new Recipient.Department("FIRE").inbox(),
            NoticeName.TASK_ARRIVED + " " + new Recipient.Department("HEALTH").inbox());
    assertThat(c.reviewed("FOOD")).isFalse();
  }

  @Test
  void whatWasRoutedAwayCanComeBackAsOneTask() {
    does(LEAD, routed(LEAD, "HEALTH"));
    Decision<String> back =
        (given, parties, when) ->
            new Routing(kernel)
                .route(given, "FOOD.HEALTH", LEAD::actsFor, "FIRE", "还是消防", parties, when);
    does(LEAD, back);
    assertThat(c.tasks().stream().filter(each -> each.id().equals(TASK))).hasSize(1);
    assertThat(task().state()).isEqualTo(TaskState.OPEN);
    assertThat(Parties.of(ANNA, c)).contains(Party.DEPARTMENT);
    does(ANNA, passed(ANNA));
  }

  @Test
  void aReviewThatIsPausedIsRoutedPaused() {
    Outcome<Change<String>> paused =
        kernel.perform(
            c,
            ApplicationAction.SUSPEND,
            Set.of(Party.LEAD),
            move ->
                Occasion.of(now, new ActorStamp(Party.LEAD, Optional.of("MARKET")))
                    .pausing(new PauseReason("听证", "行政许可法第四十五条", 10)));
    c = done(paused).after();
    does(LEAD, routed(LEAD, "HEALTH"));
    assertThat(c.task("FOOD.HEALTH").orElseThrow().clock().state())
        .isEqualTo(banshi.clock.ClockState.PAUSED);
  }

  @Test
  void onlyTheLeadRoutesAReviewThatIsOpenToADepartmentWithoutOne() {
    assertThat(refused(ANNA, routed(ANNA, "HEALTH"))).isInstanceOf(Refusal.Forbidden.class);
    Actor other = officer("other", "URBAN");
    assertThat(refused(other, routed(other, "HEALTH"))).isInstanceOf(Refusal.Forbidden.class);
    assertThat(refused(LEAD, routed(LEAD, "FIRE"))).isInstanceOf(Refusal.NotAllowed.class);
    assertThat(refused(LEAD, routed(LEAD, "MARKET"))).isInstanceOf(Refusal.NotAllowed.class);
    does(ANNA, passed(ANNA));
    assertThat(refused(LEAD, routed(LEAD, "HEALTH"))).isInstanceOf(Refusal.NotAllowed.class);
  }

  @Test
  void ofTwoWhoMeetOneWinsAndTheOtherIsToldToLookAgain() throws Exception {
    try (Engine engine = new Engine()) {
      CaseStore<String> store = engine.store(engine.table, CaseKind.APPLICATION);
      Desk<String> desk = new Desk<>(store, kernel, new AuditLog(engine.table, engine.cipher, 183));
      for (int round = 0; round < 5; round++) {
        meet(store, desk, List.of(), List.of(ANNA, BO), List.of(handed(ANNA, CHEN), claim(BO)));
        meet(
            store,
            desk,
            List.of(handed(ANNA, BO)),
            List.of(ANNA, BO),
            List.of(takenBack(ANNA), passed(BO)));
        meet(
            store,
            desk,
            List.of(),
            List.of(LEAD, ANNA),
            List.of(routed(LEAD, "HEALTH"), passed(ANNA)));
      }
    }
  }

  private void meet(
      CaseStore<String> store,
      Desk<String> desk,
      List<Decision<String>> before,
      List<Actor> actors,
      List<Decision<String>> acts)
      throws Exception {
    c = accepted();
    before.forEach(act -> does(ANNA, act));
    store.create(
        new Change<>(c.withVersion(1), List.of(), List.of()),
        "hash",
        Optional.empty(),
        terms("made"),
        said(),
        now);
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
      List<Future<Answer>> running =
          IntStream.range(0, acts.size())
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              desk.act(
                                  terms("act-" + i),
                                  c.number(),
                                  actors.get(i),
                                  Optional.of(1L),
                                  acts.get(i),
                                  (after, parties) -> said(),
                                  now)))
              .toList();
      for (Future<Answer> each : running) {
        answers.add(each.get());
      }
    }
    assertThat(answers).filteredOn(Answer.Given.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(Answer.Refused.class::isInstance)
        .extracting(answer -> ((Answer.Refused) answer).refusal().getClass().getSimpleName())
        .hasSize(1)
        // Whose review was routed away sees the case no longer.
        .isSubsetOf("Stale", "AlreadyClaimed", "NotFound");
    Case<String> after = store.load(c.number()).orElseThrow();
    assertThat(after.version()).isEqualTo(2);
  }

  private WriteTerms terms(String what) {
    return new WriteTerms("caller route", c.number() + " " + what, "body");
  }

  private static StoredAnswer said() {
    return new StoredAnswer(200, Optional.empty(), Optional.empty(), new byte[0]);
  }
}
