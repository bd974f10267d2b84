package banshi.deploy.console;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Speaks Chinese and English on one line, and asks a person where there is one. */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final Optional<Supplier<String>> person;

  /**
   * @param out where progress and results go
   * @param err where it says why it stopped, and warns
   * @param person types a line when asked; empty where nobody is at a terminal
   */
  public Console(PrintStream out, PrintStream err, Optional<Supplier<String>> person) {
    this.out = out;
    this.err = err;
    this.person = person;
  }

  /** Says one thing in two languages on one line. */
  public void say(String chinese, String english) {
    line(chinese + " " + english);
  }

  /** One line as it is; it is out before this returns. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** Warns in two languages on one line. */
  public void warn(String chinese, String english) {
    fault("注意 Note: " + chinese + " " + english);
  }

  /** Says why something stopped. */
  public void fault(String why) {
    out.flush();
    err.println(why);
    err.flush();
  }

  /** Whether somebody can be asked. */
  public boolean hasPerson() {
    return person.isPresent();
  }

  /** What the person types, without blanks around it; empty when there is nobody to ask. */
  public String ask(String chinese, String english) {
    if (person.isEmpty()) {
      return "";
    }
    out.print(chinese + " " + english + " ");
    out.flush();
    String typed = person.get().get();
    return typed == null ? "" : typed.strip();
  }
}
