package banshi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.deploy.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as {@code ./dev} starts it: in a process of its own, with nobody at a terminal. */
class ProcessTest {
  @TempDir private Path folder;

  private record Ended(int status, String out, String err) {}

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbanshi.root=" + folder,
                "-Dbanshi.from=" + folder,
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "banshi.deploy.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    // As on a machine where AWS was never set up, in a language without Chinese.
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
    builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
    builder.environment().put("LC_ALL", "C");
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        java.nio.file.Files.readString(out, StandardCharsets.UTF_8),
        java.nio.file.Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void it_needs_no_configuration_for_a_stand_in_and_its_last_line_is_the_address()
      throws IOException, InterruptedException {
    try (StandIn cloud = new StandIn()) {
      new Workshop(folder, cloud);
      cloud.stacks().stride(10);
      String endpoint = cloud.address().toString();

      Ended deployed = run("deploy", "--stage", "dev", "--endpoint-url", endpoint);
      assertThat(deployed.err()).isEmpty();
      assertThat(deployed.status()).isZero();
      assertThat(deployed.out())
          .contains("创建完成 CREATE_COMPLETE")
          .endsWith("\n" + endpoint + "/_aws/execute-api/api123/dev\n");

      Ended refused = run("destroy", "--stage", "dev", "--endpoint-url", endpoint);
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err()).contains("无人可问");
      assertThat(cloud.stacks().status("banshi-dev")).contains("CREATE_COMPLETE");
    }
  }

  @Test
  void without_a_region_it_says_how_to_name_one() throws IOException, InterruptedException {
    try (StandIn cloud = new StandIn()) {
      new Workshop(folder, cloud);
      Ended ended = run("deploy", "--stage", "dev", "--profile", "nobody");
      assertThat(ended.status()).isEqualTo(1);
      assertThat(ended.err()).contains("--region").contains("cn-northwest-1");
      assertThat(cloud.takeRequests()).isEmpty();
    }
  }

  @Test
  void misuse_ends_with_two() throws IOException, InterruptedException {
    assertThat(run("deploy", "--stage", "test").status()).isEqualTo(2);
  }
}
