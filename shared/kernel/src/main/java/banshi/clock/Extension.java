package banshi.clock;

import java.time.Instant;

/**
 * An extension (延长) of a limit, in the limit's unit: granted once, before the limit is due, by
 * somebody entitled to it, the reason told to the applicant: Administrative Licensing Law, art. 42.
 *
 * @param added what is added to the limit
 * @param at when it was granted
 * @param approvedBy stands for the person who approved it; not for the applicant's eyes
 */
public record Extension(TimeLimit added, Instant at, String reason, String approvedBy) {}
