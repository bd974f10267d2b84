package banshi.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import banshi.cases.CaseKind;
import banshi.cases.LifeCycle;
import banshi.cases.LifeCycles;
import banshi.local.gateway.GatewayFault;
import banshi.local.template.Template.GatewayResponse;
import banshi.local.template.Template.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** A consultation that an application came of is told the application's number. */
  @Test
  void trackingReadsCasesOfEveryKindAndWritesItsOwnAndOnTheConsultationsTheyCameOf() {
    Map<CaseKind, Set<String>> toRead =
        Map.of(
            CaseKind.CONSULTATION,
            Set.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem"),
            CaseKind.COMPLAINT,
            Set.of("dynamodb:GetItem", "dynamodb:Query"),
            CaseKind.STARTUP,
            Set.of("dynamodb:GetItem", "dynamodb:Query"));
    for (CaseKind kind : CaseKind.values()) {
      boolean own = kind == CaseKind.APPLICATION;
      if (own) {
        assertThat(allowed("IntakeRole", kind + "#1"))
            .contains("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
      } else {
        assertThat(allowed("IntakeRole", kind + "#1"))
            .as("cases of kind " + kind)
            .isEqualTo(toRead.get(kind));
      }
      assertThat(allowed("IntakeRole", "TRACKING#" + kind + "#1"))
          .as("receipts of kind " + kind)
          .contains("dynamodb:GetItem", "dynamodb:UpdateItem")
          .matches(actions -> actions.contains("dynamodb:PutItem") == own)
          .doesNotContain("dynamodb:DeleteItem");
    }
  }

  @Test
  void consultationsReachTheirOwnCollectionsAndNothingOfAnyOtherKind() {
    for (String own : List.of("CONSULTATION#1", "KNOWLEDGE#1", "IDEMPOTENCY#CONSULTATION#1")) {
      assertThat(allowed("ConsultationRole", own))
          .as(own)
          .containsExactlyInAnyOrder(
              "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem");
    }
    for (String left : List.of("TRACKING#CONSULTATION#1", "DRAFT#1", "INBOX#PERSON#1")) {
      assertThat(allowed("ConsultationRole", left)).as(left).containsExactly("dynamodb:PutItem");
    }
    for (CaseKind kind : CaseKind.values()) {
      if (kind != CaseKind.CONSULTATION) {
        for (String area : List.of("", "TRACKING#", "IDEMPOTENCY#", "STATISTICS#", "CLUSTER#")) {
          assertThat(allowed("ConsultationRole", area + kind + "#1")).as(area + kind).isEmpty();
        }
      }
    }
    for (String other :
        List.of("CONSENT#1", "REMINDER#1", "NAMES#1", "STATISTICS#CONSULTATION#1")) {
      assertThat(allowed("ConsultationRole", other)).as(other).isEmpty();
    }
    assertThat(indexesOf("ConsultationRole")).isEmpty();
  }

  /** What is published is published by the consultation function alone. */
  @Test
  void nobodyElseReachesThePublishedAnswers() {
    assertThat(template.statements().stream().map(Statement::role).distinct())
        .contains("ConsultationRole", "ReminderRole", "IntakeRole")
        .filteredOn(role -> !role.equals("ConsultationRole"))
        .allSatisfy(role -> assertThat(allowed(role, "KNOWLEDGE#1")).as(role).isEmpty());
  }

  private List<String> indexesOf(String role) {
    return template.statements().stream()
        .filter(statement -> statement.role().equals(role))
        .filter(statement -> statement.effect().equals("Allow"))
        .flatMap(statement -> statement.resources().stream())
        .filter(resource -> resource.contains("/index/"))
        .toList();
  }

  @Test
  void theReminderMayMoveCasesOfEveryKindThatHasALife() {
    for (LifeCycle lifeCycle : LifeCycles.all()) {
      assertThat(allowed("ReminderRole", lifeCycle.kind() + "#1"))
          .as("cases of kind " + lifeCycle.kind())
          .contains("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
    }
    assertThat(allowed("ReminderRole", "STATISTICS#COMPLAINT#202611"))
        .containsExactly("dynamodb:UpdateItem");
  }

  @Test
  void complaintsReachTheirOwnCollectionsAndTheCasesThatTheyAreAbout() {
    assertThat(allowed("ComplaintRole", "COMPLAINT#1"))
        .containsExactlyInAnyOrder("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
    assertThat(allowed("ComplaintRole", "APPLICATION#1"))
        .containsExactlyInAnyOrder("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
    assertThat(allowed("ComplaintRole", "TRACKING#COMPLAINT#1"))
        .containsExactly("dynamodb:PutItem");
    assertThat(allowed("ComplaintRole", "TRACKING#APPLICATION#1")).isEmpty();
    assertThat(allowed("ComplaintRole", "IDEMPOTENCY#APPLICATION#1")).isEmpty();
    assertThat(allowed("ComplaintRole", "DRAFT#1")).isEmpty();
    assertThat(allowed("ComplaintRole", "CONSENT#1")).isEmpty();
    assertThat(allowed("IntakeRole", "STATISTICS#COMPLAINT#202611")).isEmpty();
    assertThat(allowed("IntakeRole", "CLUSTER#COMPLAINT#1")).isEmpty();
  }

  @Test
  void startUpsReachTheirOwnCollectionsAndNothingOfAnyOtherKind() {
    for (String own :
        List.of(
            "STARTUP#1",
            "NAMES#500106#FARMING",
            "RESERVATION#1",
            "REPRESENTATIVE#1",
            "IDEMPOTENCY#STARTUP#1")) {
      assertThat(allowed("StartupRole", own))
          .as(own)
          .contains("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
    }
    assertThat(allowed("StartupRole", "TRACKING#STARTUP#1")).containsExactly("dynamodb:PutItem");
    assertThat(allowed("StartupRole", "INBOX#PERSON#1")).containsExactly("dynamodb:PutItem");
    for (CaseKind kind : CaseKind.values()) {
      if (kind != CaseKind.STARTUP) {
        for (String area : List.of("", "TRACKING#", "IDEMPOTENCY#", "STATISTICS#", "CLUSTER#")) {
          assertThat(allowed("StartupRole", area + kind + "#1")).as(area + kind).isEmpty();
        }
      }
    }
    for (String other : List.of("DRAFT#1", "CONSENT#1", "REMINDER#1", "STATISTICS#STARTUP#1")) {
      assertThat(allowed("StartupRole", other)).as(other).isEmpty();
    }
    assertThat(indexesOf("StartupRole")).as("queues, agendas and lists of cases").isEmpty();
  }

  /** A code that was given is never taken back, nor given to another. */
  @Test
  void nobodyMayChangeOrRemoveALicence() {
    assertThat(allowed("StartupRole", "LICENCE#1"))
        .containsExactlyInAnyOrder("dynamodb:GetItem", "dynamodb:PutItem");
    assertThat(template.statements().stream().map(Statement::role).distinct())
        .contains("StartupRole", "ReminderRole", "IntakeRole")
        .filteredOn(role -> !role.equals("StartupRole"))
        .allSatisfy(role -> assertThat(allowed(role, "LICENCE#1")).as(role).isEmpty());
  }

  @Test
  void theReminderLetsNamesGoAndNobodyButStartUpsReserveThem() {
    for (String names : List.of("NAMES#500106#FARMING", "RESERVATION#1")) {
      assertThat(allowed("ReminderRole", names))
          .as(names)
          .contains("dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem");
      assertThat(template.statements().stream().map(Statement::role).distinct())
          .filteredOn(role -> !List.of("StartupRole", "ReminderRole").contains(role))
          .isNotEmpty()
          .allSatisfy(role -> assertThat(allowed(role, names)).as(role).isEmpty());
    }
    assertThat(allowed("ReminderRole", "REPRESENTATIVE#1")).isEmpty();
  }

  /** What a role may do to the table's items under a key. */
  private Set<String> allowed(String role, String key) {
    return template.statements().stream()
        .filter(statement -> statement.role().equals(role))
        .filter(statement -> statement.effect().equals("Allow"))
        .filter(
            statement ->
                statement
                    .condition()
                    .getOrDefault("ForAllValues:StringLike", Map.of())
                    .getOrDefault("dynamodb:LeadingKeys", List.of())
                    .stream()
                    .anyMatch(
                        pattern -> key.startsWith(pattern.substring(0, pattern.length() - 1))))
        .flatMap(statement -> statement.actions().stream())
        .collect(Collectors.toSet());
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
        .hasSize(4)
        .allSatisfy(
            alarm -> {
              assertThat(alarm.dimensions()).isEqualTo(Map.of("FunctionName", REMINDER));
              assertThat(alarm.comparison()).isEqualTo("GreaterThanThreshold");
            });
  }

  @Test
  void textMessagesMayGoToTelephonesOnlyAndOnlyWhereTheyAreSent() {
    assertThat(template.statements()).noneMatch(ProjectTemplateTest::publishes);

    List<Statement> sending =
        read(Map.of("TextMessages", "SNS")).statements().stream()
            .filter(ProjectTemplateTest::publishes)
            .toList();
    assertThat(sending)
        .extracting(Statement::role, Statement::effect, Statement::actions, Statement::resources)
        .containsExactly(
            tuple("ReminderRole", "Allow", List.of("sns:Publish"), List.of("*")),
            tuple("ReminderRole", "Deny", List.of("sns:Publish"), List.of("arn:aws-cn:sns:*:*:*")));
  }

  private static boolean publishes(Statement statement) {
    return statement.actions().stream().anyMatch(action -> action.startsWith("sns:"));
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
