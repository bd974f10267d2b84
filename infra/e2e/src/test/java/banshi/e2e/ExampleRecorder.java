package banshi.e2e;

import banshi.e2e.Hall.Sent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps, of every operation, the last exchange that went well, and one that is refused. */
final class ExampleRecorder {
  private final Map<String, Sent> done = new TreeMap<>();
  private final List<Sent> unsorted = new ArrayList<>();

  void saw(Sent sent) {
    if (sent.path().startsWith("/v1/") && sent.answer().status() < 300) {
      unsorted.add(sent);
    }
  }

  /** What was recorded, by the operations' names; none may be missing. */
  Map<String, ObjectNode> examples(Hall hall) {
    unsorted.forEach(
        sent -> done.put(hall.document().operationId(sent.method(), sent.path()), sent));
    List<String> missing = new ArrayList<>(hall.document().operationIds());
    missing.removeAll(done.keySet());
    if (!missing.isEmpty()) {
      throw new AssertionError("the scenario never did: " + missing);
    }
    Map<String, ObjectNode> examples = new TreeMap<>();
    done.forEach(
        (operation, sent) -> {
          ObjectNode example = shown(sent.answer());
          sent.body().ifPresent(body -> example.set("request", parsed(body)));
          example.put("path", sent.path());
          example.set("problem", shown(refused(hall, operation, sent)));
          examples.put(operation, example);
        });
    return examples;
  }

  private static ObjectNode shown(Exchange answer) {
    ObjectNode shown = Hall.JSON.createObjectNode().put("status", answer.status());
    if (!answer.body().isEmpty()) {
      shown.set("body", answer.json());
    }
    return shown;
  }

  private static JsonNode parsed(String body) {
    try {
      return Hall.JSON.readTree(body);
    } catch (java.io.IOException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  /** The first refusal, of what tells a reader more to what every operation refuses. */
  private static Exchange refused(Hall hall, String operation, Sent sent) {
    String elsewhere = elsewhere(hall.document().template(sent.method(), sent.path()), sent.path());
    List<Supplier<Exchange>> attempts =
        List.of(
            // Done once more it is, as a rule, too late for it.
            () -> tried(current(hall, sent), sent, sent.path(), sent.body()),
            () -> tried(current(hall, sent), sent, elsewhere, sent.body()),
            () -> tried(current(hall, sent), sent, sent.path(), sent.body().map(b -> "{\"x\":1}")),
            () -> tried(hall.anybody(), sent, sent.path(), sent.body()),
            () ->
                tried(hall.anybody().header("Accept", "text/csv"), sent, sent.path(), sent.body()));
    return attempts.stream()
        .map(Supplier::get)
        .filter(answer -> answer.status() >= 400)
        .findFirst()
        .orElseThrow(() -> new AssertionError(operation + " refuses nothing"));
  }

  /** Whoever sent it, who has just read the case that it is about. */
  private static Hall.Call current(Hall hall, Sent sent) {
    Hall.Call caller = sent.caller().anew();
    String about = sent.path().replaceFirst("/(tasks|actions)/.*", "");
    if (about.equals(sent.path())) {
      return caller;
    }
    Exchange seen = hall.as(People.SUPERVISOR).send("GET", about, Optional.empty());
    return seen.header("ETag").map(caller::match).orElse(caller);
  }

  /** The same with no such thing, and with no such page. */
  private static String elsewhere(String template, String path) {
    String[] named = path.split("\\?", 2);
    String[] parts = named[0].split("/");
    String[] patterns = template.split("/");
    for (int i = 0; i < parts.length; i++) {
      parts[i] = patterns[i].startsWith("{") ? "x" : parts[i];
    }
    String query = named.length == 1 ? "" : "?" + named[1].replaceFirst("limit=[0-9]+", "limit=0");
    return String.join("/", parts) + query;
  }

  private static Exchange tried(Hall.Call caller, Sent sent, String path, Optional<String> body) {
    boolean keyed = sent.method().equals("POST");
    return (keyed ? caller.key(UUID.randomUUID().toString()) : caller)
        .send(sent.method(), path, body);
  }
}
