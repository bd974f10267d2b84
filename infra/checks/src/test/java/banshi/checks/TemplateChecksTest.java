package banshi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.template.Template;
import banshi.local.template.TemplateFault;
import banshi.local.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.nodes.Node;

/** infra/template.yaml has no fault, and each of these faults would be found and named. */
class TemplateChecksTest {
  private static final Path ROOT = Path.of(System.getProperty("banshi.root"));
  private static final Path TEMPLATE = ROOT.resolve("infra/template.yaml");
  private static final Map<String, String> NEEDED =
      Map.of(
          "TokenIssuer", "https://id.example",
          "TokenKeys", "{\"keys\":[]}",
          "FieldKeys", "{}",
          "IndexKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

  @TempDir Path folder;
  private String text;

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(TEMPLATE);
  }

  @Test
  void theTemplateHasNoFault() throws IOException {
    assertThat(faults(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a misspelt property | BillingMode: | BilingMode:"
            + " | Resources.Table.Properties.BilingMode: AWS::DynamoDB::Table has no property BilingMode;"
            + " did you mean BillingMode?",
        "a misspelt nested property | AttributeName: expiresAt | AtributeName: expiresAt"
            + " | Resources.Table.Properties.TimeToLiveSpecification.AtributeName:",
        "a type that does not exist | Type: AWS::SQS::Queue¶ | Type: AWS::SQS::Que¶"
            + " | Resources.FailedRuns: there is no type AWS::SQS::Que",
        "a required property less | {AttributeName: pk, AttributeType: S} | {AttributeName: pk}"
            + " | Resources.Table.Properties.AttributeDefinitions.0: AWS::DynamoDB::Table's"
            + " AttributeDefinition must have the property AttributeType",
        "a word that is none | TreatMissingData: breaching | TreatMissingData: silence"
            + " | Resources.OldestWaitingNotice.Properties.TreatMissingData: silence is none of",
        "a value of the wrong kind | Threshold: 600 | Threshold: many"
            + " | Resources.OldestWaitingNotice.Properties.Threshold: should be a number",
        "a list that is none | BinaryMediaTypes: [\"*~1*\"] | BinaryMediaTypes: \"*~1*\""
            + " | Resources.Api.Properties.BinaryMediaTypes: should be a list",
        "an attribute that a type does not have | !GetAtt FailedRuns.QueueName | !GetAtt"
            + " FailedRuns.Name | AWS::SQS::Queue has no attribute Name",
        "a resource that is not there | [!Ref FailedRuns] | [!Ref LateRuns]"
            + " | there is no parameter and no resource LateRuns",
        "a parameter that nothing uses | ADDRESS: !Ref PublicAddress | ADDRESS: here"
            + " | Parameters.PublicAddress: nothing uses the parameter PublicAddress",
        "a condition that is not there | Condition: SetsApiLogs | Condition: SetsLogs"
            + " | Resources.ApiAccount.Condition: there is no condition SetsLogs",
        "a missing index | - IndexName: byQueue | - IndexName: byQueues"
            + " | Resources.Table.Properties.GlobalSecondaryIndexes: should be [byApplicant, byQueue,"
            + " byDue], and is [byApplicant, byQueues, byDue]",
        "a key of another name | {AttributeName: sk, KeyType: RANGE} | {AttributeName: pk2, KeyType:"
            + " RANGE} | Resources.Table.Properties.KeySchema: should be",
        "an index that carries too much | ProjectionType: KEYS_ONLY | ProjectionType: ALL"
            + " | Resources.Table.Properties.GlobalSecondaryIndexes.byDue: should be",
        "an operation without a route | Path: /v1/tracking, | Path: /v1/trackings,"
            + " | Resources.IntakeFunction.Properties.Events: no route for POST /v1/tracking of"
            + " IntakeFunction",
        "a route without an operation | Path: /v1/tracking, | Path: /v1/trackings,"
            + " | Resources.IntakeFunction.Properties.Events: no operation for the route ANY"
            + " /v1/trackings",
        "a route to another function | Path: \"/v1/complaints/{proxy+}\" | Path:"
            + " \"/v1/consultations/{number}\" | takes what is for",
        "a setting that is not set | BANSHI_INDEX_KEY: !Ref IndexKey | BANSHI_INDEXKEY: !Ref IndexKey"
            + " | Resources.IntakeFunction.Properties.Environment.Variables: BANSHI_INDEX_KEY is not"
            + " set, and the code has no default for it",
        "a setting that nothing reads | BANSHI_SMS: !Ref | BANSHI_TEXTS: !Ref"
            + " | Resources.ReminderFunction.Properties.Environment.Variables: nothing reads"
            + " BANSHI_TEXTS",
        "a partition by name | arn:${AWS::Partition}:sns | arn:aws:sns | is tied to one partition,"
            + " region or account",
        "tracing, which China lacks | OpenApiVersion: 3.0.1 | TracingEnabled: true"
            + " | the regions of China have no X-Ray",
        "an edge endpoint | {Type: REGIONAL} | {Type: EDGE} | the regions of China have no edge"
            + " endpoints",
        "logs of three months | RetentionInDays: 365 | RetentionInDays: 90"
            + " | Resources.AccessLogs: RetentionInDays should be 184 or more",
        "another's role | Role: !GetAtt NoticeRole.Arn | Role: !GetAtt ComplaintRole.Arn"
            + " | Resources.NoticeFunction: the function has its Role from another: ComplaintRole.Arn",
        "no point-in-time recovery | PointInTimeRecoveryEnabled: true | PointInTimeRecoveryEnabled:"
            + " false | Resources.Table: the table has no point-in-time recovery",
        "a table that goes with the stack | DeletionPolicy: Retain¶    UpdateReplacePolicy:"
            + " Retain¶    Properties:¶      BillingMode | DeletionPolicy: Delete¶   "
            + " UpdateReplacePolicy: Retain¶    Properties:¶      BillingMode | Resources.Table:"
            + " DeletionPolicy should be Retain",
        "days that logs cannot be kept | RetentionInDays: 365 | RetentionInDays: 200"
            + " | Resources.AccessLogs.Properties.RetentionInDays: 200 is none of 1, 3, 5",
        "a resource that is there only sometimes | !If [SetsApiLogs, !Ref ApiAccount, kept]"
            + " | !If [TextsBySns, !Ref ApiAccount, kept] | Resources.Api.Properties.Variables"
            + ".logsOfAccount.If: ApiAccount is there only under the condition SetsApiLogs",
        "a resource that is there only otherwise | !If [SetsApiLogs, !Ref ApiAccount, kept]"
            + " | !If [SetsApiLogs, kept, !Ref ApiAccount] | ApiAccount is there only under the"
            + " condition SetsApiLogs",
        "an attribute of what is there only sometimes | Name: !Sub \"banshi-${Stage}\""
            + " | Name: !Sub \"banshi-${ApiLogsRole.RoleId}\" | Resources.Api.Properties.Name:"
            + " ApiLogsRole is there only under the condition SetsApiLogs",
        "two variables side by side | Path: \"/v1/packages/{code}/checklist\" | Path:"
            + " \"/v1/packages/{package}/checklist\" | Resources.IntakeFunction.Properties.Events"
            + ".Checklist.Properties.Path: under /v1/packages/ there is {code} already",
        "a variable beside all that follows | Path: \"/v1/drafts/{draftId}/validation\" | Path:"
            + " \"/v1/drafts/{proxy+}\" | API Gateway takes one variable there, not {proxy+} too",
        "all that follows in the middle | Path: \"/v1/licences/{proxy+}\" | Path:"
            + " \"/v1/licences/{proxy+}/paper\" | {proxy+} should come last",
        "an alarm about what nobody writes | MetricName: OldestDueSeconds | MetricName: OldestSeconds"
            + " | Resources.OldestDueItem.Properties.MetricName: ReminderFunction writes no figure"
            + " OldestSeconds",
        "an alarm about another function | Value: !Ref ReminderFunction | Value: !Ref NoticeFunction"
            + " | NoticeFunction writes no figure OldestWaitingSeconds",
        "an alarm that looks in the wrong place | {Name: QueueName, Value | {Name: Queue, Value"
            + " | Resources.RunsFail.Properties.MetricName: ApproximateNumberOfMessagesVisible is"
            + " written under [QueueName], and looked for under [Queue]",
        "an alarm about no figure of AWS | MetricName: 5XXError | MetricName: 5XXErrors"
            + " | Resources.ApiFails.Properties.MetricName: AlarmCheck knows no figure 5XXErrors",
        "an alarm that counts in two ways | ExtendedStatistic: p99 | ExtendedStatistic: p99¶     "
            + " Statistic: Sum | should have one of Statistic, ExtendedStatistic, Metrics",
        "a dependency that is not there | Condition: SetsApiLogs¶    DeletionPolicy | DependsOn:"
            + " [Table, Tables]¶    DeletionPolicy | DependsOn: there is no resource Tables",
        "an output without its value | Value: !Ref Table | Valeu: !Ref Table"
            + " | Outputs.TableName.Valeu: an output has no property Valeu; did you mean Value?",
        "a package under a key of one's own | Timeout: 55 | SourceKMSKeyArn: !GetAtt SettingsKey.Arn"
            + " | the regions of China have no keys of one's own for packages",
        "an alias in a list | [dynamodb:Query, dynamodb:PutItem] | &few [dynamodb:Query]"
            + " | CloudFormation refuses anchors and aliases",
        "an alias | Schedule: rate(1 minute) | Schedule: &each rate(1 minute) | CloudFormation refuses"
            + " anchors and aliases"
      })
  void whatIsBrokenIsFoundAndNamed(String what, String old, String with, String fault)
      throws IOException {
    String before = old.strip().replace('¶', '\n');
    String after = with.strip().replace('¶', '\n');
    assertThat(text).as(what).contains(before);
    assertThat(faults(text.replace(before, after)))
        .as(what)
        .anySatisfy(each -> assertThat(each).contains(fault.strip()));
  }

  @Test
  void aFaultNamesItsLine() throws IOException {
    int line = text.substring(0, text.indexOf("BillingMode:")).split("\n", -1).length;

    assertThat(faults(text.replace("BillingMode:", "BilingMode:")))
        .contains(
            "infra/template.yaml:"
                + line
                + " Resources.Table.Properties.BilingMode: AWS::DynamoDB::Table has no property"
                + " BilingMode; did you mean BillingMode?");
  }

  private List<String> faults(String template) throws IOException {
    Node root = Yaml.parse(template);
    List<String> faults = new ArrayList<>();
    faults.addAll(TypeCheck.faults(root));
    faults.addAll(ReferenceCheck.faults(root));
    faults.addAll(ConditionalCheck.faults(root));
    faults.addAll(GatewayRules.faults(root));
    faults.addAll(AlarmCheck.faults(TEMPLATE.getParent(), root));
    faults.addAll(HouseRules.faults(template, root));
    try {
      Template understood = TemplateReader.read(beside(template), NEEDED);
      faults.addAll(TableCheck.faults(understood));
      faults.addAll(RouteCheck.faults(understood));
      faults.addAll(ConfigurationCheck.faults(ROOT, understood));
    } catch (TemplateFault notUnderstood) {
      faults.addAll(notUnderstood.faults());
    }
    return faults;
  }

  /** Paths in a template are relative to it: a broken one lies as deep as the project's. */
  private Path beside(String template) throws IOException {
    if (template.equals(text)) {
      return TEMPLATE;
    }
    Path functions = folder.resolve("functions");
    if (!Files.exists(functions)) {
      Files.createSymbolicLink(functions, ROOT.resolve("functions"));
    }
    Files.createDirectories(folder.resolve("infra"));
    return Files.writeString(folder.resolve("infra/template.yaml"), template);
  }
}
