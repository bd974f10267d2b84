package banshi.e2e;

import banshi.local.LocalCloud;
import java.io.IOException;
import java.nio.file.Path;

/** One local cloud for every suite that does not need its own; it ends with the tests. */
final class TheHall {
  /** What the hall's clock says when a suite begins. */
  static final String NOW = "2026-11-23T10:00:00+08:00";

  /** Where licences say that the hall is found. */
  static final String PUBLIC_ADDRESS = "https://hall.example.cn";

  private static final LocalCloud CLOUD = start();
  private static final Hall HALL = hall();

  private TheHall() {}

  static Hall open() {
    HALL.setTime(NOW);
    return HALL;
  }

  static LocalCloud cloud() {
    return CLOUD;
  }

  static Path root() {
    return Path.of(System.getProperty("banshi.root"));
  }

  private static LocalCloud start() {
    try {
      LocalCloud cloud =
          LocalCloud.builder(root())
              .inMemory()
              .port(0)
              .withoutSchedules()
              .parameter("PublicAddress", PUBLIC_ADDRESS)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
      return cloud;
    } catch (IOException e) {
      throw new AssertionError("the local cloud did not start", e);
    }
  }

  private static Hall hall() {
    try {
      return new Hall(CLOUD.endpoint());
    } catch (Exception e) {
      throw new AssertionError("the API document cannot be read", e);
    }
  }
}
