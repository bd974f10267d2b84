package banshi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer that is published for everybody (知识库). It holds no personal data: whoever publishes
 * answers for that.
 *
 * @param id stays the same when it is published anew
 * @param title the question, as others would ask it
 * @param text the answer
 * @param matterCode the matter that it is about
 * @param department who keeps it current
 * @param at when it was published last
 */
public record Published(
    String id,
    String title,
    String text,
    Optional<String> matterCode,
    String department,
    Instant at) {}
