package banshi.deploy.parameter;

/** What one parameter is to be. */
public sealed interface Setting {

  /** A value that is sent. Secrets are in it too: it prints nothing. */
  record Given(String value) implements Setting {
    @Override
    public String toString() {
      return "Given[…]";
    }
  }

  /** Whatever the stack has now; the value itself need not be known. */
  record Kept() implements Setting {}
}
