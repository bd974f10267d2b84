package banshi.cases;

import banshi.cases.Effect.AddTasks;
import banshi.cases.Effect.CancelTasksOf;
import banshi.cases.Effect.ExtendClock;
import banshi.cases.Effect.FinishTasks;
import banshi.cases.Effect.RunTasksBy;
import banshi.cases.Effect.Tell;
import banshi.clock.Ledger;
import banshi.notices.NoticeName;
import banshi.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a limit is extended (延长期限), as rows that a kind's table includes: whoever works the case
 * asks, and a second person approves or rejects (Administrative Licensing Law art. 42: with the
 * approval of the head). Asking moves no clock: until it is approved the limit is what it was, and
 * what is approved after the clock is due is refused. The open task to approve is the request: what
 * ends the task ends the request.
 */
public final class Extensions {
  /** The task to approve an extension, in the queue of the department that asked. */
  public static final String APPROVAL = "APPROVE-EXTENSION";

  private static final Text TITLE = new Text("审批延长期限", "Approve an extension");

  /**
   * The rows, for cases whose limit can be extended in these stages.
   *
   * @param ask the kind's own action of asking
   * @param who who may ask; they and supervisors may approve
   * @param may what must hold for asking
   * @param clock the clock that is extended; what is too late for it is refused
   * @param also what an approval does besides
   */
  public static <S extends Enum<S> & Stage, A extends Enum<A> & Action>
      Consumer<LifeCycle.Table<S, A>> rows(
          List<S> from, Action ask, Party who, Guard may, ClockName clock, Effect... also) {
    List<Effect> approved = new ArrayList<>(List.of(new ExtendClock(clock, true)));
    approved.addAll(List.of(also));
    approved.add(new FinishTasks(APPROVAL));
    approved.add(new Tell(NoticeName.EXTENDED, Party.APPLICANT));
    return table ->
        table
            .from(from)
            .on(ask)
            .by(who)
            .when(may)
            .then(
                new AddTasks(),
                new RunTasksBy(APPROVAL, clock),
                new Tell(NoticeName.EXTENSION_ASKED, Party.SUPERVISOR))
            .from(from)
            .on(ExtensionAction.APPROVE_EXTENSION)
            .by(who, Party.SUPERVISOR)
            .when(Guard.EXTENSION_ASKED)
            .then(approved.toArray(Effect[]::new))
            .from(from)
            .on(ExtensionAction.REJECT_EXTENSION)
            .by(who, Party.SUPERVISOR)
            .when(Guard.EXTENSION_ASKED)
            .then(new CancelTasksOf(APPROVAL), new Tell(NoticeName.EXTENSION_REJECTED, who));
  }

  /** The task to approve, for the department that asks: due when the clock is. */
  public static Task task(Case<?> c, ClockName clock, String department) {
    return Task.planned(c.round(APPROVAL), department, TITLE, Ledger.of(c.clock(clock).limit()))
        .endingWith(APPROVAL);
  }

  /** Whether an extension was asked for and nobody has said anything to it yet. */
  public static boolean isAsked(Case<?> c) {
    return c.tasks().stream()
        .anyMatch(task -> task.state() == TaskState.OPEN && task.isOf(APPROVAL));
  }

  private Extensions() {}
}
