package banshi.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.gateway.GatewayFault;
import banshi.local.template.Template.GatewayResponse;
import banshi.local.template.Template.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of infra/template.yaml itself. */
class ProjectTemplateTest {
  private final Template template = read();

  @Test
  void indexesCarryNoMoreThanTheyNeed() {
    assertThat(template.tables().getFirst().indexes())
        .extracting(Template.Index::name, Template.Index::projection, Template.Index::included)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("byApplicant", "INCLUDE", List.of("summary")),
            org.assertj.core.groups.Tuple.tuple("byQueue", "INCLUDE", List.of("summary")),
            org.assertj.core.groups.Tuple.tuple("byDue", "KEYS_ONLY", List.of()));
  }

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
  void dataIsReachedOnlyUnderNamedKeysAndNeverWithoutAKey() {
    List<Statement> onData =
        template.statements().stream()
            .filter(
                statement ->
                    statement.actions().stream().anyMatch(action -> action.startsWith("dynamodb:")))
            .toList();

    assertThat(onData)
        .filteredOn(statement -> statement.effect().equals("Allow"))
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(
                        statement
                            .condition()
                            .getOrDefault("ForAllValues:StringLike", Map.of())
                            .getOrDefault("dynamodb:LeadingKeys", List.of()))
                    .isNotEmpty()
                    .allMatch(prefix -> prefix.matches("[A-Z]+(#[A-Z]+)*#\\*")));
    assertThat(onData.stream().map(Statement::role).distinct())
        .allSatisfy(
            role ->
                assertThat(onData)
                    .anySatisfy(
                        statement -> {
                          assertThat(statement.role()).isEqualTo(role);
                          assertThat(statement.effect()).isEqualTo("Deny");
                          assertThat(statement.condition())
                              .isEqualTo(
                                  Map.of("Null", Map.of("dynamodb:LeadingKeys", List.of("true"))));
                        }));
  }

  @ParameterizedTest
  @EnumSource(GatewayFault.class)
  void theGatewayRefusesOnAwsAsItDoesHere(GatewayFault fault) throws IOException {
    GatewayResponse response = template.gatewayResponses().get(fault.responseType());

    assertThat(response).isNotNull();
    assertThat(response.status()).isEqualTo(fault.status());
    assertThat(response.headers()).containsEntry("Content-Type", "'application/problem+json'");
    JsonNode body = new ObjectMapper().readTree(response.bodies().get("application/json"));
    assertThat(body.path("status").asInt()).isEqualTo(fault.status());
    assertThat(body.path("code").asText()).isEqualTo(fault.code());
    assertThat(body.path("type").asText()).isEqualTo("/problems/" + fault.code());
    assertThat(body.path("title").asText()).isEqualTo(fault.title(false) + " " + fault.title(true));
    assertThat(body.path("detail").asText()).isEqualTo(fault.detail(false) + fault.detail(true));
  }

  private static Template read() {
    try {
      return TemplateReader.read(
          Path.of(System.getProperty("banshi.root"), "infra/template.yaml"),
          Map.of(
              "TokenIssuer", "https://id.example",
              "TokenKeys", "{\"keys\":[]}",
              "FieldKeys", "{}",
              "IndexKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
