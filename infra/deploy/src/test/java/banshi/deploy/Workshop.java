package banshi.deploy;

import banshi.deploy.cloud.Cloud;
import banshi.deploy.console.Console;
import banshi.deploy.standin.StandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A project of a few resources, and the commands run on it against the stand-in. */
final class Workshop {
  private static final Path TEMPLATE = Path.of("infra/template.yaml");

  private final Path root;
  private final StandIn cloud;
  private int attempts = 3;
  private Optional<String> typed = Optional.empty();

  /** What a command left behind. */
  record Run(int status, String out, String err) {
    String lastLine() {
      return out.lines().reduce((first, second) -> second).orElse("");
    }
  }

  Workshop(Path root, StandIn cloud) throws IOException {
    this.root = root;
    this.cloud = cloud;
    Files.createDirectories(root.resolve("infra"));
    try (InputStream small = Workshop.class.getResourceAsStream("/small.yaml")) {
      Files.write(root.resolve(TEMPLATE), small.readAllBytes());
    }
    Files.writeString(root.resolve("infra/one.zip"), "one");
    Files.writeString(root.resolve("infra/other.zip"), "other");
  }

  Workshop attempts(int most) {
    attempts = most;
    return this;
  }

  /** Somebody is at the terminal from now on and types this whenever asked. */
  Workshop typing(String text) {
    typed = Optional.of(text);
    return this;
  }

  Path root() {
    return root;
  }

  void edit(String from, String to) throws IOException {
    String text = Files.readString(root.resolve(TEMPLATE));
    if (!text.contains(from)) {
      throw new IllegalArgumentException("the template has no " + from);
    }
    Files.writeString(root.resolve(TEMPLATE), text.replace(from, to));
  }

  void rebuild(String zip, String content) throws IOException {
    Files.writeString(root.resolve("infra").resolve(zip), content);
  }

  /** Runs a command for the stage dev. */
  Run dev(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--stage", "dev"));
    arguments.addAll(List.of(more));
    return run(command, arguments);
  }

  /** Runs a command for the stage prod. */
  Run prod(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--stage", "prod"));
    arguments.addAll(List.of(more));
    return run(command, arguments);
  }

  private Run run(String command, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(arguments);
    // What is configured on this machine must not matter.
    all.addAll(List.of("--endpoint-url", cloud.address().toString(), "--region", "us-east-1"));
    return plain(all);
  }

  Run plain(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            typed.map(text -> () -> text));
    int status =
        new Main(Rooms.of(root, root), console, new Cloud.Patience(attempts, Duration.ofMillis(1)))
            .run(arguments);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
