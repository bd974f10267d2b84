package banshi.local.demo;

/** The demo cannot go on; the message tells the person watching why. */
final class DemoStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoStopped(String why) {
    super(why);
  }

  /** Stops unless the hall does what the story tells. */
  static void unless(boolean holds, String why) {
    if (!holds) {
      throw new DemoStopped(why);
    }
  }

  DemoStopped(String why, Throwable cause) {
    super(why, cause);
  }
}
