package banshi.local;

import static banshi.local.ProbeCloud.json;
import static banshi.local.ProbeCloud.text;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.functions.FunctionLimits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function's package is replaced while the local cloud runs. */
class DeploymentTest {
  @TempDir private Path folder;
  @TempDir private Path gate;

  private ProbeCloud cloud(int environments) throws IOException {
    return new ProbeCloud(
        ProbeCloud.options(folder)
            .environment("GATE", gate.toString())
            .limits(new FunctionLimits(environments, 50, Duration.ofMinutes(5))));
  }

  private static String version(ProbeCloud cloud) throws IOException {
    String variables = text(cloud.get("/v1/environment"));
    String root = variables.replaceAll("(?s).*LAMBDA_TASK_ROOT=([^\\n]*)\\n.*", "$1");
    return Files.readString(Path.of(root, "version"));
  }

  private static boolean deploy(ProbeCloud cloud) {
    HttpResponse<byte[]> answer = cloud.send("POST", "/dev/functions/Probe/deployments", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("name").asText()).isEqualTo("Probe");
    return json(answer).path("changed").asBoolean();
  }

  @Test
  void whatComesAfterADeploymentRunsFromTheNewPackage() throws IOException {
    try (ProbeCloud cloud = cloud(2)) {
      assertThat(version(cloud)).isEqualTo("1");
      assertThat(deploy(cloud)).isFalse();

      ProbeCloud.build(folder, "2");
      assertThat(version(cloud)).isEqualTo("1");
      assertThat(deploy(cloud)).isTrue();

      assertThat(version(cloud)).isEqualTo("2");
      assertThat(cloud.send("POST", "/dev/functions/Nobody/deployments", "").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void anEventUnderWayIsBroughtToItsEndByTheOldPackage() throws Exception {
    try (ProbeCloud cloud = cloud(2);
        ExecutorService sender = Executors.newSingleThreadExecutor()) {
      Future<HttpResponse<byte[]>> underWay = sender.submit(() -> cloud.get("/v1/gate"));
      awaitReached();
      ProbeCloud.build(folder, "2");

      assertThat(deploy(cloud)).isTrue();
      assertThat(version(cloud)).isEqualTo("2");
      Files.createFile(gate.resolve("open"));

      assertThat(text(underWay.get())).isEqualTo("passed");
      assertThat(version(cloud)).isEqualTo("2");
    }
  }

  @Test
  void anEventThatWaitsBehindAnOldOneIsTakenByTheNewPackage() throws Exception {
    try (ProbeCloud cloud = cloud(1);
        ExecutorService sender = Executors.newFixedThreadPool(2)) {
      Future<HttpResponse<byte[]>> underWay = sender.submit(() -> cloud.get("/v1/gate"));
      awaitReached();
      ProbeCloud.build(folder, "2");
      assertThat(deploy(cloud)).isTrue();

      Future<String> waiting = sender.submit(() -> version(cloud));
      Files.createFile(gate.resolve("open"));

      assertThat(text(underWay.get())).isEqualTo("passed");
      assertThat(waiting.get()).isEqualTo("2");
    }
  }

  private void awaitReached() throws InterruptedException {
    while (!Files.exists(gate.resolve("reached"))) {
      Thread.sleep(10);
    }
  }
}
