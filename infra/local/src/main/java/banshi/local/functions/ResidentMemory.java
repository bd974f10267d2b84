package banshi.local.functions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory that a process holds. */
final class ResidentMemory {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern NUMBER = Pattern.compile("(\\d+)");

  private ResidentMemory() {}

  /** In bytes; empty when the process is gone or the system does not tell. */
  static OptionalLong of(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      if (Files.isReadable(status)) {
        return kilobytes(RESIDENT.matcher(Files.readString(status)));
      }
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
              .redirectErrorStream(true)
              .start();
      byte[] said = ps.getInputStream().readAllBytes();
      return kilobytes(NUMBER.matcher(new String(said, StandardCharsets.US_ASCII)));
    } catch (IOException goneMeanwhile) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong kilobytes(Matcher matcher) {
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)) * 1024)
        : OptionalLong.empty();
  }
}
