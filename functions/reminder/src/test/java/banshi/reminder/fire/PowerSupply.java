package banshi.reminder.fire;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many requests through, and none from then on; the last one may still be carried out,
 * though nobody hears of it.
 */
final class PowerSupply implements Wire {
  private final AtomicInteger left;
  private final boolean lastArrives;

  PowerSupply(int requests, boolean lastArrives) {
    this.left = new AtomicInteger(requests);
    this.lastArrives = lastArrives;
  }

  /** Ends a process in the middle of its work: no handler of failures may go on after it. */
  static final class Cut extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Object carry(String operation, Callable<Object> request) throws Exception {
    int now = left.decrementAndGet();
    if (now < 0 || now == 0 && !lastArrives) {
      throw new Cut();
    }
    Object answer = request.call();
    if (now == 0) {
      throw new Cut();
    }
    return answer;
  }
}
