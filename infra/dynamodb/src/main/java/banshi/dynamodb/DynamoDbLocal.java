package banshi.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Amazon's own DynamoDB engine, run as a child process on the loopback address. Closing it stops the
 * process; so does the end of this JVM, even when it is killed.
 */
public final class DynamoDbLocal implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final Thread stopAtExit;

  private DynamoDbLocal(Process process, int port) {
    this.process = process;
    this.port = port;
    this.stopAtExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(stopAtExit);
  }

  /**
   * Starts an engine that keeps its data in memory.
   *
   * @param projectRoot the folder that holds the project's top pom, where the build left the engine
   */
  public static DynamoDbLocal inMemory(Path projectRoot) {
    return start(projectRoot, Optional.empty());
  }

  /**
   * Starts an engine that keeps its data on disk, and finds there what an earlier one left.
   *
   * @param projectRoot the folder that holds the project's top pom, where the build left the engine
   * @param data a folder, made when it is missing
   */
  public static DynamoDbLocal onDisk(Path projectRoot, Path data) {
    return start(projectRoot, Optional.of(data));
  }

  private static DynamoDbLocal start(Path projectRoot, Optional<Path> data) {
    Path engine = projectRoot.resolve("infra/dynamodb/target/engine");
    if (!Files.isDirectory(engine)) {
      throw new IllegalStateException("DynamoDB Local is not built: no folder " + engine);
    }
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + engine,
                "-cp",
                TiedToParent.classPath(engine + "/*"),
                TiedToParent.class.getName(),
                "software.amazon.dynamodb.services.local.main.ServerRunner",
                "-sharedDb",
                "-disableTelemetry",
                "-port",
                Integer.toString(port)));
    try {
      if (data.isPresent()) {
        Files.createDirectories(data.get());
        command.addAll(List.of("-dbPath", data.get().toString()));
      } else {
        command.add("-inMemory");
      }
      Path log = Files.createTempFile("banshi-dynamodb-", ".log");
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      DynamoDbLocal engineProcess = new DynamoDbLocal(process, port);
      engineProcess.awaitReady(log);
      return engineProcess;
    } catch (IOException e) {
      throw new UncheckedIOException("DynamoDB Local did not start", e);
    }
  }

  /** Where clients reach the engine. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The operating system's number of the engine's process. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook is what stops the process then.
    }
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady(Path log) throws IOException {
    Instant giveUp = Instant.now().plus(START_LIMIT);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(giveUp)) {
        close();
        throw new IOException("DynamoDB Local ended or stayed silent; it said:\n" + Files.readString(log));
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while DynamoDB Local started", e);
      }
    }
    Files.deleteIfExists(log);
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback address", e);
    }
  }
}
