package banshi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualClockTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-02T03:04:05Z");

  @TempDir Path folder;

  @Test
  void itRunsOnFromWhereItIsPut() {
    VirtualClock clock = VirtualClock.forgetful();

    clock.set(LONG_AGO);
    Instant first = clock.instant();
    Instant second = clock.instant();

    assertThat(first).isAfterOrEqualTo(LONG_AGO).isBefore(LONG_AGO.plus(Duration.ofHours(1)));
    assertThat(second).isAfterOrEqualTo(first);
  }

  @Test
  void stepsAddUpAndMayGoBack() {
    VirtualClock clock = VirtualClock.forgetful();

    clock.advance(Duration.ofHours(72));
    clock.advance(Duration.ofHours(-2));

    assertThat(clock.shift()).isEqualTo(Duration.ofHours(70));
  }

  @Test
  void itsShiftOutlivesIt() throws IOException {
    VirtualClock.remembering(folder.resolve("clock")).advance(Duration.ofDays(3));

    assertThat(VirtualClock.remembering(folder.resolve("clock")).shift())
        .isEqualTo(Duration.ofDays(3));
  }

  @Test
  void timesThatNoCalendarHoldsAreRefusedAndChangeNothing() {
    VirtualClock clock = VirtualClock.forgetful();

    assertThatThrownBy(() -> clock.advance(Duration.ofDays(4_000_000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clock.set(Instant.MIN)).isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.shift()).isZero();
  }
}
