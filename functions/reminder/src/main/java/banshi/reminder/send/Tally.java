package banshi.reminder.send;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Counts what a run did, from several threads. */
final class Tally implements Watch {
  private static final Logger LOG = Logger.getLogger(Tally.class);

  private final Map<Sending, Integer> counts = new EnumMap<>(Sending.class);
  private int faults;
  private int broken;
  private int undelivered;

  synchronized void count(Sending sending) {
    counts.merge(sending, 1, Integer::sum);
  }

  @Override
  public synchronized void fault(String what) {
    faults++;
    LOG.warnf("to be looked at: %s", what);
  }

  @Override
  public synchronized void undelivered() {
    undelivered++;
  }

  synchronized void broken() {
    broken++;
  }

  /**
   * The figures of a run.
   *
   * @param looked how many notices were due
   * @param more whether there were more than a run takes
   * @param oldestSeconds since when the oldest was due
   * @param deadLetters how many could not be sent, of all runs
   */
  synchronized Map<String, Object> figures(
      int looked, boolean more, long oldestSeconds, int deadLetters) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("looked", looked);
    figures.put("more", more);
    figures.put("sent", of(Sending.SENT));
    figures.put("confirmed", of(Sending.CONFIRMED));
    figures.put("awaited", of(Sending.AWAITED));
    figures.put("unreceipted", of(Sending.UNRECEIPTED));
    figures.put("undelivered", undelivered);
    figures.put("unconfirmed", of(Sending.UNCONFIRMED));
    figures.put("retried", of(Sending.RETRIED));
    figures.put("held", of(Sending.HELD));
    figures.put("unreachable", of(Sending.UNREACHABLE));
    figures.put("failed", broken + of(Sending.RETRIED) + of(Sending.DEAD));
    figures.put("dead", of(Sending.DEAD));
    figures.put("faults", faults);
    figures.put("broken", broken);
    figures.put("oldestWaitingSeconds", oldestSeconds);
    figures.put("deadLetters", deadLetters);
    return figures;
  }

  private int of(Sending sending) {
    return counts.getOrDefault(sending, 0);
  }
}
