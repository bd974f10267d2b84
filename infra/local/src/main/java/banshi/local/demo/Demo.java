package banshi.local.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code ./dev demo}: drives a whole restaurant opening (开办餐饮店) through the running API. */
public final class Demo {
  private static final int DONE = 0;
  private static final int STOPPED = 1;
  private static final int MISUSED = 2;
  private static final URI USUAL = URI.create("http://localhost:8080");
  private static final String USAGE =
      """
      用法 Usage: ./dev demo [options]

        --url URL   接口地址，默认 http://localhost:8080   where the API answers
        --help      本说明                                 this text

      把大厅时间往前拨几天；数据可保留，可反复运行。
      Moves the hall's time on by some days; runs again and again on kept data.
      """;

  private Demo() {}

  /** Plays the story and ends with 0; with 1 when it had to stop, with 2 when misused. */
  public static void main(String[] arguments) {
    // Chinese must come out right whatever the machine's language.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(USAGE);
      return DONE;
    }
    boolean usual = arguments.isEmpty();
    if (!usual && !(arguments.size() == 2 && arguments.getFirst().equals("--url"))) {
      err.print(USAGE);
      return MISUSED;
    }
    try {
      return play(usual ? USUAL : address(arguments.get(1)), out, err);
    } catch (IllegalArgumentException noAddress) {
      err.println("--url " + arguments.getLast() + ": http://host:port");
      return MISUSED;
    }
  }

  private static URI address(String text) {
    URI address = URI.create(text);
    if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
      throw new IllegalArgumentException(text);
    }
    return address;
  }

  private static int play(URI address, PrintStream out, PrintStream err) {
    try (HallDoor door = new HallDoor(address)) {
      RestaurantStory.Opened opened = new RestaurantStory(door, new Narrator(out)).play();
      out.printf(
          """

          ✓ 餐饮店可以开门了：%s，%d 个事项，%d 个部门，从 %s 到 %s。
            The restaurant may open: %d matters, %d departments, one application.
          """,
          opened.number(),
          opened.matters(),
          opened.departments(),
          Narrator.time(opened.from()),
          Narrator.time(opened.to()),
          opened.matters(),
          opened.departments());
      return DONE;
    } catch (DemoStopped stopped) {
      err.println();
      err.println(stopped.getMessage());
      return STOPPED;
    }
  }
}
