package banshi.reminder;

import java.time.Instant;
import java.util.Map;

/** One thing that every run does. Runs overlap and die: a job may be anywhere in it at any time. */
public interface Job {
  /** Its name in the run's report. */
  String name();

  /** Jobs run in this order, the lowest first. */
  int order();

  /**
   * Does what there is to do by {@code now}, while the budget lasts.
   *
   * @param now the event's time
   * @return figures for the report, without personal data
   */
  Map<String, Object> run(Instant now, Budget budget);
}
