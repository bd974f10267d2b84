package banshi.local;

import static banshi.local.ProbeCloud.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.local.functions.FunctionLimits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starts, what stays, and what is gone afterwards. */
class LifetimeTest {
  @TempDir Path folder;

  @Test
  void closingLeavesNoProcessBehind() throws Exception {
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    List<ProcessHandle> started;
    try (ProbeCloud cloud = new ProbeCloud(ProbeCloud.options(folder))) {
      cloud.get("/v1/echo");
      started =
          ProcessHandle.current().children().filter(child -> !before.contains(child)).toList();
      assertThat(started).as("the engine and one environment").hasSize(2);
    }

    for (ProcessHandle process : started) {
      process.onExit().get();
    }
    assertThat(started).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void aParentThatIsKilledTakesItsChildrenWithIt() throws Exception {
    ProbeCloud.template(folder);
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbanshi.root=" + ProbeCloud.ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                Orphans.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = parent.inputReader()) {
      assertThat(said.readLine()).isEqualTo("ready");
    }
    List<ProcessHandle> children = parent.children().toList();
    assertThat(children).hasSize(2);

    parent.destroyForcibly().waitFor();

    for (ProcessHandle child : children) {
      child.onExit().get();
    }
  }

  /** A local cloud in a process of its own, for somebody to kill. */
  static final class Orphans {
    private Orphans() {}

    public static void main(String[] arguments) throws Exception {
      LocalCloud cloud =
          LocalCloud.builder(ProbeCloud.ROOT)
              .template(Path.of(arguments[0], "template.yaml"))
              .inMemory()
              .port(0)
              .start();
      try (HttpClient client = HttpClient.newHttpClient()) {
        client.send(
            HttpRequest.newBuilder(URI.create(cloud.endpoint() + "/v1/echo")).build(),
            HttpResponse.BodyHandlers.discarding());
      }
      System.out.println("ready");
      Thread.currentThread().join();
    }
  }

  @Test
  void whatMayNotWaitIsThrottled() throws Exception {
    try (ProbeCloud cloud =
            new ProbeCloud(
                ProbeCloud.options(folder)
                    .limits(new FunctionLimits(1, 1, Duration.ofMinutes(5))));
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      cloud.get("/hasty/echo");
      List<Future<Integer>> answers =
          IntStream.range(0, 8)
              .mapToObj(i -> senders.submit(() -> cloud.get("/hasty/hang").statusCode()))
              .toList();

      int throttled = 0;
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(429, 504);
        throttled += answer.get() == 429 ? 1 : 0;
      }
      // One is taken, one waits; what comes while both places are held is refused.
      assertThat(throttled).isPositive();
    }
  }

  @Test
  void anEnvironmentWithoutEventsEnds() throws Exception {
    try (ProbeCloud cloud =
        new ProbeCloud(
            ProbeCloud.options(folder).limits(new FunctionLimits(1, 1, Duration.ofMillis(50))))) {
      cloud.get("/v1/echo");
      Optional<ProcessHandle> process =
          ProcessHandle.of(
              json(cloud.get("/dev/functions")).at("/items/0/environments/0/pid").asLong());

      if (process.isPresent()) {
        process.get().onExit().get();
      }
      assertThat(cloud.get("/v1/echo").statusCode()).isEqualTo(200);
      assertThat(json(cloud.get("/dev/functions")).at("/items/0/coldStarts/count").asInt())
          .isGreaterThan(1);
    }
  }

  @Test
  void dataKeysAndTimeSurviveARestartUntilFresh() throws Exception {
    Path root = projectWithBuild();
    String keys;
    try (LocalCloud cloud = LocalCloud.builder(root).port(0).withoutSchedules().start()) {
      cloud.clock().advance(Duration.ofDays(2));
      keys = keyId(cloud);
    }
    try (LocalCloud cloud = LocalCloud.builder(root).port(0).withoutSchedules().start()) {
      assertThat(cloud.clock().shift()).isEqualTo(Duration.ofDays(2));
      assertThat(keyId(cloud)).isEqualTo(keys);
    }
    try (LocalCloud cloud = LocalCloud.builder(root).port(0).fresh().withoutSchedules().start()) {
      assertThat(cloud.clock().shift()).isZero();
      assertThat(keyId(cloud)).isEqualTo(keys);
    }
  }

  @Test
  void dataOfAnotherShapeIsNotTakenForThis() throws Exception {
    Path root = projectWithBuild();
    LocalCloud.builder(root).port(0).withoutSchedules().start().close();
    Path template = root.resolve("infra/template.yaml");
    Files.writeString(template, Files.readString(template).replace("summary", "other"));

    assertThatThrownBy(() -> LocalCloud.builder(root).port(0).withoutSchedules().start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("--fresh");
    LocalCloud.builder(root).port(0).fresh().withoutSchedules().start().close();
  }

  @Test
  void aFunctionThatIsNotBuiltIsSaidSo() throws IOException {
    LocalCloud.Builder options = ProbeCloud.options(folder);
    Files.delete(folder.resolve("probe.zip"));

    assertThatThrownBy(options::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("probe.zip");
  }

  /**
   * A project's folder with the probe's template, whose build results and texts to be approved are
   * this project's.
   */
  private Path projectWithBuild() throws IOException {
    ProbeCloud.template(Files.createDirectories(folder.resolve("infra")));
    for (String ours :
        List.of(
            "infra/dynamodb/target",
            "infra/local/target",
            "functions/reminder/src/main/resources")) {
      Path link = folder.resolve(ours);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, ProbeCloud.ROOT.resolve(ours));
    }
    return folder;
  }

  private static String keyId(LocalCloud cloud) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode claims = json.createObjectNode().put("sub", "x");
    JsonNode header =
        json.readTree(java.util.Base64.getUrlDecoder().decode(cloud.token(claims).split("\\.")[0]));
    return header.path("kid").asText();
  }
}
