package banshi.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.template.Template;
import banshi.local.template.Template.Function;
import banshi.local.template.TemplateReader;
import banshi.store.TableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every role, every collection, every action: allowed just where docs/access.md says so. */
class RoleMatrixTest {
  private static final Path ROOT = Path.of(System.getProperty("banshi.root"));
  private static final Path PROJECTS = ROOT.resolve("infra/template.yaml");

  private final Template template = read(PROJECTS, Map.of());
  private final ExpectedAccess expected = expected();
  private final AccessCheck check = new AccessCheck(template, expected);
  private final Set<String> functions = AccessCheck.roles(template).keySet();

  @TempDir Path folder;

  @Test
  void rolesAllowJustWhatTheTableSays() {
    assertThat(expected.rows()).hasSizeGreaterThan(35);
    assertThat(check.faults()).isEmpty();
  }

  @Test
  void everyFunctionHasARoleThatNoOtherHas() {
    assertThat(template.functions()).extracting(Function::role).doesNotHaveDuplicates();
  }

  /** What is broken, by what it is broken with, and what the check must then say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a wider prefix
        "[COMPLAINT#*, CLUSTER#|[C*, CLUSTER#"
            + "|complaint should be denied: dynamodb:PutItem of banshi-Table, keys [CONSENT#1]; decided"
            + " by ComplaintRole, Complaints",
        // an action more
        "Action: [dynamodb:GetItem, dynamodb:PutItem]~                Resource: !GetAtt Table.Arn~      "
            + "          Condition: {\"ForAllValues:StringLike\": {dynamodb:LeadingKeys: [LICENCE#*|Action:"
            + " [dynamodb:GetItem, dynamodb:*Item]~                Resource: !GetAtt Table.Arn~          "
            + "      Condition: {\"ForAllValues:StringLike\": {dynamodb:LeadingKeys: [LICENCE#*"
            + "|startup should be denied: dynamodb:DeleteItem of banshi-Table, keys [LICENCE#1]; decided"
            + " by StartupRole, LicencesToEnterAndVerify",
        // a collection less
        "LeadingKeys: [KNOWLEDGE#*]|LeadingKeys: [KNOWLEDGES#*]"
            + "|consultation should be allowed: dynamodb:Query of banshi-Table, keys [KNOWLEDGE#1]; no"
            + " statement speaks of it",
        // an index that is another's
        "${Table.Arn}/index/byQueue\"~                Condition: {\"ForAllValues:StringLike\":"
            + " {dynamodb:LeadingKeys: [SIMILAR#COMPLAINT#*|${Table.Arn}/index/byDue\"~               "
            + " Condition: {\"ForAllValues:StringLike\": {dynamodb:LeadingKeys: [DEAD#*"
            + "|complaint should be denied: dynamodb:Query of banshi-Table/index/byDue, keys [DEAD#1];"
            + " decided by ComplaintRole, ComplaintsAlike",
        // the denial of what has no key, taken out
        "Effect: Deny~            Action: dynamodb:*|Effect: Deny~            Action: dynamodb:None"
            + "|intake should be denied: dynamodb:GetItem of banshi-Table, keys []; decided by"
            + " IntakeRole, Drafts",
        // the whole table for one
        "LeadingKeys: [TRACKING#*]|LeadingKeys: [\"*\"]"
            + "|intake should be denied: dynamodb:UpdateItem of banshi-Table, keys [LICENCE#1]; decided"
            + " by IntakeRole, CodesOfEveryReceipt",
        // another's role
        "Role: !GetAtt NoticeRole.Arn|Role: !GetAtt ReminderRole.Arn"
            + "|notice should be allowed: dynamodb:PutItem of banshi-Table, keys [IDEMPOTENCY#NOTICE#1];"
            + " no statement speaks of it"
      })
  void aRoleThatAllowsMoreOrLessIsFoundAndNamed(String what, String with, String fault)
      throws IOException {
    String text = Files.readString(PROJECTS);
    String old = what.replace('~', '\n');
    assertThat(text).contains(old);
    Path broken =
        Files.writeString(
            folder.resolve("template.yaml"), text.replace(old, with.replace('~', '\n')));

    assertThat(new AccessCheck(read(broken, Map.of()), expected).faults()).contains(fault);
  }

  /** One key that is allowed must not open the door for another beside it. */
  @Test
  void aRequestForSeveralKeysIsDeniedWhereOneOfThemIs() {
    for (ExpectedAccess.Row one : expected.items()) {
      for (ExpectedAccess.Row other : expected.items()) {
        for (int column = 0; column < expected.functions().size(); column++) {
          String function = expected.functions().get(column);
          if (one.letters().get(column).contains('G')
              && other.letters().get(column).contains('G')) {
            continue;
          }
          assertThat(
                  check.allows(
                      function,
                      "dynamodb:GetItem",
                      AccessCheck.TABLE,
                      Map.of(Roles.LEADING_KEYS, Set.of(one.under() + "1", other.under() + "2"))))
              .as("%s: %s and %s", function, one.under(), other.under())
              .isFalse();
        }
      }
    }
  }

  /** "OTHER#" stands for whatever else there may be one day. */
  @Test
  void theTableSpeaksOfEveryCollectionThatTheStoresHave() {
    TableModel model = TableModel.ofTheHall();

    assertThat(expected.items())
        .extracting(ExpectedAccess.Row::under)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(model.collections().stream(), Stream.of("OTHER#")).toList());
    assertThat(expected.entries())
        .extracting(row -> row.index() + " " + row.under())
        .containsExactlyInAnyOrderElementsOf(
            model.indexes().stream()
                .flatMap(
                    index -> index.collections().stream().map(each -> index.name() + " " + each))
                .toList());
  }

  @Test
  void theTableSpeaksOfAllThatTheRolesSpeakOf() {
    List<String> all = expected.rows().stream().map(ExpectedAccess.Row::under).toList();
    assertThat(template.statements())
        .flatExtracting(
            statement ->
                statement
                    .condition()
                    .getOrDefault("ForAllValues:StringLike", Map.of())
                    .getOrDefault(Roles.LEADING_KEYS, List.of()))
        .isNotEmpty()
        .allSatisfy(
            pattern -> {
              assertThat(pattern).matches("[A-Z]+#([A-Z]+#)*\\*");
              assertThat(all)
                  .anyMatch(row -> row.startsWith(pattern.substring(0, pattern.length() - 1)));
            });
  }

  @Test
  void outsideTheTableRolesReachTheirOwnLogTheirSettingsAndLittleElse() {
    for (String function : functions) {
      assertThat(functions.stream().filter(other -> logs(function, other)))
          .as("logs that %s may write", function)
          .containsExactly(function);
      assertThat(opens(function, "arn:aws-cn:lambda:cn-northwest-1:000000000000:function:f"))
          .isTrue();
      assertThat(opens(function, "arn:aws-cn:s3:::f")).isFalse();
      assertThat(
              check.allows(
                  function,
                  "sqs:SendMessage",
                  "arn:aws-cn:sqs:cn-northwest-1:000000000000:banshi-FailedRuns",
                  Map.of()))
          .as("%s: failed runs", function)
          .isEqualTo(function.equals("reminder"));
      for (String action :
          List.of(
              "sns:Publish",
              "kms:Encrypt",
              "kms:GenerateDataKey",
              "sqs:ReceiveMessage",
              "logs:GetLogEvents",
              "logs:CreateLogGroup",
              "lambda:InvokeFunction",
              "iam:PassRole",
              "s3:GetObject")) {
        assertThat(check.allows(function, action, "anything", Map.of()))
            .as("%s %s", function, action)
            .isFalse();
      }
    }
  }

  private boolean logs(String function, String whose) {
    String name = whose.substring(0, 1).toUpperCase(Locale.ROOT) + whose.substring(1);
    return check.allows(
        function,
        "logs:PutLogEvents",
        "arn:aws-cn:logs:cn-northwest-1:000000000000:log-group:banshi-" + name + "Logs:*",
        Map.of());
  }

  private boolean opens(String function, String whose) {
    return check.allows(
        function,
        "kms:Decrypt",
        "arn:aws-cn:kms:cn-northwest-1:000000000000:key/banshi-SettingsKey",
        Map.of("kms:EncryptionContext:aws:lambda:FunctionArn", Set.of(whose)));
  }

  /** A telephone number has no ARN; a topic has. */
  @Test
  void textMessagesGoToTelephonesOnlyAndOnlyWhereTheyAreSent() {
    AccessCheck sending = new AccessCheck(read(PROJECTS, Map.of("TextMessages", "SNS")), expected);
    for (String function : functions) {
      assertThat(sending.allows(function, "sns:Publish", "+8613800000000", Map.of()))
          .isEqualTo(function.equals("reminder"));
      assertThat(
              sending.allows(
                  function, "sns:Publish", "arn:aws-cn:sns:cn-north-1:1:topic", Map.of()))
          .isFalse();
    }
    assertThat(sending.faults()).isEmpty();
  }

  private static ExpectedAccess expected() {
    try {
      return ExpectedAccess.read(ROOT.resolve("docs/access.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Template read(Path file, Map<String, String> more) {
    Map<String, String> parameters =
        new LinkedHashMap<>(
            Map.of(
                "TokenIssuer", "https://id.example",
                "TokenKeys", "{\"keys\":[]}",
                "FieldKeys", "{}",
                "IndexKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    parameters.putAll(more);
    try {
      return TemplateReader.read(file, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
