package banshi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The machine's time plus a shift that can be set. It runs on from wherever it is put, forwards or
 * back, within the years 1970 to 9999.
 */
public final class VirtualClock implements InstantSource {
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Optional<Path> memory;
  private volatile Duration shift;

  private VirtualClock(Optional<Path> memory, Duration shift) {
    this.memory = memory;
    this.shift = shift;
  }

  /** A clock that starts with the machine's time. */
  public static VirtualClock forgetful() {
    return new VirtualClock(Optional.empty(), Duration.ZERO);
  }

  /**
   * A clock that keeps its shift, so that data written in a moved time is not met before it was.
   *
   * @param memory a file, read when it is there
   */
  public static VirtualClock remembering(Path memory) throws IOException {
    Duration shift =
        Files.exists(memory) ? Duration.parse(Files.readString(memory).trim()) : Duration.ZERO;
    return new VirtualClock(Optional.of(memory), shift);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(shift);
  }

  /** How far it is ahead of the machine's time; negative when behind. */
  public Duration shift() {
    return shift;
  }

  /**
   * Puts it to an instant.
   *
   * @throws IllegalArgumentException outside the years 1970 to 9999
   */
  public void set(Instant now) {
    move(Duration.between(Instant.now(), now));
  }

  /**
   * Puts it on, or back when the step is negative.
   *
   * @throws IllegalArgumentException when that leads outside the years 1970 to 9999
   */
  public synchronized void advance(Duration step) {
    try {
      move(shift.plus(step));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("too far", e);
    }
  }

  private synchronized void move(Duration newShift) {
    try {
      Instant now = Instant.now().plus(newShift);
      if (now.isBefore(Instant.EPOCH) || now.isAfter(LATEST)) {
        throw new IllegalArgumentException("outside the years 1970 to 9999");
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("outside the years 1970 to 9999", e);
    }
    shift = newShift;
    memory.ifPresent(
        file -> {
          try {
            Files.writeString(file, newShift.toString());
          } catch (IOException e) {
            throw new UncheckedIOException("the clock's shift cannot be kept", e);
          }
        });
  }
}
