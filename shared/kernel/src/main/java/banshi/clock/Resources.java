package banshi.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The calendar's data on the class path. */
final class Resources {
  private Resources() {}

  /** The text of a file that the build has put there. */
  static String text(String name) {
    try (InputStream stream = Resources.class.getResourceAsStream("/calendar/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("no calendar resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
