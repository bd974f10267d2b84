package banshi.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.gateway.GatewayFault;
import banshi.local.template.Template.GatewayResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of infra/template.yaml itself. */
class ProjectTemplateTest {
  private static final String REMINDER = "banshi-ReminderFunction";
  private static final Map<String, String> NEEDED =
      Map.of(
          "TokenIssuer", "https://id.example",
          "TokenKeys", "{\"keys\":[]}",
          "FieldKeys", "{}",
          "IndexKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

  private final Template template = read();

  @Test
  void nobodyIsAllowedEveryAction() {
    assertThat(template.statements())
        .filteredOn(statement -> statement.effect().equals("Allow"))
        .allSatisfy(
            statement -> {
              assertThat(statement.actions())
                  .isNotEmpty()
                  .noneMatch(action -> action.contains("*"));
              assertThat(statement.resources()).isNotEmpty().doesNotContain("*");
            });
  }

  @Test
  void alarmsRingWhenWorkIsEligibleAndNothingMoves() {
    assertThat(template.alarms())
        .filteredOn(alarm -> alarm.metric().equals("OldestWaitingSeconds"))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.missing()).as("silence").isEqualTo("breaching");
              assertThat(alarm.threshold()).isEqualTo(600);
            });
    assertThat(template.alarms())
        .filteredOn(alarm -> alarm.metric().equals("DeadLetters"))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.threshold()).isZero());
    assertThat(template.alarms())
        .filteredOn(alarm -> alarm.namespace().equals("Banshi"))
        .hasSize(5)
        .allSatisfy(
            alarm -> {
              assertThat(alarm.dimensions()).isEqualTo(Map.of("FunctionName", REMINDER));
              assertThat(alarm.comparison()).isEqualTo("GreaterThanThreshold");
            });
  }

  @ParameterizedTest
  @EnumSource(GatewayFault.class)
  void theGatewayRefusesOnAwsAsItDoesHere(GatewayFault fault) throws IOException {
    GatewayResponse response = template.gatewayResponses().get(fault.responseType());

    assertThat(response).isNotNull();
    assertThat(response.status()).isEqualTo(fault.status());
    assertThat(response.headers())
        .containsEntry("Content-Type", "'application/problem+json'")
        .containsEntry("Access-Control-Allow-Origin", "'*'");
    JsonNode body = new ObjectMapper().readTree(response.bodies().get("application/json"));
    assertThat(body.path("status").asInt()).isEqualTo(fault.status());
    assertThat(body.path("code").asText()).isEqualTo(fault.code());
    assertThat(body.path("type").asText()).isEqualTo("/problems/" + fault.code());
    assertThat(body.path("title").asText()).isEqualTo(fault.title(false) + " " + fault.title(true));
    assertThat(body.path("detail").asText()).isEqualTo(fault.detail(false) + fault.detail(true));
  }

  private static Template read() {
    return read(Map.of());
  }

  private static Template read(Map<String, String> more) {
    Map<String, String> parameters = new HashMap<>(NEEDED);
    parameters.putAll(more);
    try {
      return TemplateReader.read(
          Path.of(System.getProperty("banshi.root"), "infra/template.yaml"), parameters);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
