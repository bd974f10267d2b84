package banshi.catalogue;

/** A condition that is not written as the language asks; says what was expected and where. */
public final class BadCondition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCondition(String expected, String text, int at) {
    super(expected + " expected at character " + (at + 1) + " of \"" + text + "\"");
  }
}
