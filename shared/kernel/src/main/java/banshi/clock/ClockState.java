package banshi.clock;

/** Where a clock stands. */
public enum ClockState {
  /** Not started: nothing is consumed and nothing is due. */
  NOT_STARTED,
  /** Counting. */
  RUNNING,
  /** Not counting for now, for a stated reason (暂停计时). */
  PAUSED,
  /** Ended for good (停止计时). */
  STOPPED
}
