package banshi.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * What a department found.
 *
 * @param opinion PASS or REJECT
 * @param comment the officer's words for the hall alone, empty when there are none: no applicant
 *     ever reads them
 * @param remark what the applicant reads of it, when the officer wrote something for them
 * @param at when the task was completed
 */
public record TaskResult(Opinion opinion, String comment, Optional<String> remark, Instant at) {
  /** A result without a word for the applicant. */
  public TaskResult(Opinion opinion, String comment, Instant at) {
    this(opinion, comment, Optional.empty(), at);
  }

  /** 审查意见: the two opinions a reviewing department may give. */
  public enum Opinion {
    /** 通过. */
    PASS,
    /** 不通过. */
    REJECT
  }
}
