package banshi.clock;

import java.time.Instant;

/**
 * When a limit ends.
 *
 * @param at the last instant that is still in time
 * @param provisional true where that date lies after the last year with a published notice, so that
 *     the notice to come may move it
 */
public record Due(Instant at, boolean provisional) {}
