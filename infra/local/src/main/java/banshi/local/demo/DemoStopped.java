package banshi.local.demo;

/** The demo cannot go on; the message tells the person watching why. */
final class DemoStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoStopped(String why) {
    super(why);
  }

  DemoStopped(String why, Throwable cause) {
    super(why, cause);
  }
}
