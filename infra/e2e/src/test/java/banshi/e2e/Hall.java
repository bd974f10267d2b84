package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The hall as a front end sees it: an address and tokens. Every exchange is held against the API
 * document, and none may be a 5xx.
 */
final class Hall {
  static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI address;
  private final ApiDocument document;

  Hall(URI address) throws Exception {
    this.address = address;
    this.document = new ApiDocument(raw(request("GET", "/dev/openapi.json").build()).body());
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

  /** What the local cloud is asked to sign for a persona. */
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

  /** A token of the local cloud, under its own key, that says just this; it must give one. */
  String signed(ObjectNode claims) {
    return raw(request("POST", "/dev/tokens")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(claims.toString()))
            .build())
        .is(200)
        .text("/token");
  }

  /** A token of the local cloud for a persona. */
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
      return answer;
    }

    /** What is there in another form than JSON; it must be. */
    byte[] download(String path, String type) {
      HttpRequest.Builder request = request("GET", path).header("Accept", type);
      token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
      HttpResponse<byte[]> response =
          received(request.build(), HttpResponse.BodyHandlers.ofByteArray());
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

  /** Sends a request without judging the answer. */
  Exchange raw(HttpRequest request) {
    HttpResponse<String> response = received(request, HttpResponse.BodyHandlers.ofString());
    return new Exchange(response.statusCode(), response.headers(), response.body());
  }

  private <T> HttpResponse<T> received(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (java.io.IOException e) {
      throw new AssertionError("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpRequest.Builder request(String method, String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .method(method, HttpRequest.BodyPublishers.noBody());
  }

  /** Moves the hall's time. */
  void advance(Duration by) {
    raw(request("PUT", "/dev/clock")
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"advance\":\"" + by + "\"}"))
            .build())
        .is(200);
  }

  void setTime(String now) {
    raw(request("PUT", "/dev/clock")
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + now + "\"}"))
            .build())
        .is(200);
  }
}
