package banshi.e2e;

import java.io.File;
import java.util.Arrays;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** Docker on this machine, or the reason why it cannot serve. */
final class DockerEngine {
  private DockerEngine() {}

  /** Refuses when no engine answers, or an image is neither there nor to be had. */
  static void mustHave(String image) throws NotRun {
    try {
      DockerClientFactory.instance().client();
    } catch (IllegalStateException noEngine) {
      throw notRun(
          (clientThere() ? "有 docker 命令，" : "没有 docker 命令，") + "但没有引擎应答：" + address(),
          (clientThere()
                  ? "there is a docker command, but no"
                  : "there is no docker command, and no")
              + " engine answers at "
              + address());
    } catch (RuntimeException unfit) {
      throw notRun(
          "Docker 引擎不可用：" + cause(unfit), "Docker's engine cannot be used: " + cause(unfit));
    }
    try {
      new RemoteDockerImage(DockerImageName.parse(image)).get();
    } catch (RuntimeException noImage) {
      throw notRun(
          "镜像 " + image + " 无法取得：" + cause(noImage),
          "the image " + image + " cannot be had: " + cause(noImage));
    }
  }

  private static NotRun notRun(String chinese, String english) {
    return new NotRun(
        "LocalStack 测试未运行：" + chinese + "。\nThe LocalStack tests were not run: " + english + ".");
  }

  private static String address() {
    String host = System.getenv("DOCKER_HOST");
    return host == null || host.isBlank() ? "unix:///var/run/docker.sock" : host;
  }

  private static boolean clientThere() {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> new File(folder, "docker").canExecute());
  }

  /** What lies deepest, on one line. */
  private static String cause(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
