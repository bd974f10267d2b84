package banshi.deploy;

import banshi.deploy.cloud.Cloud;
import banshi.deploy.console.Console;
import banshi.deploy.console.Stopped;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code ./dev deploy}, {@code destroy}, {@code token} and {@code keys}. */
public final class Main {
  private static final int DONE = 0;
  private static final int STOPPED = 1;
  private static final int MISUSED = 2;

  private final Rooms rooms;
  private final Console console;
  private final Cloud.Patience patience;

  Main(Rooms rooms, Console console, Cloud.Patience patience) {
    this.rooms = rooms;
    this.console = console;
    this.patience = patience;
  }

  /**
   * Ends with 0 when done or when there was nothing to do, with 1 when it failed, with 2 when
   * misused.
   */
  public static void main(String[] arguments) {
    Path root = Path.of(System.getProperty("banshi.root", "")).toAbsolutePath();
    Path calledFrom = Path.of(System.getProperty("banshi.from", "")).toAbsolutePath();
    Console console = new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), person());
    Main main = new Main(Rooms.of(root, calledFrom), console, Cloud.Patience.usual());
    System.exit(main.run(List.of(arguments)));
  }

  /** Chinese must come out right whatever the machine's language. */
  private static PrintStream stream(FileDescriptor where) {
    return new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
  }

  private static Optional<Supplier<String>> person() {
    return Optional.ofNullable(System.console())
        .filter(java.io.Console::isTerminal)
        .map(terminal -> terminal::readLine);
  }

  /** Does what the arguments say, the command first; gives the exit status. */
  int run(List<String> arguments) {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    Optional<String> usage = usage(command);
    if (usage.isEmpty()) {
      console.fault("不认识的命令 Unknown command: " + command);
      return MISUSED;
    }
    if (rest.contains("--help") || rest.contains("-h")) {
      console.line(usage.get().stripTrailing());
      return DONE;
    }
    try {
      carryOut(command, rest);
      return DONE;
    } catch (Misused misused) {
      console.fault(misused.getMessage() + "\n\n" + usage.get().stripTrailing());
      return MISUSED;
    } catch (Stopped stopped) {
      console.fault(stopped.getMessage());
    } catch (SdkException refused) {
      console.fault(CloudFaults.explained(refused));
    } catch (IOException unreadable) {
      console.fault("无法读写文件 A file cannot be read or written: " + unreadable.getMessage());
    }
    return STOPPED;
  }

  private static Optional<String> usage(String command) {
    return Optional.ofNullable(
        switch (command) {
          case "deploy" -> DeployCommand.USAGE;
          case "destroy" -> DestroyCommand.USAGE;
          case "token" -> TokenCommand.USAGE;
          case "keys" -> KeysCommand.USAGE;
          default -> null;
        });
  }

  private void carryOut(String command, List<String> arguments) throws IOException {
    switch (command) {
      case "deploy" -> new DeployCommand(rooms, console, patience, arguments).run();
      case "destroy" -> new DestroyCommand(console, patience, arguments).run();
      case "token" -> new TokenCommand(rooms, console, arguments).run();
      default -> new KeysCommand(rooms, console, arguments).run();
    }
  }
}
