package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One person's calls on the API. */
final class Visitor {
  private static final int STALE = 412;
  private static final int TRIES = 5;

  private final HallDoor door;
  private final Optional<Persona> persona;
  private final String language;

  private Visitor(HallDoor door, Optional<Persona> persona, String language) {
    this.door = door;
    this.persona = persona;
    this.language = language;
  }

  /** Somebody with a token, who reads Chinese. */
  static Visitor as(HallDoor door, Persona persona) {
    return new Visitor(door, Optional.of(persona), "zh-CN");
  }

  /** Anybody, without a token. */
  static Visitor anybody(HallDoor door) {
    return new Visitor(door, Optional.empty(), "zh-CN");
  }

  /** The same person reading English. */
  Visitor inEnglish() {
    return new Visitor(door, persona, "en");
  }

  /** Reads, whatever the answer. */
  Reply look(String path) {
    return door.send("GET", path, headers(), Optional.empty());
  }

  /** Reads what must be there. */
  Reply read(String path) {
    return look(path).expect(200);
  }

  /** Where a case of any kind is found: its number's first letter is its kind. */
  static String path(String number) {
    String kind =
        switch (number.substring(0, 1)) {
          case "A" -> "applications";
          case "C" -> "complaints";
          case "S" -> "startups";
          case "Q" -> "consultations";
          case String other -> throw new DemoStopped("不认识的编号 Unknown kind of number: " + other);
        };
    return "/v1/" + kind + "/" + number;
  }

  /** Reads a case. */
  Reply readCase(String number) {
    return read(path(number));
  }

  /** Reads a document that is no JSON. */
  byte[] document(String path, String mediaType) {
    return door.document(path, headers(), mediaType);
  }

  /** A query by POST, which stores nothing and needs no key. */
  Reply ask(String path, JsonNode body) {
    return door.send("POST", path, headers(), Optional.of(body)).expect(200);
  }

  /** Files under an idempotency key, whatever the answer. */
  Reply file(String path, JsonNode body, String key) {
    return post(path, body, Map.of("Idempotency-Key", key));
  }

  /** Acts on a case in the version given, whatever the answer. */
  Reply tryAct(String number, String action, JsonNode body, String version) {
    return post(
        path(number) + action,
        body,
        Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", version));
  }

  /**
   * Acts on a case as it stands, and looks again when somebody else was faster.
   *
   * @param action what follows the number in the path, such as {@code /actions/accept}
   */
  Reply act(String number, String action, JsonNode body) {
    Reply answer = tryAct(number, action, body, readCase(number).version());
    for (int tried = 1; answer.status() == STALE && tried < TRIES; tried++) {
      answer = tryAct(number, action, body, readCase(number).version());
    }
    return answer.expect(200);
  }

  private Reply post(String path, JsonNode body, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(headers());
    headers.putAll(more);
    return door.send("POST", path, headers, Optional.of(body));
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>(Map.of("Accept-Language", language));
    persona.ifPresent(who -> headers.put("Authorization", "Bearer " + door.token(who)));
    return headers;
  }
}
