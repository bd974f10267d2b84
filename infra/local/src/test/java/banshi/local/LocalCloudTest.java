package banshi.local;

import static banshi.local.ProbeCloud.json;
import static banshi.local.ProbeCloud.text;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.functions.FunctionLimits;
import banshi.local.functions.FunctionView;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP in, a real process under AWS's runtime client, HTTP out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalCloudTest {
  private ProbeCloud cloud;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    cloud =
        new ProbeCloud(
            ProbeCloud.options(folder)
                .environment("EXTRA", "given by a test")
                .limits(new FunctionLimits(2, 50, Duration.ofMinutes(5))));
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  @Test
  void aRequestReachesTheFunctionAsAnEventWithTheMovedTime() {
    Instant then = Instant.parse("2031-05-06T07:08:09Z");
    cloud.cloud().clock().set(then);
    JsonNode event =
        json(
            cloud.send(
                "POST", "/v1/echo?a=1&a=2", "{\"name\":\"张三\"}", "X-Two", "1", "X-Two", "2"));
    cloud.cloud().clock().set(Instant.now());

    assertThat(event.path("httpMethod").asText()).isEqualTo("POST");
    assertThat(event.at("/pathParameters/proxy").asText()).isEqualTo("echo");
    assertThat(event.at("/multiValueQueryStringParameters/a")).hasSize(2);
    assertThat(event.at("/multiValueHeaders/x-two")).hasSize(2);
    assertThat(Instant.ofEpochMilli(event.at("/requestContext/requestTimeEpoch").asLong()))
        .isAfterOrEqualTo(then)
        .isBefore(then.plus(Duration.ofHours(1)));
  }

  @Test
  void bytesAndRepeatedHeadersComeBackAsTheFunctionGaveThem() {
    HttpResponse<byte[]> answer = cloud.get("/v1/cookies");

    assertThat(answer.body()).containsExactly(0, 0xff, 0x10);
    assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
  }

  @Test
  void anAnswerWithoutABodyAndAHeadRequestWork() {
    assertThat(cloud.get("/v1/nothing").statusCode()).isEqualTo(204);
    assertThat(cloud.send("HEAD", "/v1/echo", "").body()).isEmpty();
  }

  @Test
  void theFunctionSeesWhatLambdaSetsTheTemplatesVariablesAndTheTests() {
    String variables = text(cloud.get("/v1/environment"));

    assertThat(variables.lines())
        .contains(
            "TABLE=banshi-Table",
            "EXTRA=given by a test",
            "AWS_REGION=cn-northwest-1",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=128")
        .doesNotContain("AWS_ENDPOINT_URL_DYNAMODB=" + cloud.cloud().dynamoEndpoint())
        .anyMatch(line -> line.matches("AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:[0-9]+"))
        .noneMatch(line -> line.startsWith("HOME="));
    String root = variables.replaceAll("(?s).*LAMBDA_TASK_ROOT=([^\n]*)\n.*", "$1");
    assertThat(variables.lines()).contains("directory=" + root);
  }

  @Test
  void anEnvironmentHasOneEventAtATimeAndThereAreNoMoreThanMayBe() throws Exception {
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<byte[]>>> answers =
          java.util.stream.IntStream.range(0, 40)
              .mapToObj(i -> senders.submit(() -> cloud.get("/v1/together")))
              .toList();
      for (Future<HttpResponse<byte[]>> answer : answers) {
        assertThat(text(answer.get())).isEqualTo("1");
      }
    }
    assertThat(function("Probe").environments()).hasSizeBetween(1, 2);
  }

  @Test
  void anEnvironmentThatCrashesIsReplaced() {
    assertProblem(cloud.get("/v1/crash"), 502, "function-failed");

    assertThat(cloud.get("/v1/echo").statusCode()).isEqualTo(200);
  }

  @Test
  void anEnvironmentKilledWhileIdleIsReplaced() throws Exception {
    cloud.get("/v1/echo");
    for (FunctionView.Environment environment : function("Probe").environments()) {
      ProcessHandle process = ProcessHandle.of(environment.pid()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get();
    }

    // The first request may still be given to the dead one, as on AWS; a retry may not.
    cloud.get("/v1/echo");
    assertThat(cloud.get("/v1/echo").statusCode()).isEqualTo(200);
  }

  @Test
  void anEnvironmentThatAnswersTooLateIsReplaced() {
    assertProblem(cloud.get("/hasty/hang"), 504, "timed-out");

    assertThat(function("Hasty").environments()).isEmpty();
    assertThat(cloud.get("/hasty/echo").statusCode()).isEqualTo(200);
  }

  @Test
  void whatAFunctionThrowsIsNotShown() {
    HttpResponse<byte[]> answer = cloud.get("/v1/fail");

    assertProblem(answer, 502, "function-failed");
    assertThat(text(answer)).doesNotContain("secret");
  }

  @Test
  void aFunctionThatCannotStartIsAnsweredForAtOnce() {
    assertProblem(cloud.get("/stillborn"), 502, "function-failed");
  }

  @ParameterizedTest
  @CsvSource({"/v1/malformed", "/v1/huge"})
  void anAnswerThatTheGatewayCannotPassOnIsAFailure(String path) {
    assertProblem(cloud.get(path), 502, "function-failed");
  }

  @ParameterizedTest
  @CsvSource({"5, 413", "11, 413", "4, 502"})
  void sizesAreThoseOfLambdaAndApiGateway(int megabytes, int status) {
    // Four megabytes reach the function, but come back as more than an answer may hold.
    HttpResponse<byte[]> answer = cloud.send("POST", "/v1/echo", new byte[megabytes * 1024 * 1024]);

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void anUnknownPathIsAProblemInTheCallersLanguage() {
    HttpResponse<byte[]> chinese = cloud.get("/nowhere");
    HttpResponse<byte[]> english = cloud.get("/nowhere", "Accept-Language", "en");

    assertProblem(chinese, 404, "not-found");
    assertProblem(english, 404, "not-found");
    assertThat(json(chinese).path("title").asText()).isEqualTo("未找到");
    assertThat(json(english).path("title").asText()).isEqualTo("Not found");
    assertProblem(cloud.send("POST", "/stillborn", "{}"), 404, "not-found");
  }

  @Test
  void coldStartsAndMemoryAreTold() {
    cloud.get("/v1/echo");

    FunctionView probe = function("Probe");
    assertThat(probe.coldStarts()).isNotEmpty().allMatch(time -> time.toMillis() > 0);
    assertThat(probe.environments())
        .anySatisfy(
            environment -> {
              assertThat(environment.answers()).isPositive();
              assertThat(environment.firstAnswer()).isPresent();
              assertThat(environment.residentBytes().orElseThrow()).isGreaterThan(1024 * 1024);
            });
  }

  private FunctionView function(String name) {
    return cloud.cloud().functions().stream()
        .filter(view -> view.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("type").asText()).isNotBlank();
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
  }
}
