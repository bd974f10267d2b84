package banshi.store;

import banshi.cases.CaseNumber;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of "my cases", read from the index alone.
 *
 * @param number the case's number
 * @param stage its stage's stable name
 * @param title what people read
 * @param receivedAt when it was received
 * @param version its version
 * @param dueAt when its running clock is due, while one runs
 */
public record CaseSummary(
    CaseNumber number,
    String stage,
    Text title,
    Instant receivedAt,
    long version,
    Optional<Instant> dueAt) {}
