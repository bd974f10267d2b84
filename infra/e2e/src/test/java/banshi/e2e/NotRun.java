package banshi.e2e;

/** A hall that cannot be had on this machine; the message says why, in both languages. */
final class NotRun extends Exception {
  private static final long serialVersionUID = 1L;

  NotRun(String why) {
    super(why);
  }
}
