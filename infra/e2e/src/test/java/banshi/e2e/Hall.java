package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.LocalCloud;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The hall as a front end sees it: an address and tokens. Every exchange is held against the API
 * document, and none may be a 5xx.
 */
final class Hall {
  static final JsonMapper JSON = new JsonMapper();

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final int MOST_TRIES = 8;

  private final Target target;
  private final ApiDocument document;
  private final String language;
  private final Consumer<Sent> witness;

  Hall(Target target) {
    this(target, "", sent -> {});
  }

  /**
   * A hall that is spoken with in one language.
   *
   * @param language for {@code Accept-Language}; empty when nothing is said of it
   * @param witness is told every judged exchange
   */
  Hall(Target target, String language, Consumer<Sent> witness) {
    this.target = target;
    this.language = language;
    this.witness = witness;
    this.document = new ApiDocument(target.documents());
  }

  /** A local cloud of a suite's own. */
  static Hall of(LocalCloud cloud) {
    return new Hall(Target.localCloud(cloud.endpoint()));
  }

  /**
   * What was sent and what came.
   *
   * @param caller who sent it; can send more
   */
  record Sent(Call caller, String method, String path, Optional<String> body, Exchange answer) {}

  ApiDocument document() {
    return document;
  }

  /** Somebody who calls. */
  record Persona(
      String sub, List<String> groups, List<String> departments, Optional<String> idNumber) {
    static Persona resident(String idNumber) {
      return new Persona(
          "resident-" + idNumber, List.of("applicant"), List.of(), Optional.of(idNumber));
    }

    static Persona officer(String sub, String... departments) {
      return new Persona(sub, List.of("officer"), List.of(departments), Optional.empty());
    }

    static Persona supervisor() {
      return new Persona("supervisor", List.of("supervisor"), List.of(), Optional.empty());
    }

    static Persona admin() {
      return new Persona("admin", List.of("admin"), List.of(), Optional.empty());
    }
  }

  /** What a persona's token says. */
  static ObjectNode claims(Persona persona) {
    ObjectNode claims = JSON.createObjectNode().put("sub", persona.sub()).put("name", "张三");
    persona.groups().forEach(claims.putArray("groups")::add);
    persona.departments().forEach(claims.putArray("departments")::add);
    persona
        .idNumber()
        .ifPresent(
            id -> claims.put("idType", "ID_CARD").put("idNumber", id).put("phone", "13800000000"));
    return claims;
  }

  /** A token under a key that the hall trusts, which says just this. */
  String signed(ObjectNode claims, Duration life) {
    return target.tokens().signed(claims, life);
  }

  private String signed(ObjectNode claims) {
    return signed(claims, TokenSource.USUAL_LIFE);
  }

  /** A token for a persona. */
  String token(Persona persona) {
    return signed(claims(persona));
  }

  /** A token with claims besides those that every persona's has. */
  String token(Persona persona, ObjectNode besides) {
    return signed(claims(persona).setAll(besides));
  }

  /** Begins a call by somebody. */
  Call as(Persona persona) {
    return new Call(Optional.of(token(persona)));
  }

  /** Begins a call by whoever holds this token. */
  Call with(String token) {
    return new Call(Optional.of(token));
  }

  /** Begins a call without a token. */
  Call anybody() {
    return new Call(Optional.empty());
  }

  /** Calls of one caller. */
  final class Call {
    private final Optional<String> token;
    private final List<String> headers = new ArrayList<>();

    Call(Optional<String> token) {
      this.token = token;
    }

    /** The same caller with one more header on the next call. */
    Call header(String name, String value) {
      Call next = new Call(token);
      next.headers.addAll(headers);
      next.headers.addAll(List.of(name, value));
      return next;
    }

    /** The same caller without the headers of this call. */
    Call anew() {
      return new Call(token);
    }

    Call match(String etag) {
      return header("If-Match", etag);
    }

    Call key(String key) {
      return header("Idempotency-Key", key);
    }

    Exchange get(String path) {
      return send("GET", path, Optional.empty());
    }

    Exchange delete(String path) {
      return send("DELETE", path, Optional.empty());
    }

    Exchange put(String path, String body) {
      return send("PUT", path, Optional.of(body));
    }

    /** Posts under the key given, or a new one. */
    Exchange post(String path, String body) {
      Call keyed = headers.contains("Idempotency-Key") ? this : key(UUID.randomUUID().toString());
      return keyed.send("POST", path, Optional.of(body));
    }

    /** Posts without a key. */
    Exchange ask(String path, String body) {
      return send("POST", path, Optional.of(body));
    }

    Exchange send(String method, String path, Optional<String> body) {
      Exchange answer =
          unjudged(method, path, body.map(text -> text.getBytes(StandardCharsets.UTF_8)));
      assertThat(faults(method, path, body, answer))
          .as("%s %s answered %s", method, path, answer.body())
          .isEmpty();
      witness.accept(new Sent(this, method, path, body, answer));
      return answer;
    }

    /** What is there in another form than JSON; it must be. */
    byte[] download(String path, String type) {
      HttpRequest.Builder request = request("GET", path).header("Accept", type);
      token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
      HttpResponse<byte[]> response = received(request.build());
      Exchange answer =
          new Exchange(
              response.statusCode(),
              response.headers(),
              new String(response.body(), StandardCharsets.ISO_8859_1));
      assertThat(answer.is(200).header("Content-Type")).hasValue(type);
      assertThat(faults("GET", path, Optional.empty(), answer)).isEmpty();
      return response.body();
    }

    /** Sends what need not be text; {@link Hall#faults} is the judge of the answer. */
    Exchange unjudged(String method, String path, Optional<byte[]> body) {
      HttpRequest.Builder request = request(method, path);
      token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
      for (int i = 0; i < headers.size(); i += 2) {
        request.header(headers.get(i), headers.get(i + 1));
      }
      if (!language.isEmpty() && !headers.contains("Accept-Language")) {
        request.header("Accept-Language", language);
      }
      if (body.isPresent() && !headers.contains("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
      request.method(
          method,
          body.map(HttpRequest.BodyPublishers::ofByteArray)
              .orElseGet(HttpRequest.BodyPublishers::noBody));
      return raw(request.build());
    }
  }

  /**
   * What is wrong with an answer: a 5xx, or what the API document does not say.
   *
   * @param body the request's, where it is one that the document describes
   */
  List<String> faults(String method, String path, Optional<String> body, Exchange answer) {
    if (answer.status() >= 500) {
      return List.of("the hall failed: " + answer.status());
    }
    if (!path.startsWith("/v1/")) {
      return List.of();
    }
    try {
      return document.faults(
          method,
          path.replaceAll("\\?.*", ""),
          body,
          answer.status(),
          answer.header("Content-Type").orElse(""),
          answer.body());
    } catch (java.io.IOException e) {
      return List.of("not JSON: " + e.getMessage());
    }
  }

  /** What the API document has. */
  List<ApiDocument.Operation> operations() {
    return document.operations();
  }

  /** Sends a request without judging the answer. */
  Exchange raw(HttpRequest request) {
    HttpResponse<byte[]> response = received(request);
    return new Exchange(
        response.statusCode(),
        response.headers(),
        new String(response.body(), StandardCharsets.UTF_8));
  }

  /** A gateway that lets only so many through says so to the others, who come again. */
  private HttpResponse<byte[]> received(HttpRequest request) {
    HttpResponse<byte[]> response = Wire.received(request, HttpResponse.BodyHandlers.ofByteArray());
    for (int tries = 1; tries < MOST_TRIES && isThrottled(response); tries++) {
      pause(Duration.ofMillis(100L << tries));
      response = Wire.received(request, HttpResponse.BodyHandlers.ofByteArray());
    }
    return response;
  }

  private static boolean isThrottled(HttpResponse<byte[]> response) {
    return response.statusCode() == 429
        && new String(response.body(), StandardCharsets.UTF_8).contains("too-many-requests");
  }

  private static void pause(Duration how) {
    try {
      Thread.sleep(how);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpRequest.Builder request(String method, String path) {
    return HttpRequest.newBuilder(Wire.at(target.address(), path))
        .timeout(Duration.ofSeconds(60))
        .method(method, HttpRequest.BodyPublishers.noBody());
  }

  private boolean movesTime() {
    return target.gives().contains(Need.TIME);
  }

  /** The hall's time, to some seconds. */
  OffsetDateTime now() {
    return movesTime()
        ? OffsetDateTime.parse(anybody().get("/dev/clock").is(200).text("/now"))
        : OffsetDateTime.now(ZoneOffset.ofHours(8));
  }

  /** The hall's day. */
  String today() {
    return now().toLocalDate().toString();
  }

  /** When something is due by the hall's own calendar, given when its time began. */
  String due(String from, int amount, String unit) {
    return anybody()
        .get(
            "/v1/calendar/due?from=%s&amount=%d&unit=%s"
                .formatted(from.replace("+", "%2B"), amount, unit))
        .is(200)
        .text("/dueAt");
  }

  /** A minute goes by: where time can be moved at once, elsewhere in a minute. */
  void aMinuteLater() {
    if (movesTime()) {
      advance(A_MINUTE);
    } else {
      pause(A_MINUTE);
    }
  }

  /** Moves the hall's time, which it must let be moved ({@link Need#TIME}). */
  void advance(Duration by) {
    move("advance", by.toString());
  }

  /** Sets the hall's time, which it must let be moved ({@link Need#TIME}). */
  void setTime(String now) {
    move("now", now);
  }

  private void move(String how, String value) {
    anybody().put("/dev/clock", JSON.createObjectNode().put(how, value).toString()).is(200);
  }

  /**
   * Runs the reminder now; the hall must be one where it can be asked to ({@link Need#SCHEDULE}).
   */
  Exchange runReminder() {
    return raw(
        request("POST", "/dev/schedules/reminder/runs")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
  }
}
