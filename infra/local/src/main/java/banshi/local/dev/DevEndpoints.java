package banshi.local.dev;

import banshi.local.VirtualClock;
import banshi.local.functions.FunctionHost;
import banshi.local.functions.FunctionPool;
import banshi.local.functions.FunctionView;
import banshi.local.functions.Outcome;
import banshi.local.gateway.Answer;
import banshi.local.gateway.GatewayFault;
import banshi.local.gateway.Problems;
import banshi.local.gateway.Request;
import banshi.local.schedule.Schedules;
import banshi.local.table.Tables;
import banshi.sms.SmsStandIn;
import banshi.wechat.WeChatStandIn;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The endpoints under {@code /dev}, which only the local cloud has. */
public final class DevEndpoints {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Duration LONGEST_RUN = Duration.ofMinutes(15);
  private static final Duration LONGEST_LIFE = Duration.ofDays(3660);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Tokens tokens;
  private final VirtualClock clock;
  private final FunctionHost functions;
  private final Schedules schedules;
  private final Tables tables;
  private final ApiDocuments documents;
  private final WeChatEndpoint weChat;
  private final SmsEndpoint sms;
  private final SentMessages sent;
  private final ApiPage page = new ApiPage();

  /**
   * @param packages the functions' zip files, beside which their API documents lie
   * @param root the folder that holds the project's top pom
   */
  public DevEndpoints(
      Tokens tokens,
      VirtualClock clock,
      FunctionHost functions,
      Schedules schedules,
      Tables tables,
      WeChatStandIn weChat,
      SmsStandIn sms,
      SentMessages sent,
      Collection<Path> packages,
      Path root) {
    this.tokens = tokens;
    this.clock = clock;
    this.functions = functions;
    this.schedules = schedules;
    this.tables = tables;
    this.weChat = new WeChatEndpoint(weChat);
    this.sms = new SmsEndpoint(sms);
    this.sent = sent;
    this.documents = ApiDocuments.beside(packages, root);
  }

  /** Whether a path is one of these. */
  public static boolean owns(String path) {
    return path.equals("/") || path.equals("/dev") || path.startsWith("/dev/");
  }

  /** The answer to a request to one of these; what is wrong with it is a problem document. */
  public Answer answer(Request request) throws InterruptedException, IOException {
    try {
      return answerOrThrow(request);
    } catch (Unfit unfit) {
      return Problems.badRequest(String.valueOf(unfit.getMessage()));
    }
  }

  private Answer answerOrThrow(Request request) throws InterruptedException, IOException, Unfit {
    String path = request.rawPath();
    String call = (request.method().equals("HEAD") ? "GET" : request.method()) + " " + path;
    return switch (call) {
      case "GET /", "GET /dev" -> Answer.redirect("/dev/");
      case "GET /dev/" -> page.page();
      case "GET /dev/openapi.json" -> Answer.json(200, documents.served());
      case "POST /dev/tokens" -> token(body(request));
      case "GET /dev/clock" -> time();
      case "PUT /dev/clock" -> move(body(request));
      case "GET /dev/functions" -> functions();
      case "GET /dev/schedules" -> schedules();
      case "GET /dev/wechat" -> weChat.show();
      case "PUT /dev/wechat" -> weChat(body(request));
      case "GET /dev/sms" -> sms.show();
      case "PUT /dev/sms" -> sms(body(request));
      case "GET /dev/outbox" -> sent.answer();
      case "DELETE /dev/data" -> {
        tables.makeAnew();
        yield new Answer(204, Map.of(), new byte[0]);
      }
      default -> other(request, call);
    };
  }

  private Answer other(Request request, String call) throws InterruptedException, IOException {
    if (call.startsWith("GET /dev/ui/")) {
      Optional<Answer> file = page.file(call.substring("GET /dev/ui/".length()));
      if (file.isPresent()) {
        return file.get();
      }
    }
    Optional<String> schedule = named(call, "POST /dev/schedules/", "/runs");
    if (schedule.isPresent()) {
      Optional<Outcome> outcome = schedules.run(schedule.get());
      if (outcome.isPresent()) {
        return ran(outcome.get(), request);
      }
    }
    Optional<FunctionPool> invoked =
        named(call, "POST /dev/functions/", "/invocations").flatMap(functions::find);
    if (invoked.isPresent()) {
      return invoke(invoked.get(), request);
    }
    Optional<FunctionPool> deployed =
        named(call, "POST /dev/functions/", "/deployments").flatMap(functions::find);
    if (deployed.isPresent()) {
      return deploy(deployed.get());
    }
    return Problems.of(GatewayFault.NOT_FOUND, request.acceptLanguage());
  }

  /** What stands between two parts of a call. */
  private static Optional<String> named(String call, String before, String after) {
    return call.startsWith(before)
            && call.endsWith(after)
            && call.length() > before.length() + after.length()
        ? Optional.of(
            URLDecoder.decode(
                call.substring(before.length(), call.length() - after.length()),
                StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /**
   * As Lambda's Invoke does: what the function threw is an answer too, with a header that says so.
   */
  private static Answer invoke(FunctionPool function, Request request) throws InterruptedException {
    Outcome outcome = function.invoke(request.body(), LONGEST_RUN);
    return outcome instanceof Outcome.Failed(byte[] payload)
        ? new Answer(
            200,
            Map.of(
                "Content-Type", List.of("application/json; charset=utf-8"),
                "X-Amz-Function-Error", List.of("Unhandled")),
            payload)
        : ran(outcome, request);
  }

  private Answer deploy(FunctionPool function) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("name", function.name());
    answer.put("changed", functions.deploy(function));
    return Answer.json(200, JSON.writeValueAsBytes(answer));
  }

  private static Answer ran(Outcome outcome, Request request) {
    return switch (outcome) {
      case Outcome.Answered answered -> Answer.json(200, answered.payload());
      case Outcome.Failed failed -> Answer.json(502, failed.payload());
      case Outcome.Crashed crashed -> refuse(GatewayFault.FUNCTION_FAILED, request);
      case Outcome.TimedOut timedOut -> refuse(GatewayFault.TIMED_OUT, request);
      case Outcome.Throttled throttled -> refuse(GatewayFault.THROTTLED, request);
      case Outcome.TooLarge tooLarge -> refuse(GatewayFault.TOO_LARGE, request);
    };
  }

  private static Answer refuse(GatewayFault fault, Request request) {
    return Problems.of(fault, request.acceptLanguage());
  }

  private Answer token(ObjectNode claims) throws IOException, Unfit {
    JsonNode life = claims.remove("expiresIn");
    if (claims.path("sub").asText().isBlank()) {
      throw new Unfit("sub is missing: who the token is for");
    }
    for (String list : Set.of("groups", "departments")) {
      if (claims.has(list) && !claims.get(list).isArray()) {
        throw new Unfit(list + " should be a list");
      }
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.put(
        "token",
        tokens.token(claims, life == null ? Tokens.USUAL_LIFE : duration("expiresIn", life)));
    return Answer.json(200, JSON.writeValueAsBytes(answer));
  }

  private Answer time() throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("now", clock.instant().atZone(SHANGHAI).toOffsetDateTime().toString());
    answer.put("shift", clock.shift().toString());
    return Answer.json(200, JSON.writeValueAsBytes(answer));
  }

  private Answer move(ObjectNode body) throws IOException, Unfit {
    if (body.size() != 1 || !(body.has("now") || body.has("advance"))) {
      throw new Unfit("give either now, an instant with its offset, or advance, such as PT72H");
    }
    try {
      if (body.has("now")) {
        clock.set(OffsetDateTime.parse(body.path("now").asText()).toInstant());
      } else {
        clock.advance(Duration.parse(body.path("advance").asText()));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Unfit(String.valueOf(e.getMessage()));
    }
    return time();
  }

  private Answer weChat(ObjectNode body) throws IOException, Unfit {
    try {
      return weChat.change(body);
    } catch (IllegalArgumentException unfit) {
      throw new Unfit(String.valueOf(unfit.getMessage()));
    }
  }

  private Answer sms(ObjectNode body) throws IOException, Unfit {
    try {
      return sms.change(body);
    } catch (IllegalArgumentException unfit) {
      throw new Unfit(String.valueOf(unfit.getMessage()));
    }
  }

  private Answer functions() throws IOException {
    ArrayNode items = JSON.createArrayNode();
    for (FunctionView view : functions.views()) {
      ObjectNode function = items.addObject();
      function.put("name", view.name());
      function.put("invocations", view.invocations());
      function.put("waiting", view.waiting());
      function.put("mostEnvironments", view.most());
      ObjectNode coldStarts = function.putObject("coldStarts");
      coldStarts.put("count", view.started());
      ArrayNode millis = coldStarts.putArray("latestMillis");
      view.coldStarts().forEach(start -> millis.add(start.toMillis()));
      ArrayNode environments = function.putArray("environments");
      view.environments().forEach(environment -> describe(environment, environments.addObject()));
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.set("items", items);
    return Answer.json(200, JSON.writeValueAsBytes(answer));
  }

  private static void describe(FunctionView.Environment environment, ObjectNode into) {
    into.put("id", environment.id());
    into.put("pid", environment.pid());
    into.put("state", environment.state().name());
    environment.coldStart().ifPresent(time -> into.put("coldStartMillis", time.toMillis()));
    environment.firstAnswer().ifPresent(time -> into.put("firstAnswerMillis", time.toMillis()));
    into.put("answers", environment.answers());
    environment.residentBytes().ifPresent(bytes -> into.put("residentBytes", bytes));
  }

  private Answer schedules() throws IOException {
    ArrayNode items = JSON.createArrayNode();
    schedules
        .all()
        .forEach(
            schedule ->
                items
                    .addObject()
                    .put("name", schedule.name())
                    .put("function", schedule.function())
                    .put("enabled", schedule.enabled()));
    ObjectNode answer = JSON.createObjectNode();
    answer.set("items", items);
    return Answer.json(200, JSON.writeValueAsBytes(answer));
  }

  private static ObjectNode body(Request request) throws Unfit {
    try {
      if (JSON.readTree(request.body()) instanceof ObjectNode object) {
        return object;
      }
      throw new Unfit("the body should be a JSON object");
    } catch (IOException e) {
      throw new Unfit("the body is not JSON");
    }
  }

  private static Duration duration(String name, JsonNode value) throws Unfit {
    try {
      Duration duration = Duration.parse(value.asText());
      if (duration.abs().compareTo(LONGEST_LIFE) <= 0) {
        return duration;
      }
    } catch (DateTimeException | ArithmeticException malformed) {
      // Told below, like one that is too long.
    }
    throw new Unfit(name + " should be a duration such as PT30M, of ten years at most");
  }

  /** A request that cannot be met as it stands; the message says why. */
  private static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String why) {
      super(why);
    }
  }
}
