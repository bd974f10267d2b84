package banshi.e2e;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** Docker on this machine, or the reason why it cannot serve. */
final class DockerEngine {
  private DockerEngine() {}

  /**
   * Refuses when no engine answers, or an image is neither there nor to be had. Docker's own
   * command is asked first, where it is there: it says at once what Testcontainers says after
   * minutes.
   */
  static void mustHave(String image) throws NotRun {
    boolean command = commandThere();
    if (command) {
      Optional<String> noEngine = failure("docker", "version");
      if (noEngine.isPresent()) {
        throw notRun(
            "有 docker 命令，但没有引擎应答：" + noEngine.get(),
            "there is a docker command, but no engine answers: " + noEngine.get());
      }
      if (failure("docker", "image", "inspect", image).isPresent()) {
        System.out.println("拉取镜像 Pulling " + image);
        Optional<String> noImage = failure("docker", "pull", "--quiet", image);
        if (noImage.isPresent()) {
          throw notRun(
              "镜像 " + image + " 无法取得：" + noImage.get(),
              "the image " + image + " cannot be had: " + noImage.get());
        }
      }
    }
    try {
      DockerClientFactory.instance().client();
    } catch (RuntimeException unfit) {
      String why = deepest(unfit);
      throw notRun(
          (command ? "" : "没有 docker 命令，") + "Testcontainers 无法使用 Docker：" + why,
          (command ? "" : "there is no docker command, and ")
              + "Testcontainers cannot use Docker: "
              + why);
    }
  }

  private static NotRun notRun(String chinese, String english) {
    return new NotRun(
        "LocalStack 测试未运行：" + chinese + "\nThe LocalStack tests were not run: " + english);
  }

  private static boolean commandThere() {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> new File(folder, "docker").canExecute());
  }

  /** Runs a command; its last words where it fails. */
  private static Optional<String> failure(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String last = "";
      try (BufferedReader said = process.inputReader()) {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          last = line.isBlank() ? last : line.strip();
        }
      }
      return process.waitFor() == 0 ? Optional.empty() : Optional.of(last);
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static String deepest(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
