package banshi.e2e;

import banshi.local.LocalCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** One hall for every suite that does not need its own; it ends with the tests. */
final class TheHall {
  /** What the hall's clock says when a suite begins, where it can be moved. */
  static final String NOW = "2026-11-23T10:00:00+08:00";

  private static final Targets TARGETS = new Targets();
  private static Optional<Exception> failure = Optional.empty();
  private static final Optional<Hall> HALL = hall();

  private TheHall() {}

  /** The hall, at its usual time; a suite is skipped where there can be none. */
  static Hall open() {
    failure.ifPresent(
        why -> {
          throw new AssertionError("there is no hall to play on: " + why.getMessage(), why);
        });
    Hall hall = HALL.orElseGet(() -> Assumptions.abort(TARGETS.whyNot()));
    if (gives().contains(Need.TIME)) {
      hall.setTime(NOW);
    }
    return hall;
  }

  /** What the hall has besides an address and tokens. */
  static Set<Need> gives() {
    return TARGETS.target().map(Target::gives).orElseGet(() -> EnumSet.noneOf(Need.class));
  }

  /** The local cloud in this process, where the hall is one. */
  static LocalCloud cloud() {
    return TARGETS.cloud().orElseThrow();
  }

  /** The account that the hall is deployed to, where it can be seen. */
  static Account account() {
    return TARGETS.account().orElseThrow();
  }

  static Path root() {
    return Path.of(System.getProperty("banshi.root"));
  }

  private static Optional<Hall> hall() {
    try {
      return TARGETS.choose().map(Hall::new);
    } catch (IOException | RuntimeException e) {
      failure = Optional.of(e);
      return Optional.empty();
    }
  }
}
