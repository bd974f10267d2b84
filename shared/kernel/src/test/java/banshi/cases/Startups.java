package banshi.cases;

import banshi.clock.ClockState;
import banshi.clock.Ledger;
import banshi.clock.PauseReason;
import banshi.clock.TimeLimit;
import banshi.identity.ApplicantKey;
import banshi.notices.Remedy;
import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Company start-ups that wander through their table. */
public final class Startups {
  public static final Kernel KERNEL = new Kernel(StartupLifeCycle.TABLE, Sample.clocks());

  /** How long a form may wait for signatures after it is filed or changed, in days. */
  static final int SIGN_WITHIN = 30;

  static final String REGISTRAR = "MARKET";
  static final Map<String, String> SERVICES =
      new TreeMap<>(Map.of("SEAL", "POLICE", "TAX", "TAX", "BANK", "BANK"));

  private static final Set<Party> PEOPLE = EnumSet.complementOf(EnumSet.of(Party.SYSTEM));
  private static final TaskWork.Officer OFFICER = new TaskWork.Officer("olga", department -> true);

  /** To whom tasks are handed: only so does anybody hold one before it is claimed first. */
  private static final TaskWork.Officer COLLEAGUE =
      new TaskWork.Officer("pavel", department -> true);

  private static final int MOST_SIGNATORIES = 4;

  /** They lead on; the others would mostly end a walk, or leave it where it is. */
  private static final Map<String, Integer> OFTEN =
      Map.of(
          "SIGN", 8,
          "CLAIM", 4,
          "TAKE_BACK", 4,
          "REQUEST_CORRECTION", 3,
          "AMEND", 2,
          "COMPLETE", 4,
          "RATE", 5,
          "CONTACT_RATER", 5,
          "RECTIFY", 5,
          "APPEAL_RATING", 3);

  private Startups() {}

  /**
   * A step of a walk.
   *
   * @param before the case when it was made, everything due having happened
   * @param row the row that somebody went by; empty when the clock, or a task, refused it
   * @param change what time did, and then what somebody did
   */
  public record Step<D>(Case<D> before, Optional<Move> row, Change<D> change) {}

  /**
   * A start-up as it is filed: by some people, for some services, of a company or a sole trader.
   */
  public static <D> Change<D> filed(long seed, Instant at, D details) {
    Random random = new Random(seed);
    return filed(seed, at, details, signatories(random), services(random), random.nextBoolean());
  }

  /** A start-up as it is filed. */
  static <D> Change<D> filed(
      long seed,
      Instant at,
      D details,
      Set<ApplicantKey> signatories,
      List<String> services,
      boolean company) {
    Occasion filing = Occasion.of(at, Sample.APPLICANT).adding(tasks(services));
    return KERNEL.open(
        new Case<>(
            CaseNumber.draw(CaseKind.STARTUP, LocalDate.of(2026, 11, 23), new Random(seed)),
            StartupStage.AWAITING_SIGNATURES,
            1,
            at,
            new Text("示例有限公司", "示例有限公司"),
            Sample.applicant(),
            new ApplicantKey("a".repeat(32)),
            Map.of(
                ClockName.SIGNING, Ledger.of(TimeLimit.calendarDays(SIGN_WITHIN)),
                ClockName.CORRECTION, Ledger.of(TimeLimit.calendarDays(SIGN_WITHIN)),
                ClockName.PROMISED, Ledger.of(TimeLimit.parse("3", "WORKING_HOURS")),
                ClockName.STATUTORY, Ledger.of(TimeLimit.workingDays(1))),
            List.of(),
            List.of(),
            new TreeMap<>(),
            Map.of(),
            0,
            Map.of(),
            Set.of(),
            Signatories.of(signatories),
            TimelineHead.none(at),
            details),
        company ? filing.marking(Mark.REPORTS, Optional.of("YES")) : filing);
  }

  static Set<ApplicantKey> signatories(int people) {
    return IntStream.range(0, people)
        .mapToObj(i -> new ApplicantKey((i + "s".repeat(32)).substring(0, 32)))
        .collect(Collectors.toSet());
  }

  private static Set<ApplicantKey> signatories(Random random) {
    return signatories(1 + random.nextInt(MOST_SIGNATORIES));
  }

  private static List<String> services(Random random) {
    return SERVICES.keySet().stream().filter(service -> random.nextInt(3) > 0).toList();
  }

  private static Task[] tasks(List<String> services) {
    return Stream.concat(
            Stream.of(task(StartupLifeCycle.LICENCE, REGISTRAR)),
            services.stream().map(service -> task(service, SERVICES.get(service))))
        .toArray(Task[]::new);
  }

  private static Task task(String part, String department) {
    return Task.planned(
        part, department, new Text("任务", "Task"), Ledger.of(TimeLimit.parse("2", "WORKING_HOURS")));
  }

  /** What time does until then, and after it any move that anybody may make, as a write. */
  public static <D> Step<D> anyStep(Case<D> c, Instant now, Random random) {
    Change<D> settled = KERNEL.settleAll(c, now);
    Case<D> before = settled.after();
    List<Action> open =
        StartupLifeCycle.TABLE.actions().stream()
            .filter(each -> StartupLifeCycle.TABLE.open(before, each, PEOPLE).isPresent())
            .flatMap(each -> Stream.generate(() -> each).limit(OFTEN.getOrDefault(each.name(), 1)))
            .toList();
    Action action = open.get(random.nextInt(open.size()));
    Move row = StartupLifeCycle.TABLE.open(before, action, PEOPLE).orElseThrow();
    return switch (taken(before, action, row, random, now)) {
      case Outcome.Done<Change<D>>(Change<D> done) ->
          new Step<>(
              before,
              Optional.of(gone(row, before, done)),
              settled.then(done).following(c.version()));
      case Outcome.Refused<Change<D>>(Refusal ignored) ->
          new Step<>(before, Optional.empty(), settled.following(c.version()));
    };
  }

  /** A completed task, or a signature, decides which row is gone by. */
  private static Move gone(Move row, Case<?> before, Change<?> done) {
    return switch (row.action().name()) {
      case "COMPLETE" ->
          row(
              StartupAction.COMPLETE,
              move ->
                  move.from().contains(before.stage())
                      && move.to().orElse(before.stage()).equals(done.after().stage()));
      case "SIGN" -> row(StartupAction.SIGN, move -> move.guard() == signing(before));
      default -> row;
    };
  }

  private static Guard signing(Case<?> before) {
    if (before.signatories().missing().size() > 1) {
      return Guard.SIGNATURES_REMAIN;
    }
    return before.clock(ClockName.PROMISED).state() == ClockState.NOT_STARTED
        ? Guard.SIGNED_FIRST
        : Guard.SIGNED_AGAIN;
  }

  private static Move row(StartupAction action, Predicate<Move> which) {
    return StartupLifeCycle.TABLE.moves().stream()
        .filter(move -> move.action() == action)
        .filter(which)
        .findFirst()
        .orElseThrow();
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
      case "SHARE" ->
          colleagues.share(
              c,
              anyOpen(c, random),
              random.nextBoolean() ? OFFICER : COLLEAGUE,
              "rosa",
              PEOPLE,
              now);
      case "COMPLETE" ->
          work.complete(
              c,
              anyOpen(c, random),
              OFFICER,
              action,
              PEOPLE,
              new TaskResult(TaskResult.Opinion.PASS, "", now),
              now);
      case "SIGN" -> signed(c, anyMissing(c, random), now);
      case "AMEND" -> amended(c, signatories(random), services(random), now);
      default -> {
        Party party = row.by().stream().sorted().findFirst().orElseThrow();
        Occasion occasion = Occasion.of(now, new ActorStamp(party, Optional.empty()));
        yield KERNEL.perform(c, action, PEOPLE, move -> given(c, action.name(), occasion, random));
      }
    };
  }

  /** Somebody signs. */
  static <D> Outcome<Change<D>> signed(Case<D> c, ApplicantKey person, Instant now) {
    return KERNEL.perform(
        c.withSignatories(c.signatories().signedBy(person)),
        StartupAction.SIGN,
        Set.of(Party.UNSIGNED),
        move -> Occasion.of(now, new ActorStamp(Party.SIGNATORY, Optional.empty())));
  }

  private static ApplicantKey anyMissing(Case<?> c, Random random) {
    List<ApplicantKey> missing =
        c.signatories().missing().stream()
            .sorted(Comparator.comparing(ApplicantKey::value))
            .toList();
    return missing.get(random.nextInt(missing.size()));
  }

  /** The form changed: others may have to sign, other services may be asked for. */
  static <D> Outcome<Change<D>> amended(
      Case<D> c, Set<ApplicantKey> signatories, List<String> services, Instant now) {
    return KERNEL.perform(
        c.withSignatories(Signatories.of(signatories)),
        StartupAction.AMEND,
        Set.of(Party.APPLICANT),
        move ->
            Occasion.of(now, Sample.APPLICANT)
                .limiting(ClockName.SIGNING, TimeLimit.calendarDays(SIGN_WITHIN))
                .adding(tasks(services)));
  }

  private static String anyOpen(Case<?> c, Random random) {
    List<Task> open = c.tasks().stream().filter(task -> task.state() == TaskState.OPEN).toList();
    return open.get(random.nextInt(open.size())).id();
  }

  private static Occasion given(Case<?> c, String action, Occasion o, Random random) {
    return switch (action) {
      case "DENY" -> o.knowing("remedy", Remedy.administrative(o.at()));
      case "REQUEST_CORRECTION" -> {
        int days = random.nextBoolean() ? SIGN_WITHIN : 5;
        yield o.noting(Integer.toString(days))
            .pausing(new PauseReason("corrections", "art. 18", days))
            .limiting(ClockName.CORRECTION, TimeLimit.calendarDays(days))
            .marking(
                Mark.CORRECTIONS, Optional.of(Integer.toString(c.count(Mark.CORRECTIONS) + 1)));
      }
      case "RATE" -> {
        int score = random.nextBoolean() ? 1 : 5;
        Occasion rated =
            o.noting(Integer.toString(score))
                .marking(Mark.RATING, Optional.of(Integer.toString(score)));
        yield score < Ratings.POOR
            ? rated
            : rated
                .marking(Mark.RECTIFICATION, Optional.of("OPEN"))
                .adding(task(Ratings.CONTACT, REGISTRAR), task(Ratings.RECTIFY, REGISTRAR));
      }
      case "RECTIFY" -> o.adding(task(c.round(Ratings.CALLBACK), Parties.WINDOW_DEPARTMENT));
      case "CALL_BACK" ->
          random.nextBoolean()
              ? o.marking(Mark.RECTIFICATION, Optional.of("CLOSED"))
              : o.marking(Mark.RECTIFICATION, Optional.of("OPEN"))
                  .adding(task(c.round(Ratings.RECTIFY), REGISTRAR));
      default -> o;
    };
  }
}
