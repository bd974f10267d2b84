package banshi.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in behaves as WeChat's documents say of the two calls that are made. */
class WeChatStandInTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MESSAGE =
      """
      {"touser": "oTest-1", "template_id": "TPL-1", "data": {"thing1": {"value": "开办餐饮店"}}}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private WeChatStandIn weChat;

  @BeforeEach
  void start() throws IOException {
    weChat = new WeChatStandIn();
  }

  @AfterEach
  void stop() {
    weChat.close();
    client.close();
  }

  private HttpResponse<String> post(String path, String body, Duration patience)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(weChat.address() + path))
            .timeout(patience)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode ask(String body) throws Exception {
    return JSON.readTree(post("/cgi-bin/stable_token", body, Duration.ofSeconds(5)).body());
  }

  private String token() throws Exception {
    return ask("{\"grant_type\":\"client_credential\",\"appid\":\"a\",\"secret\":\"s\"}")
        .path("access_token")
        .asText();
  }

  private int send(String token, String message) throws Exception {
    return JSON.readTree(
            post(
                    "/cgi-bin/message/subscribe/send?access_token=" + token,
                    message,
                    Duration.ofSeconds(5))
                .body())
        .path("errcode")
        .asInt();
  }

  @Test
  void aTokenIsTheSameWithinItsLifeUnlessItIsForced() throws Exception {
    JsonNode first = ask("{\"grant_type\":\"client_credential\",\"appid\":\"a\",\"secret\":\"s\"}");
    assertThat(first.path("expires_in").asInt()).isEqualTo(7200);
    assertThat(token()).isEqualTo(first.path("access_token").asText());
    ask(
        "{\"grant_type\":\"client_credential\",\"appid\":\"a\",\"secret\":\"s\",\"force_refresh\":true}");
    assertThat(token()).isNotEqualTo(first.path("access_token").asText());
    assertThat(send(first.path("access_token").asText(), MESSAGE)).isEqualTo(42001);
    assertThat(send("made-up", MESSAGE)).isEqualTo(40001);
  }

  @ParameterizedTest
  @CsvSource({"secret, 40125", "appid, 40013", "grant_type, 40002"})
  void aTokenIsGivenToWhoSaysEverything(String missing, int code) throws Exception {
    String body = "{\"grant_type\":\"client_credential\",\"appid\":\"a\",\"secret\":\"s\"}";
    assertThat(ask(body.replace("\"" + missing + "\"", "\"x\"")).path("errcode").asInt())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "touser | oTest 1 | 40003",
        "touser | '' | 40003",
        "template_id | '' | 40037",
      })
  void whoAndWhatAreChecked(String member, String value, int code) throws Exception {
    String message =
        MESSAGE.replaceFirst(
            "\"" + member + "\": \"[^\"]*\"", "\"" + member + "\": \"" + value + "\"");
    assertThat(send(token(), message)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "thing1, 一二三四五六七八九十一二三四五六七八九十, 0",
    "thing1, 一二三四五六七八九十一二三四五六七八九十一, 47003",
    "thing1, '', 47003",
    "phrase1, 特别程序中, 0",
    "phrase1, Accepted, 47003",
    "phrase1, 一二三四五六, 47003",
    "character_string1, A20261123K7M2QX9, 0",
    "character_string1, 123456789012345678901234567890123, 47003",
    "character_string1, 编号, 47003",
    "time1, 2026-11-23 10:00, 0",
    "time1, tomorrow, 47003",
    "date1, 2026年11月23日, 0",
    "date1, 10:00, 47003",
    "number1, 12, 0",
    "number1, twelve, 47003",
    "unheard1, x, 47003",
  })
  void everyFieldIsOfTheFormOfItsKind(String key, String value, int code) throws Exception {
    String message =
        MESSAGE
            .replace("\"thing1\": {\"value\": \"开办餐饮店\"}", "\"%s\": {\"value\": \"%s\"}")
            .formatted(key, value);
    assertThat(send(token(), message)).isEqualTo(code);
    assertThat(weChat.received().getLast().taken()).isEqualTo(code == 0);
  }

  @Test
  void itKnowsOfConsentsOnlyWhatItIsTold() throws Exception {
    String token = token();
    for (int i = 0; i < 5; i++) {
      assertThat(send(token, MESSAGE)).isZero();
    }
    weChat.allow(Optional.of(2));
    assertThat(send(token, MESSAGE)).isZero();
    assertThat(send(token, MESSAGE)).isZero();
    assertThat(send(token, MESSAGE)).isEqualTo(43101);
    assertThat(send(token, MESSAGE.replace("oTest-1", "oTest-2"))).isZero();
  }

  @Test
  void itMisbehavesAsItIsTold() throws Exception {
    String token = token();
    weChat.behave(Conduct.answering(-1).times(2));
    assertThat(send(token, MESSAGE)).isEqualTo(-1);
    assertThat(send(token, MESSAGE)).isEqualTo(-1);
    assertThat(send(token, MESSAGE)).isZero();

    weChat.behave(Conduct.GOOD.talkingNonsense());
    String path = "/cgi-bin/message/subscribe/send?access_token=" + token;
    assertThat(post(path, MESSAGE, Duration.ofSeconds(5)).body()).startsWith("<html>");
    weChat.behave(Conduct.GOOD.withStatus(502));
    assertThat(post(path, MESSAGE, Duration.ofSeconds(5)).statusCode()).isEqualTo(502);
    weChat.behave(Conduct.GOOD.after(Duration.ofSeconds(5)).taking(false));
    assertThatThrownBy(() -> post(path, MESSAGE, Duration.ofMillis(300)))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(weChat.received().getLast().taken()).isFalse();
  }

  @Test
  void itsMiniProgramsTemplatesAreOnOneLine() throws IOException {
    assertThat(WeChatStandIn.templates()).startsWith("{").doesNotContain("\n");
  }
}
