package banshi.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import banshi.local.schedule.ScheduleExpression;
import banshi.local.template.Template.Index;
import banshi.local.template.Template.KeySchema;
import banshi.local.template.Template.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateReaderTest {
  private static final String FUNCTION =
      """
      Resources:
        Hello:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: ../hello.zip
            Handler: hello.Handler
            Runtime: java25
            MemorySize: 512
            Timeout: 3
      """;

  @TempDir Path folder;

  @Test
  void aFunctionIsReadWithItsCodeBesideTheTemplate() throws IOException {
    Template template = read(FUNCTION);

    var hello = template.function("Hello");
    assertThat(hello.handler()).isEqualTo("hello.Handler");
    assertThat(hello.code()).isEqualTo(folder.resolve("../hello.zip").normalize());
    assertThat(hello.memoryMegabytes()).isEqualTo(512);
    assertThat(hello.timeout()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whatAllFunctionsShareIsJoinedWithTheirOwn() throws IOException {
    Template template =
        read(
            """
            Globals:
              Function:
                Runtime: java25
                Timeout: 29
                Environment: {Variables: {SHARED: all, BOTH: all}}
            Resources:
              Hello:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: hello.zip
                  Handler: hello.Handler
                  MemorySize: 128
                  Timeout: 5
                  Environment: {Variables: {OWN: one, BOTH: one}}
            """);

    var hello = template.function("Hello");
    assertThat(hello.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(hello.environment())
        .containsExactlyInAnyOrderEntriesOf(Map.of("SHARED", "all", "OWN", "one", "BOTH", "one"));
  }

  @Test
  void intrinsicFunctionsAreCarriedOutInBothForms() throws IOException {
    Template template =
        read(
            """
            Parameters:
              Kind: {Type: String, Default: real}
            Conditions:
              Real: !Equals [!Ref Kind, real]
              Other: !Not [!Condition Real]
              Either: !Or [{Condition: Real}, {Condition: Other}]
              Neither: !And [{Condition: Real}, {Condition: Other}]
            Globals:
              Function:
                Runtime: java25
                Timeout: 3
                MemorySize: 128
            Resources:
              Data:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
                  KeySchema: [{AttributeName: pk, KeyType: HASH}]
              Hello:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: hello.zip
                  Handler: hello.Handler
                  Environment:
                    Variables:
                      A: !Ref Data
                      B: {"Fn::GetAtt": [Data, Arn]}
                      C: !GetAtt Data.Arn
                      D: !Sub "${Kind} ${!literal} ${Data.Arn} ${AWS::URLSuffix}"
                      E: !Sub ["${x}-${Kind}", {x: !Ref "AWS::Partition"}]
                      F: !Join ["/", [a, !Ref Kind]]
                      G: !Select [1, !Split [",", "a,b,c"]]
                      H: !If [Real, yes it is, !Unknown x]
                      I: !If [Other, no, !Ref "AWS::NoValue"]
                      J: !If [Either, 1, 2]
                      K: !If [Neither, 1, 2]
            """);

    String arn = "arn:aws-cn:dynamodb:cn-northwest-1:000000000000:table/banshi-Data";
    assertThat(template.function("Hello").environment())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "A", "banshi-Data",
                "B", arn,
                "C", arn,
                "D", "real ${literal} " + arn + " amazonaws.com.cn",
                "E", "aws-cn-real",
                "F", "a/real",
                "G", "b",
                "H", "yes it is",
                "J", "1",
                "K", "2"));
  }

  @Test
  void whatIsLookedUpInMappingsIsFoundOrNamed() throws IOException {
    String mapped =
        """
        Parameters:
          Stage: {Type: String, Default: dev}
        Mappings:
          Stages:
            dev: {Megabytes: 256}
            prod: {Megabytes: 512}
        """
            + FUNCTION.replace("512", "!FindInMap [Stages, !Ref Stage, Megabytes]");

    assertThat(read(mapped).function("Hello").memoryMegabytes()).isEqualTo(256);
    assertThat(faults(mapped, Map.of("Stage", "test")))
        .contains(
            "line 14: Resources.Hello.Properties.MemorySize: there is no Stages → test → Megabytes in"
                + " Mappings");
    assertThat(faults("Mappings:\n  Stages: {dev: [1]}\nResources: {}\n"))
        .containsExactly("line 2: Mappings.Stages.dev: should have named members");
  }

  @Test
  void aRoleMayDoWhatThePoliciesSayThatItSharesWithOthers() throws IOException {
    Template template =
        read(
            """
            Resources:
              One:
                Type: AWS::IAM::Role
                Properties:
                  ManagedPolicyArns: [!Ref Shared]
                  Policies:
                    - PolicyName: own
                      PolicyDocument:
                        Version: "2012-10-17"
                        Statement: [{Sid: Own, Effect: Allow, Action: a:B, Resource: r}]
              Other:
                Type: AWS::IAM::Role
                Properties:
                  ManagedPolicyArns: [!Ref Shared, !Sub "arn:${AWS::Partition}:iam::aws:policy/Theirs"]
              Shared:
                Type: AWS::IAM::ManagedPolicy
                Properties:
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement: [{Sid: Common, Effect: Deny, Action: c:D, Resource: "*"}]
            """);

    assertThat(template.statements())
        .extracting(Template.Statement::role, Template.Statement::sid, Template.Statement::effect)
        .containsExactly(
            tuple("One", "Own", "Allow"),
            tuple("One", "Common", "Deny"),
            tuple("Other", "Common", "Deny"));
  }

  @Test
  void aResourceWhoseConditionIsNotMetIsNotThere() throws IOException {
    Template template =
        read(
            """
            Conditions:
              Never: !Equals [a, b]
            Resources:
              Absent:
                Type: AWS::Serverless::Function
                Condition: Never
                Properties: {Whatever: 1}
            """);

    assertThat(template.functions()).isEmpty();
  }

  @Test
  void schedulesOfBothKindsAreRead() throws IOException {
    Template template =
        read(
            FUNCTION
                + """
                      Events:
                        Often: {Type: Schedule, Properties: {Schedule: rate(5 minutes), Enabled: false}}
                        Daily:
                          Type: ScheduleV2
                          Properties:
                            Name: every-morning
                            ScheduleExpression: cron(0 8 ? * MON-FRI *)
                            ScheduleExpressionTimezone: Asia/Shanghai
                            Input: '{"at":"<aws.scheduler.scheduled-time>"}'
                """);

    var often = template.schedules().getFirst();
    assertThat(often.name()).isEqualTo("Often");
    assertThat(often.enabled()).isFalse();
    assertThat(often.expression()).isEqualTo(new ScheduleExpression.Rate(Duration.ofMinutes(5)));
    var daily = template.schedules().getLast();
    assertThat(daily.name()).isEqualTo("every-morning");
    assertThat(daily.scheduler()).isTrue();
    assertThat(daily.input()).contains("{\"at\":\"<aws.scheduler.scheduled-time>\"}");
  }

  @Test
  void everythingThatIsNotUnderstoodIsNamedWithItsLineAllAtOnce() {
    assertThat(
            faults(
                """
                Macros: {}
                Resources:
                  Topic:
                    Type: AWS::SNS::Topic
                    Properties: {TopicName: t}
                  Hello:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: !FindInMap [a, b, c]
                      Handler: !Ref Nobody
                      Runtime: java21
                      MemorySize: lots
                      Timeout: 3
                      Layers: []
                      Events:
                        Topic: {Type: SNS, Properties: {Topic: t}}
                        Often: {Type: Schedule, Properties: {Schedule: often}}
                """))
        .contains(
            "line 1: Macros: is not understood by the local cloud",
            "line 4: Resources.Topic.Type: the resource type AWS::SNS::Topic is not understood by the"
                + " local cloud",
            "line 9: Resources.Hello.Properties.CodeUri: there is no a → b → c in Mappings",
            "line 10: Resources.Hello.Properties.Handler: there is no parameter and no resource Nobody",
            "line 11: Resources.Hello.Properties.Runtime: java21 is not understood; known: [java25]",
            "line 12: Resources.Hello.Properties.MemorySize: should be a number of 128 to 10240",
            "line 14: Resources.Hello.Properties.Layers: is not understood by the local cloud",
            "line 16: Resources.Hello.Properties.Events.Topic.Type: SNS is not understood; known: [Api,"
                + " Schedule, ScheduleV2]",
            "line 17: Resources.Hello.Properties.Events.Often.Properties.Schedule: often: neither"
                + " rate(…) nor cron(…)");
  }

  @Test
  void alarmsAreReadAndWhatIsUnknownInThemIsNamed() throws IOException {
    String alarm =
        """
        Resources:
          Late:
            Type: AWS::CloudWatch::Alarm
            Properties:
              Namespace: Here
              MetricName: Age
              Dimensions: [{Name: Of, Value: it}]
              Statistic: Maximum
              Period: 60
              EvaluationPeriods: 5
              Threshold: 600
              ComparisonOperator: GreaterThanThreshold
              TreatMissingData: breaching
        """;

    assertThat(read(alarm).alarms())
        .containsExactly(
            new Template.Alarm(
                "Late",
                "Here",
                "Age",
                Map.of("Of", "it"),
                600,
                "GreaterThanThreshold",
                "breaching"));
    assertThat(
            faults(
                alarm.replace("breaching", "whatever")
                    + "      Metrics: []\n      DatapointsToAlarm: 6\n"))
        .containsExactly(
            "line 15: Resources.Late.Properties.DatapointsToAlarm: should be a number of 1 to 5",
            "line 13: Resources.Late.Properties.TreatMissingData: whatever is not understood; known:"
                + " [breaching, notBreaching, ignore, missing]",
            "line 14: Resources.Late.Properties.Metrics: is not understood by the local cloud");
  }

  @Test
  void anAttributeThatAResourceDoesNotHaveIsAFault() {
    assertThat(faults(FUNCTION.replace("hello.Handler", "!GetAtt Hello.Nothing")))
        .containsExactly(
            "line 6: Resources.Hello.Properties.Handler: the attribute Nothing of Hello is not"
                + " understood",
            "line 5: Resources.Hello.Properties: Handler is missing");
  }

  @Test
  void aKeyThatStandsTwiceIsAFault() {
    assertThat(faults(FUNCTION + "      Timeout: 4\n"))
        .containsExactly("line 10: Resources.Hello.Properties.Timeout: stands here a second time");
  }

  @Test
  void aConditionThatDependsOnItselfIsAFault() {
    assertThat(faults("Conditions:\n  A: !Not [!Condition A]\nResources: {}\n"))
        .contains("line 2: Conditions.A: depends on itself");
  }

  @Test
  void parametersAreHeldAgainstTheirDeclarationsAndSecretsAreNotShown() {
    String declarations =
        """
        Parameters:
          Missing: {Type: String}
          Word: {Type: String, Default: UPPER, AllowedPattern: "[a-z]+"}
          Choice: {Type: String, AllowedValues: [a, b]}
          Secret: {Type: String, NoEcho: true, MinLength: 10}
        Resources: {}
        """;

    assertThat(faults(declarations, Map.of("Choice", "c", "Secret", "hush")))
        .containsExactlyInAnyOrder(
            "line 2: Parameters.Missing: has neither a value nor a default",
            "line 3: Parameters.Word: the value \"UPPER\" does not fit [a-z]+",
            "line 4: Parameters.Choice: the value \"c\" is not one of [a, b]",
            "line 5: Parameters.Secret: the value is shorter or longer than it may be");
  }

  @Test
  void anEmptyOrBrokenDocumentIsAFaultAndNotACrash() {
    assertThat(faults("")).isNotEmpty();
    assertThat(faults("- a\n- b\n")).isNotEmpty();
    assertThat(faults("a: [")).isNotEmpty();
    assertThat(faults("Resources: 3\n"))
        .containsExactly("line 1: Resources: should have named members");
  }

  @Test
  void aTableIsReadWithItsIndexesAndExpiry() throws IOException {
    Template template =
        read(
            """
            Resources:
              Data:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  TimeToLiveSpecification: {AttributeName: gone, Enabled: true}
                  AttributeDefinitions:
                    - {AttributeName: pk, AttributeType: S}
                    - {AttributeName: n, AttributeType: N}
                  KeySchema:
                    - {AttributeName: pk, KeyType: HASH}
                    - {AttributeName: n, KeyType: RANGE}
                  GlobalSecondaryIndexes:
                    - IndexName: byNumber
                      KeySchema: [{AttributeName: n, KeyType: HASH}]
                      Projection: {ProjectionType: INCLUDE, NonKeyAttributes: [summary]}
            """);

    var table = template.tables().getFirst();
    assertThat(table.name()).isEqualTo("banshi-Data");
    assertThat(table.attributes()).isEqualTo(Map.of("pk", "S", "n", "N"));
    assertThat(table.timeToLive()).contains("gone");
    assertThat(table.indexes())
        .containsExactly(
            new Index(
                "byNumber",
                new KeySchema("n", java.util.Optional.empty()),
                "INCLUDE",
                List.of("summary")));
  }

  @Test
  void pathsOfTheApiBecomeRoutes() throws IOException {
    Template template =
        read(
            FUNCTION
                + """
                      Events:
                        One: {Type: Api, Properties: {Path: "/v1/{a}/b", Method: GET}}
                        All: {Type: Api, Properties: {Path: "/v1/{proxy+}", Method: ANY}}
                """);

    assertThat(template.routes())
        .containsExactly(
            new Route("GET", "/v1/{a}/b", "Hello"), new Route("ANY", "/v1/{proxy+}", "Hello"));
  }

  private Template read(String text) throws IOException {
    return TemplateReader.read(Files.writeString(folder.resolve("t.yaml"), text), Map.of());
  }

  private List<String> faults(String text) {
    return faults(text, Map.of());
  }

  private List<String> faults(String text, Map<String, String> parameters) {
    TemplateFault fault =
        catchThrowableOfType(
            TemplateFault.class,
            () ->
                TemplateReader.read(Files.writeString(folder.resolve("t.yaml"), text), parameters));
    assertThat(fault).as("a fault").isNotNull();
    return fault.faults();
  }
}
