package banshi.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 minute)           | 2026-11-23T00:00:00Z | 2026-11-23T00:00:59Z |",
        "rate(1 minute)           | 2026-11-23T00:00:00Z | 2026-11-23T00:01:00Z | 2026-11-23T00:01:00Z",
        "rate(5 minutes)          | 2026-11-23T00:00:00Z | 2026-11-23T10:07:30Z | 2026-11-23T10:05:00Z",
        "rate(5 minutes)          | 2026-11-23T00:00:00Z | 2026-11-22T10:07:30Z |",
        "cron(0 8 ? * MON-FRI *)  | 2026-11-22T00:00:00Z | 2026-11-23T00:00:00Z | 2026-11-23T00:00:00Z",
        "cron(0 8 ? * MON-FRI *)  | 2026-11-23T00:00:00Z | 2026-11-23T23:59:00Z |",
        "cron(0 8 ? * MON-FRI *)  | 2026-11-27T00:00:00Z | 2026-11-29T23:00:00Z |",
        "cron(0 8 ? * MON-FRI *)  | 2026-11-27T00:00:00Z | 2026-11-30T23:00:00Z | 2026-11-30T00:00:00Z",
        "cron(0/15 * * * ? *)     | 2026-11-23T00:00:00Z | 2026-11-23T00:44:00Z | 2026-11-23T00:30:00Z",
        "cron(30 23 L * ? *)      | 2026-02-01T00:00:00Z | 2026-03-15T00:00:00Z | 2026-02-28T15:30:00Z",
        "cron(0 0 1 JAN,JUL ? *)  | 2026-01-15T00:00:00Z | 2026-12-15T00:00:00Z | 2026-06-30T16:00:00Z",
        "cron(0 0 1 1 ? 2030)     | 2026-01-15T00:00:00Z | 2029-12-15T00:00:00Z |",
        "cron(0 0 ? * 1 *)        | 2026-11-20T00:00:00Z | 2026-11-24T00:00:00Z | 2026-11-21T16:00:00Z",
      })
  void theLastTimeWithinASpanCounts(String text, Instant after, Instant until, Instant fires) {
    assertThat(ScheduleExpression.parse(text, SHANGHAI).latest(after, until).orElse(null))
        .isEqualTo(fires);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rate(0 minutes)",
        "rate(5 fortnights)",
        "every minute",
        "cron(* * * * *)",
        "cron(0 0 * * * *)",
        "cron(0 0 ? * ? *)",
        "cron(60 0 ? * 1 *)",
        "cron(0 0 3W * ? *)",
        "cron(0 0 ? * 2#1 *)",
        "cron(0 0 ? * FRI-MON *)"
      })
  void whatIsNotUnderstoodIsRefused(String text) {
    assertThatThrownBy(() -> ScheduleExpression.parse(text, SHANGHAI))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
