package banshi.cases;

import banshi.clock.Extension;
import banshi.clock.Ledger;
import banshi.clock.TimeLimit;
import banshi.identity.ApplicantKey;
import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Consultations that wander through their table. */
public final class Inquiries {
  public static final Kernel KERNEL = new Kernel(ConsultationLifeCycle.TABLE, Sample.clocks());

  static final TimeLimit ANSWER_WITHIN = TimeLimit.workingDays(3);
  static final TimeLimit FOLLOW_UP_WITHIN = TimeLimit.calendarDays(10);
  static final TimeLimit RATE_WITHIN = TimeLimit.calendarDays(15);

  private static final Set<Party> PEOPLE = EnumSet.complementOf(EnumSet.of(Party.SYSTEM));
  private static final TaskWork.Officer OFFICER = new TaskWork.Officer("olga", department -> true);
  private static final List<String> DEPARTMENTS = List.of("MARKET", "POLICE", "TAX");

  /** They lead on; the others would mostly end a walk, or leave it where it is. */
  private static final Map<String, Integer> OFTEN =
      Map.ofEntries(
          Map.entry("CLAIM", 3),
          Map.entry("RELEASE", 3),
          Map.entry("TAKE_BACK", 3),
          Map.entry("ANSWER", 4),
          Map.entry("ASSIGN", 2),
          Map.entry("FOLLOW_UP", 3),
          Map.entry("ACCEPT_ANSWER", 3),
          Map.entry("PUBLISH", 3),
          Map.entry("RATE", 5),
          Map.entry("CONTACT_RATER", 5),
          Map.entry("RECTIFY", 5),
          Map.entry("APPEAL_RATING", 3));

  private Inquiries() {}

  /**
   * A step of a walk.
   *
   * @param before the case when it was made, everything due having happened
   * @param row the row that somebody went by; empty when the clock, or a task, refused it
   * @param change what time did, and then what somebody did
   */
  public record Step<D>(Case<D> before, Optional<Move> row, Change<D> change) {}

  /** A question as it is asked; whoever asks allows its answer to be published, or does not. */
  public static <D> Change<D> asked(long seed, Instant at, D details) {
    Random random = new Random(seed);
    Occasion asking =
        Occasion.of(at, Sample.APPLICANT)
            .adding(task(ConsultationLifeCycle.SORT_TASK, Parties.WINDOW_DEPARTMENT));
    return KERNEL.open(
        new Case<>(
            CaseNumber.draw(CaseKind.CONSULTATION, LocalDate.of(2026, 11, 23), random),
            ConsultationStage.ASKED,
            1,
            at,
            new Text("咨询", "Question"),
            Sample.applicant(),
            new ApplicantKey("a".repeat(32)),
            Map.of(
                ClockName.ANSWER, Ledger.of(ANSWER_WITHIN),
                ClockName.FOLLOW_UP, Ledger.of(FOLLOW_UP_WITHIN),
                ClockName.RATING, Ledger.of(RATE_WITHIN)),
            List.of(),
            List.of(),
            new TreeMap<>(),
            Map.of(),
            0,
            Map.of(),
            Set.of(),
            Signatories.none(),
            TimelineHead.none(at),
            details),
        random.nextInt(3) > 0 ? asking.marking(Mark.MAY_PUBLISH, Optional.of("YES")) : asking);
  }

  /** What time does until then, and after it any move that anybody may make, as a write. */
  public static <D> Step<D> anyStep(Case<D> c, Instant now, Random random) {
    Change<D> settled = KERNEL.settleAll(c, now);
    Case<D> before = settled.after();
    List<Action> open =
        ConsultationLifeCycle.TABLE.actions().stream()
            .filter(each -> ConsultationLifeCycle.TABLE.open(before, each, PEOPLE).isPresent())
            .flatMap(each -> Stream.generate(() -> each).limit(OFTEN.getOrDefault(each.name(), 1)))
            .toList();
    Action action = open.get(random.nextInt(open.size()));
    Move row = ConsultationLifeCycle.TABLE.open(before, action, PEOPLE).orElseThrow();
    return switch (taken(before, action, row, random, now)) {
      case Outcome.Done<Change<D>>(Change<D> done) ->
          new Step<>(before, Optional.of(row), settled.then(done).following(c.version()));
      case Outcome.Refused<Change<D>>(Refusal ignored) ->
          new Step<>(before, Optional.empty(), settled.following(c.version()));
    };
  }

  private static <D> Outcome<Change<D>> taken(
      Case<D> c, Action action, Move row, Random random, Instant now) {
    TaskWork work = new TaskWork(KERNEL);
    Colleagues colleagues = new Colleagues(KERNEL);
    return switch (action.name()) {
      case "CLAIM" -> work.claim(c, anyOpen(c, random), OFFICER, action, PEOPLE, now);
      case "RELEASE" -> work.release(c, anyOpen(c, random), OFFICER, action, PEOPLE, now);
      case "HAND_OVER" ->
          colleagues.handOver(
              c, anyOpen(c, random), OFFICER, "pavel", Optional.empty(), PEOPLE, now);
      case "TAKE_BACK" ->
          colleagues.takeBack(c, anyOpen(c, random), OFFICER, "on leave", PEOPLE, now);
      case "SHARE" -> colleagues.share(c, anyOpen(c, random), OFFICER, "rosa", PEOPLE, now);
      default -> {
        Party party = row.by().stream().sorted().findFirst().orElseThrow();
        Occasion occasion =
            Occasion.of(
                now,
                new ActorStamp(
                    party, party == Party.APPLICANT ? Optional.empty() : Optional.of("HALL")));
        yield KERNEL.perform(c, action, PEOPLE, move -> given(c, action.name(), occasion, random));
      }
    };
  }

  private static String anyOpen(Case<?> c, Random random) {
    List<Task> open = c.tasks().stream().filter(task -> task.state() == TaskState.OPEN).toList();
    return open.get(random.nextInt(open.size())).id();
  }

  private static Occasion given(Case<?> c, String action, Occasion o, Random random) {
    String answering = c.mark(Mark.DEPARTMENT).orElse(Parties.WINDOW_DEPARTMENT);
    return switch (action) {
      case "ASSIGN" -> {
        String department = DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
        yield o.noting(department)
            .marking(Mark.DEPARTMENT, Optional.of(department))
            .adding(task(c.round(ConsultationLifeCycle.ANSWER_TASK), department));
      }
      case "ANSWER" -> o.noting("answer").marking(Mark.DEPARTMENT, Optional.of(answering));
      case "EXTEND" -> o.adding(Extensions.task(c, ClockName.ANSWER, answering));
      case "APPROVE_EXTENSION" ->
          o.extending(new Extension(TimeLimit.workingDays(2), o.at(), "complex", "director"));
      case "FOLLOW_UP" ->
          o.limiting(ClockName.ANSWER, ANSWER_WITHIN)
              .adding(task(c.round(ConsultationLifeCycle.ANSWER_TASK), answering));
      case "CONVERT" -> o.marking(Mark.CONVERTED, Optional.of("APPLICATION"));
      case "PUBLISH" -> o.marking(Mark.PUBLISHED, Optional.of("0123456789abcdef"));
      case "RATE" -> {
        int score = random.nextBoolean() ? 1 : 5;
        Occasion rated =
            o.noting(Integer.toString(score))
                .marking(Mark.RATING, Optional.of(Integer.toString(score)));
        yield score < Ratings.POOR
            ? rated
            : rated
                .marking(Mark.RECTIFICATION, Optional.of("OPEN"))
                .adding(task(Ratings.CONTACT, answering), task(Ratings.RECTIFY, answering));
      }
      case "RECTIFY" -> o.adding(task(c.round(Ratings.CALLBACK), Parties.WINDOW_DEPARTMENT));
      case "CALL_BACK" ->
          random.nextBoolean()
              ? o.marking(Mark.RECTIFICATION, Optional.of("CLOSED"))
              : o.marking(Mark.RECTIFICATION, Optional.of("OPEN"))
                  .adding(task(c.round(Ratings.RECTIFY), answering));
      default -> o;
    };
  }

  private static Task task(String part, String department) {
    return Task.planned(part, department, new Text("任务", "Task"), Ledger.of(ANSWER_WITHIN));
  }
}
