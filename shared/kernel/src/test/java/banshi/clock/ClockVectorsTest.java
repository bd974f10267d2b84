package banshi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Due dates fixed from outside this code. */
class ClockVectorsTest {
  private final ServiceClock clock = ServiceClock.standard();

  @ParameterizedTest
  @CsvFileSource(resources = "/clock-vectors.csv", numLinesToSkip = 1)
  void a_limit_is_due_when_the_vector_says(
      OffsetDateTime from, String amount, String unit, OffsetDateTime dueAt, boolean provisional) {
    TimeLimit limit = TimeLimit.parse(amount, unit);
    Due expected = new Due(dueAt.toInstant(), provisional);

    assertThat(clock.due(from.toInstant(), limit)).isEqualTo(expected);
    Ledger running = Ledger.of(limit).start(from.toInstant()).orThrow();
    assertThat(running.due(clock)).contains(expected);
  }
}
