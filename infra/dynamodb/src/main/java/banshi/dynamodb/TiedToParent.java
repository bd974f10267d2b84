package banshi.dynamodb;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs another program's main class in a process that ends when the one that started it does, however
 * that one ends: its standard input is a pipe that only the parent holds open. Neither the engine nor
 * a function would notice by itself.
 */
public final class TiedToParent {
  private TiedToParent() {}

  /** A class path that begins with this class. */
  public static String classPath(String rest) {
    try {
      Path own =
          Path.of(TiedToParent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own + File.pathSeparator + rest;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this class was not loaded from a file", e);
    }
  }

  /**
   * Starts a program.
   *
   * @param arguments the name of its main class, then its own arguments
   */
  public static void main(String[] arguments) throws Throwable {
    Thread.ofPlatform().daemon().name("tied-to-parent").start(TiedToParent::endWithParent);
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent; only the end of it means something.
      }
    } catch (IOException gone) {
      // A broken pipe says the same as a closed one.
    }
    Runtime.getRuntime().halt(0);
  }
}
