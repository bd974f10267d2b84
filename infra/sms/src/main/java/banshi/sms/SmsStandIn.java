package banshi.sms;

import banshi.sms.ApprovedTemplates.Approved;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Tencent Cloud's text messages for this machine alone: {@code SendSms} and {@code
 * PullSmsSendStatusByPhoneNumber} of 2021-01-11, checked as the documents say (signature, app,
 * signature of the sender, template and its places, number).
 */
public final class SmsStandIn implements AutoCloseable {
  /** Names the key of its one account. */
  public static final String SECRET_ID = "AKIDlocal";

  /** The key of its one account. */
  public static final String SECRET_KEY = "nobody-asks-for-it-outside";

  /** Its one application. */
  public static final String APP_ID = "1400006666";

  /**
   * The one approved signature: Latin letters, since a process that is started where no locale is
   * set gets nothing else through its environment.
   */
  public static final String SIGN_NAME = "BanshiHall";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "2021-01-11";
  private static final int LONGEST_MESSAGE = 500;
  private static final Duration REPORTS_KEPT = Duration.ofDays(7);

  private final HttpServer server;
  private final ApprovedTemplates templates;
  private final InstantSource clock;
  private final Signed signed = new Signed(Map.of(SECRET_ID, SECRET_KEY));
  private final List<Received> received = new ArrayList<>();
  private final List<Reported> reports = new ArrayList<>();
  private Conduct conduct = Conduct.GOOD;
  private int pulls;

  /** What an operator reports, from an instant on. */
  private record Reported(String to, String serial, String code, Instant sent, Instant from) {}

  private record Answer(ObjectNode response, Conduct conduct) {}

  /**
   * Starts it on a free port.
   *
   * @param clock the time by which messages come and reports are due
   */
  public SmsStandIn(ApprovedTemplates templates, InstantSource clock) throws IOException {
    this.templates = templates;
    this.clock = clock;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
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

  /** Every message that came, oldest first. */
  public synchronized List<Received> received() {
    return List.copyOf(received);
  }

  /** How often somebody asked what became of messages. */
  public synchronized int pulls() {
    return pulls;
  }

  /** Reports one more thing of a message that was sent on, at once. */
  public synchronized void report(Received message, String code) {
    reports.add(new Reported(message.to(), message.serial(), code, message.at(), clock.instant()));
  }

  /** Forgets what came, and behaves well. */
  public synchronized void forget() {
    received.clear();
    reports.clear();
    pulls = 0;
    behave(Conduct.GOOD);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Answer answer = answer(exchange, body);
      Thread.sleep(answer.conduct().delay());
      boolean spoilt = answer.conduct().nonsense() || answer.conduct().status() != 200;
      ObjectNode whole = JSON.createObjectNode();
      answer.response().put("RequestId", UUID.randomUUID().toString());
      whole.set("Response", answer.response());
      byte[] bytes =
          spoilt
              ? "<html><body>nonsense</body></html>".getBytes(StandardCharsets.UTF_8)
              : JSON.writeValueAsBytes(whole);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.conduct().status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(HttpExchange exchange, byte[] bytes) {
    Optional<String> fault =
        signed.fault(
            name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse(""),
            bytes,
            Instant.now());
    if (fault.isPresent()) {
      return new Answer(error(fault.get()), Conduct.GOOD);
    }
    if (!VERSION.equals(exchange.getRequestHeaders().getFirst("x-tc-version"))) {
      return new Answer(error("NoSuchVersion"), Conduct.GOOD);
    }
    if (exchange.getRequestHeaders().getFirst("x-tc-region") == null) {
      return new Answer(error("MissingParameter"), Conduct.GOOD);
    }
    return switch (String.valueOf(exchange.getRequestHeaders().getFirst("x-tc-action"))) {
      case "SendSms" -> send(body(bytes));
      case "PullSmsSendStatusByPhoneNumber" -> pulled(body(bytes));
      default -> new Answer(error("InvalidAction"), Conduct.GOOD);
    };
  }

  private static JsonNode body(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException malformed) {
      return JSON.missingNode();
    }
  }

  private synchronized Answer send(JsonNode body) {
    Conduct now = conduct;
    now.times().ifPresent(left -> conduct = left <= 1 ? Conduct.GOOD : now.times(left - 1));
    if (!body.path("SmsSdkAppId").asText().equals(APP_ID)) {
      return new Answer(error("InvalidParameterValue.SdkAppIdNotExist"), Conduct.GOOD);
    }
    if (body.path("PhoneNumberSet").isEmpty()) {
      return new Answer(error("MissingParameter.EmptyPhoneNumberSet"), Conduct.GOOD);
    }
    ObjectNode response = JSON.createObjectNode();
    ArrayNode states = response.putArray("SendStatusSet");
    Optional<String> whole = Optional.empty();
    for (JsonNode number : body.path("PhoneNumberSet")) {
      Received message = received(number.asText(), body, now);
      received.add(message);
      if (message.taken()) {
        now.report()
            .code()
            .ifPresent(
                code ->
                    reports.add(
                        new Reported(
                            message.to(),
                            message.serial(),
                            code,
                            message.at(),
                            message.at().plus(now.report().after()))));
      }
      boolean ok = message.code().equals(Conduct.OK);
      if (!ok && now.whole()) {
        whole = Optional.of(message.code());
      }
      states
          .addObject()
          .put("SerialNo", ok ? message.serial() : "")
          .put("PhoneNumber", message.to())
          .put("Fee", ok ? 1 : 0)
          .put("SessionContext", "")
          .put("Code", message.code())
          .put("Message", ok ? "send success" : "as told")
          .put("IsoCode", "CN");
    }
    return new Answer(whole.map(SmsStandIn::error).orElse(response), now);
  }

  private Received received(String to, JsonNode body, Conduct now) {
    String template = body.path("TemplateId").asText();
    List<String> values = new ArrayList<>();
    body.path("TemplateParamSet").forEach(value -> values.add(value.asText()));
    Optional<Approved> approved = templates.find(template);
    String words = approved.map(known -> known.filled(values)).orElse("");
    String code =
        fault(to, body, approved, values, words)
            .or(() -> Optional.of(now.code()))
            .orElse(Conduct.OK);
    boolean taken = now.taken().orElse(code.equals(Conduct.OK));
    return new Received(
        to,
        template,
        values,
        words,
        code,
        taken,
        taken ? "2433:" + UUID.randomUUID().toString().replace("-", "") : "",
        clock.instant());
  }

  private static Optional<String> fault(
      String to, JsonNode body, Optional<Approved> approved, List<String> values, String words) {
    if (!to.matches("(\\+86|0086|86)?1[3-9]\\d{9}")) {
      return Optional.of("InvalidParameterValue.IncorrectPhoneNumber");
    }
    if (!body.path("SignName").asText().equals(SIGN_NAME)) {
      return Optional.of("FailedOperation.SignatureIncorrectOrUnapproved");
    }
    if (approved.isEmpty()) {
      return Optional.of("FailedOperation.TemplateUnapprovedOrNotExist");
    }
    int[] lengths = approved.get().lengths();
    if (values.size() != lengths.length || values.stream().anyMatch(String::isEmpty)) {
      return Optional.of("FailedOperation.TemplateParamSetNotMatchApprovedTemplate");
    }
    for (int i = 0; i < lengths.length; i++) {
      if (values.get(i).length() > lengths[i]) {
        return Optional.of("InvalidParameterValue.TemplateParameterLengthLimit");
      }
      if (values.get(i).matches("(?i).*(https?://|www\\.).*")) {
        return Optional.of("InvalidParameterValue.ProhibitedUseUrlInTemplateParameter");
      }
      if (values.get(i).matches("(?s).*[【】¥★\\p{Cntrl}].*")) {
        return Optional.of("FailedOperation.TemplateIncorrectOrUnapproved");
      }
    }
    return words.length() + SIGN_NAME.length() + 2 > LONGEST_MESSAGE
        ? Optional.of("InvalidParameterValue.ContentLengthLimit")
        : Optional.empty();
  }

  private synchronized Answer pulled(JsonNode body) {
    pulls++;
    if (!body.path("SmsSdkAppId").asText().equals(APP_ID)) {
      return new Answer(error("UnauthorizedOperation.SmsSdkAppIdVerifyFail"), Conduct.GOOD);
    }
    int limit = body.path("Limit").asInt(-1);
    if (limit < 1 || limit > 100 || !body.path("Offset").isInt() || !body.has("SendDateTime")) {
      return new Answer(error("InvalidParameter"), Conduct.GOOD);
    }
    Instant now = clock.instant();
    Instant since = Instant.ofEpochSecond(body.path("SendDateTime").asLong());
    ObjectNode response = JSON.createObjectNode();
    ArrayNode found = response.putArray("PullSmsSendStatusSet");
    reports.stream()
        .filter(report -> report.to().equals(body.path("PhoneNumber").asText()))
        .filter(report -> !report.from().isAfter(now))
        .filter(report -> !report.sent().isBefore(since))
        .filter(report -> !report.sent().isBefore(now.minus(REPORTS_KEPT)))
        .limit(limit)
        .forEach(report -> describe(report, found.addObject()));
    return new Answer(response, Conduct.GOOD);
  }

  private static void describe(Reported report, ObjectNode into) {
    into.put("UserReceiveTime", report.from().getEpochSecond())
        .put("CountryCode", "86")
        .put("SubscriberNumber", report.to().replaceFirst("^\\+86", ""))
        .put("PhoneNumber", report.to())
        .put("SerialNo", report.serial())
        .put("ReportStatus", report.code().equals(Conduct.Report.ARRIVED) ? "SUCCESS" : "FAIL")
        .put("Description", report.code())
        .put("SessionContext", "");
  }

  private static ObjectNode error(String code) {
    ObjectNode response = JSON.createObjectNode();
    response.putObject("Error").put("Code", code).put("Message", "as told");
    return response;
  }
}
