package banshi.cases;

import java.time.Instant;

/**
 * An officer's lease on a task.
 *
 * @param officer the officer's token subject
 * @param until from this instant on the task is free again, without anybody's doing
 */
public record Claim(String officer, Instant until) {
  /** Whether the lease still holds. */
  public boolean holdsAt(Instant now) {
    return now.isBefore(until);
  }
}
