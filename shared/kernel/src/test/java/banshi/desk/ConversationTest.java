package banshi.desk;

import static banshi.cases.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.audit.AuditKind;
import banshi.audit.AuditSpan;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Kernel;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.Sample;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.PersonName;
import banshi.identity.Role;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.store.AuditLog;
import banshi.store.CaseStore;
import banshi.store.Engine;
import banshi.store.InboxNotice;
import banshi.store.Inboxes;
import banshi.store.OpaqueDetails;
import banshi.store.StoredAnswer;
import banshi.store.Threads;
import banshi.store.WriteTerms;
import banshi.words.Bounds;
import banshi.words.Evidence;
import banshi.words.Said;
import banshi.words.Saying;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is said beside a case, by whom, to whom, how often; and that the case never knows of it. */
class ConversationTest {
  private static final Engine ENGINE = new Engine();
  private static final Kernel KERNEL = Sample.kernel();
  private static final AuditLog AUDIT = new AuditLog(ENGINE.table, ENGINE.cipher, 183);
  private static final Inboxes INBOXES = new Inboxes(ENGINE.table, ENGINE.cipher);
  private static final CaseStore<JsonNode> STORE =
      new CaseStore<>(
          ENGINE.table, ENGINE.cipher, Sample.clocks(), CaseKind.APPLICATION, new OpaqueDetails());
  private static final AtomicInteger KEYS = new AtomicInteger();
  private static final Instant NOW = MONDAY.plusSeconds(600);

  private static final Actor OWNER =
      actor("owner", Role.APPLICANT, new ApplicantKey("a".repeat(32)));
  private static final Actor STRANGER = actor("stranger", Role.APPLICANT, key("stranger"));
  private static final Actor WINDOW = actor("window", Role.OFFICER, key("window"));
  private static final Actor SUPERVISOR = actor("sue", Role.SUPERVISOR, key("sue"));

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static ApplicantKey key(String subject) {
    return new ApplicantKey((subject + "-".repeat(32)).substring(0, 32));
  }

  private static Actor actor(String subject, Role role, ApplicantKey applies) {
    return new Actor(
        subject,
        Set.of(role),
        role == Role.OFFICER ? Set.of("HALL") : Set.of(),
        Optional.<ApplicantIdentity>empty(),
        applies,
        Optional.of(new PersonName("李示例")),
        Optional.empty(),
        key(subject),
        Optional.of("192.0.2.9"));
  }

  private static CaseNumber filed(long seed) {
    var opened =
        KERNEL.open(
            Sample.<JsonNode>filledIn(seed, MONDAY, TextNode.valueOf("details")),
            Occasion.of(MONDAY, Sample.APPLICANT));
    ENGINE.file(List.of(opened));
    return opened.after().number();
  }

  private static Conversation<JsonNode> conversation(Recusal<JsonNode> recusal) {
    return new Conversation<>(
        new Desk<>(STORE, KERNEL, AUDIT),
        KERNEL,
        recusal,
        new Threads(ENGINE.table, ENGINE.cipher, CaseKind.APPLICATION),
        AUDIT);
  }

  private static Conversation<JsonNode> conversation() {
    return conversation(Recusal.none());
  }

  private static WriteTerms terms(Actor actor, String key) {
    return new WriteTerms("scope " + actor.subject(), key, "body");
  }

  private static WriteTerms terms(Actor actor) {
    return terms(actor, "key-" + KEYS.incrementAndGet());
  }

  private static StoredAnswer answer(String body) {
    return new StoredAnswer(
        201, Optional.empty(), Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer message(CaseNumber number, Actor actor, String text) {
    return message(number, actor, text, List.of());
  }

  private static Answer message(
      CaseNumber number, Actor actor, String text, List<Evidence> evidence) {
    return conversation()
        .message(
            terms(actor), number, actor, text, evidence, (said, reader) -> answer(said.id()), NOW);
  }

  private static Answer note(CaseNumber number, Actor actor, String text) {
    return conversation()
        .note(terms(actor), number, actor, text, (said, reader) -> answer(said.id()), NOW);
  }

  private static Answer hurry(WriteTerms terms, CaseNumber number, Actor actor, Instant now) {
    return conversation()
        .hurry(
            terms,
            number,
            actor,
            Optional.empty(),
            (c, parties) -> answer("version " + c.version()),
            now);
  }

  private static List<Said> heard(Outcome<Conversation.Heard> outcome) {
    return ((Outcome.Done<Conversation.Heard>) outcome).value().page().items();
  }

  private static List<Said> messages(CaseNumber number, Actor actor) {
    return heard(conversation().messages(number, actor, Optional.empty(), 20, NOW));
  }

  private static List<Said> notes(CaseNumber number, Actor actor) {
    return heard(conversation().notes(number, actor, Optional.empty(), 20, NOW));
  }

  private static List<NoticeName> told(Recipient to, CaseNumber about) {
    return INBOXES.of(to, Optional.empty(), 100, NOW.plusSeconds(86_400 * 30)).items().stream()
        .map(InboxNotice::notice)
        .filter(notice -> notice.about().equals(Optional.of(about.value())))
        .map(Notice::name)
        .toList();
  }

  private static Refusal refused(Answer answer) {
    return ((Answer.Refused) answer).refusal();
  }

  private static Recipient window() {
    return new Recipient.Department(Parties.WINDOW_DEPARTMENT);
  }

  @Test
  void nothingThatIsSaidTouchesTheCaseItsClocksOrItsTimeline() {
    CaseNumber number = filed(1);
    Case<JsonNode> before = STORE.load(number).orElseThrow();

    assertThat(message(number, OWNER, "什么时候能办好？")).isInstanceOf(Answer.Given.class);
    assertThat(message(number, WINDOW, "材料已收到")).isInstanceOf(Answer.Given.class);
    assertThat(note(number, WINDOW, "电话核实过")).isInstanceOf(Answer.Given.class);
    assertThat(hurry(terms(OWNER), number, OWNER, NOW)).isInstanceOf(Answer.Given.class);

    assertThat(STORE.load(number)).contains(before);
    assertThat(STORE.timeline(number)).hasSize(1);
  }

  @Test
  void theThreadIsNewestFirstAndNamesWhoWroteByTheirPart() {
    CaseNumber number = filed(2);
    Evidence photo = new Evidence("窗口.jpg", "image/jpeg", 2048, "b".repeat(64));
    message(number, OWNER, "一", List.of(photo));
    conversation()
        .message(
            terms(WINDOW),
            number,
            WINDOW,
            "二",
            List.of(),
            (said, reader) -> answer(""),
            NOW.plusSeconds(1));

    List<Said> thread = messages(number, OWNER);

    assertThat(thread).extracting(Said::text).containsExactly("二", "一");
    assertThat(thread)
        .extracting(said -> said.by().role())
        .containsExactly(Party.WINDOW, Party.APPLICANT);
    assertThat(thread.getFirst().by().department()).contains("HALL");
    assertThat(thread.getFirst().by().person()).contains(WINDOW.person());
    assertThat(thread.getLast().evidence()).containsExactly(photo);
  }

  @Test
  void anApplicantsMessageIsToldToTheHallAndTheHallsToTheApplicant() {
    CaseNumber number = filed(3);
    message(number, OWNER, "问");
    assertThat(told(window(), number)).containsExactly(NoticeName.MESSAGE_FROM_APPLICANT);
    message(number, WINDOW, "答");
    assertThat(told(new Recipient.Person(OWNER.key()), number))
        .contains(NoticeName.MESSAGE_FROM_HALL);
  }

  @Test
  void notesAreForTheHallAloneAndNobodyIsToldOfThem() {
    CaseNumber number = filed(4);
    note(number, WINDOW, "甲");
    note(number, SUPERVISOR, "乙");

    assertThat(notes(number, SUPERVISOR))
        .extracting(Said::text)
        .containsExactlyInAnyOrder("甲", "乙");
    assertThat(messages(number, OWNER)).isEmpty();
    assertThat(refused(note(number, OWNER, "丙"))).isEqualTo(new Refusal.Forbidden());
    assertThat(conversation().notes(number, OWNER, Optional.empty(), 20, NOW))
        .isEqualTo(Outcome.refused(new Refusal.Forbidden()));
    assertThat(told(window(), number)).isEmpty();
  }

  /** One account can be an officer besides. */
  @Test
  void whoAppliesReadsNoNotesOnTheirOwnCaseThoughTheyAreAnOfficer() {
    CaseNumber number = filed(5);
    Actor both =
        new Actor(
            "both",
            Set.of(Role.APPLICANT, Role.OFFICER),
            Set.of("HALL"),
            Optional.empty(),
            OWNER.key(),
            Optional.empty(),
            Optional.empty(),
            key("both"),
            Optional.empty());
    assertThat(conversation().notes(number, both, Optional.empty(), 20, NOW))
        .isEqualTo(Outcome.refused(new Refusal.Forbidden()));
    message(number, both, "自己的");
    assertThat(messages(number, both).getFirst().by().role()).isEqualTo(Party.APPLICANT);
  }

  @Test
  void somebodyElsesCaseIsNotThere() {
    CaseNumber number = filed(6);
    assertThat(refused(message(number, STRANGER, "？"))).isEqualTo(new Refusal.NotFound());
    assertThat(refused(note(number, STRANGER, "？"))).isEqualTo(new Refusal.NotFound());
    assertThat(refused(hurry(terms(STRANGER), number, STRANGER, NOW)))
        .isEqualTo(new Refusal.NotFound());
    assertThat(conversation().messages(number, STRANGER, Optional.empty(), 20, NOW))
        .isEqualTo(Outcome.refused(new Refusal.NotFound()));
  }

  @Test
  void whoIsInvolvedNeitherReadsNorWrites() {
    CaseNumber number = filed(7);
    Conversation<JsonNode> involved =
        conversation((c, actor) -> actor.subject().equals(WINDOW.subject()));
    assertThat(involved.notes(number, WINDOW, Optional.empty(), 20, NOW))
        .isEqualTo(Outcome.refused(new Refusal.ConflictOfInterest()));
    assertThat(
            refused(
                involved.message(
                    terms(WINDOW),
                    number,
                    WINDOW,
                    "x",
                    List.of(),
                    (said, reader) -> answer(""),
                    NOW)))
        .isEqualTo(new Refusal.ConflictOfInterest());
  }

  @Test
  void hasteIsAskedForOnceInThreeWorkingDaysAndToldToTheHallAndToSupervisors() {
    CaseNumber number = filed(8);
    Instant again = KERNEL.clocks().hall().due(NOW, Bounds.BETWEEN_REMINDERS).at();

    assertThat(hurry(terms(OWNER), number, OWNER, NOW)).isInstanceOf(Answer.Given.class);
    assertThat(told(window(), number)).containsExactly(NoticeName.HURRIED);
    assertThat(told(new Recipient.Supervisors(), number)).containsExactly(NoticeName.HURRIED);
    assertThat(messages(number, OWNER)).extracting(Said::what).containsExactly(Saying.HURRY);

    assertThat(refused(hurry(terms(OWNER), number, OWNER, again.minusSeconds(1))))
        .isEqualTo(new Refusal.HurriedLately(again));
    assertThat(hurry(terms(OWNER), number, OWNER, again)).isInstanceOf(Answer.Given.class);
  }

  @Test
  void onlyTheApplicantAsksForHaste() {
    CaseNumber number = filed(9);
    assertThat(refused(hurry(terms(WINDOW), number, WINDOW, NOW)))
        .isEqualTo(new Refusal.Forbidden());
  }

  @Test
  void ofTenRemindersAtOnceOneIsSent() throws Exception {
    CaseNumber number = filed(10);
    List<Answer> answers = race(10, i -> hurry(terms(OWNER), number, OWNER, NOW));
    assertThat(answers.stream().filter(Answer.Given.class::isInstance)).hasSize(1);
    assertThat(
            answers.stream()
                .filter(Answer.Refused.class::isInstance)
                .map(ConversationTest::refused))
        .hasSize(9)
        .allSatisfy(refusal -> assertThat(refusal).isInstanceOf(Refusal.HurriedLately.class));
    assertThat(told(window(), number)).hasSize(1);
    assertThat(messages(number, OWNER)).hasSize(1);
  }

  @Test
  void aRepeatedReminderAndARacingMessageGetTheFirstAnswer() throws Exception {
    CaseNumber number = filed(11);
    WriteTerms same = terms(OWNER);
    hurry(same, number, OWNER, NOW);
    assertThat(hurry(same, number, OWNER, NOW.plusSeconds(5)))
        .isInstanceOfSatisfying(Answer.Given.class, given -> assertThat(given.replayed()).isTrue());

    WriteTerms once = terms(OWNER);
    List<Answer> answers =
        race(
            8,
            i ->
                conversation()
                    .message(
                        once,
                        number,
                        OWNER,
                        "一次",
                        List.of(),
                        (said, reader) -> answer(said.id()),
                        NOW));
    assertThat(answers).allSatisfy(each -> assertThat(each).isInstanceOf(Answer.Given.class));
    assertThat(answers.stream().filter(each -> !((Answer.Given) each).replayed())).hasSize(1);
    assertThat(messages(number, OWNER)).hasSize(2);
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    CaseNumber number = filed(12);
    WriteTerms first = terms(OWNER);
    hurry(first, number, OWNER, NOW);
    assertThat(hurry(new WriteTerms(first.scope(), first.key(), "another"), number, OWNER, NOW))
        .isInstanceOf(Answer.KeyReused.class);
  }

  @Test
  void anApplicantMaySaySoMuchADayOnAllCasesTogetherAndGoOnTheNextDay() {
    Actor talker = actor("talker", Role.APPLICANT, OWNER.key());
    List<CaseNumber> cases = List.of(filed(13), filed(14));
    for (int i = 0; i < Bounds.OF_APPLICANT_A_DAY; i++) {
      assertThat(message(cases.get(i % 2), talker, "第" + i)).isInstanceOf(Answer.Given.class);
    }
    assertThat(refused(message(cases.getFirst(), talker, "再")))
        .isEqualTo(new Refusal.TooMuchSaid(Bounds.OF_APPLICANT_A_DAY));
    assertThat(
            conversation()
                .message(
                    terms(talker),
                    cases.getFirst(),
                    talker,
                    "次日",
                    List.of(),
                    (said, reader) -> answer(""),
                    NOW.plusSeconds(86_400)))
        .isInstanceOf(Answer.Given.class);
  }

  @Test
  void whatTheHallReadsAndWritesIsOnRecordOnceAndTheApplicantsIsNot() {
    CaseNumber number = filed(15);
    message(number, OWNER, "问");
    messages(number, OWNER);
    assertThat(AUDIT.ofCase(number, AuditSpan.ALL, Optional.empty(), 100).items()).isEmpty();

    note(number, WINDOW, "记");
    message(number, WINDOW, "答");
    notes(number, WINDOW);
    messages(number, SUPERVISOR);
    assertThat(AUDIT.ofCase(number, AuditSpan.ALL, Optional.empty(), 100).items())
        .extracting(entry -> entry.kind() + " " + entry.action() + " " + entry.person().subject())
        .containsExactlyInAnyOrder(
            AuditKind.ACT + " NOTE window",
            AuditKind.ACT + " MESSAGE window",
            AuditKind.PART + " notes window",
            AuditKind.PART + " messages sue");
  }

  private interface Runner {
    Answer run(int i) throws Exception;
  }

  private static List<Answer> race(int runners, Runner runner) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
      List<Callable<Answer>> tasks = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        int one = i;
        tasks.add(() -> runner.run(one));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
