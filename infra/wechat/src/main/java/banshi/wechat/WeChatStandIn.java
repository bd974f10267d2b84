package banshi.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * WeChat for this machine alone: {@code stable_token} and {@code message/subscribe/send}, checked
 * as WeChat's documents say (token, openid, template, form of the fields). It does not know who
 * allowed what, unless it is told how many messages everybody allows.
 */
public final class WeChatStandIn implements AutoCloseable {
  /** The life of an access token, in seconds. */
  static final int TOKEN_LIFE = 7_200;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BAD_TOKEN = 40001;
  private static final int OLD_TOKEN = 42001;
  private static final int NO_CONSENT = 43101;

  private final HttpServer server;
  private final List<Received> received = new ArrayList<>();
  private final Map<String, Integer> allowed = new HashMap<>();
  private final List<String> oldTokens = new ArrayList<>();
  private Conduct conduct = Conduct.GOOD;
  private Optional<Integer> consents = Optional.empty();
  private String token = newToken();
  private int tokensAsked;

  private record Verdict(int code, String text, Conduct conduct) {}

  /** Starts it on a free port. */
  public WeChatStandIn() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  /** The templates of its mini-program, by the notices they tell, on one line. */
  public static String templates() throws IOException {
    try (InputStream file = WeChatStandIn.class.getResourceAsStream("/wechat-templates.json")) {
      return JSON.writeValueAsString(JSON.readTree(file));
    }
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How it treats messages from now on. */
  public synchronized void behave(Conduct chosen) {
    conduct = chosen;
  }

  /** How it treats messages now. */
  public synchronized Conduct conduct() {
    return conduct;
  }

  /** Everybody allows so many messages of each template from now on; empty for any number. */
  public synchronized void allow(Optional<Integer> each) {
    consents = each;
    allowed.clear();
  }

  /** The access token at hand is good no more. */
  public synchronized void expireToken() {
    oldTokens.add(token);
    token = newToken();
  }

  /** How often it was asked for an access token. */
  public synchronized int tokensAsked() {
    return tokensAsked;
  }

  /** Every message that came, oldest first. */
  public synchronized List<Received> received() {
    return List.copyOf(received);
  }

  /** Forgets what came, and behaves well. */
  public synchronized void forget() {
    received.clear();
    behave(Conduct.GOOD);
    allow(Optional.empty());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static String newToken() {
    return "token-" + UUID.randomUUID();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = body(exchange);
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      switch (call) {
        case "POST /cgi-bin/stable_token" -> reply(exchange, 200, token(body));
        case "POST /cgi-bin/message/subscribe/send" -> {
          String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
          answer(exchange, send(query.replaceFirst("^access_token=", ""), body));
        }
        default -> reply(exchange, 404, error(40066, "invalid url"));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    try {
      return JSON.readTree(exchange.getRequestBody().readAllBytes());
    } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
      return JSON.missingNode();
    }
  }

  private synchronized byte[] token(JsonNode body) throws IOException {
    tokensAsked++;
    if (!body.path("grant_type").asText().equals("client_credential")) {
      return error(40002, "invalid grant_type");
    }
    if (body.path("appid").asText().isBlank()) {
      return error(40013, "invalid appid");
    }
    if (body.path("secret").asText().isBlank()) {
      return error(40125, "invalid appsecret");
    }
    if (body.path("force_refresh").asBoolean()) {
      expireToken();
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.put("access_token", token);
    answer.put("expires_in", TOKEN_LIFE);
    return JSON.writeValueAsBytes(answer);
  }

  private synchronized Verdict send(String accessToken, JsonNode message) {
    Conduct now = conduct;
    if (oldTokens.contains(accessToken)) {
      return new Verdict(OLD_TOKEN, "access_token expired", Conduct.GOOD);
    }
    if (!accessToken.equals(token)) {
      return new Verdict(BAD_TOKEN, "invalid credential", Conduct.GOOD);
    }
    now.times().ifPresent(left -> conduct = left <= 1 ? Conduct.GOOD : now.times(left - 1));
    Verdict verdict = verdict(message, now);
    boolean taken = now.taken().orElse(verdict.code() == 0);
    String to = message.path("touser").asText();
    String template = message.path("template_id").asText();
    if (taken) {
      allowed.merge(to + " " + template, 1, Integer::sum);
    }
    received.add(new Received(to, template, message.path("data"), verdict.code(), taken));
    return verdict;
  }

  private Verdict verdict(JsonNode message, Conduct now) {
    String to = message.path("touser").asText();
    String template = message.path("template_id").asText();
    if (!to.matches("[A-Za-z0-9_-]+")) {
      return new Verdict(40003, "invalid openid", now);
    }
    if (template.isBlank()) {
      return new Verdict(40037, "invalid template_id", now);
    }
    Optional<String> fault = MessageForm.fault(message.path("data"));
    if (fault.isPresent()) {
      return new Verdict(47003, "argument invalid! " + fault.get(), now);
    }
    int sent = allowed.getOrDefault(to + " " + template, 0);
    if (now.answer() == 0 && consents.filter(each -> sent >= each).isPresent()) {
      return new Verdict(NO_CONSENT, "user refuse to accept the msg", now);
    }
    return new Verdict(now.answer(), now.answer() == 0 ? "ok" : "as told", now);
  }

  private static void answer(HttpExchange exchange, Verdict verdict)
      throws IOException, InterruptedException {
    Conduct conduct = verdict.conduct();
    Thread.sleep(conduct.delay());
    if (conduct.nonsense() || conduct.status() != 200) {
      reply(
          exchange,
          conduct.status(),
          "<html><body>nonsense</body></html>".getBytes(StandardCharsets.UTF_8));
    } else {
      reply(exchange, 200, error(verdict.code(), verdict.text()));
    }
  }

  private static byte[] error(int code, String text) throws IOException {
    return JSON.writeValueAsBytes(JSON.createObjectNode().put("errcode", code).put("errmsg", text));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; encoding=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
