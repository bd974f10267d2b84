package banshi.cases;

import banshi.cases.Effect.AddTasks;
import banshi.cases.Effect.ArmAtDeadline;
import banshi.cases.Effect.ArmAtDue;
import banshi.cases.Effect.ArmYearly;
import banshi.cases.Effect.CancelTasks;
import banshi.cases.Effect.CancelTasksBut;
import banshi.cases.Effect.CancelTasksOf;
import banshi.cases.Effect.Disarm;
import banshi.cases.Effect.ExtendClock;
import banshi.cases.Effect.FinishTasks;
import banshi.cases.Effect.FinishTasksAsGiven;
import banshi.cases.Effect.LimitClock;
import banshi.cases.Effect.LimitClockOrStop;
import banshi.cases.Effect.OpenTasks;
import banshi.cases.Effect.OpenTasksAtReceipt;
import banshi.cases.Effect.OpenTasksOf;
import banshi.cases.Effect.PauseClocks;
import banshi.cases.Effect.PlanTasks;
import banshi.cases.Effect.Put;
import banshi.cases.Effect.PutGiven;
import banshi.cases.Effect.PutWorked;
import banshi.cases.Effect.RaiseLevel;
import banshi.cases.Effect.Remove;
import banshi.cases.Effect.RestartClock;
import banshi.cases.Effect.ResumeClocks;
import banshi.cases.Effect.RunTasksBy;
import banshi.cases.Effect.StartClock;
import banshi.cases.Effect.StartClockAsGiven;
import banshi.cases.Effect.StartClockAtReceipt;
import banshi.cases.Effect.StopClock;
import banshi.cases.Effect.Tell;
import banshi.clock.ClockRefusal;
import banshi.clock.ClockState;
import banshi.clock.Ledger;
import banshi.clock.LedgerOutcome;
import banshi.clock.ServiceClock;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.text.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes moves: applies a row of a life cycle to a case, with its effects, and writes the timeline.
 * Pure: the same case, row and occasion always give the same result.
 */
public final class Kernel {
  private final LifeCycle lifeCycle;
  private final Clocks clocks;
  private final Climbing climbing;

  /** By this table and these clocks, with the published ladders. */
  public Kernel(LifeCycle lifeCycle, Clocks clocks) {
    this(lifeCycle, clocks, Ladders.published());
  }

  /** By this table, these clocks and these ladders. */
  public Kernel(LifeCycle lifeCycle, Clocks clocks, Ladders ladders) {
    this.lifeCycle = lifeCycle;
    this.clocks = clocks;
    this.climbing = new Climbing(clocks, ladders);
  }

  /** The table by which this kernel moves cases. */
  public LifeCycle lifeCycle() {
    return lifeCycle;
  }

  /** The clocks by which it counts. */
  public Clocks clocks() {
    return clocks;
  }

  /** Opens a case that a kind has filled in: applies the opening row and writes the first entry. */
  public <D> Change<D> open(Case<D> filledIn, Occasion occasion) {
    return entered(filledIn.withEdition(clocks.edition()), lifeCycle.opening(), occasion, "")
        .orElseThrow(refusal -> new IllegalStateException("an opening was refused: " + refusal));
  }

  /**
   * Does what the caller asks, if the table has an open row for it.
   *
   * @param parties what the caller is to the case
   * @return the change; or Forbidden when these parties may never do it, NotAllowed when not now
   */
  public <D> Outcome<Change<D>> perform(
      Case<D> c, Action action, Set<Party> parties, Function<Move, Occasion> occasion) {
    Optional<Refusal> refusal = refuse(c, action, parties);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Move move = lifeCycle.open(c, action, parties).orElseThrow();
    return entered(c, move, occasion.apply(move), c.stage().name())
        .<Outcome<Change<D>>>map(Outcome::done)
        .orElse(
            clockRefusal ->
                Outcome.refused(
                    new Refusal.NotAllowed(
                        lifeCycle.allowedActions(c, parties),
                        Optional.of(
                            new Text(clockRefusal.inChinese(), clockRefusal.inEnglish())))));
  }

  /** Why these parties may not do this to the case now; empty when they may. */
  public Optional<Refusal> refuse(Case<?> c, Action action, Set<Party> parties) {
    if (!lifeCycle.mayEver(action, parties)) {
      return Optional.of(new Refusal.Forbidden());
    }
    return lifeCycle.open(c, action, parties).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Refusal.NotAllowed(lifeCycle.allowedActions(c, parties), Optional.empty()));
  }

  /** Why these parties may not do this beside the case now; empty when they may. */
  public Optional<Refusal> refuseAside(Case<?> c, Action action, Set<Party> parties) {
    if (!lifeCycle.mayEverAside(action, parties)) {
      return Optional.of(new Refusal.Forbidden());
    }
    return lifeCycle.opensAside(c, action, parties)
        ? Optional.empty()
        : Optional.of(
            new Refusal.NotAllowed(lifeCycle.allowedActions(c, parties), Optional.empty()));
  }

  /**
   * Makes everything that is due by itself happen: timed moves, rungs of ladders, claims that run
   * out; each at its due instant and in their order, so that the result does not depend on when
   * somebody looks. The due instant itself is still in time. A timer that no row of the stage
   * answers is forgotten. Due dates are recounted first when the calendar has grown since.
   *
   * <p>At most {@value Settling#MOST_AT_ONCE} happenings at once, so that they fit into one write:
   * see {@link #isDue}.
   */
  public <D> Change<D> settle(Case<D> c, Instant now) {
    return new Settling(this, climbing).settle(c, now);
  }

  /** The same however much is due: what is shown, or written beside another case. */
  public <D> Change<D> settleAll(Case<D> c, Instant now) {
    Change<D> settled = settle(c, now);
    while (isDue(settled.after(), now)) {
      settled = settled.then(settle(settled.after(), now));
    }
    return settled;
  }

  /**
   * Writes on a case's timeline that another has to do with it; the other's names this one. What is
   * due by itself happens before: a timeline never runs back.
   */
  public <D> Change<D> link(Case<D> c, CaseNumber other, Instant now) {
    Change<D> settled = settleAll(c, now);
    return settled.then(linked(settled.after(), other, now));
  }

  /** Makes a case the one that a cluster (一类事) is named after, because another joins it. */
  public <D> Change<D> lead(Case<D> c, CaseNumber joining, Instant now) {
    Change<D> settled = settleAll(c, now);
    Case<D> leading = settled.after().withMark(Mark.CLUSTER, Optional.of(c.number().value()));
    return settled.then(linked(leading, joining, now));
  }

  private static <D> Change<D> linked(Case<D> c, CaseNumber other, Instant now) {
    return written(
        c,
        ClockAction.LINK,
        Occasion.of(c.notBeforeLast(now), ActorStamp.SYSTEM).noting(other.value()));
  }

  /** Whether something is due by itself. */
  public boolean isDue(Case<?> c, Instant now) {
    return Settling.isDue(c, now);
  }

  /** Makes a timed move. */
  <D> Change<D> timed(Case<D> c, String timed, Instant at) {
    Case<D> disarmed = c.withoutTimer(timed);
    return lifeCycle.actions().stream()
        .filter(action -> action.name().equals(timed))
        .flatMap(action -> lifeCycle.open(disarmed, action, Set.of(Party.SYSTEM)).stream())
        .findFirst()
        .map(
            row ->
                entered(disarmed, row, Occasion.of(at, ActorStamp.SYSTEM), disarmed.stage().name())
                    .orElseThrow(
                        refusal -> new IllegalStateException("a timed move failed: " + refusal)))
        .orElseGet(() -> Change.none(disarmed));
  }

  /** The case with every timer that hangs on a clock armed for the clock's due date of today. */
  <D> Case<D> rearmed(Case<D> c, Instant at) {
    Case<D> fresh = c;
    for (Move move : lifeCycle.moves()) {
      for (Effect effect : move.effects()) {
        if (effect instanceof ArmAtDue(Action timed, ClockName name)
            && c.timers().containsKey(timed.name())
            && c.clock(name).state() == ClockState.RUNNING) {
          fresh = fresh.withTimer(timed, c.clock(name).due(clocks.hall(), at).orElseThrow().at());
        }
      }
    }
    return fresh;
  }

  /** Either a value, or the clock's refusal. */
  private record Moved<T>(Optional<T> value, Optional<ClockRefusal> refusal) {
    <U> Moved<U> map(Function<T, U> then) {
      return new Moved<>(value.map(then), refusal);
    }

    T orElse(Function<ClockRefusal, T> other) {
      return value.orElseGet(() -> other.apply(refusal.orElseThrow()));
    }

    T orElseThrow(Function<ClockRefusal, IllegalStateException> failure) {
      return value.orElseThrow(() -> failure.apply(refusal.orElseThrow()));
    }
  }

  private <D> Moved<Change<D>> entered(Case<D> c, Move move, Occasion occasion, String fromStage) {
    Stage to = move.to().orElse(c.stage());
    // What was armed before the end is over with it; what the end itself arms is not.
    Case<D> moved = to.isFinal() && !c.stage().isFinal() ? c.withoutTimers() : c;
    for (Effect effect : move.effects()) {
      switch (applied(moved, effect, occasion)) {
        case Applied<D>(Case<D> after) -> moved = after;
        case RefusedByClock<D>(ClockRefusal refusal) -> {
          return new Moved<>(Optional.empty(), Optional.of(refusal));
        }
      }
    }
    Change<D> written =
        written(
            climbing.refreshed(moved, occasion.at()),
            move.action(),
            fromStage,
            to,
            move.basis(),
            occasion);
    List<Notice> told =
        move.effects().stream()
            .flatMap(
                effect ->
                    effect instanceof Tell(NoticeName name, Set<Party> parties)
                        ? Telling.of(written.after(), name, parties).stream()
                        : Stream.of())
            .map(notice -> knowing(notice, occasion))
            .toList();
    return new Moved<>(
        Optional.of(
            new Change<>(
                written.after(),
                written.entries(),
                Stream.concat(told.stream(), Arrivals.told(c, written.after(), clocks, told))
                    .toList())),
        Optional.empty());
  }

  private static Notice knowing(Notice notice, Occasion occasion) {
    Notice known = notice;
    for (Map.Entry<String, Text> fact : occasion.facts().entrySet()) {
      known = known.knowing(fact.getKey(), fact.getValue());
    }
    return known;
  }

  /** The case with one more entry, which leaves its stage as it is. */
  static <D> Change<D> written(Case<D> c, ClockAction action, Occasion occasion) {
    return written(c, action, c.stage().name(), c.stage(), Optional.empty(), occasion);
  }

  private static <D> Change<D> written(
      Case<D> c,
      Action action,
      String fromStage,
      Stage to,
      Optional<LegalBasis> basis,
      Occasion occasion) {
    TimelineEntry entry =
        TimelineEntry.chained(
            c.number(),
            c.timeline().entries() + 1,
            occasion.at(),
            occasion.actor(),
            action.name(),
            fromStage,
            to.name(),
            occasion.note(),
            basis,
            c.timeline().hash());
    TimelineHead end = new TimelineHead(entry.seq(), entry.hash(), entry.at());
    return new Change<>(c.withStage(to, end), List.of(entry), List.of());
  }

  private sealed interface Result<D> {}

  private record Applied<D>(Case<D> after) implements Result<D> {}

  private record RefusedByClock<D>(ClockRefusal refusal) implements Result<D> {}

  private <D> Result<D> applied(Case<D> c, Effect effect, Occasion occasion) {
    Instant at = occasion.at();
    return switch (effect) {
      case StartClock(ClockName name) -> timed(c, name, c.clock(name).start(at));
      case StartClockAtReceipt(ClockName name) ->
          timed(c, name, c.clock(name).start(c.receivedAt()));
      case StartClockAsGiven(ClockName name) ->
          Optional.ofNullable(occasion.limits().get(name))
              .map(limit -> timed(c, name, Ledger.of(limit).start(at)))
              .orElseGet(() -> new Applied<>(c));
      case StopClock(ClockName name) ->
          c.started(name).isPresent() ? timed(c, name, c.clock(name).stop(at)) : new Applied<>(c);
      case RestartClock(ClockName name) ->
          timed(
              c.withClimb(name, Optional.empty()),
              name,
              Ledger.of(
                      Optional.ofNullable(occasion.limits().get(name))
                          .orElseGet(() -> c.clock(name).limit()))
                  .start(at));
      case PauseClocks(Set<ClockName> names) ->
          everyClock(
              c, names, ClockState.RUNNING, l -> l.pause(at, occasion.pause().orElseThrow()));
      case ResumeClocks(Set<ClockName> names) ->
          everyClock(c, names, ClockState.PAUSED, l -> l.resume(at));
      case ExtendClock(ClockName name, boolean must) -> extended(c, name, must, occasion);
      case LimitClock(ClockName name) ->
          Optional.ofNullable(occasion.limits().get(name))
              .map(limit -> timed(c, name, c.clock(name).limited(limit)))
              .orElseGet(() -> new Applied<>(c));
      case LimitClockOrStop(ClockName name) ->
          applied(
              c,
              occasion.limits().containsKey(name) && c.started(name).isPresent()
                  ? new LimitClock(name)
                  : new StopClock(name),
              occasion);
      case AddTasks() -> new Applied<>(added(c, occasion));
      case FinishTasks(String part) ->
          new Applied<>(c.withTasks(task -> finished(task, part, occasion)));
      case FinishTasksAsGiven() ->
          new Applied<>(
              c.withTasks(
                  task ->
                      occasion.finished().contains(task.part())
                          ? finished(task, task.part(), occasion)
                          : task));
      case CancelTasksOf(String part) ->
          new Applied<>(c.withTasks(task -> task.isOf(part) ? cancelled(task, at) : task));
      case RunTasksBy(String part, ClockName name) ->
          new Applied<>(
              c.withTasks(
                  task ->
                      task.state() == TaskState.OPEN && task.isOf(part)
                          ? task.timed(c.clock(name))
                          : task));
      case RaiseLevel() ->
          new Applied<>(
              c.withMark(
                  Mark.LEVEL,
                  Optional.of(Integer.toString(Math.min(Rung.HIGHEST, c.level() + 1)))));
      case OpenTasks() -> new Applied<>(opened(c, at));
      case PlanTasks() -> new Applied<>(planned(c, occasion.tasks()));
      case OpenTasksOf(String part) -> new Applied<>(opened(c, task -> task.isOf(part), at));
      case OpenTasksAtReceipt() -> new Applied<>(opened(c, c.receivedAt()));
      case CancelTasks() -> new Applied<>(c.withTasks(task -> cancelled(task, at)));
      case CancelTasksBut(String part) ->
          new Applied<>(c.withTasks(task -> task.isOf(part) ? task : cancelled(task, at)));
      case ArmAtDue(Action timed, ClockName name) ->
          new Applied<>(
              c.started(name).filter(clock -> clock.state() == ClockState.RUNNING).isPresent()
                  ? c.withTimer(timed, c.clock(name).due(clocks.hall(), at).orElseThrow().at())
                  : c.withoutTimer(timed.name()));
      case ArmAtDeadline(Action timed) ->
          new Applied<>(
              Optional.ofNullable(occasion.deadlines().get(timed.name()))
                  .map(due -> c.withTimer(timed, due))
                  .orElse(c));
      case ArmYearly yearly -> new Applied<>(c.withTimer(yearly.timed(), yearly.after(at)));
      case Disarm(Action timed) -> new Applied<>(c.withoutTimer(timed.name()));
      case Put(Mark mark, String value) -> new Applied<>(c.withMark(mark, Optional.of(value)));
      case Remove(Mark mark) -> new Applied<>(c.withMark(mark, Optional.empty()));
      case PutGiven(Mark mark) ->
          new Applied<>(
              Optional.ofNullable(occasion.marks().get(mark))
                  .map(value -> c.withMark(mark, value))
                  .orElse(c));
      case PutWorked(Mark mark) ->
          new Applied<>(
              c.withMark(
                  mark,
                  Optional.of(
                      Long.toString(clocks.hall().workedBetween(c.receivedAt(), at).toMinutes()))));
      case Tell(NoticeName notice, Set<Party> parties) -> new Applied<>(c);
    };
  }

  private static <D> Result<D> timed(Case<D> c, ClockName name, LedgerOutcome outcome) {
    return switch (outcome) {
      case Ledger ledger -> new Applied<>(c.withClock(name, ledger));
      case ClockRefusal refusal -> new RefusedByClock<>(refusal);
    };
  }

  private <D> Result<D> extended(Case<D> c, ClockName name, boolean must, Occasion occasion) {
    LedgerOutcome outcome = c.clock(name).extend(occasion.extension().orElseThrow(), clocks.hall());
    return must || outcome instanceof Ledger ? timed(c, name, outcome) : new Applied<>(c);
  }

  private static <D> Result<D> everyClock(
      Case<D> c, Set<ClockName> names, ClockState state, Function<Ledger, LedgerOutcome> change) {
    Case<D> changed = c;
    for (ClockName name : names.stream().sorted(Comparator.naturalOrder()).toList()) {
      if (c.clock(name).state() == state) {
        switch (change.apply(c.clock(name))) {
          case Ledger ledger -> changed = changed.withClock(name, ledger);
          case ClockRefusal refusal -> {
            return new RefusedByClock<>(refusal);
          }
        }
      }
    }
    return new Applied<>(
        changed.withTasks(
            task ->
                task.clock().state() == state
                    ? task.timed(change.apply(task.clock()).orThrow())
                    : task));
  }

  private static <D> Case<D> planned(Case<D> c, List<Task> given) {
    Map<String, Task> wanted =
        given.stream().collect(Collectors.toMap(Task::id, Function.identity()));
    Case<D> replanned =
        c.withTasks(
            task ->
                task.clock().state() != ClockState.NOT_STARTED
                    ? task
                    : Optional.ofNullable(wanted.get(task.id()))
                        .orElseGet(() -> task.in(TaskState.CANCELLED, task.clock())));
    return replanned.withMoreTasks(
        given.stream().filter(task -> c.task(task.id()).isEmpty()).toList());
  }

  private static <D> Case<D> opened(Case<D> c, Instant at) {
    return opened(c, task -> true, at);
  }

  private static <D> Case<D> added(Case<D> c, Occasion occasion) {
    Set<String> added = occasion.tasks().stream().map(Task::id).collect(Collectors.toSet());
    return opened(
        c.withMoreTasks(occasion.tasks()), task -> added.contains(task.id()), occasion.at());
  }

  /** A task that waits for others opens when all of them are over. */
  private static <D> Case<D> opened(Case<D> c, Predicate<Task> which, Instant at) {
    return c.withTasks(
        task ->
            task.state() == TaskState.PLANNED
                    && which.test(task)
                    && task.after().filter(part -> !c.reviewed(part)).isEmpty()
                ? task.in(TaskState.OPEN, task.clock().start(at).orThrow())
                : task);
  }

  private static Task finished(Task task, String part, Occasion occasion) {
    return task.state() == TaskState.OPEN && task.isOf(part)
        ? task.done(
            new TaskResult(TaskResult.Opinion.PASS, occasion.note().orElse(""), occasion.at()),
            stopped(task.clock(), occasion.at()))
        : task;
  }

  private static Task cancelled(Task task, Instant at) {
    return task.state().isFinal() ? task : task.in(TaskState.CANCELLED, stopped(task.clock(), at));
  }

  /** Stops a ledger that has started; one that has not stays as it is. */
  static Ledger stopped(Ledger ledger, Instant at) {
    return switch (ledger.state()) {
      case RUNNING, PAUSED -> ledger.stop(at).orThrow();
      case NOT_STARTED, STOPPED -> ledger;
    };
  }

  /** The clock that counts a task's time. */
  ServiceClock clockOf(Task task) {
    return clocks.of(task.department());
  }
}
