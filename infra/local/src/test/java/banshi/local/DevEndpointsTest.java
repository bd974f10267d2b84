package banshi.local;

import static banshi.local.ProbeCloud.json;
import static banshi.local.ProbeCloud.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevEndpointsTest {
  private ProbeCloud cloud;
  private Path folder;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    cloud = new ProbeCloud(ProbeCloud.options(folder));
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  @AfterEach
  void setTheClockRight() {
    cloud.cloud().clock().advance(cloud.cloud().clock().shift().negated());
  }

  @Test
  void aTokenSaysWhatItIsAskedTo() {
    String token =
        json(cloud.send(
                "POST",
                "/dev/tokens",
                "{\"sub\":\"officer-1\",\"groups\":[\"officer\"],\"departments\":[\"HALL\"],"
                    + "\"expiresIn\":\"PT5M\"}"))
            .path("token")
            .asText();

    String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    assertThat(claims)
        .contains("\"sub\":\"officer-1\"", "\"groups\":[\"officer\"]", "\"departments\":[\"HALL\"]")
        .doesNotContain("expiresIn");
  }

  @Test
  void timeCanBeSetAndMovedAndRead() {
    JsonNode set = json(cloud.send("PUT", "/dev/clock", "{\"now\":\"2030-01-01T09:00:00+08:00\"}"));
    JsonNode moved = json(cloud.send("PUT", "/dev/clock", "{\"advance\":\"PT72H\"}"));
    JsonNode read = json(cloud.get("/dev/clock"));

    assertThat(set.path("now").asText()).startsWith("2030-01-01T09:").endsWith("+08:00");
    assertThat(OffsetDateTime.parse(moved.path("now").asText()))
        .isAfterOrEqualTo(OffsetDateTime.parse("2030-01-04T09:00:00+08:00"));
    assertThat(OffsetDateTime.parse(read.path("now").asText()))
        .isAfterOrEqualTo(OffsetDateTime.parse(moved.path("now").asText()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /dev/tokens | {}",
        "POST | /dev/tokens | {\"sub\":\"x\",\"groups\":\"officer\"}",
        "POST | /dev/tokens | {\"sub\":\"x\",\"expiresIn\":\"soon\"}",
        "POST | /dev/tokens | {\"sub\":\"x\",\"expiresIn\":\"PT99999999999H\"}",
        "POST | /dev/tokens | {\"sub\":\"x\",\"sub\":\"y\"}",
        "POST | /dev/tokens | {\"sub\":\"x\"} more",
        "POST | /dev/tokens | [",
        "POST | /dev/tokens | []",
        "PUT  | /dev/clock  | {}",
        "PUT  | /dev/clock  | {\"now\":\"tomorrow\"}",
        "PUT  | /dev/clock  | {\"now\":\"2030-01-01T09:00:00\"}",
        "PUT  | /dev/clock  | {\"now\":\"2030-01-01T09:00:00Z\",\"advance\":\"PT1H\"}",
        "PUT  | /dev/clock  | {\"advance\":\"P9999999D\"}",
        "PUT  | /dev/clock  | {\"advance\":7}",
        "PUT  | /dev/wechat | {\"answr\":43101}",
        "PUT  | /dev/wechat | {\"answer\":\"43101\"}",
        "PUT  | /dev/wechat | {\"status\":100}",
        "PUT  | /dev/wechat | {\"delay\":\"PT1H\"}",
        "PUT  | /dev/wechat | {\"nonsense\":1}",
        "PUT  | /dev/wechat | {\"consents\":-1}",
      })
  void badInputIsAProblem(String method, String path, String body) {
    HttpResponse<byte[]> answer = cloud.send(method, path, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).path("detail").asText()).isNotBlank();
  }

  @Test
  void aScheduleCanBeRunNowAndAnswersWhatItsFunctionDid() {
    cloud.cloud().clock().advance(Duration.ofDays(100));
    HttpResponse<byte[]> answer = cloud.send("POST", "/dev/schedules/Midnight/runs", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode event = json(answer);
    assertThat(event.path("source").asText()).isEqualTo("aws.events");
    assertThat(OffsetDateTime.parse(event.path("time").asText()).toInstant())
        .isAfter(cloud.cloud().clock().instant().minus(Duration.ofHours(1)));
    assertThat(cloud.send("POST", "/dev/schedules/Noon/runs", "").statusCode()).isEqualTo(404);
    assertThat(json(cloud.get("/dev/schedules")).at("/items/0/name").asText())
        .isEqualTo("Midnight");
  }

  @Test
  void aScheduleFiresOnceHoweverFarTheClockJumpsAndNotWhenItGoesBack() {
    cloud.cloud().schedules().fireDue();

    cloud.cloud().clock().advance(Duration.ofDays(3));
    assertThat(cloud.cloud().schedules().fireDue()).hasSize(1);
    assertThat(cloud.cloud().schedules().fireDue()).isEmpty();
    cloud.cloud().clock().advance(Duration.ofDays(-3));
    assertThat(cloud.cloud().schedules().fireDue()).isEmpty();
  }

  @Test
  void theTableIsAsTheTemplateSaysAndIsEmptyAfterItsDataIsForgotten() {
    try (DynamoDbClient client = client()) {
      String table = cloud.cloud().tableName("Table");
      client.putItem(
          put ->
              put.tableName(table)
                  .item(Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"))));
      assertThat(client.scan(scan -> scan.tableName(table)).count()).isEqualTo(1);

      assertThat(cloud.send("DELETE", "/dev/data", "").statusCode()).isEqualTo(204);

      assertThat(client.scan(scan -> scan.tableName(table)).count()).isZero();
      assertThat(
              client
                  .describeTimeToLive(describe -> describe.tableName(table))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("expiresAt");
      var index =
          client
              .describeTable(describe -> describe.tableName(table))
              .table()
              .globalSecondaryIndexes()
              .getFirst();
      assertThat(index.indexName()).isEqualTo("byDue");
      assertThat(index.projection().nonKeyAttributes()).containsExactly("summary");
    }
  }

  @Test
  void weChatAnswersWhatItIsToldTo() {
    JsonNode told =
        json(cloud.send("PUT", "/dev/wechat", "{\"answer\":43101,\"delay\":\"PT1S\",\"times\":2}"));
    assertThat(told.path("answer").asInt()).isEqualTo(43101);
    assertThat(told.path("delay").asText()).isEqualTo("PT1S");
    assertThat(told.path("times").asInt()).isEqualTo(2);
    assertThat(cloud.cloud().weChat().conduct().answer()).isEqualTo(43101);

    JsonNode good = json(cloud.send("PUT", "/dev/wechat", "{}"));
    assertThat(good.path("answer").asInt()).isZero();
    assertThat(json(cloud.get("/dev/wechat"))).isEqualTo(good);
  }

  @Test
  void anOutboxThatNothingWentThroughIsEmpty() {
    assertThat(json(cloud.get("/dev/outbox")).path("items")).isEmpty();
  }

  @Test
  void aTokenCarriesAnEmailAddressAndAnOpenId() {
    String token =
        json(cloud.send(
                "POST",
                "/dev/tokens",
                "{\"sub\":\"a\",\"email\":\"tester@example.com\",\"openid\":\"oTest-1\"}"))
            .path("token")
            .asText();

    assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])))
        .contains("\"email\":\"tester@example.com\"", "\"openid\":\"oTest-1\"");
  }

  @Test
  void functionsAreListedWithTheirEnvironments() {
    cloud.get("/v1/echo");

    JsonNode probe = json(cloud.get("/dev/functions")).at("/items/0");

    assertThat(probe.path("name").asText()).isEqualTo("Probe");
    assertThat(probe.path("invocations").asLong()).isPositive();
    assertThat(probe.at("/coldStarts/count").asInt()).isPositive();
    assertThat(probe.at("/environments/0/pid").asLong()).isPositive();
    assertThat(probe.at("/environments/0/residentBytes").asLong()).isPositive();
  }

  @Test
  void theApiPageAndAllItNeedsIsServed() throws IOException {
    assertThat(cloud.get("/").headers().firstValue("Location")).contains("/dev/");
    String page = text(cloud.get("/dev/"));
    assertThat(page).contains("/dev/ui/swagger-ui-bundle.js", "/dev/openapi.json");
    for (String file :
        new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"}) {
      assertThat(cloud.get("/dev/ui/" + file).body()).as(file).hasSizeGreaterThan(100);
    }
    assertThat(cloud.get("/dev/ui/../../banshi/local/Main.class").statusCode()).isEqualTo(404);
  }

  @Test
  void theFunctionsApiDocumentsAreJoined() throws IOException {
    Path document = Files.createDirectories(folder.resolve("openapi")).resolve("openapi.json");
    Files.writeString(
        document,
        """
        {"openapi":"3.1.0","paths":{"/v1/x":{"get":{"responses":{"200":{"description":"X",
          "content":{"application/json":{"schema":{"$ref":"#/components/schemas/X"}}}}}}}},
          "components":{"schemas":{"X":{"type":"string"}}}}
        """);
    try {
      JsonNode joined = json(cloud.get("/dev/openapi.json"));

      assertThat(joined.at("/paths/~1v1~1x/get").isObject()).as("%s", joined).isTrue();
      assertThat(joined.at("/servers/0/url").asText()).isEqualTo("/");
      assertThat(joined.at("/components/schemas/X/type").asText()).isEqualTo("string");
    } finally {
      Files.delete(document);
    }
  }

  @Test
  void aFunctionCanBeInvokedWithAnyEventAndAnswersAsItDoes() {
    HttpResponse<byte[]> answer =
        cloud.send("POST", "/dev/functions/Probe/invocations", "{\"job\":\"any\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("{\"job\":\"any\"}");

    HttpResponse<byte[]> thrown =
        cloud.send("POST", "/dev/functions/Probe/invocations", "{\"path\":\"/v1/fail\"}");
    assertThat(thrown.statusCode()).isEqualTo(200);
    assertThat(thrown.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(json(thrown).path("errorMessage").asText()).isEqualTo("a secret of the function");

    assertThat(
            cloud
                .send("POST", "/dev/functions/Probe/invocations", "{\"path\":\"/v1/crash\"}")
                .statusCode())
        .isEqualTo(502);
    assertThat(cloud.send("POST", "/dev/functions/Nobody/invocations", "{}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void anUnknownDeveloperPathIsAProblem() {
    assertThat(cloud.get("/dev/nothing").statusCode()).isEqualTo(404);
    assertThat(cloud.send("DELETE", "/dev/clock", "").statusCode()).isEqualTo(404);
  }

  private DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(cloud.cloud().dynamoEndpoint())
        .region(Region.CN_NORTHWEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
