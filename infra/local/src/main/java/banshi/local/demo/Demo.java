package banshi.local.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./dev demo [STORY]}: drives a whole story through the running API. */
public final class Demo {
  private static final int DONE = 0;
  private static final int STOPPED = 1;
  private static final int MISUSED = 2;
  private static final URI USUAL = URI.create("http://localhost:8080");
  private static final String USAGE =
      """
      用法 Usage: ./dev demo [STORY] [--url URL]

      %s
        --url URL   接口地址，默认 http://localhost:8080   where the API answers
        --help      本说明                                 this text

      不指明时演示 restaurant。把大厅时间往前拨；数据可保留，可反复运行。
      Without a name it is restaurant. Moves the hall's time on; runs again and again on kept data.
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
      out.print(usage());
      return DONE;
    }
    List<String> left = new ArrayList<>(arguments);
    Stories story = Stories.RESTAURANT;
    if (!left.isEmpty() && !left.getFirst().startsWith("-")) {
      String name = left.removeFirst();
      Optional<Stories> named = Stories.named(name);
      if (named.isEmpty()) {
        err.printf("没有这个演示 There is no story '%s':%n%n%s", name, Stories.list());
        return MISUSED;
      }
      story = named.get();
    }
    boolean usual = left.isEmpty();
    if (!usual && !(left.size() == 2 && left.getFirst().equals("--url"))) {
      err.print(usage());
      return MISUSED;
    }
    try {
      return play(story, usual ? USUAL : address(left.get(1)), out, err);
    } catch (IllegalArgumentException noAddress) {
      err.println("--url " + left.getLast() + ": http://host:port");
      return MISUSED;
    }
  }

  private static String usage() {
    return USAGE.formatted(Stories.list());
  }

  private static URI address(String text) {
    URI address = URI.create(text);
    if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
      throw new IllegalArgumentException(text);
    }
    return address;
  }

  private static int play(Stories story, URI address, PrintStream out, PrintStream err) {
    try (HallDoor door = new HallDoor(address)) {
      Narrator narrator = new Narrator(out);
      narrator.tell(
          "大厅时间 " + Narrator.time(door.now()) + "，" + address, "the hall's time and address");
      narrator.end(story.at(door, narrator).play());
      return DONE;
    } catch (DemoStopped stopped) {
      err.println();
      err.println(stopped.getMessage());
      return STOPPED;
    }
  }
}
