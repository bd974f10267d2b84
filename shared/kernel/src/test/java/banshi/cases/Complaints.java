package banshi.cases;

import banshi.clock.Extension;
import banshi.clock.Ledger;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import banshi.figures.Cell;
import banshi.figures.Count;
import banshi.figures.Counts;
import banshi.identity.ApplicantKey;
import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Complaints that wander through their table, and what they come to when counted by hand. */
public final class Complaints {
  public static final Kernel KERNEL = new Kernel(ComplaintLifeCycle.TABLE, Sample.clocks());

  private static final Set<Party> PEOPLE = EnumSet.complementOf(EnumSet.of(Party.SYSTEM));
  private static final List<String> DEPARTMENTS = List.of("MARKET", "URBAN");
  private static final List<String> CAUSES = List.of("ROUTING", "STAFF");
  private static final Map<String, TimeLimit> TIERS =
      Map.of("D1", TimeLimit.workingDays(1), "D5", TimeLimit.workingDays(5));

  /** They lead on; the others would mostly end a walk, or leave it where it is. */
  private static final Set<String> OFTEN =
      Set.of("TRIAGE", "ASSIGN", "REPLY", "DISPUTE", "CONFIRM", "RATE", "APPEAL_RATING");

  private Complaints() {}

  /** A complaint as it is received. */
  public static <D> Change<D> submitted(long seed, Instant at, D details) {
    return KERNEL.open(
        new Case<>(
            CaseNumber.draw(CaseKind.COMPLAINT, LocalDate.of(2026, 11, 23), new Random(seed)),
            ComplaintStage.SUBMITTED,
            1,
            at,
            new Text("办不成事", "Could not get it done"),
            Sample.applicant(),
            new ApplicantKey("a".repeat(32)),
            Map.of(
                ClockName.ANSWER, Ledger.of(TimeLimit.workingDays(5)),
                ClockName.DISPUTE, Ledger.of(TimeLimit.calendarDays(10)),
                ClockName.RATING, Ledger.of(TimeLimit.calendarDays(15))),
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
        Occasion.of(at, Sample.APPLICANT).adding(task(ComplaintLifeCycle.TRIAGE_TASK, "HALL")));
  }

  /** What time does until then, and after it any move that anybody may make, as a write. */
  public static <D> Change<D> anyStep(Case<D> c, Instant now, Random random) {
    Change<D> settled = KERNEL.settle(c, now);
    if (KERNEL.isDue(settled.after(), now)) {
      return settled.following(c.version());
    }
    List<Action> open =
        ComplaintLifeCycle.TABLE.actions().stream()
            .filter(
                each -> ComplaintLifeCycle.TABLE.open(settled.after(), each, PEOPLE).isPresent())
            .flatMap(each -> Stream.generate(() -> each).limit(OFTEN.contains(each.name()) ? 6 : 1))
            .toList();
    return settled
        .then(
            step(
                settled.after(),
                open.get(random.nextInt(open.size())),
                any(DEPARTMENTS, random),
                any(CAUSES, random),
                any(TIERS.keySet().stream().sorted().toList(), random),
                1 + random.nextInt(5),
                now))
        .following(c.version());
  }

  private static String any(List<String> codes, Random random) {
    return codes.get(random.nextInt(codes.size()));
  }

  /** One move of somebody who may make it; nothing where a clock refuses it. */
  public static <D> Change<D> step(
      Case<D> c,
      Action action,
      String department,
      String cause,
      String tier,
      int score,
      Instant now) {
    Outcome<Change<D>> outcome =
        KERNEL.perform(
            c,
            action,
            PEOPLE,
            move -> {
              Party party = move.by().stream().sorted().findFirst().orElseThrow();
              Occasion occasion =
                  Occasion.of(
                      now,
                      new ActorStamp(
                          party,
                          party == Party.APPLICANT ? Optional.empty() : Optional.of("HALL")));
              return given(c, action.name(), occasion, department, cause, tier, score);
            });
    return switch (outcome) {
      case Outcome.Done<Change<D>>(Change<D> done) -> done;
      case Outcome.Refused<Change<D>>(Refusal ignored) -> Change.none(c);
    };
  }

  private static Occasion given(
      Case<?> c,
      String action,
      Occasion o,
      String department,
      String cause,
      String tier,
      int score) {
    return switch (action) {
      case "TRIAGE" ->
          o.noting(cause + " " + tier)
              .marking(Mark.CAUSE, Optional.of(cause))
              .marking(Mark.TIER, Optional.of(tier))
              .limiting(ClockName.ANSWER, TIERS.get(tier));
      case "ASSIGN" ->
          o.noting(department)
              .marking(Mark.DEPARTMENT, Optional.of(department))
              .adding(task(c.round(ComplaintLifeCycle.ANSWER_TASK), department))
              .deadline(
                  ComplaintAction.ASSIGNMENT_STANDS,
                  KERNEL.clocks().hall().due(o.at(), TimeLimit.workingDays(1)).at());
      case "RETURN_ASSIGNMENT" ->
          o.marking(Mark.DEPARTMENT, Optional.empty())
              .adding(task(c.round(ComplaintLifeCycle.TRIAGE_TASK), "HALL"));
      case "EXTEND" -> o.adding(Extensions.task(c, ClockName.ANSWER, department));
      case "REFER_DISCIPLINE" ->
          o.adding(task(c.round(ComplaintLifeCycle.DISCIPLINE_TASK), "DISCIPLINE"));
      case "APPROVE_EXTENSION" ->
          o.extending(new Extension(TimeLimit.workingDays(1), o.at(), "complex", "director"));
      case "REPLY" -> o.noting("answer").knowing("decision", new Text("已解决：", "Resolved: "));
      case "DISPUTE" ->
          o.marking(
                  Mark.DISPUTES,
                  Optional.of(
                      Integer.toString(1 + c.mark(Mark.DISPUTES).map(Integer::parseInt).orElse(0))))
              .adding(
                  task(
                      c.round(ComplaintLifeCycle.ANSWER_TASK),
                      c.mark(Mark.DEPARTMENT).orElseThrow()));
      case "RATE" -> {
        Occasion rated =
            o.noting(Integer.toString(score))
                .marking(Mark.RATING, Optional.of(Integer.toString(score)));
        yield score < Ratings.POOR
            ? rated
            : rated
                .marking(Mark.RECTIFICATION, Optional.of("OPEN"))
                .adding(task(Ratings.CONTACT, "MARKET"), task(Ratings.RECTIFY, "MARKET"));
      }
      case "CALL_BACK" ->
          score < Ratings.POOR
              ? o.marking(Mark.RECTIFICATION, Optional.of("CLOSED"))
              : o.marking(Mark.RECTIFICATION, Optional.of("OPEN"))
                  .adding(task(c.round(Ratings.RECTIFY), "MARKET"));
      default -> o;
    };
  }

  private static Task task(String part, String department) {
    return Task.planned(
        part, department, new Text("任务", "Task"), Ledger.of(TimeLimit.workingDays(1)));
  }

  /** Where a complaint is counted, as its timeline tells. */
  public static Cell cellByHand(Instant receivedAt, List<TimelineEntry> timeline) {
    Optional<String> department = Optional.empty();
    Optional<String> cause = Optional.empty();
    Optional<String> tier = Optional.empty();
    for (TimelineEntry entry : timeline) {
      switch (entry.action()) {
        case "ASSIGN" -> department = entry.note();
        case "RETURN_ASSIGNMENT" -> department = Optional.empty();
        case "TRIAGE" -> {
          cause = entry.note().map(words -> words.split(" ")[0]);
          tier = entry.note().map(words -> words.split(" ")[1]);
        }
        default -> {}
      }
    }
    return new Cell(
        CaseKind.COMPLAINT,
        receivedAt.atZone(ServiceClock.ZONE).toLocalDate(),
        department,
        cause,
        tier);
  }

  /** What a complaint counts for, as its timeline tells. */
  public static Counts countedByHand(Instant receivedAt, List<TimelineEntry> timeline) {
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    counts.put(Count.RECEIVED, 1L);
    counts.put(Count.OPEN, 1L);
    for (TimelineEntry entry : timeline) {
      switch (entry.action()) {
        case "REPLY" -> {
          counts.put(Count.ANSWERED, 1L);
          counts.put(
              Count.WORKED_MINUTES,
              KERNEL.clocks().hall().workedBetween(receivedAt, entry.at()).toMinutes());
        }
        case "OVERDUE" -> {
          if (entry.note().equals(Optional.of("ANSWER"))) {
            counts.put(Count.OVERDUE, 1L);
          }
        }
        case "REDIRECT" -> counts.put(Count.REDIRECTED, 1L);
        case "WITHDRAW" -> counts.put(Count.WITHDRAWN, 1L);
        case "DISPUTE" -> counts.put(Count.DISPUTED, 1L);
        case "RATE" -> counts.put(Count.valueOf("RATED_" + entry.note().orElseThrow()), 1L);
        case "UPHOLD_APPEAL" ->
            counts.keySet().removeIf(count -> count.name().startsWith("RATED_"));
        default -> {}
      }
      if (Set.of("CLOSED", "REDIRECTED", "WITHDRAWN").contains(entry.toStage())) {
        counts.remove(Count.OPEN);
      }
    }
    if (counts.containsKey(Count.ANSWERED) && !counts.containsKey(Count.OVERDUE)) {
      counts.put(Count.ON_TIME, 1L);
    }
    return new Counts(counts);
  }
}
