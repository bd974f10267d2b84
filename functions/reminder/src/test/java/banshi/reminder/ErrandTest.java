package banshi.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrandTest {
  private static final String TIME = "\"time\":\"2026-11-23T02:00:00Z\"";

  private record Greeting() implements Errand {
    @Override
    public String name() {
      return "greet";
    }

    @Override
    public Map<String, Object> run(JsonNode event, Instant now, Budget budget) {
      return Map.of("hello", event.path("whom").asText(), "at", now.toString());
    }
  }

  private record Daily() implements Job {
    @Override
    public String name() {
      return "daily";
    }

    @Override
    public int order() {
      return 1;
    }

    @Override
    public Map<String, Object> run(Instant now, Budget budget) {
      return Map.of("done", 1);
    }
  }

  private static JsonNode answer(String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new ReminderFunction(List.of(new Daily()), List.of(new Greeting()))
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context());
    return new JsonMapper().readTree(answer.toByteArray());
  }

  /** The platform's part, of which only the time left is asked. */
  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> 55_000);
  }

  @Test
  void anEventThatNamesAJobGetsThatErrandAndNothingElse() throws IOException {
    JsonNode answer = answer("{\"job\":\"greet\",\"whom\":\"you\"," + TIME + "}");

    assertThat(answer.path("hello").asText()).isEqualTo("you");
    assertThat(answer.path("at").asText()).isEqualTo("2026-11-23T02:00:00Z");
    assertThat(answer.has("daily")).isFalse();
  }

  @Test
  void anEventWithoutAJobRunsTheScheduledOnes() throws IOException {
    assertThat(answer("{" + TIME + "}").at("/daily/done").asInt()).isEqualTo(1);
  }

  @Test
  void anUnknownJobIsRefusedWithTheNamesOfThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> answer("{\"job\":\"dance\"," + TIME + "}"))
        .withMessageContaining("greet");
  }

  @Test
  void aBudgetIsDividedAndNeverGrows() {
    Budget whole = new Budget(() -> Duration.ofSeconds(28));

    assertThat(whole.half().left().get()).isEqualTo(Duration.ofSeconds(18));
    assertThat(whole.atMost(Duration.ofSeconds(3)).left().get()).isEqualTo(Duration.ofSeconds(11));
    assertThat(whole.atMost(Duration.ofMinutes(9)).left().get()).isEqualTo(Duration.ofSeconds(28));
    assertThat(new Budget(() -> Duration.ofSeconds(1)).half().lasts()).isFalse();
  }
}
