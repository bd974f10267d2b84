package banshi.deploy.console;

/** A command that cannot go on; the message says why and what to do, in Chinese and English. */
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, for a person: first in Chinese, then in English. */
  public Stopped(String chinese, String english) {
    super(chinese + "\n" + english);
  }

  /** Why, for a person, where the text is in both languages already. */
  public Stopped(String why) {
    super(why);
  }
}
