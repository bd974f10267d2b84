package banshi.cases;

import banshi.identity.Actor;
import banshi.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What officers do with their department's tasks: claim (a lease), release, complete. Each goes
 * through the life cycle's own rows, so it is on the timeline like any other move.
 */
public final class TaskWork {
  /** How long a claim holds: half an hour, renewed by claiming again (contract: a lease). */
  public static final Duration LEASE = Duration.ofMinutes(30);

  private static final Text NOT_OPEN = new Text("任务不在办理中", "The task is not open");
  private static final Text BY_ACTING =
      new Text(
          "此任务随相应的办理动作完成，无须另行办结",
          "This task ends when what it asks for is done to the case; it is not completed by itself");
  private static final Text NOT_YOURS =
      new Text("请先认领任务", "Claim the task first: only its holder may do this");

  private final Kernel kernel;

  /** By this kernel. */
  public TaskWork(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * An officer at work on a task.
   *
   * @param subject the officer's token subject
   * @param actsFor whether the officer acts for a department
   */
  public record Officer(String subject, Predicate<String> actsFor) {
    /** The caller at work. */
    public static Officer of(Actor actor) {
      return new Officer(actor.subject(), actor::actsFor);
    }
  }

  /** Takes the task for {@link #LEASE}, or renews the officer's own lease. */
  public <D> Outcome<Change<D>> claim(
      Case<D> c, String taskId, Officer officer, Action action, Set<Party> parties, Instant now) {
    return onOpenTask(
        c,
        taskId,
        officer,
        action,
        parties,
        now,
        task -> Optional.empty(),
        task -> task.claimed(Optional.of(leased(task, officer, now))));
  }

  private static Claim leased(Task task, Officer officer, Instant now) {
    Instant end = now.plus(LEASE);
    return task.claimAt(now)
        .filter(own -> own.officer().equals(officer.subject()))
        .map(own -> own.through(end))
        .orElseGet(() -> new Claim(officer.subject(), end));
  }

  /** Gives the officer's own lease back; a co-handler (协办人) takes no part any more. */
  public <D> Outcome<Change<D>> release(
      Case<D> c, String taskId, Officer officer, Action action, Set<Party> parties, Instant now) {
    return onOpenTask(
        c,
        taskId,
        officer,
        action,
        parties,
        now,
        task -> unless(worksOn(task, officer, now), NOT_YOURS),
        task ->
            task.claimed(
                task.claim()
                    .filter(lease -> !lease.officer().equals(officer.subject()))
                    .map(lease -> lease.sharedWithout(officer.subject()))));
  }

  /**
   * Ends the task with what was found. A task that nobody holds may be completed without a claim;
   * one that somebody holds, by them or whoever shares it; one with a duty ends by being acted on,
   * and never by this. The timeline, which applicants read, says which task and no word of the
   * officer's.
   */
  public <D> Outcome<Change<D>> complete(
      Case<D> c,
      String taskId,
      Officer officer,
      Action action,
      Set<Party> parties,
      TaskResult found,
      Instant now) {
    return onOpenTask(
        c,
        taskId,
        officer,
        action,
        parties,
        now,
        task ->
            task.duty().isPresent()
                ? Optional.of(BY_ACTING)
                : unless(task.claimAt(now).isEmpty() || worksOn(task, officer, now), NOT_YOURS),
        task -> task.done(found, Kernel.stopped(task.clock(), c.notBeforeLast(now))));
  }

  /**
   * Whether somebody else holds the task, which is refused whatever version the officer acted on.
   *
   * @param together whether those who share the task may do it besides its holder
   */
  public Optional<Refusal> heldByAnother(
      Case<?> c,
      String taskId,
      Officer officer,
      boolean together,
      Set<Party> parties,
      Instant now) {
    return c.task(taskId)
        .filter(task -> officer.actsFor().test(task.department()))
        .flatMap(task -> task.claimAt(now))
        .filter(
            claim ->
                together
                    ? !claim.isOf(officer.subject())
                    : !claim.officer().equals(officer.subject()))
        .map(claim -> new Refusal.AlreadyClaimed(kernel.lifeCycle().allowedActions(c, parties)));
  }

  <D> Outcome<Change<D>> onOpenTask(
      Case<D> c,
      String taskId,
      Officer officer,
      Action action,
      Set<Party> parties,
      Instant now,
      Function<Task, Optional<Text>> against,
      UnaryOperator<Task> work) {
    Optional<Task> found = c.task(taskId);
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    Task task = found.get();
    boolean theirs = officer.actsFor().test(task.department());
    boolean supervised = action == TaskAction.TAKE_BACK && parties.contains(Party.SUPERVISOR);
    if (!theirs && !supervised) {
      return Outcome.refused(new Refusal.Forbidden());
    }
    Optional<Refusal> refusal = kernel.refuse(c, action, parties);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    if (task.state() != TaskState.OPEN) {
      return notNow(c, parties, NOT_OPEN);
    }
    Optional<Text> why = against.apply(task);
    if (why.isPresent()) {
      return notNow(c, parties, why.get());
    }
    Case<D> worked = c.withTasks(each -> each.id().equals(taskId) ? work.apply(each) : each);
    ActorStamp stamp =
        theirs
            ? new ActorStamp(Party.DEPARTMENT, Optional.of(task.department()))
            : new ActorStamp(Party.SUPERVISOR, Optional.empty());
    return kernel.perform(
        worked,
        action,
        parties,
        move -> Occasion.of(c.notBeforeLast(now), stamp).noting(task.id()));
  }

  private <D> Outcome<Change<D>> notNow(Case<D> c, Set<Party> parties, Text why) {
    return Outcome.refused(
        new Refusal.NotAllowed(kernel.lifeCycle().allowedActions(c, parties), Optional.of(why)));
  }

  private static Optional<Text> unless(boolean holds, Text why) {
    return holds ? Optional.empty() : Optional.of(why);
  }

  private static boolean worksOn(Task task, Officer officer, Instant now) {
    return task.claimAt(now).filter(lease -> lease.isOf(officer.subject())).isPresent();
  }

  static boolean heldBy(Task task, Officer officer, Instant now) {
    return task.claimAt(now).filter(c -> c.officer().equals(officer.subject())).isPresent();
  }
}
