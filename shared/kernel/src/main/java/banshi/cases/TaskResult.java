package banshi.cases;

import java.time.Instant;

/**
 * What a department found.
 *
 * @param opinion PASS or REJECT
 * @param comment the officer's words, empty when there are none
 * @param at when the task was completed
 */
public record TaskResult(Opinion opinion, String comment, Instant at) {
  /** 审查意见: the two opinions a reviewing department may give. */
  public enum Opinion {
    /** 通过. */
    PASS,
    /** 不通过. */
    REJECT
  }
}
