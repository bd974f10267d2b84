package banshi.cases;

import banshi.clock.ServiceClock;
import banshi.notices.NoticeName;
import java.time.Instant;
import java.time.MonthDay;
import java.util.Set;

/**
 * What a move does besides changing the stage. The vocabulary is closed: a life cycle can only
 * combine these, so that the kernel, the drawings and the lint understand every one of them.
 */
public sealed interface Effect {
  /** Starts a clock at the instant of the move. */
  record StartClock(ClockName clock) implements Effect {}

  /** Starts a clock as of the day the case was received: deemed acceptance works backwards. */
  record StartClockAtReceipt(ClockName clock) implements Effect {}

  /** Starts a clock with the limit that the command gives for it, if it gives one. */
  record StartClockAsGiven(ClockName clock) implements Effect {}

  /** Stops a clock for good. Does nothing to one that never started, or that the case lacks. */
  record StopClock(ClockName clock) implements Effect {}

  /**
   * Throws away what a clock has counted and starts it anew, with the limit that the command gives
   * for it or else with the same.
   */
  record RestartClock(ClockName clock) implements Effect {}

  /**
   * Pauses the running clocks among these, and those of open tasks, for the reason the command
   * gives.
   */
  record PauseClocks(Set<ClockName> clocks) implements Effect {
    public PauseClocks {
      clocks = Set.copyOf(clocks);
    }
  }

  /** Lets the paused clocks among these, and those of open tasks, run on. */
  record ResumeClocks(Set<ClockName> clocks) implements Effect {
    public ResumeClocks {
      clocks = Set.copyOf(clocks);
    }
  }

  /**
   * Adds the command's extension to a clock. When the law forbids it (twice, or after due) a clock
   * that {@code must} be extended refuses the whole command; another is left as it is.
   */
  record ExtendClock(ClockName clock, boolean must) implements Effect {}

  /**
   * Gives a clock the limit that the command gives for it, if it gives one. What was counted, and
   * since when, stays: a limit can be changed, but never begun anew by that.
   */
  record LimitClock(ClockName clock) implements Effect {}

  /** Gives a running clock the limit that the command gives for it; stops it without one. */
  record LimitClockOrStop(ClockName clock) implements Effect {}

  /** Adds the tasks that the command gives, if it gives any, and opens them and no other. */
  record AddTasks() implements Effect {}

  /** Ends a department's open tasks of this part with the words of the move. */
  record FinishTasks(String part) implements Effect {}

  /** Ends the open tasks of the parts that the command names, with the words of the move. */
  record FinishTasksAsGiven() implements Effect {}

  /** Cancels the tasks of this part that are not over. */
  record CancelTasksOf(String part) implements Effect {}

  /** Lets the open tasks of this part run by one of the case's own clocks. */
  record RunTasksBy(String part, ClockName clock) implements Effect {}

  /** Lifts the case one level (督办级别), at most to the highest. */
  record RaiseLevel() implements Effect {}

  /** Opens every planned task that waits for no other, and starts its clock. */
  record OpenTasks() implements Effect {}

  /**
   * Plans the tasks that the command gives, and cancels those planned before that it does not give.
   * A task that was opened stays what it is.
   */
  record PlanTasks() implements Effect {}

  /** Opens the planned tasks of this part alone, and starts their clocks. */
  record OpenTasksOf(String part) implements Effect {}

  /** Opens every planned task that waits for no other, as if on the day the case was received. */
  record OpenTasksAtReceipt() implements Effect {}

  /** Cancels every task that is not done. */
  record CancelTasks() implements Effect {}

  /** Cancels every task that is not done, but those of this part: they are not the case's own. */
  record CancelTasksBut(String part) implements Effect {}

  /** Arms a timed move at the due instant of a clock; disarms it when the clock does not run. */
  record ArmAtDue(Action timed, ClockName clock) implements Effect {}

  /** Arms a timed move at the instant the command gives for it, if it gives one. */
  record ArmAtDeadline(Action timed) implements Effect {}

  /**
   * Arms a timed move for the beginning of the next such day of the year, in the hall's time zone.
   * A move that arms itself again happens every year.
   */
  record ArmYearly(Action timed, MonthDay day) implements Effect {
    /** The first beginning of that day after an instant; 29 February is 28 in most years. */
    Instant after(Instant at) {
      int year = at.atZone(ServiceClock.ZONE).getYear();
      Instant thisYear = day.atYear(year).atStartOfDay(ServiceClock.ZONE).toInstant();
      return thisYear.isAfter(at)
          ? thisYear
          : day.atYear(year + 1).atStartOfDay(ServiceClock.ZONE).toInstant();
    }
  }

  /** Forgets a timed move. */
  record Disarm(Action timed) implements Effect {}

  /** Puts a mark with this value on the case. */
  record Put(Mark mark, String value) implements Effect {}

  /** Puts a mark with the value that the command gives for it, if it gives one. */
  record PutGiven(Mark mark) implements Effect {}

  /** Takes a mark off. */
  record Remove(Mark mark) implements Effect {}

  /**
   * Puts a mark with the service time since the case's receipt, in whole minutes, rounded down, by
   * the hall's clock.
   */
  record PutWorked(Mark mark) implements Effect {}

  /** Tells these parties of the move. */
  record Tell(NoticeName notice, Set<Party> parties) implements Effect {
    public Tell {
      parties = Set.copyOf(parties);
    }

    public Tell(NoticeName notice, Party... parties) {
      this(notice, Set.of(parties));
    }
  }
}
