package banshi.store;

import banshi.cases.CaseNumber;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of a department's queue, read from the index alone.
 *
 * @param number the case it belongs to
 * @param caseTitle what people read of the case
 * @param taskId the task's id within the case
 * @param department whose task it is
 * @param title what people read of the task
 * @param dueAt when it is due
 * @param claimedUntil the end of its last lease, which may have passed
 */
public record QueuedTask(
    CaseNumber number,
    Text caseTitle,
    String taskId,
    String department,
    Text title,
    Instant dueAt,
    Optional<Instant> claimedUntil) {}
