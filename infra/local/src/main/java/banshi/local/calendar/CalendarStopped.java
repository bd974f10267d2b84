package banshi.local.calendar;

/** The command cannot go on; the message tells the person why. */
final class CalendarStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CalendarStopped(String why) {
    super(why);
  }

  CalendarStopped(String why, Throwable cause) {
    super(why, cause);
  }
}
