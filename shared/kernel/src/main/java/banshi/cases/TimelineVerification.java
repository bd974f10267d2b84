package banshi.cases;

import java.util.List;
import java.util.Optional;

/**
 * Whether a timeline is as it was written.
 *
 * @param valid whether every entry is intact, in order and there
 * @param entries how many entries were read
 * @param headHash the hash that the case itself holds for the last entry
 * @param firstBrokenSeq the first entry that was changed, moved, added or lost
 */
public record TimelineVerification(
    boolean valid, long entries, String headHash, Optional<Long> firstBrokenSeq) {

  /** Checks a whole timeline against the end that the case holds. */
  public static TimelineVerification of(
      CaseNumber number, List<TimelineEntry> timeline, TimelineHead head) {
    Optional<Long> broken = firstBroken(number, timeline, head);
    return new TimelineVerification(broken.isEmpty(), timeline.size(), head.hash(), broken);
  }

  private static Optional<Long> firstBroken(
      CaseNumber number, List<TimelineEntry> timeline, TimelineHead head) {
    String previous = TimelineEntry.GENESIS;
    long seq = 0;
    for (TimelineEntry entry : timeline) {
      seq++;
      if (seq > head.entries()
          || entry.seq() != seq
          || !entry.previousHash().equals(previous)
          || !entry.intact(number)) {
        return Optional.of(seq);
      }
      previous = entry.hash();
    }
    if (seq < head.entries()) {
      return Optional.of(seq + 1);
    }
    return previous.equals(head.hash()) ? Optional.empty() : Optional.of(seq);
  }
}
