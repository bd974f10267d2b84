package banshi.clock;

import java.util.Arrays;

/**
 * A set of day numbers from 0, with rank and select. One bit a day and one count for 64 of them, so
 * that counting days and finding the n-th one cost the same whatever the span.
 */
final class DaySet {
  private final long[] words;
  private final int[] before;
  private final int size;

  DaySet(boolean[] members) {
    // One word more than needed, so that the rank of the day after the last can be asked.
    words = new long[members.length / 64 + 1];
    before = new int[words.length];
    for (int day = 0; day < members.length; day++) {
      if (members[day]) {
        words[day >>> 6] |= 1L << day;
      }
    }
    int count = 0;
    for (int word = 0; word < words.length; word++) {
      before[word] = count;
      count += Long.bitCount(words[word]);
    }
    size = count;
  }

  int size() {
    return size;
  }

  boolean contains(int day) {
    return (words[day >>> 6] >>> day & 1) != 0;
  }

  /** How many members are below that day, 0 to their number. */
  int rank(int day) {
    return before[day >>> 6] + Long.bitCount(words[day >>> 6] & (1L << day) - 1);
  }

  /** The member that has exactly that many members below it. */
  int select(int rank) {
    int found = Arrays.binarySearch(before, rank);
    int word = found >= 0 ? found : -found - 2;
    // Words without a member repeat the count; the member is in the last word of such a run.
    while (word + 1 < before.length && before[word + 1] <= rank) {
      word++;
    }
    return (word << 6)
        + Long.numberOfTrailingZeros(Long.expand(1L << rank - before[word], words[word]));
  }
}
