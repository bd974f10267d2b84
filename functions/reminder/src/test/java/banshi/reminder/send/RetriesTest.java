package banshi.reminder.send;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.notices.Channel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
  @ParameterizedTest
  @CsvSource({"1, 60", "2, 120", "3, 240", "4, 480", "5, 960", "7, 3600", "40, 3600"})
  void thePauseDoublesUpToAnHourGiveOrTakeAFifth(int tries, long seconds) {
    for (Channel channel : Channel.values()) {
      for (int event = 0; event < 200; event++) {
        assertThat(Retries.after("event-" + event, channel, tries))
            .isBetween(Duration.ofMillis(seconds * 800), Duration.ofMillis(seconds * 1200));
      }
    }
  }

  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    Set<Duration> pauses = new HashSet<>();
    for (int event = 0; event < 200; event++) {
      pauses.add(Retries.after("event-" + event, Channel.WECHAT, 5));
    }
    assertThat(pauses).hasSizeGreaterThan(20);
  }
}
