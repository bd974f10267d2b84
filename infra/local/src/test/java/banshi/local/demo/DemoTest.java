package banshi.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Demo.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void anUnknownStoryIsRefusedWithTheNamesOfThoseThereAre() {
    assertThat(run("circus")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("circus", "restaurant", "complaint", "startup", "consultation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"complaint extra", "--url", "complaint --url ftp://localhost", "-x"})
  void whatCannotBeMeantIsRefused(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"restaurant", "complaint", "startup", "consultation"})
  void aStoryThatCannotBeToldEndsWithAFailure(String story) throws IOException {
    int nobody;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = taken.getLocalPort();
    }
    assertThat(run(story, "--url", "http://127.0.0.1:" + nobody)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("./dev up");
  }
}
