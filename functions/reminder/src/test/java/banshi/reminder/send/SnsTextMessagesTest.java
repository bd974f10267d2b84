package banshi.reminder.send;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.identity.Phone;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sns.SnsClient;

/** The real SNS client, against a server that answers as the service's documents show. */
class SnsTextMessagesTest {
  private static final Phone PHONE = new Phone("13800000000");

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String body = "";
  private Duration delay = Duration.ZERO;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              URLDecoder.decode(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                  StandardCharsets.UTF_8));
          try {
            Thread.sleep(delay);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private SnsTextMessages messages() {
    return new SnsTextMessages(
        () ->
            SnsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.AP_EAST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(
                    UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMillis(400)))
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build());
  }

  private static String error(String code) {
    return "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type>"
        + "<Code>"
        + code
        + "</Code><Message>m</Message></Error><RequestId>r</RequestId></ErrorResponse>";
  }

  @Test
  void aMessageGoesToTheNumberWithTheCountrysCode() {
    body =
        "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
            + "<MessageId>m</MessageId></PublishResult></PublishResponse>";

    assertThat(messages().send(PHONE, "已受理 accepted")).isEqualTo(new Reply.Taken());

    assertThat(requests)
        .singleElement()
        .asString()
        .contains("Action=Publish", "PhoneNumber=+8613800000000", "已受理 accepted", "Transactional");
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidParameter, Refused",
    "403, AuthorizationError, Refused",
    "400, Throttling, Busy",
    "429, Throttled, Busy",
    "500, InternalError, Unanswered",
    "400, OptedOut, NotAllowed",
  })
  void theServicesCodeDecidesAndNothingIsRepeatedUnseen(int answered, String code, String reply) {
    status = answered;
    body = error(code);

    assertThat(messages().send(PHONE, "x"))
        .isEqualTo(
            switch (reply) {
              case "Refused" -> new Reply.Refused(code, true);
              case "Busy" -> new Reply.Busy(code);
              case "NotAllowed" -> new Reply.NotAllowed(code);
              default -> new Reply.Unanswered(code);
            });
    assertThat(requests).hasSize(1);
  }

  @Test
  void silenceIsNoAnswerAndNothingIsRepeatedUnseen() {
    delay = Duration.ofMillis(1_000);
    assertThat(messages().send(PHONE, "x")).isEqualTo(new Reply.Unanswered("NO_ANSWER"));
    assertThat(requests).hasSize(1);
  }

  @Test
  void aServiceThatCannotBeReachedIsBusy() {
    SnsTextMessages messages = messages();
    server.stop(0);
    assertThat(messages.send(PHONE, "x")).isEqualTo(new Reply.Busy("CONNECT"));
  }
}
