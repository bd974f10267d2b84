package banshi.local;

import banshi.local.template.TemplateFault;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code ./dev up}: starts the local cloud and keeps it until Ctrl-C. */
public final class Main {
  private static final String USAGE =
      """
      用法 Usage: ./dev up [options]

        --port N           端口，默认 8080                 port, 8080 unless given
        --in-memory        不留数据                        keep nothing on disk
        --fresh            先清空上次的数据                forget what was kept
        --environments N   每个函数最多几个进程，默认 4    processes of each function at most, 4 unless given
        --origin URL       允许跨域的来源，可重复          origin whose pages may call; may be repeated
        --help             本说明                          this text
      """;

  private Main() {}

  /** Starts the local cloud of the project in the current folder. */
  public static void main(String[] arguments) throws InterruptedException {
    Path root = Path.of(System.getProperty("banshi.root", ""));
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    if (rest.contains("--help") || rest.contains("-h")) {
      System.out.print(USAGE);
      return;
    }
    try {
      LocalCloud cloud = options(LocalCloud.builder(root), rest).start();
      greet(cloud);
    } catch (Unusable unusable) {
      fail(unusable.getMessage() + "\n\n" + USAGE, 2);
    } catch (BindException taken) {
      fail("端口已被占用，请用 --port 另选。The port is taken; choose another with --port.", 1);
    } catch (IOException | TemplateFault | IllegalStateException e) {
      fail(String.valueOf(e.getMessage()), 1);
    }
    new CountDownLatch(1).await();
  }

  private static LocalCloud.Builder options(LocalCloud.Builder builder, Deque<String> rest)
      throws Unusable {
    String origins = "";
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--in-memory" -> builder.inMemory();
        case "--fresh" -> builder.fresh();
        case "--port" -> builder.port(number(option, rest, 0, 65_535));
        case "--environments" ->
            builder.limits(
                banshi.local.functions.FunctionLimits.usual()
                    .withEnvironments(number(option, rest, 1, 64)));
        case "--origin" -> {
          origins = (origins.isEmpty() ? "" : origins + ",") + value(option, rest);
          builder.parameter("AllowedOrigins", origins);
        }
        default -> throw new Unusable("不认识的选项 Unknown option: " + option);
      }
    }
    return builder;
  }

  private static int number(String option, Deque<String> rest, int least, int most)
      throws Unusable {
    String text = value(option, rest);
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new Unusable(option + ": " + least + "–" + most);
  }

  private static String value(String option, Deque<String> rest) throws Unusable {
    if (rest.isEmpty()) {
      throw new Unusable(option + ": 缺少值 a value is missing");
    }
    return rest.pop();
  }

  private static void greet(LocalCloud cloud) throws IOException {
    String address = cloud.endpoint().toString().replace("127.0.0.1", "localhost");
    String shift =
        cloud.clock().shift().isZero()
            ? ""
            : "  时钟已拨动 Clock shifted by       " + cloud.clock().shift() + "\n";
    System.out.printf(
        """

        办事已就绪 Banshi is ready
          接口 API                       %1$s
          接口页面 API page              %1$s/dev/
          日志 Logs                      %2$s
        %3$s
          试一试 Try:  curl '%1$s/v1/packages'

        按 Ctrl-C 停止 Ctrl-C stops everything.
        """,
        address, shown(cloud.logs()), shift);
    System.out.flush();
  }

  private static Path shown(Path path) throws IOException {
    Path here = Path.of("").toRealPath();
    Path real = Files.exists(path) ? path.toRealPath() : path;
    return real.startsWith(here) ? here.relativize(real) : real;
  }

  private static void fail(String why, int status) {
    System.err.println(why);
    System.exit(status);
  }

  /** Options that make no sense; the message says which. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
      super(why);
    }
  }
}
