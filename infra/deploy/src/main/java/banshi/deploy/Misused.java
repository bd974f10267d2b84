package banshi.deploy;

/** Arguments that make no sense; the message says which, in both languages. */
final class Misused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Misused(String why) {
    super(why);
  }
}
