package banshi.startup.licence;

import banshi.cases.Task;
import banshi.clock.Ledger;
import banshi.clock.LimitUnit;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Who used which minutes of a start-up, from its clock and its tasks. Minutes are working minutes
 * of the hall, whole. They are rounded down once, from the start to each instant, and an entry has
 * the difference of its ends, so that the entries add up exactly to {@code elapsedMinutes}. An
 * entry so differs from its true length by less than a minute, and {@code countedMinutes} from what
 * the clock has consumed by less than a minute for each stretch between two pauses.
 *
 * @param budgetMinutes the clock's limit, extensions included
 * @param elapsedMinutes from the clock's start until now or its stop, pauses included
 * @param countedMinutes the same without pauses
 * @param entries in order, each beginning where the one before ends; what has no whole minute is
 *     part of its neighbour
 * @param byHolder departments in the order of their tasks, then the applicant if any minute is
 *     theirs
 * @param late whose minutes lie beyond the budget, in the order in which they were used; empty
 *     while the budget lasts
 */
public record MinutesLedger(
    long budgetMinutes,
    long elapsedMinutes,
    long countedMinutes,
    List<Entry> entries,
    List<Share> byHolder,
    List<Late> late) {

  /** Who holds while something is put right; every other holder is a department's code. */
  public static final String APPLICANT = "APPLICANT";

  /** Keeps its lists from changing. */
  public MinutesLedger {
    entries = List.copyOf(entries);
    byHolder = List.copyOf(byHolder);
    late = List.copyOf(late);
  }

  /**
   * One stretch of time.
   *
   * @param holder for whom the case waited
   * @param counted whether the clock ran: it does not for the applicant
   * @param settled whether the holder is certain; not while several departments still work side by
   *     side, for it will be the one that is done last
   * @param waitingFor the departments that still work in it, in the order of their tasks; none once
   *     they are done
   */
  public record Entry(
      Instant from,
      Instant to,
      String holder,
      long minutes,
      boolean counted,
      boolean settled,
      List<String> waitingFor) {
    /** Keeps its list from changing. */
    public Entry {
      waitingFor = List.copyOf(waitingFor);
    }

    private boolean continues(Entry before) {
      return holder.equals(before.holder)
          && counted == before.counted
          && settled == before.settled
          && waitingFor.equals(before.waitingFor);
    }

    private Entry and(Instant end, long more) {
      return new Entry(from, end, holder, minutes + more, counted, settled, waitingFor);
    }
  }

  /**
   * What one holder used.
   *
   * @param minutes of the entries it holds; all shares add up to what has elapsed
   * @param ownMinutes for which the clocks of its own tasks ran; departments that work side by side
   *     each have the same minutes, so that these add up to nothing in particular
   * @param limitMinutes the limits of its tasks, if they have any in working hours
   * @param overMinutes by how many its tasks exceeded their limits
   */
  public record Share(
      String holder, long minutes, long ownMinutes, OptionalLong limitMinutes, long overMinutes) {}

  /** How many minutes beyond the budget one holder used. */
  public record Late(String holder, long minutes) {}

  /**
   * The ledger at an instant.
   *
   * <ul>
   *   <li>The first task's department, and later rounds of its part, hold until that part is done.
   *   <li>From then on the other tasks run side by side, and all that time is held by the
   *       department whose task was completed last: had every other been done at once, nothing
   *       would have ended sooner. Of several that were completed together, the first in order. A
   *       rejection is completed like a pass.
   *   <li>While several are open, the first of them is named and the entry is not settled.
   *   <li>A cancelled task holds nothing, unless the case ended with nothing completed after the
   *       first: then those that were cut off count as open.
   *   <li>A pause is the applicant's, and not counted.
   * </ul>
   *
   * @param promised the clock, with a limit in working hours
   * @param tasks every task of the case in order, at least one, as they stand at {@code now}
   * @param clock the hall's service hours and calendar
   * @throws IllegalArgumentException when there is no task, or the limit has another unit
   */
  public static MinutesLedger of(
      Ledger promised, List<Task> tasks, ServiceClock clock, Instant now) {
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("a case without tasks has nobody to hold it");
    }
    Stretches stretches = new Stretches(promised, new Holding(tasks, now), clock, now);
    List<Entry> entries = merged(stretches.entries());
    long budget = minutes(promised.totalLimit());
    return new MinutesLedger(
        budget,
        sum(entries),
        sum(entries.stream().filter(Entry::counted).toList()),
        entries,
        new Shares(tasks, clock, now).of(entries),
        late(entries, budget));
  }

  /**
   * A limit in minutes.
   *
   * @throws IllegalArgumentException when it is not in working hours
   */
  static long minutes(TimeLimit limit) {
    if (limit.unit() != LimitUnit.WORKING_HOURS) {
      throw new IllegalArgumentException("minutes are counted of a limit in working hours");
    }
    return limit.amount().multiply(BigDecimal.valueOf(60)).longValueExact();
  }

  private static long sum(List<Entry> entries) {
    return entries.stream().mapToLong(Entry::minutes).sum();
  }

  private static List<Entry> merged(List<Entry> entries) {
    List<Entry> merged = new ArrayList<>();
    for (Entry entry : entries) {
      if (merged.isEmpty()) {
        merged.add(entry);
        continue;
      }
      Entry last = merged.removeLast();
      if (entry.minutes == 0 || entry.continues(last)) {
        merged.add(last.and(entry.to, entry.minutes));
      } else if (last.minutes == 0) {
        // Only the first can have none: every later one was taken up by the one before it.
        merged.add(
            new Entry(
                last.from,
                entry.to,
                entry.holder,
                entry.minutes,
                entry.counted,
                entry.settled,
                entry.waitingFor));
      } else {
        merged.add(last);
        merged.add(entry);
      }
    }
    return merged;
  }

  private static List<Late> late(List<Entry> entries, long budget) {
    Map<String, Long> late = new LinkedHashMap<>();
    long used = 0;
    for (Entry entry : entries) {
      if (entry.counted) {
        long before = Math.max(used, budget);
        used += entry.minutes;
        if (used > before) {
          late.merge(entry.holder, used - before, Long::sum);
        }
      }
    }
    return late.entrySet().stream().map(e -> new Late(e.getKey(), e.getValue())).toList();
  }
}
