package banshi.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The wait before something is tried again that met others: at random, and longer each time, so
 * that those who met part.
 */
public final class Backoff {
  private static final Duration FIRST_WAIT = Duration.ofMillis(10);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 10;

  private Backoff() {}

  /**
   * Waits: at most 20 ms after the first attempt, and half a second after later ones.
   *
   * @throws ContendedException when the wait is broken off
   */
  public static void pause(int attempt) {
    long ceiling =
        Math.min(
            LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(attempt, MOST_DOUBLINGS));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, ceiling + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContendedException(e);
    }
  }
}
