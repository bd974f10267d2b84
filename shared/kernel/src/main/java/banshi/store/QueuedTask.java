package banshi.store;

import banshi.cases.CaseNumber;
import banshi.cases.Task;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a department's queue, read from the index alone.
 *
 * @param number the case it belongs to
 * @param caseTitle what people read of the case
 * @param taskId the task's id within the case
 * @param duty what is to be done to the case, such as {@code RECEIVE}; empty for a review
 * @param department whose task it is
 * @param title what people read of the task
 * @param dueAt when it is due; while it is paused, the date that held when it was paused
 * @param paused whether its clock stands still
 * @param claimedBy who claimed it last; their lease may have run out
 * @param helpers who shares it with them, while the lease holds
 * @param claimedUntil the end of its last lease, which may have passed
 */
public record QueuedTask(
    CaseNumber number,
    Text caseTitle,
    String taskId,
    Optional<String> duty,
    String department,
    Text title,
    Instant dueAt,
    boolean paused,
    Optional<String> claimedBy,
    Set<String> helpers,
    Optional<Instant> claimedUntil) {
  /** What it is about: a matter's code, or a round such as {@code ANSWER-2}. */
  public String part() {
    return taskId.substring(0, taskId.length() - department.length() - 1);
  }

  /** What is to be done: its duty, or else {@value Task#REVIEW}. */
  public String work() {
    return duty.orElse(Task.REVIEW);
  }

  /** Whether an officer holds it at an instant, or shares it with whoever does. */
  public boolean isOf(String officer, Instant now) {
    return leasedAt(now)
        && (claimedBy.filter(officer::equals).isPresent() || helpers.contains(officer));
  }

  /** Whether somebody's lease holds at an instant. */
  public boolean leasedAt(Instant now) {
    return claimedUntil.filter(now::isBefore).isPresent();
  }
}
