package banshi.local.calendar;

import banshi.clock.Notices;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./dev calendar check} and {@code apply}. Applying has two halves with a build between,
 * which {@code ./dev} sees to: {@code apply} puts the file on the shelf, {@code recount} carries it
 * to the running cases.
 */
public final class CalendarCommand {
  private static final int DONE = 0;
  private static final int STOPPED = 1;
  private static final int MISUSED = 2;
  private static final URI USUAL = URI.create("http://localhost:8080");
  private static final String USAGE =
      """
      用法 Usage: ./dev calendar check FILE [--url URL]
                  ./dev calendar apply FILE [--url URL]

        check       检查新年份的放假安排文件，并说明哪些时限会变
                    checks a year's file and says which running clocks would move
        apply       检查后写入日历，重新构建，并重新计算每个在办件；可中断后重来
                    checks it, makes it part of the calendar, builds, recounts every running case;
                    cut off, the same command goes on
        --url URL   本地云地址，默认 http://localhost:8080 · where a local cloud answers
        --help      本说明 · this text
      """;

  private final Path root;
  private final Spoken spoken;
  private final PrintStream err;

  /**
   * @param root the folder that holds the project's top pom
   * @param out where it says what it finds
   * @param err where it says why it stopped
   */
  public CalendarCommand(Path root, PrintStream out, PrintStream err) {
    this.root = root;
    this.spoken = new Spoken(out);
    this.err = err;
  }

  /**
   * Ends with 0; with 1 when the file is faulty or the command had to stop, with 2 when misused.
   */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("banshi.root", "")).toAbsolutePath();
    System.exit(new CalendarCommand(root, out, err).run(List.of(arguments)));
  }

  /** Does what the arguments say; gives the exit status. */
  public int run(List<String> arguments) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      spoken.out().print(USAGE);
      return DONE;
    }
    boolean addressed = arguments.size() == 4 && arguments.get(2).equals("--url");
    if (arguments.size() != 2 && !addressed) {
      err.print(USAGE);
      return MISUSED;
    }
    try {
      URI address = addressed ? address(arguments.get(3)) : USUAL;
      Path file = Path.of(arguments.get(1));
      return switch (arguments.getFirst()) {
        case "check" -> check(file, address);
        case "apply" -> apply(file, address);
        case "recount" -> recount(address);
        default -> {
          err.print(USAGE);
          yield MISUSED;
        }
      };
    } catch (IllegalArgumentException noAddress) {
      err.println("--url: http://host:port");
      return MISUSED;
    } catch (CalendarStopped stopped) {
      err.println(stopped.getMessage());
      return STOPPED;
    } catch (IOException failed) {
      err.println(failed);
      return STOPPED;
    }
  }

  private static URI address(String text) {
    URI address = URI.create(text);
    if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
      throw new IllegalArgumentException(text);
    }
    return address;
  }

  private int check(Path path, URI address) throws IOException {
    String text = YearFile.text(path);
    return switch (YearFile.of(text, Notices.published(), Shelf.of(root))) {
      case YearFile.Faulty faulty -> faulty(faulty);
      case YearFile.Applied applied -> applied(applied);
      case YearFile.Fit fit -> shown(fit, address);
    };
  }

  private int apply(Path path, URI address) throws IOException {
    String text = YearFile.text(path);
    Shelf shelf = Shelf.of(root);
    return switch (YearFile.of(text, Notices.published(), shelf)) {
      case YearFile.Faulty faulty -> faulty(faulty);
      case YearFile.Applied applied -> applied(applied);
      case YearFile.Fit fit -> {
        shown(fit, address);
        shelf.put(fit.file(), fit.text());
        spoken.say("✓ 已写入日历：" + Shelf.name(fit.file()) + "。", "It is part of the calendar now.");
        yield DONE;
      }
    };
  }

  private int faulty(YearFile.Faulty faulty) {
    spoken.problems(faulty.problems());
    return STOPPED;
  }

  private int applied(YearFile.Applied applied) {
    spoken.say("✓ 该文件已在日历中：" + Shelf.name(applied.file()) + "。", "It is applied already.");
    return DONE;
  }

  private int shown(YearFile.Fit fit, URI address) throws IOException {
    spoken.fit(fit);
    try (CloudDoor door = new CloudDoor(address)) {
      if (door.answers()) {
        new Preview(door, spoken).of(fit.text());
      } else {
        spoken.nobody(door);
      }
    }
    return DONE;
  }

  private int recount(URI address) {
    try (CloudDoor door = new CloudDoor(address)) {
      if (door.answers()) {
        new Recount(door, spoken).to(Notices.published().edition());
      } else {
        spoken.say(
            "没有本地云在 %s 应答：部署后，提醒函数会自行重新计算。".formatted(address),
            "No local cloud answers at %s: once this build is deployed, the reminder recounts by itself."
                .formatted(address));
      }
      return DONE;
    }
  }
}
